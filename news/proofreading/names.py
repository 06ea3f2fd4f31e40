"""Words that are almost the name of what a story is about, and links that say another.

Words are compared folded: capitals never make a near-miss, accents do («Penelope» for
«Penélope»). A genitive or plural of a name is that name, and another number is another
title («Toy Story 3»). What is the name of something else in the catalogue is no
near-miss either.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news.proofreading.distance import distance
from news.proofreading.finding import Finding, Sort
from news.proofreading.known import Called, Known, names_in_catalogue
from news.proofreading.texts import Link, Text, Words

# What Dutch puts behind a name: Hauers, Spoorloos', Oscars, Bonden, Bondje.
_ENDINGS = frozenset(("", "s", "es", "en", "n", "e", "se", "je", "tje", "tjes", "jes"))
_NUMBER = re.compile(r"[0-9]+|\b(?:[ivx]*[vx][ivx]*|i{2,3})\b")
# What stands for a name without being one, also at the beginning of a sentence.
_PLAIN_WORDS = frozenset((
    "hij", "zij", "ze", "haar", "zijn", "hun", "hem", "deze", "die", "dit", "dat",
    "de", "het", "een", "in", "van", "met", "over", "ook", "naar", "wie", "wat",
))  # fmt: skip
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ĳ": "ij"})


@dataclass(frozen=True, slots=True)
class Miss:
    """A stretch of words that is almost a name; ordered by how near it is."""

    edits: int
    first: int
    last: int
    name: str
    folded: str


@dataclass(frozen=True, slots=True)
class Listening:
    """One text with its words, so that they are folded once."""

    text: Text
    words: Words

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.words.spans[first][0], self.words.spans[last][1]

    def said(self, first: int, last: int) -> str:
        start, end = self.span(first, last)
        return self.text.plain[start:end]


def name_findings(texts: Iterable[Text], known: list[Known]) -> Iterator[Finding]:
    """Near-misses in every text, then what is odd about its links."""
    heard = [Listening(text, text.words()) for text in texts]
    called = _called(known)
    missed = {id(each): _misses(each, called) for each in heard}
    folded = {miss.folded for misses in missed.values() for miss in misses}
    others = names_in_catalogue(folded)
    for each in heard:
        pointed: list[tuple[int, int]] = []
        for miss in missed[id(each)]:
            if miss.folded not in others or miss.edits == 0:
                pointed.append(each.span(miss.first, miss.last))
                yield _near(each.text, miss.name, *pointed[-1])
        yield from _link_findings(each, known, pointed)


def _near(text: Text, name: str, start: int, end: int) -> Finding:
    told = _("«%(words)s» is almost «%(name)s».")
    words = text.plain[start:end].replace("\n", " ")
    return text.at(Sort.NEAR_MISS, told % {"words": words, "name": name}, start, end)


def _called(known: Iterable[Known]) -> dict[str, list[Called]]:
    """Every name by its folded form: «Anne» may be two people's."""
    called: dict[str, list[Called]] = {}
    for thing in known:
        for each in thing.called:
            called.setdefault(each.folded, []).append(each)
    return called


# Near-misses


def _misses(heard: Listening, called: Mapping[str, list[Called]]) -> list[Miss]:
    """The nearest ones that do not overlap, in the order of the text."""
    exact: list[tuple[int, int, int]] = []
    found: list[Miss] = []
    for folded, names in called.items():
        for first, last in _exact(heard.words, folded):
            exact.append((first, last, len(folded)))
            if not any(_letters_alike(heard.said(first, last), n.name) for n in names):
                found.append(Miss(0, first, last, names[0].name, folded))
    for folded, names in called.items():
        furthest = max(names, key=lambda each: each.edits)
        least = len(folded) - furthest.edits
        found += [
            miss
            for miss in _almost(heard, folded, furthest)
            if not any(
                length >= least and first <= miss.last and miss.first <= last
                for first, last, length in exact
            )
        ]
    return _nearest(found)


def _nearest(found: list[Miss]) -> list[Miss]:
    taken: list[Miss] = []
    for miss in sorted(
        found, key=lambda each: (each.edits - len(each.folded) / 100, each.first)
    ):
        if all(miss.last < there.first or there.last < miss.first for there in taken):
            taken.append(miss)
    return sorted(taken, key=lambda each: each.first)


def _exact(words: Words, folded: str) -> Iterator[tuple[int, int]]:
    """Where the name itself stands, with or without an ending: its first, last word."""
    place = words.folded.find(folded)
    while place >= 0:
        end = place + len(folded)
        for first in words.starting(place, place):
            for last in words.ending(end, end + max(map(len, _ENDINGS))):
                if words.folded[end : words.ends[last]] in _ENDINGS:
                    yield first, last
        place = words.folded.find(folded, place + 1)


def _almost(heard: Listening, folded: str, name: Called) -> Iterator[Miss]:
    words, most = heard.words, name.edits
    if not most:
        return
    seen: set[tuple[int, int]] = set()
    numbers = sorted(_NUMBER.findall(folded))
    pairs = {folded[place : place + 2] for place in range(len(folded) - 1)}
    for start in _near_places(words.folded, folded, most):
        for first in words.starting(start - most, start + most):
            least = words.starts[first] + len(folded) - most
            for last in words.ending(least, least + 2 * most):
                if (first, last) in seen:
                    continue
                seen.add((first, last))
                window = words.folded[words.starts[first] : words.ends[last]]
                # An edit leaves all but three pairs of letters as they were.
                if sum(pair in window for pair in pairs) < len(pairs) - 3 * most:
                    continue
                edits = distance(window, folded, most)
                if 0 < edits <= most and not _is_other(
                    heard.said(first, last), window, folded, numbers
                ):
                    yield Miss(edits, first, last, name.name, window)


def _near_places(text: str, folded: str, most: int) -> Iterator[int]:
    """Where the name may begin, by a part of it that stands there unchanged.

    Cut in one part more than there are edits, one of them is whole; a swap across a
    cut is kept out of the part before it by leaving its last letter out.
    """
    # The last part loses no letter, so it may be one shorter.
    cuts = [(len(folded) + 1) * part // (most + 1) for part in range(most + 1)]
    cuts.append(len(folded))
    for part in range(most + 1):
        start = cuts[part]
        end = cuts[part + 1] - (part < most)
        piece = folded[start:end]
        place = text.find(piece)
        while place >= 0:
            yield place - start
            place = text.find(piece, place + 1)


def _is_other(said: str, window: str, folded: str, numbers: list[str]) -> bool:
    """Whether the words are surely something else than the name misspelt."""
    if "\n" in window or sorted(_NUMBER.findall(window)) != numbers:
        return True
    if any(window == folded + ending for ending in _ENDINGS):
        return True
    # A single word is a name where it is written as one.
    capital = said[:1].isupper() if " " not in folded else said != said.lower()
    return not capital


def _letters_alike(said: str, name: str) -> bool:
    """Whether words that fold alike have the same letters, accents included."""
    one, other = _letters(said), _letters(name)
    return one == other or one.startswith(other)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LIGATURES)
    return "".join(letter for letter in plain if letter.isalnum())


# Links


def _link_findings(
    heard: Listening, known: Iterable[Known], pointed: list[tuple[int, int]]
) -> Iterator[Finding]:
    by_id = {(thing.sort, thing.key): thing for thing in known}
    merged = {(thing.sort, old): thing for thing in known for old in thing.merged}
    for link in heard.text.links:
        place = (link.sort, link.key)
        thing = by_id.get(place) or merged.get(place)
        if thing is None or not thing.visible:
            yield _gone(heard.text, link, hidden=thing is not None)
            continue
        if place not in by_id:
            yield _merged(heard.text, link, thing)
        is_pointed = any(
            start < link.end and link.start < end for start, end in pointed
        )
        if not is_pointed and not _says(heard, link, thing):
            yield _says_other(heard.text, link, thing)


def _says(heard: Listening, link: Link, thing: Known) -> bool:
    """Whether a link's words are its thing's name, a part of it, or no name at all."""
    if thing.is_season:
        return True  # «het tweede seizoen», «Twee»: in any words.
    here = heard.words.inside(link.start, link.end)
    if not here:
        return True
    folded = heard.words.folded[
        heard.words.starts[here[0]] : heard.words.ends[here[-1]]
    ]
    if any(_is_part(folded, each.folded) for each in thing.called):
        return True
    named = [heard.said(number, number) for number in here]
    return not any(
        word[0].isupper() and word.lower() not in _PLAIN_WORDS for word in named
    )


def _is_part(folded: str, name: str) -> bool:
    """Whether the words are the name or whole words of it, an ending aside."""
    for ending in _ENDINGS:
        bare = folded.removesuffix(ending) if ending else folded
        if bare and f" {bare} " in f" {name} ":
            return True
    return f" {name} " in f" {folded} "


def _gone(text: Text, link: Link, *, hidden: bool) -> Finding:
    told = (
        _("«%(words)s» links to something hidden: readers get no link.")
        if hidden
        else _("«%(words)s» links to something that is gone: readers get no link.")
    )
    return _about_link(Sort.LINK_GONE, told, text, link)


def _merged(text: Text, link: Link, thing: Known) -> Finding:
    told = _("«%(words)s» links to what was merged into «%(name)s», and leads there.")
    return _about_link(Sort.LINK_MERGED, told, text, link, name=thing.name)


def _says_other(text: Text, link: Link, thing: Known) -> Finding:
    told = _("The link says «%(words)s» and leads to «%(name)s».")
    return _about_link(Sort.LINK_WORDS, told, text, link, name=thing.name)


def _about_link(sort: Sort, told: str, text: Text, link: Link, **names: str) -> Finding:
    words = text.plain[link.start : link.end].replace("\n", " ")
    return text.at(sort, told % {"words": words, **names}, link.start, link.end)
