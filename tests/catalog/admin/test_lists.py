"""Lists on the desk: searched, filtered, and never counted to the end."""

import pytest
from django.urls import reverse

from catalog.models import ImportedTitle
from moviemeter.lib import long_lists
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    PlotFactory,
    SeasonFactory,
    SeriesFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def found(desk, name, **query):
    """Ids in the list, in its order."""
    answer = desk.get(reverse(f"admin:catalog_{name}_changelist"), query)
    return [thing.pk for thing in answer.context["cl"].result_list]


def chosen(desk, model, field, term):
    answer = desk.get(
        "/beheer/autocomplete/",
        {
            "term": term,
            "app_label": "catalog",
            "model_name": model,
            "field_name": field,
        },
    )
    return [row["text"] for row in answer.json()["results"]]


# Searching


def test_list_starts_with_what_was_added_last(desk):
    first, second = FilmFactory(name="A"), FilmFactory(name="B")

    assert found(desk, "film") == [second.pk, first.pk]


def test_what_is_called_just_so_comes_before_what_begins_so(desk):
    later = FilmFactory(name="The Dune")
    longer = FilmFactory(name="Dune Part Two")
    just_so = FilmFactory(name="Dune")
    FilmFactory(name="Arrival")

    assert found(desk, "film", q="dune") == [just_so.pk, longer.pk, later.pk]


def test_column_that_was_chosen_orders_what_is_found(desk):
    b, a = FilmFactory(name="Dune B"), FilmFactory(name="Dune A")
    FilmFactory(name="Arrival")

    assert found(desk, "film", q="dune", o="2") == [a.pk, b.pk]


def test_film_is_found_by_another_name(desk):
    film = FilmFactory(name="Spoorloos")
    AlternativeTitleFactory(title=film, name="The Vanishing")
    FilmFactory(name="Iets anders")

    assert found(desk, "film", q="vanishing") == [film.pk]


@pytest.mark.parametrize("words", ["dune 2021", "Dune (2021)"])
def test_year_behind_a_name_narrows_it_down(desk, words):
    FilmFactory(name="Dune", year=1984)
    wanted = FilmFactory(name="Dune", year=2021)

    assert found(desk, "film", q=words) == [wanted.pk]


def test_year_that_is_part_of_a_name_is_found_as_well(desk):
    film = FilmFactory(name="Blade Runner 2049", year=2017)

    assert found(desk, "film", q="blade runner 2049") == [film.pk]


def test_season_is_found_by_its_series_and_number(desk):
    series = SeriesFactory(name="The Wire")
    first = SeasonFactory(series=series, season_number=1)
    second = SeasonFactory(series=series, season_number=2)
    SeasonFactory()

    assert found(desk, "season", q="the wire") == [second.pk, first.pk]
    assert found(desk, "season", q="wire 2") == [second.pk]


def test_title_is_found_by_an_id_elsewhere_and_by_its_own(desk):
    film = TitleOutsideIdFactory(value="tt0096163").title
    FilmFactory()

    assert found(desk, "film", q="tt0096163") == [film.pk]
    assert found(desk, "film", q=f"#{film.pk}") == [film.pk]


def test_person_is_found_by_name_and_by_id(desk):
    person = PersonOutsideIdFactory(
        value="nm0000361", person__name="Johanna ter Steege"
    ).person
    PersonFactory(name="Iemand")

    assert [
        found(desk, "person", q=words)
        for words in ("steege johanna", "nm0000361", f"#{person.pk}")
    ] == [[person.pk]] * 3


@pytest.mark.parametrize("name", ["film", "season", "person"])
@pytest.mark.parametrize("words", ["!?", "#", "#99999999999999999999", "tt1"])
def test_words_that_name_nothing_find_nothing(desk, name, words):
    FilmFactory(), SeasonFactory(), PersonFactory()

    assert found(desk, name, q=words) == []


def test_people_of_one_name_are_told_apart_while_typing(desk):
    known = PersonFactory(name="Jan de Vries", born_on="1950-03-01")
    CreditFactory(person=known, title__name="Spoorloos", title__year=1988)
    CreditFactory(person=known, title__name="Amsterdamned", title__year=1990)
    other = PersonFactory(name="Jan de Vries")

    told = chosen(desk, "credit", "person", "jan de")

    assert told == [
        f"Jan de Vries · #{other.pk}",
        f"Jan de Vries (1950) · Amsterdamned · #{known.pk}",
    ]


# Filters


def test_filters_find_what_is_still_to_do(desk):
    bare = FilmFactory(poster=None)
    whole = FilmFactory(poster=PictureFactory())
    PlotFactory(title=whole)
    CreditFactory(title=whole)
    TitleGenreFactory(title=whole)

    lacking = [
        found(desk, "film", zonder=lack)
        for lack in ("affiche", "inhoud", "medewerkers", "genre")
    ]

    assert lacking == [[bare.pk]] * 4


def test_filters_find_people_of_whom_something_lacks(desk):
    bare = PersonFactory()
    whole = PersonFactory(born_on="1950-01-01", portrait=PictureFactory())
    CreditFactory(person=whole)

    lacking = [
        found(desk, "person", zonder=lack)
        for lack in ("portret", "geboortedatum", "medewerkingen")
    ]

    assert lacking == [[bare.pk]] * 3


def test_films_are_filtered_by_decade_and_genre(desk):
    eighties = TitleGenreFactory(title__year=1989, name="thriller").title
    nineties = TitleGenreFactory(title__year=1990, name="thriller").title
    unknown = TitleGenreFactory(title__year=None, name="drama").title

    assert found(desk, "film", decennium="1980") == [eighties.pk]
    assert found(desk, "film", decennium="onbekend") == [unknown.pk]
    assert found(desk, "film", genre="thriller") == [nineties.pk, eighties.pk]


def test_films_are_filtered_by_where_they_came_from(desk):
    made, imported = FilmFactory(), FilmFactory()
    ImportedTitle.objects.create(source="open", key="film:1", title=imported)

    assert found(desk, "film", herkomst="import") == [imported.pk]
    assert found(desk, "film", herkomst="eigen") == [made.pk]


@pytest.mark.parametrize("name", ["zonder", "decennium", "genre", "herkomst"])
def test_filter_that_does_not_exist_shows_all(desk, name):
    film = FilmFactory()

    answer = desk.get("/beheer/catalog/film/", {name: "onzin"}, follow=True)

    assert [row.pk for row in answer.context["cl"].result_list] == [film.pk]


# Bounds


def test_list_is_counted_up_to_a_bound_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_COUNTED", 3)
    FilmFactory.create_batch(4)

    page = Page(desk.get("/beheer/catalog/film/"))

    assert "3 films of meer" in page.text


def test_short_list_is_counted_exactly(desk):
    FilmFactory.create_batch(2)

    assert "2 films" in Page(desk.get("/beheer/catalog/film/")).text


@pytest.mark.parametrize("count", [1, 3, 20])
@pytest.mark.parametrize(("name", "queries"), [("film", 7), ("person", 6)])
def test_list_costs_the_same_queries_however_long(
    desk, django_assert_num_queries, name, queries, count
):
    for _ in range(count):
        if name == "film":
            FilmFactory(poster=PictureFactory())
        else:
            PersonFactory(portrait=PictureFactory())

    with django_assert_num_queries(queries):
        desk.get(reverse(f"admin:catalog_{name}_changelist"))


# Actions


def test_films_are_hidden_together_and_each_keeps_its_history(desk, editor):
    films = FilmFactory.create_batch(2)

    desk.post(
        "/beheer/catalog/film/",
        {"action": "hide", "_selected_action": [film.pk for film in films]},
    )

    for film in films:
        film.refresh_from_db()
        assert not film.visible
        assert film.history.latest().history_user == editor
