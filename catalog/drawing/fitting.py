"""Fitting: breaks a title into lines so that it stands as large as it will go."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from catalog.drawing.lettering import Lettering, Spacing, Weight, width

MOST_LINES = 5
LONGEST_WORD = 32  # letters; more would make the whole title too small to read
LONGEST_TITLE = 240  # characters; the longest film title there is has 208
TITLE_SPACING = Spacing(letters=-0.015, words=0.08)
LEADING = 0.9
# Evenly long lines may cost this part of the size.
EVENNESS = 0.06
SLACK = 1.03


@dataclass(frozen=True)
class Box:
    """Room for a title in pixels, and the largest size that suits it."""

    width: float
    height: float
    largest: float


def fit_title(text: str, box: Box) -> Lettering:
    """The drawable text as black lettering in the box, in five lines at most."""
    words = _words(text)
    best = Lettering((), "black", 0, TITLE_SPACING, LEADING)
    best_score = 0.0
    breaks = _Breaks(words)
    for count in range(1, min(MOST_LINES, len(words)) + 1):
        limit = min(box.height / (LEADING * count), box.largest)
        lines = breaks.into(count, box.width / limit)
        widths = [width(line, "black", TITLE_SPACING) for line in lines]
        size = min(box.width / max(widths), limit)
        score = size * (1 + EVENNESS * min(widths) / max(widths))
        if score > best_score:
            size = math.floor(size * 10) / 10
            best = Lettering(lines, "black", size, TITLE_SPACING, LEADING)
            best_score = score
    return best


def fit_line(
    text: str, room: float, *, size: float, weight: Weight, spacing: Spacing
) -> Lettering:
    """One line, at this size or, if it is too long for the room, smaller."""
    if not text:
        return Lettering((), weight, size, spacing)
    fitting = room / width(text, weight, spacing)
    size = min(size, math.floor(fitting * 10) / 10)
    return Lettering((text,), weight, size, spacing)


def _words(text: str) -> list[str]:
    """The words, none of them endless, and not more than a title can have."""
    if len(text) > LONGEST_TITLE:
        text = text[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return [
        word[start : start + LONGEST_WORD]
        for word in text.split()
        for start in range(0, len(word), LONGEST_WORD)
    ]


class _Breaks:
    """The ways to break words into lines; widths in em."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        space = width("n n", "black", TITLE_SPACING) - width(
            "nn", "black", TITLE_SPACING
        )
        widths = (width(word, "black", TITLE_SPACING) + space for word in words)
        self.ends = list(accumulate(widths, initial=0.0))
        self.space = space

    def into(self, count: int, room: float) -> tuple[str, ...]:
        """The evenest break into this many lines, among those about as narrow
        as can be, or that fit the room anyhow.
        """
        starts = self._evenest(count, max(self._narrowest(count) * SLACK, room))
        stops = [*starts[1:], len(self.words)]
        return tuple(
            " ".join(self.words[start:stop])
            for start, stop in zip(starts, stops, strict=True)
        )

    def _width(self, start: int, stop: int) -> float:
        return self.ends[stop] - self.ends[start] - self.space

    def _narrowest(self, count: int) -> float:
        """The width of the widest line where that is least."""
        total = len(self.words)
        widest = [self._width(0, stop) if stop else 0 for stop in range(total + 1)]
        for done in range(1, count):
            widest = [
                min(
                    (
                        max(widest[start], self._width(start, stop))
                        for start in range(done, stop)
                    ),
                    default=math.inf,
                )
                for stop in range(total + 1)
            ]
        return widest[total]

    def _evenest(self, count: int, room: float) -> list[int]:
        """Where each line starts if the narrowest line is to be as wide as can be."""
        stops = range(len(self.words) + 1)
        best = [self._first_line(stop, room) for stop in stops]
        for done in range(1, count):
            best = [
                self._one_line_more(best, range(done, stop), room) for stop in stops
            ]
        return best[-1][1]

    def _first_line(self, stop: int, room: float) -> tuple[float, list[int]]:
        across = self._width(0, stop)
        return (across if across <= room else -math.inf), [0]

    def _one_line_more(
        self, best: list[tuple[float, list[int]]], starts: range, room: float
    ) -> tuple[float, list[int]]:
        """The narrowest line and all starts, with a line up to the end of the range."""
        narrowest, chosen = -math.inf, 0
        for start in starts:
            across = self._width(start, starts.stop)
            if across <= room and min(best[start][0], across) > narrowest:
                narrowest, chosen = min(best[start][0], across), start
        return narrowest, [*best[chosen][1], chosen]
