"""Motifs of unrest: thriller, mystery, crime, horror."""

import math

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    box_path,
    circle,
    moved,
    number,
    path,
    rectangle,
)
from catalog.drawing.stage import Stage


def thriller(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Rooms within rooms, down to one lit door that is not in the middle."""
    down = 0.78
    # Whatever the stage, the last room is an upright door.
    door = 0.72 * stage.height * down**6
    across = (door / stage.width) ** (1 / 6)
    x = stage.focus(chance, sway=0.13)
    rooms = []
    for depth in range(7):
        width = stage.width * across**depth
        height = stage.height * down**depth
        colour = (palette.second, palette.field)[depth % 2]
        rooms.append(
            rectangle(
                x * (1 - across**depth),
                (stage.height - height) * 0.62,
                width,
                height,
                palette.accent if depth == 6 else colour,
            )
        )
    return "".join(rooms)


def mystery(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Discs in each other, each a step further along a turn."""
    r = stage.short * (0.56 if stage.is_wide else 0.48)
    x, y = stage.focus(chance, sway=0), stage.middle
    angle = chance.number() * math.tau
    field, second, accent = palette.field, palette.second, palette.accent
    discs = []
    colours = (accent, field, second, field, palette.text, field, accent)
    for depth, colour in enumerate(colours):
        discs.append(circle(x, y, r * (1 - depth * 0.135), colour))
        x += math.cos(angle) * r * 0.057
        y += math.sin(angle) * r * 0.057
        angle += 0.85
    return "".join(discs)


def misdaad(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A lamp behind a blind, and one thread."""
    slats = 9
    step = stage.height / slats
    x = stage.focus(chance, sway=0.15)
    r = stage.short * 0.37
    blind = "".join(
        box_path(x - r - 2, at * step, 2 * r + 4, step * thickness)
        for at in range(slats)
        if (thickness := 0.2 + 0.4 * abs(at - slats / 2) / slats)
    )
    return (
        circle(x, stage.middle, r, palette.accent)
        + path(blind, palette.field)
        + rectangle(0, stage.middle - 6, stage.width, 12, palette.second)
    )


def horror(stage: Stage, palette: Palette, chance: Chance) -> str:
    """An eye that looks back."""
    x = stage.focus(chance, sway=0) if stage.is_wide else stage.width / 2
    half = min(stage.width / 2 - 20, stage.height * 0.6)
    lid = min(stage.height * 0.36, half * 0.86)
    turn = (chance.number() - 0.5) * half * 0.42
    y = stage.middle
    lens = (
        f"{moved(x - half, y)}q{number(half)} {number(-2 * lid)} {number(2 * half)} 0"
        f"q{number(-half)} {number(2 * lid)} {number(-2 * half)} 0z"
    )
    return (
        path(lens, palette.text)
        + circle(x + turn, y, lid * 0.84, palette.accent)
        + circle(x + turn, y, lid * 0.42, palette.field)
        + circle(x + turn + lid * 0.22, y - lid * 0.22, lid * 0.12, palette.text)
    )
