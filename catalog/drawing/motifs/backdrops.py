"""Backdrops: what stands behind the initials of a person, of no genre at all.

They fill the upper part of a portrait. What is round ends before the foot of the
stage, where the initials begin; what runs on is level, so that the cut is not seen.
"""

import math

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    box_path,
    circle,
    disc_path,
    dome_path,
    line,
    moved,
    number,
    path,
    polygon,
    rectangle,
    ring,
)
from catalog.drawing.stage import Stage


def sun(stage: Stage, palette: Palette, chance: Chance) -> str:
    """One large disc, over the edge at one side."""
    r = stage.height * 0.48
    x = stage.width * (0.3 if chance.number() < 0.5 else 0.7)
    return circle(x, stage.height - r, r, palette.accent)


def rain(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A sun in slanting rain."""
    strokes = []
    drops = 36
    for drop in range(drops):
        x = stage.width * 1.1 * (drop + chance.between(-0.4, 0.4)) / drops
        y = chance.between(-30, stage.height - 40)
        length = chance.between(30, 76)
        strokes.append(f"{moved(x, y)}l{number(-length / 5)} {number(length)}")
    return sun(stage, palette, chance) + line("".join(strokes), palette.second, 3)


def crescent(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A moon that is not full, and a star."""
    r = stage.height * 0.38
    side = -1 if chance.number() < 0.5 else 1
    x, y = stage.width / 2 + side * 90, stage.height * 0.46
    star_x = x - side * r * 1.5
    star_y = stage.height * chance.between(0.2, 0.6)
    return (
        circle(x, y, r, palette.accent)
        + circle(x - side * r * 0.4, y - r * 0.16, r * 0.84, palette.field)
        + circle(star_x, star_y, 15, palette.second)
    )


def arcs(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Quarter rings out of an upper corner."""
    x = 0 if chance.number() < 0.5 else stage.width
    bright = chance.whole(4)
    step = stage.height * 0.2
    return "".join(
        ring(
            x,
            0,
            step * (at + 0.9),
            palette.accent if at == bright else palette.second,
            step * 0.6,
        )
        for at in range(4)
    )


def slats(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A disc of light through a blind."""
    r = stage.height * 0.44
    x = stage.width * chance.between(0.4, 0.6)
    y = stage.height * 0.48
    step = r / 4
    blind = "".join(
        box_path(x - r - 2, y - r + at * step, 2 * r + 4, 4 + 3 * at) for at in range(8)
    )
    return circle(x, y, r, palette.accent) + path(blind, palette.field)


def stairs(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Stairs that come down from a side, and a ball on one of them."""
    steps = 5
    tread, rise = stage.width / (steps + 1), stage.height * 0.8 / (steps + 1)
    foot = stage.height * 0.84
    flipped = chance.number() < 0.5
    landing = 1 + chance.whole(steps - 1)
    outline = f"{moved(0, foot)}" + f"h{number(tread)}v{number(-rise)}" * steps
    commands = f"{outline}H{number(stage.width)}V{number(foot)}z"
    r = rise * 0.48
    x = tread * (landing + 0.5)
    drawn = path(commands, palette.second) + circle(
        x, foot - rise * landing - r, r, palette.accent
    )
    return mirrored(drawn, stage.width) if flipped else drawn


def waves(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Rows of water under a small sun."""
    x = stage.width * chance.between(0.25, 0.75)
    length = stage.width / 4
    shift = chance.between(0, length)
    rows = []
    for row in range(5):
        start = -length - (shift + row * length / 2) % length
        crest = f"q{number(length / 4)} -26 {number(length / 2)} 0"
        rows.append(
            f"{moved(start, stage.height * (0.5 + 0.095 * row))}{crest}"
            + f"t{number(length / 2)} 0" * 12
        )
    return circle(x, stage.height * 0.26, 74, palette.accent) + line(
        "".join(rows), palette.second, 11
    )


def discs(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A field of dots, one of them lit."""
    columns, rows = 6, 4
    step = stage.width / columns
    lit = chance.whole(columns), chance.whole(rows)
    dots = "".join(
        disc_path((column + 0.5) * step, (row + 0.5) * step, step * 0.27)
        for row in range(rows)
        for column in range(columns)
        if (column, row) != lit
    )
    x, y = (lit[0] + 0.5) * step, (lit[1] + 0.5) * step
    return path(dots, palette.second) + circle(x, y, step * 0.4, palette.accent)


def hills(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Three domes side by side, the middle one before the others."""
    foot = stage.height * 0.88
    r = stage.width * chance.between(0.27, 0.31)
    return (
        path(dome_path(stage.width * 0.2, foot, r), palette.second)
        + path(dome_path(stage.width * 0.8, foot, r), palette.second)
        + path(dome_path(stage.width / 2, foot, r * 1.06), palette.field)
        + path(dome_path(stage.width / 2, foot, r * 0.96), palette.accent)
    )


def beam(stage: Stage, palette: Palette, chance: Chance) -> str:
    """The light of a projector."""
    flipped = chance.number() < 0.5
    y = stage.height * chance.between(0.2, 0.4)
    foot = stage.height * 0.86
    x = stage.width * 0.13
    drawn = polygon(
        [(x, y), (stage.width, 0), (stage.width, foot)], palette.second
    ) + circle(x, y, 54, palette.accent)
    return mirrored(drawn, stage.width) if flipped else drawn


def panes(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A window of four panes at night, one of them warm."""
    size = stage.height * 0.38
    gap = size * 0.1
    left = stage.width * chance.between(0.2, 0.8) - size
    left = min(max(left, 42), stage.width - 42 - 2 * size - gap)
    lit = chance.whole(4)
    return "".join(
        rectangle(
            left + (pane % 2) * (size + gap),
            36 + (pane // 2) * (size + gap),
            size,
            size,
            palette.accent if pane == lit else palette.second,
        )
        for pane in range(4)
    )


def orbits(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A small sun and what goes around it."""
    x, y = stage.width * chance.between(0.35, 0.65), stage.height * 0.46
    r = stage.height * 0.4
    angle = chance.number() * math.tau
    rings = "".join(ring(x, y, r * part, palette.second, 5) for part in (1, 0.76, 0.52))
    moon_x, moon_y = x + r * math.cos(angle), y + r * math.sin(angle)
    return (
        rings
        + circle(x, y, r * 0.28, palette.accent)
        + circle(moon_x, moon_y, r * 0.11, palette.text)
    )


def mirrored(drawn: str, width: float) -> str:
    """The same, with left and right changed about."""
    return f'<g transform="matrix(-1 0 0 1 {number(width)} 0)">{drawn}</g>'


BACKDROPS = (
    sun,
    rain,
    crescent,
    arcs,
    slats,
    stairs,
    waves,
    discs,
    hills,
    beam,
    panes,
    orbits,
)
