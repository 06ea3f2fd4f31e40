"""Chance that always falls the same way: numbers made from a name."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """A row of numbers from 0 up to 1 that belongs to one seed, on every machine."""

    def __init__(self, seed: str) -> None:
        self._numbers = _numbers(seed)

    def number(self) -> float:
        """The next number, 0 or more and less than 1."""
        return next(self._numbers)

    def between(self, low: float, high: float) -> float:
        """The next number, stretched to lie from low up to high."""
        return low + (high - low) * self.number()

    def whole(self, count: int) -> int:
        """One of 0, 1, … count - 1."""
        return int(self.number() * count)

    def pick(self, choices: Sequence[Choice]) -> Choice:
        """One of these."""
        return choices[self.whole(len(choices))]

    def shuffled(self, choices: Sequence[Choice]) -> list[Choice]:
        """All of them, in an order of their own."""
        left = list(choices)
        return [left.pop(self.whole(len(left))) for _ in choices]


def _numbers(seed: str) -> Iterator[float]:
    """Four bytes each from SHA-256 of the seed and a counter."""
    block = 0
    while True:
        # A lone surrogate can stand in a str, and must not stop a drawing.
        text = f"{seed}:{block}".encode(errors="surrogatepass")
        digest = hashlib.sha256(text).digest()
        for place in range(0, len(digest), 4):
            yield int.from_bytes(digest[place : place + 4], "big") / 2**32
        block += 1
