"""What every drawing has: a size, a colour, a credit."""

import unicodedata
from dataclasses import dataclass

from catalog.drawing.lettering import Lettering, Spacing
from catalog.drawing.shapes import picture, rectangle

CREDIT = "Beeld: MovieMeter"
SMALL_SPACING = Spacing(letters=0.01)
CREDIT_SPACING = Spacing(letters=0.02)


@dataclass(frozen=True)
class Drawing:
    """A finished picture: SVG text, its size in pixels and what it is of.

    ``field`` is the colour there is most of, ``#rrggbb``, to stand in while it loads.
    ``title`` says in Dutch what the picture belongs to, as an alternative text may.
    """

    svg: str
    width: int
    height: int
    field: str
    title: str


def finish(
    size: tuple[int, int], *, field: str, title: str, layers: list[str]
) -> Drawing:
    """The layers over the field, from back to front, as one drawing."""
    width, height = size
    ground = rectangle(0, 0, width, height, field)
    title = readable(title)
    svg = picture(width, height, title=title, body=ground + "".join(layers))
    return Drawing(svg=svg, width=width, height=height, field=field, title=title)


def credit(size: float) -> Lettering:
    """Our name below the picture, at a size in pixels."""
    return Lettering((CREDIT,), "medium", size, CREDIT_SPACING)


def readable(text: str) -> str:
    """The text in one line, without what XML does not allow."""
    text = unicodedata.normalize("NFC", text)
    kept = (" " if each.isspace() else each for each in text if _is_readable(each))
    return " ".join("".join(kept).split())


def _is_readable(character: str) -> bool:
    """Whether it is a character at all: no control, no surrogate, no gap in Unicode."""
    return character.isspace() or unicodedata.category(character) not in {
        "Cc",
        "Cn",
        "Co",
        "Cs",
    }
