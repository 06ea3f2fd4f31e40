"""The front page."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from catalog.models import Job
from tests.factories import (
    ArticleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    PlotFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleCountryFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def test_empty_site_says_that_nothing_is_here_yet(client):
    page = Page(client.get("/"))

    assert page.heading == "Filmnieuws en meningen"
    assert "Hier is nog niets" in page.text
    assert page.attributes("img") == []


def test_film_of_the_day_stands_first_with_its_first_paragraph(client):
    still = StillFactory(title__name="Spoorloos", title__year=1988)
    PlotFactory(title=still.title, text="Rex zoekt Saskia.\n\nJaren later.")

    page = Page(client.get("/"))

    assert page.heading == "Spoorloos"
    assert page.links[page.links.index(still.title.get_absolute_url())]
    assert "Film van de dag" in page.text
    assert "Rex zoekt Saskia." in page.text
    assert "Jaren later." not in page.text
    assert page.attributes("img")[0]["fetchpriority"] == "high"


def test_series_of_the_day_is_called_one(client):
    StillFactory(title=SeriesFactory(name="The Wire"))

    assert "Serie van de dag" in Page(client.get("/")).text


def test_film_of_the_day_is_the_same_all_day_and_changes_over_the_days(client):
    for number in range(8):
        StillFactory(title__name=f"Film {number}")
    seen = {}

    for day in range(1, 7):
        for hour in (1, 22):
            with time_machine.travel(
                datetime.datetime(2026, 1, day, hour, tzinfo=datetime.UTC), tick=False
            ):
                seen.setdefault(day, set()).add(Page(client.get("/")).heading)

    assert {len(headings) for headings in seen.values()} == {1}
    assert len(set().union(*seen.values())) > 1


def test_hidden_film_is_never_the_film_of_the_day(client):
    StillFactory(title__visible=False, title__name="Verborgen")

    assert "Verborgen" not in client.get("/").content.decode()


def test_film_of_the_day_with_an_expired_picture_shows_none(client):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011
    StillFactory(picture__ends_on=yesterday, picture__credit="© ANP")

    page = Page(client.get("/"))

    assert page.attributes("img") == []
    assert "© ANP" not in page.text


def test_home_made_films_are_those_whose_first_country_is_dutch_or_belgian(client):
    TitleCountryFactory(title__name="Hollands", code="NL")
    TitleCountryFactory(title__name="Vlaams", code="BE")
    TitleCountryFactory(title__name="Mede", code="NL", position=1)
    TitleCountryFactory(title__name="Frans", code="FR")

    text = Page(client.get("/")).text

    assert [name in text for name in ("Hollands", "Vlaams", "Mede", "Frans")] == [
        True,
        True,
        False,
        False,
    ]


def test_shelf_holds_the_newest_series_and_no_seasons(client):
    for year in range(2000, 2008):
        SeriesFactory(name=f"Serie uit {year}", year=year)
    SeasonFactory(series__name="Zonder jaar", name="Seizoen apart", year=2020)

    page = Page(client.get("/"))

    assert page.texts("h3") == [f"Serie uit {year}" for year in range(2007, 2001, -1)]


@time_machine.travel("2026-01-23T12:00+01:00", tick=False)
def test_people_who_were_born_on_this_day_are_named(client):
    PersonFactory(name="Jarige", born_on="1944-01-23")
    PersonFactory(name="Met portret", born_on="1950-01-23", portrait=PictureFactory())
    PersonFactory(name="Morgen", born_on="1944-01-24")
    PersonFactory(name="Geheim", born_on="1944-01-23", visible=False)

    page = Page(client.get("/"))

    assert page.texts("h3") == ["Met portret", "Jarige"]


@time_machine.travel("2026-01-22T23:30:00+00:00", tick=False)
def test_this_day_begins_at_midnight_in_amsterdam(client):
    PersonFactory(name="Jarige", born_on="1944-01-23")

    assert "Jarige" in Page(client.get("/")).text


def test_front_page_leads_to_every_genre_and_the_last_ten_decades(client):
    with time_machine.travel("2026-06-01", tick=False):
        page = Page(client.get("/"))

    assert len(set(filter(lambda link: link.startswith("/genre/"), page.links))) == 22
    assert [link for link in page.links if link.startswith("/decennium/")] == [
        f"/decennium/{year}/" for year in range(2020, 1920, -10)
    ]


def test_front_page_tells_machines_which_site_this_is(client):
    page = Page(client.get("/"))

    assert page.graph["WebSite"] == {
        "@type": "WebSite",
        "name": "MovieMeter",
        "url": "http://localhost:8000/",
    }
    assert page.canonical == "http://localhost:8000/"
    assert page.meta("og:type") == "website"


@time_machine.travel("2026-01-23T12:00+01:00", tick=False)
@pytest.mark.parametrize("count", [1, 3, 30])
def test_front_page_costs_the_same_queries_however_full(
    client, django_assert_num_queries, count
):
    for _ in range(count):
        film = FilmFactory(poster=PictureFactory(), year=2000)
        series = SeriesFactory(poster=PictureFactory())
        StillFactory(title=film)
        TitleCountryFactory(title=film, code="NL")
        for title in (film, series):
            PlotFactory(title=title)
            ScoreFactory(title=title, b7=6)
            CreditFactory(title=title, job=Job.DIRECTOR)
        PersonFactory(born_on="1944-01-23", portrait=PictureFactory())

    with django_assert_num_queries(10):
        client.get("/")


def test_newest_story_leads_and_others_follow(client):
    now = timezone.now()
    for hours in range(9):
        ArticleFactory(
            headline=f"Verhaal van {hours} uur geleden",
            published_at=now - datetime.timedelta(hours=hours),
        )
    StillFactory(title__name="Spoorloos")

    page = Page(client.get("/"))

    assert page.heading == "Verhaal van 0 uur geleden"
    assert "Verhaal van 6 uur geleden" in page.text
    assert "Verhaal van 7 uur geleden" not in page.text
    assert "Film van de dag" not in page.text


@pytest.mark.parametrize("count", [1, 3, 20])
def test_front_page_with_stories_costs_the_same_queries_however_many(
    client, django_assert_num_queries, count
):
    for _ in range(count):
        ArticleFactory(picture=PictureFactory())

    with django_assert_num_queries(8):
        client.get("/")
