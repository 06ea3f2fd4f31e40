"""Season posters: a set, each with its number."""

import xml.etree.ElementTree as ElementTree

import pytest

from catalog.drawing import MOTIFS, draw_season_poster

WIRE = {
    "name": "The Wire",
    "maker": "David Simon",
    "genre": "misdaad",
    "series_year": 2002,
}


def test_seasons_share_a_field_and_differ_in_all_else():
    seasons = [
        draw_season_poster(**WIRE, year=2001 + number, number=number)
        for number in range(1, 6)
    ]

    assert len({season.field for season in seasons}) == 1
    assert len({season.svg for season in seasons}) == 5
    assert [season.title for season in seasons][:2] == [
        "The Wire, seizoen 1 (2002)",
        "The Wire, seizoen 2 (2003)",
    ]


def test_season_has_the_palette_pinned_for_its_series():
    season = draw_season_poster(**WIRE, year=2002, number=1, palette="nacht")

    assert season.field == "#16223B"


@pytest.mark.parametrize("genre", MOTIFS)
@pytest.mark.parametrize("number", [0, 2, 12, 1987])
def test_season_of_any_genre_and_number_draws(genre, number):
    season = draw_season_poster(**WIRE | {"genre": genre}, year=None, number=number)

    ElementTree.fromstring(season.svg)
    assert (season.width, season.height) == (600, 900)
    assert season.title == f"The Wire, seizoen {number}"
