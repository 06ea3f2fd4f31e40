"""Films, series and seasons: names, addresses, order."""

import pytest

from catalog.models import Film, Kind, Season, Series, Title
from tests.factories import FilmFactory, SeasonFactory, SeriesFactory

pytestmark = pytest.mark.django_db


def test_each_kind_finds_its_own_titles_only():
    film = FilmFactory()
    season = SeasonFactory()

    found = [list(kind.objects.all()) for kind in (Film, Series, Season)]

    assert [[title.pk for title in titles] for titles in found] == [
        [film.pk],
        [season.series_id],
        [season.pk],
    ]


def test_whole_titles_are_films_and_series():
    film = FilmFactory(name="A")
    season = SeasonFactory()

    keys = set(Title.objects.whole().values_list("pk", flat=True))

    assert keys == {film.pk, season.series_id}


def test_querysets_by_kind_are_the_kinds():
    FilmFactory()
    SeasonFactory()

    titles = Title.objects.all()
    kinds = [
        set(rows.values_list("kind", flat=True))
        for rows in (titles.films(), titles.series(), titles.seasons())
    ]

    assert kinds == [{Kind.FILM}, {Kind.SERIES}, {Kind.SEASON}]


def test_titles_stand_newest_first_unknown_years_last_and_then_by_name():
    for name, year in (
        ("De zwarte", 1990),
        ("Oud", None),
        ("Aap", 1990),
        ("Nieuw", 2020),
    ):
        FilmFactory(name=name, year=year, language="nl")

    names = [title.name for title in Title.objects.newest_first()]

    assert names == ["Nieuw", "Aap", "De zwarte", "Oud"]


def test_sort_name_goes_before_the_rule():
    film = FilmFactory(name="1917", sort_name="Negentienzeventien")

    assert (film.filed_name, film.sort_key) == (
        "Negentienzeventien",
        "negentienzeventien",
    )


def test_address_of_a_film_has_its_id_and_slug():
    film = FilmFactory(name="Le fabuleux destin d’Amélie Poulain")

    assert film.get_absolute_url() == (
        f"/film/{film.pk}-le-fabuleux-destin-damelie-poulain"
    )


def test_address_of_a_film_without_latin_letters_has_its_id_alone():
    film = FilmFactory(name="기생충")

    assert film.get_absolute_url() == f"/film/{film.pk}"


def test_address_of_a_season_stands_under_its_series():
    season = SeasonFactory(series__name="The Wire", season_number=4)

    assert season.get_absolute_url() == (
        f"/serie/{season.series.pk}-the-wire/seizoen/4"
    )


@pytest.mark.parametrize(
    ("number", "name", "full"),
    [
        (4, "", "The Wire: seizoen 4"),
        (0, "", "The Wire: losse afleveringen"),
        (2, "De haven", "The Wire: De haven"),
    ],
)
def test_full_name_of_a_season_begins_with_its_series(number, name, full):
    season = SeasonFactory(series__name="The Wire", season_number=number, name=name)

    assert season.full_name == full


@pytest.mark.parametrize(
    ("year", "end_year", "written"),
    [
        (None, None, ""),
        (2002, None, "2002"),
        (2002, 2002, "2002"),
        (2002, 2008, "2002-2008"),
    ],
)
def test_years_of_a_series(year, end_year, written):
    assert SeriesFactory(year=year, end_year=end_year).years == written


def test_title_is_written_with_its_year():
    assert [str(FilmFactory(name="M", year=year)) for year in (1931, None)] == [
        "M (1931)",
        "M",
    ]
