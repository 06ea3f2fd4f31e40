"""Colours: what is written in them can be read."""

import re
from dataclasses import astuple

import pytest

from catalog.drawing.palettes import PALETTES, contrast, palette_named

EVERY = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)


@EVERY
def test_text_can_be_read_on_its_field(palette):
    assert contrast(palette.text, palette.field) >= 4.5


@EVERY
def test_accent_stands_out_from_the_field(palette):
    assert contrast(palette.accent, palette.field) >= 2.5


@EVERY
def test_colours_are_written_in_one_way(palette):
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in astuple(palette)[1:])


def test_there_are_fourteen_palettes_with_names_of_their_own():
    assert len({palette.name for palette in PALETTES}) == 14


def test_contrast_of_black_and_white_is_the_most_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_unknown_palette_is_refused():
    with pytest.raises(KeyError):
        palette_named("neon")
