"""Slips of the pen: doubled words, open quotation marks, a headline's full stop."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from moviemeter.lib.text import fold
from news.proofreading.finding import Field, Finding, Sort
from news.proofreading.known import Known
from news.proofreading.texts import Text

_DOUBLED = re.compile(r"(?<![\w’'-])(\w+) \1(?![\w’'-])", re.IGNORECASE)
# Good Dutch: «de man die die dag», «of je je vergist», «heel heel lang».
_MAY_STAND_TWICE = frozenset((
    "die", "dat", "je", "u", "er", "of", "zo", "ha", "bla", "ja", "nee", "heel",
    "erg", "veel", "lang", "nou", "wel", "tik", "dag", "weg",
))  # fmt: skip
_PAIRS = (("«", "»"), ("“", "”"), ("„", "”"))
_FULL_STOP = re.compile(r"[a-zà-ÿ0-9]{3,}\.$")


def language_findings(
    texts: Iterable[Text], known: Iterable[Known]
) -> Iterator[Finding]:
    names = {each.folded for thing in known for each in thing.called}
    for text in texts:
        yield from _doubled(text, names)
        yield from _open_quotes(text)
        if text.field == Field.HEADLINE and _FULL_STOP.search(text.plain):
            end = len(text.plain)
            told = _("The headline ends with a full stop.")
            yield text.at(Sort.FULL_STOP, told, end - 1, end)


def _doubled(text: Text, names: Iterable[str]) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(text.plain):
        second = match[0].rpartition(" ")[2]
        # «Duran Duran» is a name, «De de» the beginning of a sentence.
        if second[0].isupper() or second.isdecimal():
            continue
        folded = fold(match[0])
        if second.lower() in _MAY_STAND_TWICE or any(folded in name for name in names):
            continue
        told = _("«%(words)s»: the same word twice.")
        yield text.at(Sort.DOUBLED_WORD, told % {"words": match[0]}, *match.span())


def _open_quotes(text: Text) -> Iterator[Finding]:
    """Marks without their other half, block by block; ’ is an apostrophe as well."""
    place = 0
    for block in text.plain.split("\n"):
        for start in _unpaired(block):
            told = _("The quotation mark %(mark)s has no other half.")
            yield text.at(
                Sort.OPEN_QUOTE,
                told % {"mark": block[start]},
                place + start,
                place + start + 1,
            )
        place += len(block) + 1


def _unpaired(block: str) -> list[int]:
    """Places of the marks that open nothing or close nothing in this block."""
    openers = dict(_PAIRS)
    closers = set(openers.values())
    waiting: list[tuple[str, int]] = []
    odd: list[int] = []
    straight = [place for place, letter in enumerate(block) if letter == '"']
    for place, letter in enumerate(block):
        if letter in openers:
            waiting.append((openers[letter], place))
        elif letter in closers:
            if waiting and waiting[-1][0] == letter:
                waiting.pop()
            else:
                odd.append(place)
    if len(straight) % 2:
        odd.append(straight[-1])
    return sorted([*odd, *(place for closer, place in waiting)])
