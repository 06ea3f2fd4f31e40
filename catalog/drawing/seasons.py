"""Season posters: a set that belongs together, told apart by a large number."""

from catalog.drawing.chance import Chance
from catalog.drawing.drawings import Drawing, credit, finish
from catalog.drawing.fitting import Box, fit_line, fit_title
from catalog.drawing.lettering import Spacing, drawable
from catalog.drawing.motifs import draw_motif
from catalog.drawing.palettes import PALETTES, palette_named
from catalog.drawing.posters import (
    ASCENT,
    CREDIT_BASELINE,
    CREDIT_SIZE,
    MAKER_BASELINE,
    MARGIN,
    ROOM,
    SIZE,
    WIDTH,
    dated,
    maker_line,
    seed,
)
from catalog.drawing.stage import Stage

STAGE = Stage(WIDTH, 446)
NUMBER_SIZE = 380
NUMBER_BASELINE = 736
NAME_BOX = Box(width=ROOM, height=64, largest=58)
NAME_FOOT = 822
TIGHT = Spacing(letters=-0.02)


def draw_season_poster(
    *,
    name: str,
    year: int | None,
    maker: str,
    genre: str,
    number: int,
    series_year: int | None = None,
    palette: str | None = None,
) -> Drawing:
    """The poster of one season, 600 × 900, in the palette and motif of its series.

    The series is known by its name and first year (``series_year``), the season by
    its number, which lends the motif its freedom. Every second season has field and
    second colour changed about behind the motif, so that a row of them has a beat.
    """
    colours = Chance(seed(name, series_year)).pick(PALETTES)
    if palette:
        colours = palette_named(palette)
    inside = colours if number % 2 else colours.framed()
    chance = Chance(f"{seed(name, series_year)}|{number}")
    layers = [
        draw_motif(genre, inside, chance, STAGE),
        *_lettering(name, maker, year, number, colours.text),
    ]
    title = dated(f"{name}, seizoen {number}", year)
    return finish(SIZE, field=colours.field, title=title, layers=layers)


def _lettering(
    name: str, maker: str, year: int | None, number: int, colour: str
) -> list[str]:
    """The number, the name, the maker's line and the credit."""
    figure = fit_line(
        str(number), ROOM, size=NUMBER_SIZE, weight="black", spacing=TIGHT
    )
    title = fit_title(drawable(name), NAME_BOX)
    top = NAME_FOOT - title.height
    return [
        figure.draw(MARGIN, NUMBER_BASELINE, colour),
        title.draw(MARGIN, top + title.size * ASCENT, colour),
        maker_line(maker, year, ROOM).draw(MARGIN, MAKER_BASELINE, colour),
        credit(CREDIT_SIZE).draw(MARGIN, CREDIT_BASELINE, colour),
    ]
