"""Which titles and people may be one and the same."""

import pytest

from catalog.doubles import find_doubles, tell_apart
from catalog.models import (
    LikelyPersonDouble,
    LikelyTitleDouble,
    NotPersonDouble,
    NotTitleDouble,
)
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    SeasonFactory,
    SeriesFactory,
    TitleOutsideIdFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def title_pairs():
    find_doubles()
    rows = LikelyTitleDouble.objects.order_by(*LikelyTitleDouble.PLACES)
    return [(row.first_id, row.second_id, row.likeness) for row in rows]


def person_pairs():
    find_doubles()
    rows = LikelyPersonDouble.objects.order_by(*LikelyPersonDouble.PLACES)
    return [(row.first_id, row.second_id, row.likeness) for row in rows]


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        (
            {"name": "Amélie", "year": 2001},
            {"name": "amelie", "year": 2001},
            "same-year",
        ),
        ({"name": "Abel", "year": 1986}, {"name": "Abel", "year": 1987}, "year-apart"),
        ({"name": "Abel"}, {"name": "Abel"}, "no-year"),
        (
            {"name": "Seven Samurai", "original_name": "七人の侍", "year": 1954},
            {"name": "De zeven", "original_name": "七人の侍", "year": 1954},
            "original-name",
        ),
        (
            {"name": "Seven Samurai", "original_name": "七人の侍", "year": 1954},
            {"name": "七人の侍", "year": 1955},
            "original-name",
        ),
        ({"name": "Abel", "year": 1986}, {"name": "Abel", "year": 1988}, None),
        ({"name": "Abel", "year": 1986}, {"name": "Abel"}, None),
        ({"name": "Abel", "year": 1986}, {"name": "Abeltje", "year": 1986}, None),
        ({"name": "…", "year": 1986}, {"name": "!", "year": 1986}, None),
    ],
)
@pytest.mark.parametrize("factory", [FilmFactory, SeriesFactory])
def test_titles_are_likely_doubles_by_name_and_year(factory, first, second, likeness):
    one, other = factory(**first), factory(**second)

    wanted = [(one.pk, other.pk, likeness)] if likeness else []
    assert title_pairs() == wanted


def test_film_and_series_of_one_name_are_no_doubles():
    FilmFactory(name="Fargo", year=1996)
    SeriesFactory(name="Fargo", year=1996)

    assert title_pairs() == []


def test_seasons_are_never_doubles():
    series = SeriesFactory()
    SeasonFactory(series=series, season_number=1, name="Deel", year=2000)
    SeasonFactory(series=series, season_number=2, name="Deel", year=2000)

    assert title_pairs() == []


def test_pair_that_other_catalogues_know_as_two_comes_last():
    doubtful = [FilmFactory(name="Abel", year=1986) for _ in range(2)]
    for film in doubtful:
        TitleOutsideIdFactory(title=film)
    apart = FilmFactory(name="Mira", year=1971), FilmFactory(name="Mira", year=1972)

    assert title_pairs() == [
        (apart[0].pk, apart[1].pk, "year-apart"),
        (doubtful[0].pk, doubtful[1].pk, "same-year"),
    ]


def test_people_of_one_name_at_one_title_are_likely_doubles():
    first = CreditFactory(person__name="Mies van Dam")
    second = CreditFactory(person__name="Mies Van Dam", title=first.title)
    CreditFactory(person__name="Mies van Dam")

    assert person_pairs() == [(first.person_id, second.person_id, "same-title")]


@pytest.mark.parametrize(
    ("born", "pairs"), [("1944-01-23", 1), ("1944-01-24", 0), (None, 0)]
)
def test_people_of_one_name_and_birthday_are_likely_doubles(born, pairs):
    PersonFactory(name="Mies van Dam", born_on="1944-01-23")
    PersonFactory(name="Mies van Dam", born_on=born)

    assert len(person_pairs()) == pairs


def test_people_born_on_two_days_are_two_even_at_one_title():
    first = CreditFactory(person=PersonFactory(name="Mies", born_on="1944-01-23"))
    CreditFactory(
        person=PersonFactory(name="Mies", born_on="1974-05-01"), title=first.title
    )

    assert person_pairs() == []


def test_people_with_two_ids_of_one_source_come_last():
    film = FilmFactory()
    for name in ("A", "A", "B", "B"):
        CreditFactory(title=film, person__name=name)
    for credit in film.credits.filter(person__name="A"):
        PersonOutsideIdFactory(person=credit.person)

    find_doubles()

    rows = LikelyPersonDouble.objects.order_by("place").select_related("first")
    assert [(row.first.name, row.is_doubtful) for row in rows] == [
        ("B", False),
        ("A", True),
    ]


def test_pair_told_apart_is_not_found_again():
    editor = UserFactory()
    FilmFactory.create_batch(2, name="Abel", year=1986)
    CreditFactory(title=FilmFactory(), person__name="A")
    find_doubles()
    pair = LikelyTitleDouble.objects.get()

    told = tell_apart(pair, by=editor)

    assert title_pairs() == []
    assert (told, told.decided_by) == (NotTitleDouble.objects.get(), editor)


def test_people_told_apart_are_not_found_again():
    film = FilmFactory()
    CreditFactory.create_batch(2, title=film, person__name="A")
    for credit in film.credits.all():
        credit.person.name = "Zelfde"
        credit.person.save()
    find_doubles()

    tell_apart(LikelyPersonDouble.objects.get(), by=UserFactory())

    assert (person_pairs(), NotPersonDouble.objects.count()) == ([], 1)


def test_second_search_keeps_what_stands_and_forgets_what_no_longer_holds():
    one, other = FilmFactory.create_batch(2, name="Abel", year=1986)
    gone = FilmFactory(name="Mira"), FilmFactory(name="Mira")
    find_doubles()
    kept = LikelyTitleDouble.objects.get(first=one)
    gone[0].year = 1971
    gone[0].save()

    found = find_doubles()

    assert (found.titles, list(LikelyTitleDouble.objects.all())) == (1, [kept])
    assert kept.second_id == other.pk
