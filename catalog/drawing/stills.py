"""Stills: the motif of a genre in a wide field, to lead a page."""

from catalog.drawing.chance import Chance
from catalog.drawing.drawings import Drawing, credit, finish
from catalog.drawing.motifs import draw_motif
from catalog.drawing.palettes import PALETTES, palette_named
from catalog.drawing.posters import dated, seed
from catalog.drawing.shapes import rectangle
from catalog.drawing.stage import Stage

SIZE = WIDTH, HEIGHT = 1600, 900
CREDIT_SIZE = 17


def draw_still(
    *, name: str, year: int | None, genre: str, palette: str | None = None
) -> Drawing:
    """A wide picture for a title, 1600 × 900, without its name in it.

    It has the palette of the poster, so that the two are seen to belong together.
    An unknown genre or palette raises ``KeyError``.
    """
    chance = Chance(seed(name, year))
    colours = chance.pick(PALETTES)
    if palette:
        colours = palette_named(palette)
    motif = draw_motif(genre, colours, chance, Stage(WIDTH, HEIGHT))
    signature = credit(CREDIT_SIZE)
    left = WIDTH - 24 - signature.width
    layers = [
        motif,
        # A tab of the field, so that the credit is read whatever the motif does there.
        rectangle(left - 18, HEIGHT - 48, WIDTH - left + 18, 48, colours.field),
        signature.draw(left, HEIGHT - 19, colours.text),
    ]
    return finish(SIZE, field=colours.field, title=dated(name, year), layers=layers)
