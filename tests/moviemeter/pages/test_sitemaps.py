"""Sitemaps: every address once, and the last file costs what the first costs."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from moviemeter.pages import sitemaps
from news.models import Stage
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
)

pytestmark = pytest.mark.django_db

SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def places(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    root = ElementTree.fromstring(answer.content)
    return [loc.text for loc in root.iter(f"{SITE}loc")]


def everything(client, settings):
    files = places(client, "/sitemap.xml")
    return [
        place.removeprefix(settings.SITE_URL)
        for file in files
        for place in places(client, file.removeprefix(settings.SITE_URL))
    ]


def test_every_page_is_in_one_file_once(client, settings, monkeypatch):
    monkeypatch.setattr(sitemaps, "IDS_A_FILE", 2)
    films, people = FilmFactory.create_batch(5), PersonFactory.create_batch(3)
    season, story = SeasonFactory(), ArticleFactory()

    found = everything(client, settings)

    wanted = {thing.get_absolute_url() for thing in (*films, *people, season, story)}
    assert wanted <= set(found)
    assert len(found) == len(set(found))
    assert "/genre/drama/" in found


def test_what_readers_can_not_see_is_in_no_file(client, settings):
    hidden = [
        FilmFactory(visible=False),
        PersonFactory(visible=False),
        ArticleFactory(stage=Stage.DRAFT),
        SeasonFactory(series__visible=False),
    ]

    found = everything(client, settings)

    assert not {thing.get_absolute_url() for thing in hidden} & set(found)


def test_news_sitemap_tells_the_stories_of_two_days(client):
    now = timezone.now()
    ArticleFactory(headline="Vers & fris", published_at=now - timedelta(hours=1))
    ArticleFactory(headline="Oud", published_at=now - timedelta(days=3))

    root = ElementTree.fromstring(client.get("/nieuws-sitemap.xml").content)

    assert [each.text for each in root.iter(f"{NEWS}title")] == ["Vers & fris"]


@pytest.mark.parametrize("place", ["titels-9", "onzin-0"])
def test_file_that_does_not_exist_is_not_there(client, place):
    assert client.get(f"/sitemap-{place}.xml").status_code == 404


def test_news_sitemap_without_news_is_not_there(client):
    ArticleFactory(published_at=timezone.now() - timedelta(days=2, minutes=1))

    text = client.get("/robots.txt").content.decode()

    assert client.get("/nieuws-sitemap.xml").status_code == 404
    assert "nieuws-sitemap" not in text
    assert "/sitemap.xml" in text


def test_robots_are_told_where_the_files_are(client, settings):
    ArticleFactory()

    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text
    assert f"Sitemap: {settings.SITE_URL}/nieuws-sitemap.xml" in text


@pytest.mark.parametrize("count", [1, 3, 20])
def test_file_costs_the_same_queries_however_full(
    client, django_assert_num_queries, count
):
    SeasonFactory.create_batch(count)

    with django_assert_num_queries(1):
        client.get("/sitemap-titels-0.xml")
