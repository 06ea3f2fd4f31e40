"""Lettering: text as outlines, because a picture on a page loads no fonts."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from catalog.drawing.shapes import number

Weight = Literal["black", "medium"]
Part = tuple[int, int, str]

OUTLINES = Path(__file__).parent / "fonts" / "outlines.json"
# What typewriters made of quotation marks, and what a poster makes of them again.
FINER = str.maketrans({"'": "’", "`": "‘", "´": "’"})


@dataclass(frozen=True)
class Face:
    """One weight of Piazzolla on a grid of ``em`` units, y downwards.

    The file is made by ``fonts/outline_fonts.py``, which tells what is in it.
    """

    em: int
    parts: Sequence[Part]
    glyphs: Mapping[str, Sequence[int]]
    left: Mapping[str, int]
    right: Mapping[str, int]
    kerning: Sequence[Mapping[str, int]]

    def kern(self, left: str, right: str) -> int:
        """How far right moves towards left (negative) or away, in grid units."""
        row = self.left.get(left)
        column = self.right.get(right)
        if row is None or column is None:
            return 0
        return self.kerning[row].get(str(column), 0)

    def places(self, text: str, spacing: "Spacing") -> list[int]:
        """The x of each character, and of the end, in grid units.

        The ink begins at 0: letters hang their own air in the margin, so that the
        lines of a title stand straight under each other.
        """
        tracking = round(spacing.letters * self.em)
        words = round(spacing.words * self.em)
        x = -self.glyphs[text[0]][1] if text else 0
        places = []
        for character, following in pairwise(f"{text}\0"):
            places.append(x)
            x += self.glyphs[character][0] + self.kern(character, following) + tracking
            if character == " ":
                x += words
        return [*places, x - tracking if text else 0]


@dataclass(frozen=True)
class Spacing:
    """Extra room after each letter and each word space, in em."""

    letters: float = 0
    words: float = 0


@cache
def face(weight: Weight) -> Face:
    """The letters of one weight, read once."""
    kept = json.loads(OUTLINES.read_text(encoding="utf-8"))[weight]
    return Face(
        em=kept["em"],
        parts=kept["parts"],
        glyphs=kept["glyphs"],
        left=_by_character(kept["left"]),
        right=_by_character(kept["right"]),
        kerning=kept["kerning"],
    )


def drawable(text: str) -> str:
    """The text in characters we have: others lose their accent, or are left out."""
    known = face("black").glyphs
    found = []
    for character in unicodedata.normalize("NFC", text).translate(FINER):
        if character in known:
            found.append(character)
        elif character.isspace():
            found.append(" ")
        else:
            plain = unicodedata.normalize("NFKD", character)
            found.extend(letter for letter in plain if letter in known)
    return " ".join("".join(found).split())


def width(text: str, weight: Weight, spacing: Spacing) -> float:
    """Width of a drawable text in em: times the size it is in pixels."""
    letters = face(weight)
    return letters.places(text, spacing)[-1] / letters.em


@dataclass(frozen=True)
class Lettering:
    """Lines of drawable text, ready to be placed. Size in pixels, leading in em."""

    lines: tuple[str, ...]
    weight: Weight
    size: float
    spacing: Spacing = Spacing()
    leading: float = 0.9

    @property
    def width(self) -> float:
        """Of the widest line, in pixels."""
        widest = max(
            (width(each, self.weight, self.spacing) for each in self.lines), default=0
        )
        return widest * self.size

    @property
    def height(self) -> float:
        """Of all lines with their leading, in pixels."""
        return self.size * self.leading * len(self.lines)

    def draw(self, x: float, baseline: float, fill: str) -> str:
        """One SVG path, in grid units, scaled; x is the left side, in pixels."""
        letters = face(self.weight)
        outlines = []
        for index, text in enumerate(self.lines):
            y = round(index * self.leading * letters.em)
            places = letters.places(text, self.spacing)
            for character, across in zip(text, places, strict=False):
                outlines.extend(_outlines(letters, character, across, y))
        if not outlines:
            return ""
        scale = f"{self.size / letters.em:.5f}".strip("0")
        return (
            f'<path fill="{fill}" transform="translate({number(x)} {number(baseline)})'
            f' scale({scale})" d="{"".join(outlines)}"/>'
        )


def _outlines(letters: Face, character: str, across: int, down: int) -> list[str]:
    """The parts of one character, from a point on the baseline."""
    glyph = letters.glyphs[character]
    outlines = []
    for part, x, y in zip(glyph[2::3], glyph[3::3], glyph[4::3], strict=True):
        start_x, start_y, rest = letters.parts[part]
        outlines.append(f"M{across + x + start_x} {down + y + start_y}{rest}")
    return outlines


def _by_character(groups: Sequence[str]) -> dict[str, int]:
    return {
        character: index for index, group in enumerate(groups) for character in group
    }
