"""The page on which one searches."""

import pytest

from moviemeter.pages.search import HITS_OF_ALL, HITS_OF_ONE, LONGEST_QUERY
from tests.factories import (
    AlternativeTitleFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    SeriesFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def searched(client, **query):
    return Page(client.get("/zoeken", query))


def test_search_shows_films_series_and_people_apart(client):
    FilmFactory(name="Fargo", year=1996)
    SeriesFactory(name="Fargo", year=2014)
    PersonFactory(name="Ann Fargo")

    page = searched(client, q="fargo")

    assert page.texts("h2") == ["Films", "Series", "Personen"]
    assert page.texts("h3") == ["Fargo", "Fargo", "Ann Fargo"]


@pytest.mark.parametrize(
    ("scope", "heading"),
    [("films", "Films"), ("series", "Series"), ("personen", "Personen")],
)
def test_search_in_one_sort_shows_that_sort_alone(client, scope, heading):
    FilmFactory(name="Fargo")
    SeriesFactory(name="Fargo")
    PersonFactory(name="Ann Fargo")

    page = searched(client, q="fargo", **{"in": scope})

    assert page.texts("h2") == [heading]
    assert [attrs["value"] for attrs in page.attributes("input", checked=None)] == [
        scope
    ]


def test_search_in_an_unknown_sort_is_in_everything(client):
    FilmFactory(name="Fargo")

    assert searched(client, q="fargo", **{"in": "koken"}).texts("h3") == ["Fargo"]


def test_search_without_words_asks_for_them(client):
    page = searched(client)

    assert page.heading == "Zoeken"
    assert "te vinden" not in page.text


def test_search_that_finds_nothing_says_so_with_the_words(client):
    page = searched(client, q="  Zomaar   iets ")

    assert "Zomaar iets" in page.text
    assert page.texts("h3") == []


def test_search_in_one_sort_that_finds_nothing_offers_everything(client):
    page = searched(client, q="é&x", **{"in": "films"})

    assert "/zoeken?q=%C3%A9%26x" in page.links


def test_search_keeps_the_words_in_the_box(client):
    page = searched(client, q='rode "haar" & <b>')

    boxes = [attrs["value"] for attrs in page.attributes("input", type="search")]
    assert set(boxes) == {'rode "haar" & <b>'}


def test_search_with_more_hits_than_it_shows_leads_on(client):
    for number in range(HITS_OF_ALL + 1):
        FilmFactory(name=f"Rocky {number:02}")

    page = searched(client, q="rocky")

    assert len(page.texts("h3")) == HITS_OF_ALL
    assert "/zoeken?q=rocky&in=films" in page.links


def test_search_with_just_enough_hits_leads_to_no_more(client):
    for number in range(HITS_OF_ALL):
        FilmFactory(name=f"Rocky {number:02}")

    page = searched(client, q="rocky")

    assert "/zoeken?q=rocky&in=films" not in page.links


def test_search_in_one_sort_shows_many(client):
    for number in range(HITS_OF_ONE + 1):
        FilmFactory(name=f"Rocky {number:02}")

    page = searched(client, q="rocky", **{"in": "films"})

    assert len(page.texts("h3")) == HITS_OF_ONE


@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "'",
        '"',
        "%",
        "_",
        "\\",
        "\x00",
        "a\x00b",
        "Spoor\x00loos",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "' or 1=1; --",
        "a" * 10_000,
        "é" * 10_000,
        "<script>alert(1)</script>",
        "١٢٣",
        "\u202egnp",
    ],
)
def test_odd_words_are_answered_like_any(client, words):
    FilmFactory(name="Spoorloos")

    answer = client.get("/zoeken", {"q": words})

    assert answer.status_code == 200
    assert Page(answer).heading == "Zoeken"


@pytest.mark.parametrize("query", ["q=%FF", "q=%C3%28", "q=a&q=b", "in=films", "q"])
def test_odd_addresses_are_answered_like_any(client, query):
    answer = client.get(f"/zoeken?{query}")

    assert answer.status_code == 200


def test_very_long_words_are_cut(client):
    FilmFactory(name="a" * LONGEST_QUERY)

    page = searched(client, q="a" * 10_000)

    assert page.texts("h3") == ["a" * LONGEST_QUERY]


def test_search_is_not_for_search_engines(client):
    page = searched(client, q="x")

    assert (page.meta("robots"), page.canonical) == ("noindex", None)


@pytest.mark.parametrize("count", [1, 3, 30])
def test_search_costs_the_same_queries_however_much_it_finds(
    client, django_assert_num_queries, count
):
    for number in range(count):
        film = FilmFactory(name=f"Rood {number}", poster=PictureFactory())
        AlternativeTitleFactory(title=film, name="Rouge rood")
        SeriesFactory(name=f"Rood {number}")
        PersonFactory(name=f"Jan Rood {number}", portrait=PictureFactory())

    with django_assert_num_queries(9):
        client.get("/zoeken?q=rood")
