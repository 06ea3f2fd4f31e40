"""Pictures and the right to show them."""

import datetime

import pytest
import time_machine

from catalog.models import Picture
from tests.factories import PictureFactory

pytestmark = pytest.mark.django_db

LAST_DAY = datetime.date(2025, 6, 30)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2025-06-29T12:00+02:00", True),
        ("2025-06-30T23:59+02:00", True),
        ("2025-07-01T00:01+02:00", False),
    ],
)
def test_picture_is_shown_until_its_last_day_in_amsterdam_ends(moment, shown):
    picture = PictureFactory(ends_on=LAST_DAY)

    with time_machine.travel(datetime.datetime.fromisoformat(moment), tick=False):
        answers = [picture.is_current, Picture.objects.current().exists()]

    assert answers == [shown, shown]


def test_picture_without_a_last_day_is_always_shown():
    picture = PictureFactory(ends_on=None)

    assert (picture.is_current, list(Picture.objects.current())) == (True, [picture])


@pytest.mark.parametrize(
    ("file", "line"),
    [("pictures/a.svg", "Beeld: MovieMeter"), ("pictures/a.jpg", "Foto: MovieMeter")],
)
def test_credit_line_tells_a_drawing_from_a_photograph(file, line):
    assert PictureFactory(file=file).credit_line == line
