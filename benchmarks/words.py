"""Artificial words that look like Dutch from afar, the same for each run."""

import itertools
import random
from typing import Final

BEGINNINGS: Final[tuple[str, ...]] = (
    *("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z"),
    *("br", "dr", "gr", "kl", "kr", "sch", "sl", "st", "tr"),
)
MIDDLES: Final[tuple[str, ...]] = (
    *"aeiou",
    "aa",
    "ee",
    "ie",
    "oe",
    "oo",
    "ei",
    "ui",
    "ou",
)
ENDINGS: Final[tuple[str, ...]] = (*"lnrstkmp", "nd", "rt", "st", "ng", "cht")
KNOWN = 3_000  # As many different words as an archive's writers use all the time.


class Words:
    """Words, sentences and names by chance; common words come more often."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.known = [self._word() for _ in range(KNOWN)]
        weights = (1 / (place + 10) for place in range(KNOWN))
        self.sums = list(itertools.accumulate(weights))

    def _word(self) -> str:
        pick = self.chance.choice
        inner = "".join(
            pick(BEGINNINGS) + pick(MIDDLES) for _ in range(self.chance.randint(0, 2))
        )
        return inner + pick(BEGINNINGS) + pick(MIDDLES) + pick(ENDINGS)

    def some(self, count: int) -> list[str]:
        return self.chance.choices(self.known, cum_weights=self.sums, k=count)

    def line(self, length: int) -> str:
        """Words up to about so many letters, with a capital before them."""
        found = ""
        while len(found) < length:
            found += " ".join(self.some(6)) + " "
        return found[:length].rpartition(" ")[0].capitalize()

    def text(self, length: int) -> str:
        """Sentences of about so many letters together."""
        found: list[str] = []
        while (left := length - sum(map(len, found))) > 20:
            found.append(f"{self.line(min(left, self.chance.randint(60, 120)))}.")
        return " ".join(found)

    def name(self, words: int) -> str:
        return " ".join(word.capitalize() for word in self.some(words))
