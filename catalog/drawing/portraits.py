"""Portraits of people without a free picture: initials and a motif, never a face."""

import unicodedata

from catalog.drawing.chance import Chance
from catalog.drawing.drawings import SMALL_SPACING, Drawing, credit, finish
from catalog.drawing.fitting import fit_line
from catalog.drawing.lettering import Lettering, Spacing, drawable
from catalog.drawing.motifs.backdrops import BACKDROPS
from catalog.drawing.palettes import PALETTES
from catalog.drawing.shapes import window
from catalog.drawing.stage import Stage

SIZE = WIDTH, HEIGHT = 600, 750
MARGIN = 36
ROOM = WIDTH - 2 * MARGIN
INITIALS_SIZE = 372
INITIALS_BASELINE = 640
INITIALS_SPACING = Spacing(letters=-0.012)
# The motif goes down to just behind the heads of the initials.
BACKDROP = Stage(WIDTH, 424)
NAME_SIZE = 26
NAME_BASELINE = 694
CREDIT_SIZE = 15
CREDIT_BASELINE = 726
# Behind a name these do not count: Robert Downey Jr. is RD.
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


def draw_portrait(*, name: str, years: str) -> Drawing:
    """The stand-in portrait of a person, 600 × 750: the same name, the same picture.

    ``years`` stands behind the name, as «1944–2019» or «1967»; it may be empty.
    """
    chance = Chance(unicodedata.normalize("NFC", name))
    palette = chance.pick(PALETTES)
    backdrop = chance.pick(BACKDROPS)(BACKDROP, palette, chance)
    shown = " · ".join(filter(None, (drawable(name), drawable(years))))
    caption = fit_line(
        shown, ROOM, size=NAME_SIZE, weight="medium", spacing=SMALL_SPACING
    )
    letters = _initials(name)
    layers = [
        window(0, 0, BACKDROP.width, BACKDROP.height, backdrop),
        letters.draw(MARGIN, INITIALS_BASELINE, palette.text),
        caption.draw(MARGIN, NAME_BASELINE, palette.text),
        credit(CREDIT_SIZE).draw(MARGIN, CREDIT_BASELINE, palette.text),
    ]
    return finish(SIZE, field=palette.field, title=name, layers=layers)


def _initials(name: str) -> Lettering:
    return fit_line(
        initials(name),
        ROOM,
        size=INITIALS_SIZE,
        weight="black",
        spacing=INITIALS_SPACING,
    )


def initials(name: str) -> str:
    """The first letters of the first and the last name: Mike van Diem is MD."""
    words = ["".join(filter(str.isalnum, word)) for word in drawable(name).split()]
    words = [word for word in words if word]
    if len(words) > 2 and words[-1].lower() in SUFFIXES:
        words.pop()
    chosen = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(_capital(word[0]) for word in chosen)


def _capital(letter: str) -> str:
    """The capital of a letter, or the letter where we have none: µ has a Greek one."""
    return drawable(letter.upper())[:1] or letter
