"""Addresses of an old site lead to the stories that came from there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import ImportedArticle, Stage
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def came_from(path, **columns):
    article = ArticleFactory(**columns)
    ImportedArticle.objects.create(
        source="oud.example", guid=path, path=path, digest="x", article=article
    )
    return article


@pytest.mark.parametrize(
    "asked",
    ["/2019/03/oud-bericht/", "/2019/03/oud-bericht", "/2019/03/oud-bericht/?x=1"],
)
def test_old_address_leads_to_its_story_for_good(client, asked):
    article = came_from("/2019/03/oud-bericht")

    answer = client.get(asked)

    assert answer.status_code == 301
    assert answer["Location"] == article.get_absolute_url()


def test_old_address_may_hold_letters_of_any_sort(client):
    article = came_from("/2019/café & co")

    assert client.get("/2019/caf%C3%A9%20%26%20co/")["Location"] == (
        article.get_absolute_url()
    )


def test_old_address_of_what_readers_may_not_see_is_unknown(client):
    came_from("/draft", stage=Stage.DRAFT)
    came_from("/straks", published_at=timezone.now() + timedelta(days=1))
    came_from("/weg").delete()

    statuses = [client.get(path).status_code for path in ("/draft", "/straks", "/weg")]

    assert statuses == [404, 404, 404]


def test_form_that_is_sent_to_an_old_address_goes_nowhere(client):
    came_from("/oud")

    assert client.post("/oud").status_code == 404


@pytest.mark.parametrize("path", ["/%00", "/" + "a" * 600])
def test_odd_address_is_just_unknown(client, path):
    assert client.get(path).status_code == 404
