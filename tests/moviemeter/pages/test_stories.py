"""Stories about a title or a person: on its page, and all in a list."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from moviemeter.pages.stories import A_PAGE
from news.models import AboutPerson, AboutTitle, Stage
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
    SeriesFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def story(thing, *, hours=1, **more):
    article = ArticleFactory(published_at=NOW - timedelta(hours=hours), **more)
    if hasattr(thing, "kind"):
        AboutTitle.objects.create(article=article, title=thing, role="mentioned")
    else:
        AboutPerson.objects.create(article=article, person=thing)
    return article


def told(client, address):
    """The headlines of the section with news, or of the list."""
    page = Page(client.get(address))
    return [text for text in page.texts("h3") + page.texts("h2") if "Kop" in text]


@pytest.mark.parametrize(
    ("factory", "heading"),
    [
        (FilmFactory, "Nieuws over deze film"),
        (SeriesFactory, "Nieuws over deze serie"),
        (SeasonFactory, "Nieuws over dit seizoen"),
        (PersonFactory, "Nieuws over Rutger Hauer"),
    ],
)
def test_page_has_its_four_newest_visible_stories(client, factory, heading):
    thing = factory(name="Rutger Hauer")
    for hours in (5, 3, 1, 4, 2):
        story(thing, hours=hours, headline=f"Kop {hours}")
    story(thing, headline="Kop concept", stage=Stage.DRAFT)
    story(thing, headline="Kop morgen", hours=-9)
    ArticleFactory(headline="Kop elders")

    page = Page(client.get(thing.get_absolute_url()))

    assert heading in page.texts("h2")
    assert told(client, thing.get_absolute_url()) == [
        "Kop 1",
        "Kop 2",
        "Kop 3",
        "Kop 4",
    ]
    assert f"{thing.get_absolute_url()}/nieuws" in page.links


def test_page_without_stories_says_nothing_of_news(client):
    film = FilmFactory()

    page = Page(client.get(film.get_absolute_url()))

    assert "Nieuws over" not in page.text
    assert client.get(f"{film.get_absolute_url()}/nieuws").status_code == 404


def test_season_without_a_story_of_its_own_tells_of_its_series(client):
    season = SeasonFactory()
    story(season.series, headline="Kop serie")
    before = told(client, season.get_absolute_url())
    story(season, headline="Kop seizoen")

    assert before == ["Kop serie"]
    assert told(client, season.get_absolute_url()) == ["Kop seizoen"]


@pytest.mark.parametrize(
    "factory", [FilmFactory, SeriesFactory, SeasonFactory, PersonFactory]
)
def test_list_goes_on_page_after_page(client, factory):
    thing = factory(name="Naam")
    made = [
        story(thing, hours=hours, headline=f"Kop {hours}")
        for hours in range(A_PAGE + 2)
    ]
    address = f"{thing.get_absolute_url()}/nieuws"

    first = Page(client.get(address))
    (onward,) = {link for link in first.links if link.startswith("?na=")}
    rest = told(client, f"{address}{onward}")

    assert len(told(client, address)) == A_PAGE
    assert rest == [each.headline for each in made[-2:]]
    assert "Nieuws over " in first.heading


def test_list_at_another_name_leads_to_its_own_address(client):
    film = FilmFactory(pk=7, name="Spoorloos")
    story(film)

    answer = client.get("/film/7/nieuws?na=3")

    assert answer["Location"] == "/film/7-spoorloos/nieuws?na=3"


@pytest.mark.parametrize("count", [1, 3, 20])
def test_list_costs_the_same_queries_however_long(
    client, django_assert_num_queries, count
):
    film = FilmFactory()
    for _ in range(count):
        story(film)

    with django_assert_num_queries(3):
        client.get(f"{film.get_absolute_url()}/nieuws")


@pytest.mark.parametrize("many", [True, False])
def test_newest_are_found_by_their_index_be_there_thousands_or_none(many):
    film, other = FilmFactory(), FilmFactory()
    template = ArticleFactory()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into news_article (headline, intro, body, html, renderer,"
            " word_count, stage, published_at, rubric_id, author_id, created_at,"
            " changed_at, search_key) select 'Kop ' || step, '', '', '', 1, 1, 'ready',"
            " now() - step * interval '1 hour', %s, %s, now(), now(), ''"
            " from generate_series(1, 3000) as step returning id",
            [template.rubric_id, template.author_id],
        )
        keys = [key for (key,) in cursor.fetchall()]
        cursor.executemany(
            "insert into news_abouttitle (role, position, article_id, title_id)"
            " values ('subject', 0, %s, %s)",
            [(key, film.pk) for key in keys],
        )
        cursor.execute("analyze news_article, news_abouttitle")
    title = film if many else other
    rows = AboutTitle.objects.filter(title=title).published().newest_first()

    plan = rows.for_cards()[:5].explain(analyze=True)

    assert "Seq Scan on news_a" not in plan
    # Of a title with few an index that holds nothing else does as well.
    assert not many or re.search(
        r"about_title_newest .*\(actual time=\S+ rows=5\b", plan
    )
    assert rows.count() == (3000 if many else 0)
