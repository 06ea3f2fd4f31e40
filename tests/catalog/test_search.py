"""Finding titles and people by their names."""

import pytest

from catalog.models import Kind
from catalog.search import find_people, find_titles
from tests.factories import (
    AlternativeTitleFactory,
    FilmFactory,
    PersonFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


def films(words, most=10):
    return [title.name for title in find_titles(words, kind=Kind.FILM, most=most)]


def people(words, most=10):
    return [person.name for person in find_people(words, most=most)]


def test_exact_name_comes_before_a_beginning_and_that_before_an_inside():
    for name in ("Alien", "Not an Alien", "Alien 3", "Aliens", "Alienated forever"):
        FilmFactory(name=name)

    assert films("alien") == [
        "Alien",
        "Aliens",
        "Alien 3",
        "Alienated forever",
        "Not an Alien",
    ]


@pytest.mark.parametrize("typed", ["amelie", "Amélie", "AMELIE", "Ame\u0301lie"])
def test_accents_and_capitals_do_not_matter(typed):
    FilmFactory(name="Amélie")

    assert films(typed) == ["Amélie"]


def test_words_may_come_in_another_order():
    FilmFactory(name="Het meisje met het rode haar")
    FilmFactory(name="Het rode paard")

    assert films("haar rode") == ["Het meisje met het rode haar"]


def test_signs_between_words_do_not_matter():
    FilmFactory(name="E.T. the Extra-Terrestrial")

    assert films("extra terrestrial!") == ["E.T. the Extra-Terrestrial"]


def test_other_name_finds_its_title_once():
    film = FilmFactory(name="Spoorloos")
    AlternativeTitleFactory(title=film, name="The Vanishing")
    AlternativeTitleFactory(title=film, name="The Vanishing", language="")

    assert films("vanishing") == ["Spoorloos"]


def test_exact_other_name_comes_before_a_longer_own_name():
    AlternativeTitleFactory(title=FilmFactory(name="Spoorloos"), name="The Vanishing")
    FilmFactory(name="The Vanishing Point")

    assert films("the vanishing") == ["Spoorloos", "The Vanishing Point"]


def test_one_short_word_is_the_beginning_of_a_name():
    for name in ("M", "Mira", "Amsterdamned"):
        FilmFactory(name=name)

    assert films("m") == ["M", "Mira"]


def test_short_word_beside_a_longer_one_is_looked_for_anywhere():
    FilmFactory(name="Die Hard")
    FilmFactory(name="Hard Candy")

    assert films("hard di") == ["Die Hard"]


def test_hidden_titles_are_not_found_by_any_name():
    film = FilmFactory(name="Verborgen", visible=False)
    AlternativeTitleFactory(title=film, name="Hidden")

    assert films("verborgen") + films("hidden") == []


def test_kinds_are_looked_for_apart():
    FilmFactory(name="Fargo")
    SeriesFactory(name="Fargo")

    found = [
        find_titles("fargo", kind=kind, most=5)[0].kind for kind in ("film", "series")
    ]

    assert found == ["film", "series"]


def test_never_more_are_found_than_asked_for():
    for number in range(5):
        FilmFactory(name=f"Rocky {number}")

    assert films("rocky", most=3) == ["Rocky 0", "Rocky 1", "Rocky 2"]


def test_script_without_case_is_found():
    FilmFactory(name="기생충")

    assert films("기생충") == ["기생충"]


@pytest.mark.parametrize(
    "words", ["", " ", "!?", "%", "_", "\\", "'", '"', "%%%", "\x00", "((", "'; --"]
)
def test_words_without_letters_find_nothing(words):
    FilmFactory(name="100% Wolf_gang \\ 'x'")

    assert (films(words), people(words)) == ([], [])


@pytest.mark.parametrize("words", ["1%f", "w_lf", "w%f", "wol\\"])
def test_signs_of_the_database_have_no_meaning(words):
    FilmFactory(name="Golf")

    assert films(words) == []


def test_people_are_found_by_parts_of_their_names():
    for name in ("Carice van Houten", "Jelka van Houten", "Rutger Hauer"):
        PersonFactory(name=name)

    assert (people("houten"), people("Houten Carice"), people("rutg")) == (
        ["Jelka van Houten", "Carice van Houten"],
        ["Carice van Houten"],
        ["Rutger Hauer"],
    )


def test_hidden_people_are_not_found():
    PersonFactory(name="Verborgen", visible=False)

    assert people("verborgen") == []


@pytest.mark.parametrize("count", [1, 3, 30])
def test_search_costs_three_queries_however_much_is_found(
    count, django_assert_num_queries
):
    for number in range(count):
        AlternativeTitleFactory(title=FilmFactory(name=f"Film {number}"), name="Film")

    with django_assert_num_queries(3):
        found = [
            str(title.poster) for title in find_titles("film", kind="film", most=60)
        ]

    assert len(found) == count
