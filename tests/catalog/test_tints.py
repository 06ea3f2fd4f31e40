"""The 64 colours that fill a picture's place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.tints import stylesheet, tint_colour, tint_of


@pytest.mark.parametrize("tint", range(64))
def test_tint_of_a_tints_own_colour_is_that_tint(tint):
    assert tint_of(tint_colour(tint)) == tint


@given(st.integers(min_value=0, max_value=0xFFFFFF))
def test_every_colour_has_a_tint_near_it(colour):
    tint = tint_colour(tint_of(f"#{colour:06x}"))

    parts = [
        abs(int(tint[at : at + 2], 16) - (colour >> shift & 0xFF))
        for at, shift in ((1, 16), (3, 8), (5, 0))
    ]
    assert max(parts) <= 32


def test_stylesheet_has_a_class_for_each():
    assert stylesheet().count(".tint-") == 64
