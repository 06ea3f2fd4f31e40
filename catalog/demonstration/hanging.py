"""Hanging the posters: neighbours on a shelf differ in colour and, if they can, motif.

The recipe chooses for one title; a row of six is looked at as a whole. Shelves are
newest first, so that is the order in which choices are settled.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.demonstration.reading import TitleText
from catalog.drawing import PALETTES
from catalog.drawing.chance import Chance
from catalog.drawing.posters import seed

# A shelf of six shows six palettes; of the motifs the two beside it.
OTHER_PALETTES = 5
OTHER_MOTIFS = 2
# Two discs for half of all films: taken only where a title is nothing else.
COMMONEST = "drama"


@dataclass(frozen=True, slots=True)
class Place:
    """What a title's poster, still and seasons are drawn with."""

    palette: str
    motif: str
    layout: int | None


def hang(texts: Iterable[TitleText]) -> dict[str, Place]:
    """A place for each title, by the name of its file; what an editor pinned stays."""
    places: dict[str, Place] = {}
    shelf: list[Place] = []
    for text in sorted(texts, key=lambda text: (-(text.year or 0), text.title)):
        place = Place(_palette(text, shelf), _motif(text, shelf), text.poster.layout)
        places[text.file] = place
        shelf.append(place)
    return places


def _palette(text: TitleText, shelf: list[Place]) -> str:
    if text.poster.palette:
        return text.poster.palette
    names = [palette.name for palette in PALETTES]
    first = names.index(Chance(seed(text.title, text.year)).pick(PALETTES).name)
    taken = {place.palette for place in shelf[-OTHER_PALETTES:]}
    turned = names[first:] + names[:first]
    return next(name for name in turned if name not in taken)


def _motif(text: TitleText, shelf: list[Place]) -> str:
    if text.poster.motif:
        return text.poster.motif
    choices = sorted(text.genres, key=lambda genre: genre == COMMONEST)
    taken = {place.motif for place in shelf[-OTHER_MOTIFS:]}
    return next((genre for genre in choices if genre not in taken), choices[0])
