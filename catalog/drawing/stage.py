"""The stage: the room a motif has."""

from dataclasses import dataclass

from catalog.drawing.chance import Chance


@dataclass(frozen=True)
class Stage:
    """A box in pixels, from 0, 0 at the left top. What leaves it is cut off."""

    width: float
    height: float

    @property
    def short(self) -> float:
        """The measure for round things, which must fit both ways."""
        return min(self.height, self.width * 1.1)

    @property
    def is_wide(self) -> bool:
        """Whether this is a still, with room beside the motif, and not a poster."""
        return self.width > 1.5 * self.height

    @property
    def middle(self) -> float:
        """Half the height."""
        return self.height / 2

    def focus(self, chance: Chance, sway: float = 0.15) -> float:
        """The x of the main thing: about the middle, or a third in a wide picture.

        Sway is how far it may move, as a part of the width (of a poster).
        """
        turn = chance.number() - 0.5
        if self.is_wide:
            return self.width * (0.36 if turn < 0 else 0.64)
        return self.width * (0.5 + 2 * sway * turn)
