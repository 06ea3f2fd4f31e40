"""Shapes as SVG text: coordinates in pixels, y downwards, one decimal at most."""

from collections.abc import Iterable
from html import escape

Point = tuple[float, float]


def number(value: float) -> str:
    """The shortest text of a coordinate: ``12``, ``12.5``, never ``-0``."""
    return f"{round(value, 1) + 0:g}"


def rectangle(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A box with its left top at x, y."""
    return path(box_path(x, y, width, height), fill)


def circle(x: float, y: float, r: float, fill: str, opacity: float = 1) -> str:
    """A disc around x, y."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"'
        f"{_filled(fill, opacity)}/>"
    )


def ellipse(x: float, y: float, across: float, down: float, fill: str) -> str:
    """An oval with these two radii."""
    return f"<ellipse{_oval(x, y, across, down)}{_filled(fill, 1)}/>"


def ring(x: float, y: float, r: float, stroke: str, width: float) -> str:
    """A circle of line only; half the width falls on each side of r."""
    return (
        f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"'
        f"{_stroked(stroke, width)}/>"
    )


def oval_ring(
    x: float, y: float, across: float, down: float, stroke: str, width: float
) -> str:
    """An oval of line only."""
    return f"<ellipse{_oval(x, y, across, down)}{_stroked(stroke, width)}/>"


def polygon(points: Iterable[Point], fill: str) -> str:
    """A flat shape with these corners."""
    corners = " ".join(f"{number(x)} {number(y)}" for x, y in points)
    return path(f"M{corners}z", fill)


def path(commands: str, fill: str, opacity: float = 1) -> str:
    """A flat shape from path commands."""
    return f'<path d="{commands}"{_filled(fill, opacity)}/>'


def line(commands: str, stroke: str, width: float) -> str:
    """A path that is drawn as a line, not filled."""
    return f'<path d="{commands}"{_stroked(stroke, width)}/>'


def moved(x: float, y: float) -> str:
    """The start of a path."""
    return f"M{number(x)} {number(y)}"


def box_path(x: float, y: float, width: float, height: float) -> str:
    """A box as path commands, so that many share one element."""
    return f"{moved(x, y)}h{number(width)}v{number(height)}h{number(-width)}z"


def disc_path(x: float, y: float, r: float) -> str:
    """A disc as path commands."""
    half = f"{number(r)} {number(r)} 0 0 1"
    return f"{moved(x - r, y)}a{half} {number(2 * r)} 0a{half} {number(-2 * r)} 0z"


def dome_path(x: float, y: float, r: float) -> str:
    """Half a disc that stands on its flat side; x, y is the middle of that side."""
    arc = f"a{number(r)} {number(r)} 0 0 1 {number(2 * r)} 0"
    return f"{moved(x - r, y)}{arc}z"


def arch_path(x: float, top: float, width: float, foot: float) -> str:
    """A doorway with a round head; x is its left side."""
    r = width / 2
    head = f"a{number(r)} {number(r)} 0 0 1 {number(width)} 0"
    return f"{moved(x, foot)}V{number(top + r)}{head}V{number(foot)}z"


def window(
    x: float, y: float, width: float, height: float, body: str, bleed: float = 0
) -> str:
    """A picture in the picture: what runs off its edges is not seen.

    The body may be larger by a bleed on each side, as printers do it. Without one,
    colours that meet at the edge shimmer through each other in a small rendering.
    """
    view = f"{number(bleed)} {number(bleed)} {number(width)} {number(height)}"
    return (
        f'<svg x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}" viewBox="{view}">{body}</svg>'
    )


def picture(width: int, height: int, *, title: str, body: str) -> str:
    """A whole SVG file."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}"><title>{escape(title, quote=False)}</title>'
        f"{body}</svg>\n"
    )


def _filled(fill: str, opacity: float) -> str:
    if opacity == 1:
        return f' fill="{fill}"'
    return f' fill="{fill}" fill-opacity="{opacity:.2g}"'


def _stroked(stroke: str, width: float) -> str:
    return f' fill="none" stroke="{stroke}" stroke-width="{number(width)}"'


def _oval(x: float, y: float, across: float, down: float) -> str:
    return (
        f' cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}"'
    )
