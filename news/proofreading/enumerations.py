"""The same name twice in one enumeration: «met A, B, A en C»."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from moviemeter.lib.text import fold
from news.proofreading.finding import Finding, Sort
from news.proofreading.known import Known
from news.proofreading.texts import Text

# What somebody played, behind a name; an enumeration may stand in brackets itself.
_ASIDE = re.compile(r" \([^(),\n]{1,60}\)")
# Between two names of an enumeration, once what was said aside is blank.
_BETWEEN = re.compile(r" *(?:,? (?:en|of|&|alsmede|plus) (?:met |ook )?|, |; )")
_LEAST = 3  # «Jan en Jan» may be two of them; «Jan, Piet en Jan» is a slip.
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
# A name that the catalogue need not know: words with a capital, and what joins them.
_WORD = rf"{_CAPITAL}[\w’'.-]*"
_JOINT = (
    r"(?:van|de|der|den|ter|ten|te|von|di|da|du|le|la|el|of|the|and|op|aan|in|’t|'t)"
)
# What begins a sentence with a capital without belonging to the name behind it.
_LEAD = (
    "(?:Met|In|En|Ook|Naast|Door|Volgens|Voor|Bij|Uit|Over|Na|Van|Onder|Tussen|Behalve)"
)
_NAME = rf"(?!{_LEAD} ){_WORD}(?: (?:{_JOINT} )*{_WORD})*"


def enumeration_findings(
    texts: Iterable[Text], known: Iterable[Known]
) -> Iterator[Finding]:
    """Every name that an enumeration has had already."""
    pattern = _names(known)
    for text in texts:
        for names in _enumerations(text.plain, pattern):
            yield from _twice(text, names)


def _names(known: Iterable[Known]) -> re.Pattern[str]:
    """Finds known names, the longest first, and whatever else is written as one."""
    own = {each.name for thing in known for each in thing.called if each.name}
    longest_first = sorted(own, key=lambda name: (-len(name), name))
    choices = [rf"{re.escape(name)}(?!\w)" for name in longest_first] + [_NAME]
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})")


def _enumerations(
    plain: str, pattern: re.Pattern[str]
) -> Iterator[list[re.Match[str]]]:
    """Runs of names with nothing between them but commas and «en»."""
    names: list[re.Match[str]] = []
    bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), plain)
    for match in pattern.finditer(bare):
        if names and not _BETWEEN.fullmatch(bare, names[-1].end(), match.start()):
            yield names
            names = []
        names.append(match)
    yield names


def _twice(text: Text, names: list[re.Match[str]]) -> Iterator[Finding]:
    if len(names) < _LEAST:
        return
    seen: set[str] = set()
    for match in names:
        folded = fold(match[0])
        if folded in seen:
            told = _("«%(words)s» stands twice in this enumeration.")
            yield text.at(Sort.TWICE, told % {"words": match[0]}, *match.span())
        seen.add(folded)
