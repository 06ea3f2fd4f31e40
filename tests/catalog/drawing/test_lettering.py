"""Letters: those we have are drawn, those we have not do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.drawing.lettering import Lettering, Spacing, drawable, face, width

NONE = Spacing()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Céline Sciamma", "Céline Sciamma"),
        ("Łódź, Őrült, žižkov", "Łódź, Őrült, žižkov"),
        ("Bùi Thạc Chuyên", "Bùi Thac Chuyên"),
        ("Schindler's List", "Schindler’s List"),
        ("  twee   woorden\n", "twee woorden"),
        ("ﬁlm №²", "film No2"),
        ("기생충", ""),
        ("七人の侍 (Seven)", "(Seven)"),
        ("", ""),
    ],
)
def test_drawable_text(text, expected):
    assert drawable(text) == expected


@given(st.text())
def test_drawable_text_has_only_letters_we_have(text):
    assert set(drawable(text)) <= set(face("black").glyphs)


def test_both_weights_have_the_same_letters():
    assert set(face("black").glyphs) == set(face("medium").glyphs)


@pytest.mark.parametrize("pair", ["To", "AV", "Wa", "Ty", "Tő"])
@pytest.mark.parametrize("weight", ["black", "medium"])
def test_pairs_that_gape_are_kerned(pair, weight):
    together = width(pair, weight, NONE)
    apart = sum(face(weight).glyphs[letter][0] for letter in pair) / face(weight).em

    assert together < apart


def test_accented_letter_has_its_letter_and_its_accent():
    plain = Lettering(("e",), "black", 100).draw(0, 0, "#000000")
    accented = Lettering(("é",), "black", 100).draw(0, 0, "#000000")

    assert accented.count("M") == plain.count("M") + 1


def test_width_grows_with_the_size():
    small = Lettering(("Playtime",), "black", 50)
    large = Lettering(("Playtime",), "black", 100)

    assert large.width == pytest.approx(2 * small.width)


def test_lettering_of_nothing_draws_nothing():
    assert Lettering((), "black", 100).draw(0, 0, "#000000") == ""
    assert Lettering(("",), "black", 100).draw(0, 0, "#000000") == ""
