"""Posters: one field of colour, one motif from the genre, the title large."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from catalog.drawing.chance import Chance
from catalog.drawing.drawings import SMALL_SPACING, Drawing, credit, finish
from catalog.drawing.fitting import Box, fit_line, fit_title
from catalog.drawing.lettering import Lettering, drawable
from catalog.drawing.motifs import draw_motif
from catalog.drawing.palettes import PALETTES, Palette, palette_named
from catalog.drawing.stage import Stage

SIZE = WIDTH, HEIGHT = 600, 900
MARGIN = 42
ROOM = WIDTH - 2 * MARGIN
TITLE_BOX = Box(width=ROOM, height=230, largest=150)
ASCENT = 0.74  # of the black weight, in em: from the baseline to the top of a b
MAKER_SIZE = 27
MAKER_SMALLEST = 19  # smaller is not read in a grid of posters
MAKER_BASELINE = 852
CREDIT_SIZE = 15
CREDIT_BASELINE = 880
CREDIT_AIR = 24  # between the maker's line and a credit beside it


@dataclass(frozen=True)
class Sheet:
    """All that a layout has to place."""

    palette: Palette
    genre: str
    chance: Chance
    title: Lettering
    maker: str
    year: int | None

    def maker_line(self, room: float) -> Lettering:
        """The maker's line, which never shouts louder than the title."""
        largest = min(MAKER_SIZE, self.title.size * 0.86 or MAKER_SIZE)
        return maker_line(self.maker, self.year, room, largest)

    def foot(self) -> list[str]:
        """Title, maker and credit at the foot."""
        colour = self.palette.text
        top = HEIGHT - self.title.height - 92
        return [
            self.title.draw(MARGIN, top + self.title.size * ASCENT, colour),
            self.maker_line(ROOM).draw(MARGIN, MAKER_BASELINE, colour),
            credit(CREDIT_SIZE).draw(MARGIN, CREDIT_BASELINE, colour),
        ]


def draw_poster(
    *,
    name: str,
    year: int | None,
    maker: str,
    genre: str,
    palette: str | None = None,
    layout: int | None = None,
) -> Drawing:
    """The poster of a title, 600 × 900: the same title, the same poster, for ever.

    Palette and layout (0 title on top, 1 motif on top, 2 motif in a frame) may be
    pinned; the freedom of the motif does not change by that. The maker may be empty,
    or several names with commas. An unknown genre or palette raises ``KeyError``.
    """
    chance = Chance(seed(name, year))
    chosen = chance.pick(PALETTES)
    placed = chance.pick(LAYOUTS)
    sheet = Sheet(
        palette=palette_named(palette) if palette else chosen,
        genre=genre,
        chance=chance,
        title=fit_title(drawable(name), TITLE_BOX),
        maker=maker,
        year=year,
    )
    layers = (placed if layout is None else LAYOUTS[layout])(sheet)
    return finish(
        SIZE, field=sheet.palette.field, title=dated(name, year), layers=layers
    )


def seed(name: str, year: int | None) -> str:
    """What chance is drawn from: ``title|year``, however the accents were typed."""
    return f"{unicodedata.normalize('NFC', name)}|{year or ''}"


def dated(name: str, year: int | None) -> str:
    """The name with its year behind it, where that is known."""
    return f"{name} ({year})" if year else name


def maker_line(
    maker: str, year: int | None, room: float, largest: float = MAKER_SIZE
) -> Lettering:
    """«Maker · year»; of several makers only the first where all would be too small."""
    first, *others = maker.split(",")
    candidates = [maker, f"{first} e.a."] if others else [maker]
    for candidate in candidates:
        shown = [drawable(candidate), str(year) if year else ""]
        text = " · ".join(filter(None, shown))
        line = fit_line(
            text, room, size=largest, weight="medium", spacing=SMALL_SPACING
        )
        if line.size >= min(MAKER_SMALLEST, largest):
            break
    return line


def _title_on_top(sheet: Sheet) -> list[str]:
    """The motif fills the rest and runs off the foot; the credit stands above it."""
    colour = sheet.palette.text
    below = 46 + sheet.title.height
    signature = credit(CREDIT_SIZE)
    room = ROOM - signature.width - CREDIT_AIR
    maker = sheet.maker_line(room)
    baseline = below + MAKER_SIZE * 0.9 + 4
    top = below + 84
    stage = Stage(WIDTH, HEIGHT - top)
    return [
        draw_motif(sheet.genre, sheet.palette, sheet.chance, stage, at=(0, top)),
        sheet.title.draw(MARGIN, 46 + sheet.title.size * ASCENT, colour),
        maker.draw(MARGIN, baseline, colour),
        signature.draw(WIDTH - MARGIN - signature.width, baseline, colour),
    ]


def _motif_on_top(sheet: Sheet) -> list[str]:
    """The motif runs off three edges."""
    stage = Stage(WIDTH, HEIGHT - sheet.title.height - 130)
    return [draw_motif(sheet.genre, sheet.palette, sheet.chance, stage), *sheet.foot()]


def _motif_in_frame(sheet: Sheet) -> list[str]:
    """The motif behind a window of the second colour."""
    stage = Stage(ROOM, HEIGHT - sheet.title.height - 126 - MARGIN)
    inside = sheet.palette.framed()
    return [
        draw_motif(sheet.genre, inside, sheet.chance, stage, at=(MARGIN, MARGIN)),
        *sheet.foot(),
    ]


LAYOUTS: tuple[Callable[[Sheet], list[str]], ...] = (
    _title_on_top,
    _motif_on_top,
    _motif_in_frame,
)
