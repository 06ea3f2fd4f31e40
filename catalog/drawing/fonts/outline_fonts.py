"""Turn two web fonts into outlines.json, the letters our drawings are made of.

Run by hand, and only when the typeface changes; the site itself reads nothing but the
JSON. It needs two development tools that the site does not: fontTools (with Brotli,
for WOFF2) and uharfbuzz, which knows the kerning.

    python outline_fonts.py piazzolla-latin.woff2 piazzolla-latin-ext.woff2

The first font goes before the second where both have a character. For each weight:

- ``em``: grid units in one em. The small text is kept on a coarser grid, because
  nobody sees a tenth of a pixel and each digit is paid for in every drawing.
- ``parts``: outlines ``[x, y, path]``: the first point, y downwards from the
  baseline, and the rest of an SVG path in relative commands.
- ``glyphs``: character to ``[advance, bearing, part, x, y, part, x, y, ...]``, so that
  é is an e and an accent; the bearing is the air on its left.
- ``left``, ``right``: characters in groups that kern alike, as strings.
- ``kerning``: for each left group, right group to grid units.
"""
# The two tools carry no types, and the machine that checks ours may not have them.
# mypy: disable-error-code="import-not-found,import-untyped,no-any-return"

import io
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OPTICAL_SIZE = 30  # the cut for display sizes
CUTS = {"black": (820, 1000), "medium": (500, 125)}  # weight, units in one em
SIGNS = "$€£©°·×+=<>|~№"  # beside letters, digits and punctuation

Point = tuple[int, int]
Part = tuple[int, int, str]


class Cut:
    """One weight of one font file, at display size, on our grid."""

    def __init__(self, source: Path, weight: int, em: int) -> None:
        font = TTFont(source)
        instancer.instantiateVariableFont(
            font, {"wght": weight, "opsz": OPTICAL_SIZE}, inplace=True
        )
        font.flavor = None
        file = io.BytesIO()
        font.save(file)
        self.font = font
        self.scale = em / font["head"].unitsPerEm
        self.names: dict[int, str] = font.getBestCmap()
        self.shaper = uharfbuzz.Font(uharfbuzz.Face(file.getvalue()))

    def characters(self) -> list[str]:
        """The characters a title may need, in order of their code."""
        return [chr(code) for code in sorted(self.names) if wanted(chr(code))]

    def advance(self, character: str) -> int:
        """From this character to the next."""
        name = self.names[ord(character)]
        return round(self.font["hmtx"][name][0] * self.scale)

    def bearing(self, character: str) -> int:
        """The air on the left, within the advance."""
        name = self.names[ord(character)]
        glyph = self.font["glyf"][name]
        return round(getattr(glyph, "xMin", 0) * self.scale)

    def pieces(self, character: str) -> Iterator[tuple[Part, int, int]]:
        """The outlines of a character, each with its place: a letter, an accent."""
        name = self.names[ord(character)]
        glyph = self.font["glyf"][name]
        components = glyph.components if glyph.isComposite() else []
        if components and not any(hasattr(each, "transform") for each in components):
            for component in components:
                part = self.outline(component.glyphName)
                x, y = component.x * self.scale, component.y * self.scale
                if part[2]:
                    yield part, round(x), -round(y)
            return
        part = self.outline(name)
        if part[2]:
            yield part, 0, 0

    def outline(self, name: str) -> Part:
        """One glyph, drawn out."""
        glyphs = self.font.getGlyphSet()
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        return Tracer(self.scale).trace(pen.value)

    def kern(self, left: str, right: str) -> int:
        """How far the two move together (negative) or apart, in grid units."""
        both = sum(self.shaped(left + right))
        apart = sum(self.shaped(left)) + sum(self.shaped(right))
        return round((both - apart) * self.scale)

    def shaped(self, text: str) -> list[int]:
        """The advances of these characters together, in font units."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.shaper, buffer, {"kern": True, "liga": False})
        return [position.x_advance for position in buffer.glyph_positions]


class Tracer:
    """Write one glyph as a short SVG path with relative commands."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.here: Point = (0, 0)
        self.start: Point = (0, 0)
        self.first: Point | None = None
        self.commands: list[tuple[str, list[int]]] = []

    def trace(
        self, recording: list[tuple[str, tuple[tuple[float, float], ...]]]
    ) -> Part:
        """The first point, and the path from there."""
        for operator, points in recording:
            on_grid = [self.on_grid(point) for point in points]
            if operator == "moveTo":
                self.move(on_grid[0])
            elif operator == "lineTo":
                self.line(on_grid[0])
            elif operator == "qCurveTo":
                self.curve(on_grid)
            elif operator == "closePath":
                self.close()
        x, y = self.first or (0, 0)
        return x, y, "".join(self.written())

    def on_grid(self, point: tuple[float, float]) -> Point:
        return round(point[0] * self.scale), -round(point[1] * self.scale)

    def step(self, to: Point) -> list[int]:
        return [to[0] - self.here[0], to[1] - self.here[1]]

    def move(self, to: Point) -> None:
        if self.first is None:
            self.first = to
        else:
            self.commands.append(("m", self.step(to)))
        self.here = self.start = to

    def line(self, to: Point) -> None:
        x, y = self.step(to)
        if y == 0:
            self.commands.append(("h", [x]))
        elif x == 0:
            self.commands.append(("v", [y]))
        else:
            self.commands.append(("l", [x, y]))
        self.here = to

    def curve(self, points: list[Point]) -> None:
        """Write a chain of controls; the points between them are halfway.

        Halfway may fall between two grid points. The reader of the path mirrors each
        control in the point before it, so the rounding is carried on, not repeated.
        """
        *controls, end = points
        control = controls[0]
        lead = self.step(control)
        for following in controls[1:]:
            halfway = (control[0] + following[0]) // 2, (control[1] + following[1]) // 2
            self.bend(lead, halfway)
            lead = []
            control = 2 * halfway[0] - control[0], 2 * halfway[1] - control[1]
        self.bend(lead, end)

    def bend(self, lead: list[int], to: Point) -> None:
        self.commands.append(("q" if lead else "t", lead + self.step(to)))
        self.here = to

    def close(self) -> None:
        if self.here == self.start and self.commands[-1][0] in "hvl":
            self.commands.pop()
        self.commands.append(("z", []))
        self.here = self.start

    def written(self) -> Iterator[str]:
        before = ""
        for command, numbers in self.commands:
            figures = " ".join(map(str, numbers)).replace(" -", "-")
            repeats = command == before and command not in "mz"
            glue = " " if repeats and not figures.startswith("-") else ""
            yield glue + figures if repeats else command + figures
            before = command


def wanted(character: str) -> bool:
    """Whether a title, a name or a year could have this character."""
    kind = unicodedata.category(character)
    return (
        kind in {"Lu", "Ll", "Nd"}
        or (kind[0] == "P" and ord(character) < 0x2100)
        or character in SIGNS
        or character == " "
    )


def letters_of(cuts: list[Cut]) -> dict[str, Cut]:
    """Each character with the first cut that has it."""
    owners: dict[str, Cut] = {}
    for cut in cuts:
        for character in cut.characters():
            owners.setdefault(character, cut)
    return owners


def base_of(character: str) -> str:
    """The letter under the accents: ő kerns as an o."""
    return unicodedata.normalize("NFD", character)[0]


def grouped(rows: dict[str, tuple[int, ...]]) -> dict[tuple[int, ...], list[str]]:
    """Characters with the same row together; without any kerning they are left out."""
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for character, row in rows.items():
        if any(row):
            groups[row].append(character)
    return groups


def kerning_of(owners: dict[str, Cut]) -> dict[str, object]:
    """The pairs of the first font, packed; the second font's letters follow theirs."""
    first = next(iter(owners.values()))
    known = [character for character, cut in owners.items() if cut is first]
    pairs = {left: tuple(first.kern(left, right) for right in known) for left in known}
    across = dict(zip(known, zip(*pairs.values(), strict=True), strict=True))
    left_groups, right_groups = grouped(pairs), grouped(across)
    for groups in (left_groups, right_groups):
        for members in groups.values():
            members += [
                character
                for character, cut in owners.items()
                if cut is not first and base_of(character) in members
            ]
    place = {character: index for index, character in enumerate(known)}
    table = []
    for row in left_groups:
        values = [row[place[members[0]]] for members in right_groups.values()]
        table.append({index: value for index, value in enumerate(values) if value})
    return {
        "left": ["".join(members) for members in left_groups.values()],
        "right": ["".join(members) for members in right_groups.values()],
        "kerning": table,
    }


def face_of(sources: list[Path], weight: int, em: int) -> dict[str, object]:
    """One weight, as it stands in the JSON."""
    owners = letters_of([Cut(source, weight, em) for source in sources])
    parts: dict[Part, int] = {}
    glyphs: dict[str, list[int]] = {}
    for character, cut in sorted(owners.items()):
        glyph = [cut.advance(character), cut.bearing(character)]
        for part, x, y in cut.pieces(character):
            glyph += [parts.setdefault(part, len(parts)), x, y]
        glyphs[character] = glyph
    return {"em": em, "glyphs": glyphs, "parts": list(parts), **kerning_of(owners)}


def main(sources: list[Path]) -> None:
    """Write outlines.json beside this script."""
    faces = {name: face_of(sources, *cut) for name, cut in CUTS.items()}
    target = Path(__file__).with_name("outlines.json")
    text = json.dumps(faces, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
