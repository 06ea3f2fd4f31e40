"""Stills: wide, without words but the credit."""

import xml.etree.ElementTree as ElementTree

import pytest

from catalog.drawing import MOTIFS, PALETTES, draw_poster, draw_still

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("genre", MOTIFS)
def test_still_of_every_genre_has_no_letters_but_the_credit(genre):
    still = draw_still(name="Spoorloos", year=1988, genre=genre)

    root = ElementTree.fromstring(still.svg)

    assert (still.width, still.height) == (1600, 900)
    lettered = [each for each in root.iter(f"{SVG}path") if each.get("transform")]
    assert len(lettered) == 1
    assert len(still.svg.encode()) < 9_000


def test_still_and_poster_are_seen_to_belong_together():
    still = draw_still(name="Spoorloos", year=1988, genre="thriller")
    poster = draw_poster(name="Spoorloos", year=1988, maker="", genre="thriller")

    assert still.field == poster.field


def test_still_in_a_pinned_palette():
    still = draw_still(name="M", year=1931, genre="misdaad", palette="steen")

    assert still.field in {palette.field for palette in PALETTES}
    assert still.field == "#98371F"
