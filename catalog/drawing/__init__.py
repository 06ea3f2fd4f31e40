"""The drawing room: posters, portraits and stills, made of flat shapes and letters.

We have no right to the posters of the studios, and need none. Each title gets one of
our own: one field of colour, one motif from its genre, its name as large as it will
go. The same title gets the same poster, on every machine, for ever. All is SVG text;
the letters are outlines, because a picture on a page loads no fonts.

The recipe, from the choices down to the shapes:

- ``posters``, ``seasons``, ``portraits``, ``stills``: what can be drawn;
- ``motifs``: one idea per genre, drawn on a ``stage``;
- ``palettes`` and ``chance``: the colours, and the numbers that choose;
- ``fitting`` and ``lettering``: titles broken into lines, lines into outlines;
- ``drawings`` and ``shapes``: the finished picture, and its SVG.
"""

from catalog.drawing.drawings import Drawing
from catalog.drawing.motifs import MOTIFS
from catalog.drawing.palettes import PALETTES
from catalog.drawing.portraits import draw_portrait
from catalog.drawing.posters import draw_poster
from catalog.drawing.seasons import draw_season_poster
from catalog.drawing.stills import draw_still

__all__ = [
    "MOTIFS",
    "PALETTES",
    "Drawing",
    "draw_portrait",
    "draw_poster",
    "draw_season_poster",
    "draw_still",
]
