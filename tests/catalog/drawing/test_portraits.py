"""Portraits: initials, a motif, a name."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.drawing import draw_portrait
from catalog.drawing.chance import Chance
from catalog.drawing.motifs.backdrops import BACKDROPS
from catalog.drawing.palettes import PALETTES
from catalog.drawing.portraits import BACKDROP, initials

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rutger Hauer", "RH"),
        ("Mike van Diem", "MD"),
        ("Zendaya", "Z"),
        ("Robert Downey Jr.", "RD"),
        ("agnès varda", "AV"),
        ("Éric Rohmer", "ÉR"),
        ("“Beat” Takeshi", "BT"),
        ("ßen Foster", "SF"),
        ("봉준호", ""),
    ],
)
def test_initials(name, expected):
    assert initials(name) == expected


def test_same_person_gets_the_same_portrait():
    once = draw_portrait(name="Rutger Hauer", years="1944–2019")
    again = draw_portrait(name="Rutger Hauer", years="1944–2019")

    assert once == again
    assert (once.width, once.height) == (600, 750)
    assert once.title == "Rutger Hauer"


@pytest.mark.parametrize("backdrop", BACKDROPS, ids=lambda each: each.__name__)
def test_every_backdrop_draws_in_every_palette(backdrop):
    for palette in PALETTES:
        body = backdrop(BACKDROP, palette, Chance(palette.name))

        ElementTree.fromstring(f"<svg>{body}</svg>")


@settings(max_examples=80, deadline=None)
@given(name=st.text(max_size=80), years=st.text(max_size=20))
def test_any_name_gives_a_whole_picture(name, years):
    drawing = draw_portrait(name=name, years=years)

    root = ElementTree.fromstring(drawing.svg)
    assert root.find(f"{SVG}title") is not None
