"""Hints: small cards of titles and people, without a frame."""

import pytest

from catalog.merging.merging import merge_titles, preview_merge
from catalog.models import Job, Title
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    TitleCountryFactory,
    UserFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def card(client, thing):
    return client.get(f"{thing.get_absolute_url()}/kaart")


def words(answer):
    return Page(answer).text_of("div", class_="hint")


def test_card_of_a_film_tells_year_countries_maker_and_score(client):
    film = FilmFactory(name="Spoorloos", year=1988, poster=PictureFactory())
    TitleCountryFactory(title=film, code="NL", position=0)
    TitleCountryFactory(title=film, code="FR", position=1)
    CreditFactory(title=film, job=Job.DIRECTOR, person__name="George Sluizer")
    ScoreFactory(title=film, b7=6)

    answer = card(client, film)

    assert words(answer) == (
        "Spoorloos 1988 Nederland / Frankrijk van George Sluizer 3,50 6 stemmen"
    )
    assert Page(answer).attributes("img")[0]["alt"] == ""
    assert Page(answer).attributes("html") == []


def test_card_of_a_film_of_which_little_is_known_tells_its_name(client):
    film = FilmFactory(name="Iets")
    ScoreFactory(title=film, b7=2)

    assert words(card(client, film)) == "Iets Iets"  # Once in the poster's place.


def test_card_of_a_season_has_its_series_creators(client):
    season = SeasonFactory(series__name="The Wire", season_number=2, year=2003)
    CreditFactory(title=season.series, job=Job.DIRECTOR, person__name="Iemand")
    CreditFactory(title=season.series, job=Job.CREATOR, person__name="David Simon")
    season.poster = PictureFactory()
    season.save()

    assert words(card(client, season)) == "The Wire: seizoen 2 2003 van David Simon"


def test_card_of_a_person_tells_years_and_what_they_are_known_from(client):
    person = PersonFactory(
        name="Rutger Hauer",
        born_on="1944-01-23",
        died_on="2019-07-19",
        portrait=PictureFactory(),
    )
    for name, votes in (("Soldaat", 5), ("Blade Runner", 9), ("Nighthawks", 0)):
        credit = CreditFactory(person=person, title__name=name, title__year=1980)
        CreditFactory(person=person, title=credit.title, job=Job.PRODUCER)
        ScoreFactory(title=credit.title, b8=votes)
    CreditFactory(person=person, title=FilmFactory(visible=False, name="Verborgen"))

    assert words(card(client, person)) == (
        "Rutger Hauer 1944-2019 bekend van Blade Runner (1980), Soldaat (1980)"
    )


@pytest.mark.parametrize(
    "factory", [FilmFactory, SeriesFactory, SeasonFactory, PersonFactory]
)
def test_card_is_public_for_a_minute_and_no_page_to_search_engines(client, factory):
    answer = card(client, factory())

    assert answer["Cache-Control"].startswith("public, max-age=")
    assert answer["X-Robots-Tag"] == "noindex"
    assert dict(answer.cookies) == {}


@pytest.mark.parametrize(
    "address", ["/film/7/kaart", "/film/7-oude-naam/kaart", "/film/7-/kaart"]
)
def test_card_by_number_or_old_name_leads_to_its_right_address(client, address):
    FilmFactory(pk=7, name="Spoorloos")

    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (301, "/film/7-spoorloos/kaart")


def test_card_of_a_merged_film_is_the_survivors(client):
    editor = UserFactory(is_superuser=True)
    old, into = FilmFactory(name="Jaws 1"), FilmFactory(name="Jaws")
    address = f"{old.get_absolute_url()}/kaart"
    seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=editor).seen
    merge_titles(old=old, into=into, by=editor, seen=seen)

    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (
        301,
        f"{into.get_absolute_url()}/kaart",
    )


def test_card_of_what_nobody_may_see_is_not_there(client):
    film, person = FilmFactory(visible=False), PersonFactory(visible=False)
    season = SeasonFactory(series__visible=False)

    assert [card(client, thing).status_code for thing in (film, person, season)] == [
        404
    ] * 3
    assert client.get("/serie/1/seizoen/1/kaart").status_code == 404


@pytest.mark.parametrize("count", [1, 3, 20])
def test_card_costs_two_queries_however_much_there_is(
    client, django_assert_num_queries, count
):
    film, person = FilmFactory(), PersonFactory(portrait=PictureFactory())
    for _ in range(count):
        CreditFactory(title=film, job=Job.DIRECTOR)
        CreditFactory(person=person)
    for code in ("NL", "FR", "BE")[:count]:
        TitleCountryFactory(title=film, code=code)

    for thing in (film, person):
        with django_assert_num_queries(2):
            card(client, thing)
