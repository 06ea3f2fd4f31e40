"""Motifs of things that move: action, animation, music, sport."""

import math

from catalog.drawing.chance import Chance
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import (
    circle,
    ellipse,
    line,
    moved,
    number,
    oval_ring,
    polygon,
    rectangle,
    ring,
)
from catalog.drawing.stage import Stage


def actie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """Rays from a blast that is not in the middle."""
    x = stage.focus(chance, sway=0.28)
    y = stage.height * (0.5 if stage.is_wide else 0.36)
    reach = math.hypot(stage.width, stage.height)
    turn = chance.number() * 0.4
    beam = math.tau / 18
    rays = "".join(
        polygon(
            [
                (x, y),
                *(
                    (x + reach * math.cos(side), y + reach * math.sin(side))
                    for side in (angle, angle + beam)
                ),
            ],
            palette.second,
        )
        for angle in (turn + ray * math.tau / 9 for ray in range(9))
    )
    return rays + circle(x, y, stage.short * 0.2, palette.accent)


def animatie(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A ball in seven drawings of one bounce; the last but one is inked."""
    floor = stage.height * 0.86
    r = stage.short * 0.1
    flipped = chance.number() < 0.5
    span = min(stage.width, stage.short * 1.5)
    left = (stage.width - span) / 2
    balls = []
    for moment in range(7):
        part = moment / 6
        away = abs(2 * part - 1)
        x = left + span * (0.16 + 0.68 * part)
        x = stage.width - x if flipped else x
        if away == 1:  # squashed on the floor
            ball = x, floor - r * 0.8, r * 1.18, r * 0.8
        else:
            y = floor - r - stage.short * 0.56 * (1 - away**2)
            ball = x, y, r, r * (1.14 if away > 0.3 else 1)
        balls.append(
            ellipse(*ball, palette.accent)
            if moment == 5
            else oval_ring(*ball, palette.text, 6)
        )
    ground = rectangle(0, floor, stage.width, stage.height - floor, palette.second)
    return ground + "".join(balls)


def muziek(stage: Stage, palette: Palette, chance: Chance) -> str:
    """A record with its grooves, half out of the sleeve."""
    x = stage.focus(chance, sway=0.2)
    y = stage.middle
    r = stage.short * (0.62 if stage.is_wide else 0.47)
    grooves = "".join(
        ring(x, y, r * (0.92 - 0.085 * groove), palette.field, 4) for groove in range(6)
    )
    return (
        circle(x, y, r, palette.second)
        + grooves
        + circle(x, y, r * 0.33, palette.accent)
        + circle(x, y, r * 0.05, palette.field)
    )


def sport(stage: Stage, palette: Palette, chance: Chance) -> str:
    """The bend of a track, and somebody in a lane."""
    lanes = 6
    lane = stage.short * 0.1
    x = stage.width * (0.5 if stage.is_wide else 0.62)
    y = stage.height * 0.74
    flipped = chance.number() < 0.5
    side, far = (-1, 0.0) if flipped else (1, stage.width)
    x = stage.width - x if flipped else x
    chosen = 1 + chance.whole(lanes - 2)
    tracks = "".join(
        line(
            _bend(x, y, side * lane * (at + 1.1), far, stage.height),
            palette.accent if at == chosen else palette.second,
            lane * 0.84,
        )
        for at in range(lanes)
    )
    angle = math.pi * chance.between(0.1, 0.4)
    r = lane * (chosen + 1.1)
    runner_x, runner_y = x - side * r * math.cos(angle), y - r * math.sin(angle)
    return tracks + circle(runner_x, runner_y, lane * 0.28, palette.text)


def _bend(x: float, y: float, reach: float, far: float, foot: float) -> str:
    """From the foot up, round a point, and on to the far side; reach has its sign."""
    r = number(abs(reach))
    turn = 1 if reach > 0 else 0
    return (
        f"{moved(x - reach, foot)}V{number(y)}"
        f"A{r} {r} 0 0 {turn} {number(x)} {number(y - abs(reach))}H{number(far)}"
    )
