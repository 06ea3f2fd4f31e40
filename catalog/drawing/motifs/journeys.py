"""Motifs of elsewhere: adventure, road movie, western, science fiction, fantasy."""

import math

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    Point,
    box_path,
    circle,
    disc_path,
    dome_path,
    moved,
    path,
    polygon,
    rectangle,
    ring,
)
from catalog.drawing.stage import Stage


def avontuur(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Mountains with the light on one side, and the sun it comes from."""
    x = stage.focus(chance, sway=0.26)
    turn = chance.number()
    width, height = stage.width, stage.height
    span = stage.short
    sun = circle(x, height * 0.28, span * 0.16, palette.accent)
    peaks = (
        (width * (0.16 + 0.1 * turn), 0.46),
        (width * (0.9 - 0.1 * turn), 0.38),
        (width * (0.46 + 0.12 * turn), 0.6),
    )
    return sun + "".join(
        _mountain((peak, height * top), height, span * 0.9, palette)
        for peak, top in peaks
    )


def _mountain(peak: Point, foot: float, slope: float, palette: Palette) -> str:
    """A triangle with a lit face on the left; slope is its half width per height 1."""
    x, top = peak
    height = foot - top
    half = height * slope / (foot * 0.62)
    ridge = ((0, 0), (0.08, 0.3), (-0.02, 0.44), (0.1, 0.72), (0.04, 1))
    face = [(x + half * along, top + height * down) for along, down in ridge]
    # The shade ends under the light, or its edge would shimmer beside it.
    shade = [(x, top), (x + half, foot), (x - half / 2, foot)]
    return polygon(shade, palette.second) + polygon(
        [*face, (x - half, foot)], palette.text
    )


def roadmovie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A road to where half a sun stands on the horizon."""
    width, height = stage.width, stage.height
    x = stage.focus(chance, sway=0.13)
    horizon = height * 0.46
    near = width * 0.5 if not stage.is_wide else width * 0.5 + (x - width / 2) * 0.2
    reach = stage.short * 0.46
    road = [(x - 5, horizon), (x + 5, horizon), (near + reach, height)]
    return (
        path(dome_path(x, horizon, stage.short * 0.3), palette.accent)
        + rectangle(0, horizon, width, height - horizon, palette.second)
        + polygon([*road, (near - reach, height)], palette.field)
        + _dashes((x, horizon), (near, height), palette.text)
    )


def _dashes(far: Point, near: Point, fill: str) -> str:
    """The middle line of a road, growing as it comes near."""

    def at(part: float, side: int) -> Point:
        closer = part**1.6
        return (
            far[0] + (near[0] - far[0]) * closer + side * (1.5 + 14 * closer),
            far[1] + (near[1] - far[1]) * closer,
        )

    dashes = []
    for dash in range(4):
        start = (dash + 0.35) / 4.2
        end = start + 0.11
        dashes.append(
            polygon([at(start, -1), at(start, 1), at(end, 1), at(end, -1)], fill)
        )
    return "".join(dashes)


def western(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A low sun in stripes, and a butte before it."""
    width, height = stage.width, stage.height
    x = stage.focus(chance, sway=0.2)
    r = stage.short * 0.3
    half = stage.short * chance.between(0.2, 0.33)
    butte = width * 0.7 if x < width / 2 else width * 0.3
    stripes = "".join(
        box_path(x - r - 2, height * (0.5 + 0.075 * at), 2 * r + 4, height * thickness)
        for at in range(4)
        if (thickness := 0.012 + 0.012 * at)
    )
    outline = (
        (butte - half, height * 0.84),
        (butte - half * 0.62, height * 0.55),
        (butte - half * 0.5, height * 0.52),
        (butte + half * 0.5, height * 0.52),
        (butte + half * 0.6, height * 0.56),
        (butte + half, height * 0.84),
    )
    land = [(0, height), (0, height * 0.86), *outline]
    return (
        circle(x, height * 0.42, r, palette.accent)
        + path(stripes, palette.field)
        + polygon([*land, (width, height * 0.88), (width, height)], palette.second)
    )


def sciencefiction(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A planet in shadow, its orbits, and one moon under way."""
    r = stage.short * 0.3
    x, y = stage.focus(chance, sway=0.05), stage.middle
    orbits = "".join(
        ring(x, y, r * (1.28 + 0.3 * orbit), palette.second, 3)
        for orbit in range(5 if stage.is_wide else 3)
    )
    # Towards the corners, where an orbit is surely in the picture.
    angle = chance.whole(4) * math.pi / 2 + math.pi / 4 + chance.between(-0.3, 0.3)
    moon_x, moon_y = x + r * 1.58 * math.cos(angle), y + r * 1.58 * math.sin(angle)
    return (
        orbits
        + circle(x, y, r, palette.accent)
        + circle(x + r * 0.34, y - r * 0.1, r * 0.86, palette.field)
        + circle(moon_x, moon_y, r * 0.13, palette.text)
    )


def fantasy(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A gate of many arches under a young moon and a few stars."""
    height, span = stage.height, stage.short
    side = -1 if chance.number() < 0.5 else 1
    x = stage.width * (0.5 - 0.14 * side) if stage.is_wide else stage.width / 2
    field, second = palette.field, palette.second
    colours = (palette.accent, field, second, field, palette.text, field)
    arches = "".join(
        path(dome_path(x, height, span * (0.6 - 0.095 * at)), colour)
        for at, colour in enumerate(colours)
    )
    r = span * 0.1
    moon_x = x + side * (stage.width * 0.3)
    moon_y = height * 0.17
    stars = "".join(
        _star(x + side * span * across, height * down, r * 0.2)
        for across, down in ((-0.4, 0.12), (-0.1, 0.22), (-0.22, 0.04))
    )
    return (
        arches
        + circle(moon_x, moon_y, r, palette.text)
        + path(disc_path(moon_x + r * 0.45, moon_y - r * 0.2, r * 0.85), field)
        + path(stars, palette.text)
    )


def _star(x: float, y: float, r: float) -> str:
    """A path of four points with hollow sides."""
    corners = []
    for step in range(8):
        reach = r if step % 2 == 0 else r * 0.34
        angle = step * math.pi / 4
        corners.append((x + reach * math.sin(angle), y - reach * math.cos(angle)))
    rest = "".join(moved(*corner).replace("M", "L") for corner in corners[1:])
    return f"{moved(*corners[0])}{rest}z"
