"""Motifs of what was: war, history, biography, documentary."""

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    arch_path,
    circle,
    dome_path,
    line,
    moved,
    number,
    path,
    polygon,
)
from catalog.drawing.stage import Stage


def oorlog(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A sun that goes down in slanting land."""
    width, height = stage.width, stage.height
    x = stage.focus(chance, sway=0.25)
    sun = circle(x, height * 0.36, stage.short * 0.25, palette.accent)
    bands = []
    for band in range(5):
        y = height * (0.5 + band * 0.12)
        slant = height * 0.11 * (chance.number() - 0.5)
        colour = (palette.second, palette.field)[band % 2]
        bands.append(
            polygon(
                [(0, y + slant), (width, y - slant), (width, height), (0, height)],
                colour,
            )
        )
    return sun + "".join(bands)


def historisch(stage: Stage, palette: Palette, chance: Chance) -> str:
    """An arcade; in one arch there is light."""
    count = 7 if stage.is_wide else 3
    step = stage.width / count
    lit = chance.whole(count - 2) + 1 if stage.is_wide else chance.whole(count)
    top = stage.height * (0.24 if stage.is_wide else 0.2)
    return "".join(
        path(
            arch_path((at + 0.13) * step, top, step * 0.74, stage.height),
            palette.accent if at == lit else palette.second,
        )
        for at in range(count)
    )


def biografie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A medallion: head and shoulders of anybody."""
    x = stage.focus(chance, sway=0)
    height, span = stage.height, stage.short
    halo = span * chance.between(0.33, 0.38)
    return (
        circle(x, height * 0.45, halo, palette.accent)
        + path(dome_path(x, height, span * 0.36), palette.second)
        + circle(x, height * 0.4, span * 0.145, palette.text)
    )


def documentaire(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A lens, in the corners of a viewfinder."""
    r = stage.short * 0.32
    x, y = stage.focus(chance, sway=0), stage.middle
    glance = (chance.number() - 0.5) * r * 0.16
    return (
        circle(x, y, r, palette.second)
        + circle(x, y, r * 0.64, palette.field)
        + circle(x + glance, y, r * 0.32, palette.accent)
        + _viewfinder(stage, palette.text)
    )


def _viewfinder(stage: Stage, stroke: str) -> str:
    """Four corners, as far in from the edge as a title stands."""
    margin = 47 if not stage.is_wide else 100
    arm = 70 if not stage.is_wide else 110
    corners = "".join(
        f"{moved(x, y + down * arm)}V{number(y)}h{number(across * arm)}"
        for x, across in ((margin, 1), (stage.width - margin, -1))
        for y, down in ((margin, 1), (stage.height - margin, -1))
    )
    return line(corners, stroke, 10)
