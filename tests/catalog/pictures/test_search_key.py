"""Words by which pictures are found, filled for those that were there before."""

from importlib import import_module

import pytest
from django.apps import apps

from catalog.models import Picture
from tests.factories import PictureFactory

pytestmark = pytest.mark.django_db


def test_search_key_of_earlier_pictures_is_filled_as_a_save_fills_it(monkeypatch):
    fill = import_module("catalog.migrations.0010_fill_picture_search_key")
    monkeypatch.setattr(fill, "AT_ONCE", 2)
    for number in range(5):
        PictureFactory(alt=f"Café {number}", maker="Eva Sjöberg", credit="© ANP")
    Picture.objects.update(search_key="")

    fill.fill(apps, None)

    keys = Picture.objects.order_by("id").values_list("search_key", flat=True)
    assert list(keys) == [f"cafe {number} anp eva sjoberg" for number in range(5)]
