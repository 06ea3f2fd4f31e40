"""Feeds: stories in Atom and RSS, and what never gets into them."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from news.models import AboutTitle, Stage
from tests.factories import ArticleFactory, FilmFactory, PictureFactory, TagFactory

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def titles(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    root = ElementTree.fromstring(answer.content)
    space, entry = ("", "item") if address.endswith("rss") else (ATOM, "entry")
    return [each.findtext(f"{space}title") for each in root.iter(f"{space}{entry}")]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_feed_tells_the_newest_stories_that_readers_see(client, form):
    now = timezone.now()
    ArticleFactory(headline="Oud & nieuw", published_at=now - timedelta(days=2))
    ArticleFactory(headline="Gisteren", published_at=now - timedelta(days=1))
    ArticleFactory(headline="Morgen", published_at=now + timedelta(days=1))
    ArticleFactory(headline="Concept", stage=Stage.DRAFT)

    assert titles(client, f"/feeds/nieuws.{form}") == ["Gisteren", "Oud & nieuw"]


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_rubric_tag_and_title_have_feeds_of_their_own(client, form):
    film, tag = FilmFactory(), TagFactory()
    story = ArticleFactory(headline="Hierover", rubric_slug="lijsten")
    story.tags.add(tag)
    AboutTitle.objects.create(article=story, title=film)
    ArticleFactory(headline="Iets anders")

    assert [
        titles(client, address)
        for address in (
            f"/feeds/rubriek/lijsten.{form}",
            f"/feeds/tag/{tag.slug}.{form}",
            f"/feeds/titel/{film.pk}.{form}",
        )
    ] == [["Hierover"]] * 3


def test_feed_of_a_hidden_title_is_not_there(client):
    film = FilmFactory(visible=False)

    assert client.get(f"/feeds/titel/{film.pk}.atom").status_code == 404


def test_picture_whose_licence_ended_is_in_no_feed(client):
    ended = PictureFactory(social_card="cards/weg.jpg", ends_on="2020-01-01")
    ArticleFactory(picture=ended)

    assert b"cards/weg.jpg" not in client.get("/feeds/nieuws.atom").content


def test_feed_that_has_not_changed_costs_no_more_than_an_answer(client):
    ArticleFactory()
    first = client.get("/feeds/nieuws.atom")

    again = client.get("/feeds/nieuws.atom", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("count", [1, 3, 20])
def test_feed_costs_the_same_queries_however_many_stories(
    client, django_assert_num_queries, count
):
    ArticleFactory.create_batch(count)

    with django_assert_num_queries(1):
        client.get("/feeds/nieuws.atom")


def test_story_with_a_new_headline_stays_the_same_story_to_feed_readers(client):
    story = ArticleFactory(headline="Oude kop")
    before = ids(client)

    story.headline = "Nieuwe kop"
    story.save()

    assert ids(client) == before


def ids(client):
    root = ElementTree.fromstring(client.get("/feeds/nieuws.atom").content)
    return [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
