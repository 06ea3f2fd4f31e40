"""Lists by kind, genre, country, year and decade; people by name; what to choose."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Job
from moviemeter.pages.browse import PEOPLE_A_PAGE, TITLES_A_PAGE
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    TitleCountryFactory,
    TitleGenreFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def names(client, address):
    """The names on the cards of a list."""
    page = Page(client.get(address))
    return page.texts("h2")


def test_films_stand_newest_first_and_hide_what_is_hidden(client):
    for name, year in (("Oud", 1990), ("Nieuw", 2020), ("Zonder jaar", None)):
        FilmFactory(name=name, year=year)
    FilmFactory(name="Verborgen", visible=False)
    SeriesFactory(name="Een serie")

    assert names(client, "/film/") == ["Nieuw", "Oud", "Zonder jaar"]


def test_series_list_shows_series_and_no_seasons(client):
    SeasonFactory(series__name="The Wire", series__year=2002)
    FilmFactory()

    page = Page(client.get("/serie/"))

    assert page.texts("h2") == ["The Wire"]
    assert "serie 2002" in page.text


def test_genre_shows_its_films_and_series(client):
    TitleGenreFactory(title__name="Horrorfilm", title__year=2000, name="horror")
    TitleGenreFactory(title=SeriesFactory(name="Horrorserie"), name="horror")
    TitleGenreFactory(title__name="Drama", name="drama")

    page = Page(client.get("/genre/horror/"))

    assert page.heading == "Horror"
    assert page.texts("h2") == ["Horrorfilm", "Horrorserie"]


def test_country_shows_every_title_from_there_main_or_not(client):
    TitleCountryFactory(title__name="Vlaams", title__year=2001, code="BE")
    TitleCountryFactory(title__name="Mede", title__year=2000, code="BE", position=1)
    TitleCountryFactory(title__name="Frans", code="FR")

    page = Page(client.get("/land/belgie/"))

    assert page.heading == "België"
    assert page.texts("h2") == ["Vlaams", "Mede"]


def test_year_shows_its_titles_and_leads_to_the_years_around_it(client):
    FilmFactory(name="Spoorloos", year=1988)
    FilmFactory(name="Ander jaar", year=1989)

    page = Page(client.get("/jaar/1988/"))

    assert page.heading == "1988"
    assert page.texts("h2") == ["Spoorloos"]
    assert ("/jaar/1987/" in page.links, "/jaar/1989/" in page.links) == (True, True)


def test_decade_shows_ten_years_and_leads_to_each(client):
    for year in (1979, 1980, 1989, 1990):
        FilmFactory(name=f"Film uit {year}", year=year)

    page = Page(client.get("/decennium/1980/"))

    assert page.texts("h2") == ["Film uit 1989", "Film uit 1980"]
    assert [link for link in page.links if link.startswith("/jaar/19")] == [
        f"/jaar/{year}/" for year in range(1980, 1990)
    ]


def test_seasons_stand_in_no_list_by_themselves(client):
    season = SeasonFactory(year=2002)
    TitleGenreFactory(title=season, name="misdaad")
    TitleCountryFactory(title=season, code="US")

    shown = [
        names(client, address)
        for address in ("/genre/misdaad/", "/land/verenigde-staten/", "/jaar/2002/")
    ]

    assert shown == [["Hier zijn nog geen titels"]] * 3


def test_card_shows_a_score_and_a_poster(client):
    poster = PictureFactory(alt="Affiche")
    film = FilmFactory(name="Spoorloos", year=1988, poster=poster)
    ScoreFactory(title=film, b8=4, b9=1)

    page = Page(client.get("/film/"))

    assert page.texts("li", class_="title-card") == ["Spoorloos 4,10 1988"]
    (image,) = page.attributes("img")
    assert (image["src"], image["alt"]) == (f"/media/{poster.file}", "")


def test_first_poster_of_a_list_is_fetched_before_the_others(client):
    for _ in range(3):
        FilmFactory(poster=PictureFactory())

    page = Page(client.get("/film/"))

    assert [
        (attrs.get("fetchpriority"), attrs.get("loading"))
        for attrs in page.attributes("img")
    ] == [("high", None), (None, "lazy"), (None, "lazy")]


def test_card_of_a_title_without_a_poster_shows_its_name_instead(client):
    FilmFactory(name="Kaal")

    page = Page(client.get("/film/"))

    assert page.texts("div", class_="poster poster--none") == ["Kaal"]


def test_card_whose_poster_has_expired_shows_the_name_instead(client):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011
    FilmFactory(name="Verlopen", poster=PictureFactory(ends_on=yesterday))

    page = Page(client.get("/film/"))

    assert (
        page.attributes("img"),
        page.texts("div", class_="poster poster--none"),
    ) == (
        [],
        ["Verlopen"],
    )


def test_films_go_on_on_a_second_page_and_back(client):
    for number in range(TITLES_A_PAGE + 1):
        FilmFactory(name=f"Film {number:02}", year=2000)
    first = Page(client.get("/film/"))

    (following,) = [attrs["href"] for attrs in first.attributes("a", rel="next")]
    second = Page(client.get(f"/film/{following}"))
    (back,) = [attrs["href"] for attrs in second.attributes("a", rel="prev")]
    again = Page(client.get(f"/film/{back}"))

    assert second.texts("h2") == [f"Film {TITLES_A_PAGE}"]
    assert again.texts("h2") == first.texts("h2")
    assert again.attributes("a", rel="prev") == []


@pytest.mark.parametrize("query", ["na=abc", "na=999999", "voor=-1", "sort=x&na=%00"])
def test_odd_place_in_a_list_gives_its_first_page(client, query):
    FilmFactory(name="Eerste")

    assert names(client, f"/film/?{query}") == ["Eerste"]


@pytest.mark.parametrize(
    "address",
    ["/film/", "/serie/", "/genre/drama/", "/land/nederland/", "/jaar/1988/"],
)
def test_empty_list_says_so_and_helps_on(client, address):
    page = Page(client.get(address))

    assert "geen titels" in page.text
    assert "/zoeken" in page.links


@pytest.mark.parametrize(
    "address",
    [
        "/genre/kookprogramma/",
        "/land/atlantis/",
        "/decennium/1985/",
        "/jaar/88/",
        "/jaar/19888/",
        "/jaar/3000/",
        "/genre/Drama/",
    ],
)
def test_list_that_does_not_exist_is_not_there(client, address):
    assert client.get(address).status_code == 404


def test_people_stand_by_the_main_part_of_their_name(client):
    for name in ("Carice van Houten", "Rutger Hauer", "Jan de Bont"):
        PersonFactory(name=name)
    PersonFactory(name="Aap Verborgen", visible=False)

    assert names(client, "/persoon/") == [
        "Bont, Jan de",
        "Hauer, Rutger",
        "Houten, Carice van",
    ]


@pytest.mark.parametrize(
    ("letters", "first"),
    [("", "Aap"), ("m", "Mies"), ("M", "Mies"), ("ze", "Zet"), ("%00", "Aap")],
)
def test_people_list_begins_at_a_letter(client, letters, first):
    for name in ("Aap", "Noot", "Mies", "Zet"):
        PersonFactory(name=name)

    assert names(client, f"/persoon/?vanaf={letters}")[0] == first


def test_people_list_from_a_letter_leads_back_to_those_before_it(client):
    for name in ("Aap", "Mies"):
        PersonFactory(name=name)
    page = Page(client.get("/persoon/?vanaf=m"))

    (back,) = [attrs["href"] for attrs in page.attributes("a", rel="prev")]

    assert page.texts("h2") == ["Mies"]
    assert names(client, f"/persoon/{back}") == ["Aap"]


def test_people_list_from_the_first_letter_leads_to_nobody_before_it(client):
    PersonFactory(name="Aap")

    page = Page(client.get("/persoon/?vanaf=a"))

    assert page.attributes("a", rel="prev") == []


def test_people_list_leads_to_every_letter(client):
    page = Page(client.get("/persoon/"))

    letters = [link[-1] for link in page.links if "vanaf=" in link]
    assert [letter.upper() for letter in letters] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/jaar/1869/", 404),
        ("/jaar/1870/", 200),
        ("/jaar/2100/", 200),
        ("/jaar/2101/", 404),
        ("/decennium/1860/", 404),
        ("/decennium/1870/", 200),
    ],
)
def test_years_without_film_are_not_there(client, address, status):
    assert client.get(address).status_code == status


def test_first_and_last_year_lead_to_no_year_that_is_not_there(client):
    first = Page(client.get("/jaar/1870/")).links
    last = Page(client.get("/jaar/2100/")).links

    assert ("/jaar/1869/" in first, "/jaar/1871/" in first) == (False, True)
    assert ("/jaar/2099/" in last, "/jaar/2101/" in last) == (True, False)


def test_people_list_without_anybody_says_so(client):
    assert "Hier is nog niemand" in Page(client.get("/persoon/")).text


def test_genres_are_all_to_choose_from(client):
    page = Page(client.get("/genre/"))

    assert len([link for link in page.links if link.startswith("/genre/")]) >= 21
    assert "sciencefiction" in page.text


def test_countries_to_choose_from_have_a_title_that_can_be_seen(client):
    TitleCountryFactory(code="BE")
    TitleCountryFactory(code="NL", title__visible=False)
    TitleCountryFactory(code="US", title=SeasonFactory())

    page = Page(client.get("/land/"))

    assert [link for link in page.links if link.startswith("/land/b")] == [
        "/land/belgie/"
    ]
    assert ("Nederland" in page.text, "Verenigde Staten" in page.text) == (False, False)


@time_machine.travel("2026-03-01", tick=False)
def test_years_to_choose_from_have_a_title_that_can_be_seen(client):
    FilmFactory(year=1988)
    FilmFactory(year=1981)
    SeriesFactory(year=2002)
    FilmFactory(year=1950, visible=False)
    SeasonFactory(series__year=None, year=1960)

    page = Page(client.get("/jaar/"))

    assert [
        link
        for link in page.links
        if link.startswith(("/jaar/1", "/jaar/2", "/decennium"))
    ] == [
        "/decennium/2000/",
        "/jaar/2002/",
        "/decennium/1980/",
        "/jaar/1988/",
        "/jaar/1981/",
    ]


QUERIES = {
    "/film/": 2,
    "/serie/": 2,
    "/jaar/2002/": 2,
    "/decennium/2000/": 2,
    "/genre/drama/": 3,
    "/land/nederland/": 3,
    "/persoon/": 2,
    "/genre/": 2,
    "/land/": 2,
    "/jaar/": 2,
}


@pytest.mark.parametrize("count", [1, 3, 40])
def test_lists_cost_the_same_queries_however_long(client, count):
    for make in (FilmFactory, SeriesFactory):
        for _ in range(count):
            title = make(year=2002, poster=PictureFactory())
            TitleGenreFactory(title=title, name="drama")
            TitleCountryFactory(title=title, code="NL")
            ScoreFactory(title=title, b7=6)
    PersonFactory.create_batch(count, portrait=PictureFactory())

    counted = {}
    for address in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counted[address] = len(queries)

    assert counted == QUERIES


def test_page_in_the_middle_of_a_list_costs_what_the_first_costs(
    client, django_assert_num_queries
):
    people = [PersonFactory(name=f"P {number:03}") for number in range(70)]

    with django_assert_num_queries(2):
        page = Page(client.get(f"/persoon/?na={people[9].pk}"))

    assert len(page.texts("h2")) == PEOPLE_A_PAGE


def test_list_tells_machines_the_way_to_it(client):
    CreditFactory(job=Job.DIRECTOR)

    page = Page(client.get("/genre/drama/"))

    steps = page.graph["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Voorpagina", "Genres", "drama"]
    assert page.canonical == "http://localhost:8000/genre/drama/"


def test_last_decade_leads_to_no_year_beyond_the_last(client):
    page = Page(client.get("/decennium/2100/"))

    assert "/jaar/2100/" in page.links
    assert "/jaar/2101/" not in page.links
