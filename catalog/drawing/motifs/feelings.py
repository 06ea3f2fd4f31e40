"""Motifs of what people are to each other: drama, romance, comedy, family."""

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    box_path,
    circle,
    moved,
    number,
    path,
    polygon,
)
from catalog.drawing.stage import Stage


def drama(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Two discs, more or less in each other's way."""
    r = stage.short * (0.31 if stage.is_wide else 0.36)
    apart = r * chance.between(0.45, 0.8)
    x = stage.focus(chance, sway=0)
    return circle(x - apart, stage.middle, r, palette.accent) + circle(
        x + apart, stage.middle, r, palette.second, opacity=0.88
    )


def romantiek(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Two halves of a disc, a little apart and not quite level."""
    r = stage.short * 0.4
    x = stage.focus(chance, sway=0)
    gap = 8 + r * 0.24 * chance.number()
    shift = r * 0.35 * (chance.number() - 0.5)
    half = f"{number(r)} {number(r)} 0 0"
    return path(
        f"{moved(x - gap, stage.middle - r - shift)}a{half} 0 0 {number(2 * r)}z",
        palette.accent,
    ) + path(
        f"{moved(x + gap, stage.middle - r + shift)}a{half} 1 0 {number(2 * r)}z",
        palette.second,
    )


def komedie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Squares in rank and file, and one that would not be a square."""
    columns = 11 if stage.is_wide else 6
    cell = stage.width / columns
    rows = max(2, int(stage.height // cell))
    top = (stage.height - rows * cell) / 2
    odd = (chance.whole(columns - 2) + 1, chance.whole(rows - 1))
    squares = "".join(
        box_path(
            (column + 0.14) * cell, top + (row + 0.14) * cell, cell * 0.72, cell * 0.72
        )
        for row in range(rows)
        for column in range(columns)
        if (column, row) != odd
    )
    x, y = (odd[0] + 0.5) * cell, top + (odd[1] + 0.58) * cell
    return path(squares, palette.second) + circle(x, y, cell * 0.43, palette.accent)


def familie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A row of gabled houses; in the tallest somebody is at home."""
    count = 7 if stage.is_wide else 3
    plot = stage.width / count
    heights = chance.shuffled((0.42, 0.34, 0.5, 0.3, 0.46, 0.38, 0.54)[: count - 1])
    home = chance.whole(count - 2) + 1
    heights.insert(home, 0.72)
    colours = [palette.second, palette.text]
    return "".join(
        _house(
            (at + 0.5) * plot,
            stage.height,
            (plot * 0.78, stage.height * part),
            (palette.accent, palette.field) if at == home else (colours[at % 2], ""),
        )
        for at, part in enumerate(heights)
    )


def _house(
    x: float, foot: float, size: tuple[float, float], colours: tuple[str, str]
) -> str:
    """A gable with its middle at x; a window if that has a colour."""
    half, height = size[0] / 2, size[1]
    eaves = foot - height + half * 0.9
    wall, light = colours
    gable = polygon(
        [
            (x - half, foot),
            (x - half, eaves),
            (x, foot - height),
            (x + half, eaves),
            (x + half, foot),
        ],
        wall,
    )
    if not light:
        return gable
    pane = half * 0.34
    panes = "".join(
        box_path(x + side * pane * 0.62 - pane / 2, eaves + down * pane, pane, pane)
        for side in (-1, 1)
        for down in (0.5, 1.74)
    )
    return gable + path(panes, light)
