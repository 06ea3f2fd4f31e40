"""«Binnenkort» and its like in one sentence with a date that has passed.

Told apart are words that can only mean what is to come, and words that are as often
said of long ago («vanaf 1934», «verschijnt in 1952»). The latter count with a date of
the two years before publication that has at least its month. A bare year counts where
it tells when («in 2021») in the same clause, not where it says which one is meant
(«de film uit 2019», «Joker (2019)»).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from moviemeter.lib.notation import MONTHS
from news.proofreading.finding import Finding, Sort
from news.proofreading.texts import Text

TO_COME = (
    "binnenkort", "straks", "weldra", "spoedig", "eerstdaags", "morgen", "overmorgen",
    "komt eraan", "komen eraan", "staat op stapel", "staan op stapel",
    "volgende week", "volgende maand", "volgend jaar", "komende week", "komende maand",
    "deze week nog", "aanstaande", "op komst",
)  # fmt: skip
PERHAPS_TO_COME = (
    "vanaf", "verschijnt", "verschijnen", "gaat in première", "gaan in première",
    "première op", "komt uit", "komen uit", "begint op",
    "gaat van start", "gaan van start", "start op", "wordt uitgezonden",
)  # fmt: skip
LONG_AGO = 2  # Years; of older dates one tells as of history.

_MONTH = "|".join([*MONTHS, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept?",
                   "okt", "nov", "dec"])  # fmt: skip
_DATE = re.compile(
    rf"""(?<![\w-])(?:
        (?P<day>[0-3]?[0-9])\s(?P<month>{_MONTH})\.?\s(?P<year>[12][0-9]{{3}})
        |(?P<d>[0-3]?[0-9])[-/.](?P<m>[01]?[0-9])[-/.](?P<y>[12][0-9]{{3}})
        |(?P<only_month>{_MONTH})\.?\s(?P<of>[12][0-9]{{3}})
        |(?P<only_year>[12][0-9]{{3}})
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
# Before a date that says which, not when.
_WHICH = re.compile(r"\b(?:uit|van|sinds|na|sedert|geboren(?: op)?|jaren)\s$", re.I)
_WHEN = re.compile(
    r"\b(?:in|vanaf|begin|medio|eind|halverwege|voorjaar|najaar|zomer|winter|herfst"
    r"|lente)\s(?:van\s)?$",
    re.I,
)
_CLAUSE = re.compile(r"[,;:()–]| - | (?:die|dat|waarin|terwijl|maar|want) ")


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<![\w'’])(?:{choices})(?!\w)", re.IGNORECASE)


_TO_COME, _PERHAPS = _any(TO_COME), _any(PERHAPS_TO_COME)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a sentence tells it, by the last day that it may mean."""

    start: int
    end: int
    last: date
    is_year: bool


def moment_findings(texts: Iterable[Text], *, at: datetime) -> Iterator[Finding]:
    """What is said to come and has been, on the day of publication."""
    day = timezone.localdate(at)
    for text in texts:
        for place, sentence in text.sentences():
            for dated in _dates(sentence):
                if dated.last < day and (said := _foretold(sentence, dated, day)):
                    start, end = dated.start, dated.end
                    told = _("«%(said)s» with «%(date)s», which is before publication.")
                    names = {"said": said, "date": sentence[start:end]}
                    yield text.at(Sort.PAST, told % names, place + start, place + end)


def _foretold(sentence: str, dated: Dated, day: date) -> str:
    """The words by which the date is told as one to come, or empty."""
    before = sentence[: dated.start]
    if dated.is_year:
        if not _WHEN.search(before):
            return ""
        found = _TO_COME.search(_clause(sentence, dated))
    elif _WHICH.search(before):
        return ""
    else:
        found = _TO_COME.search(sentence)
        if not found and dated.last.year >= day.year - LONG_AGO:
            found = _PERHAPS.search(sentence)
    return found[0] if found else ""


def _clause(sentence: str, dated: Dated) -> str:
    """The clause that a date stands in."""
    start, end = 0, len(sentence)
    for match in _CLAUSE.finditer(sentence):
        if match.end() <= dated.start:
            start = match.end()
        elif match.start() >= dated.end:
            end = min(end, match.start())
    return sentence[start:end]


def _dates(sentence: str) -> Iterator[Dated]:
    for match in _DATE.finditer(sentence):
        last = _last_day(match)
        if last is not None:
            yield Dated(*match.span(), last, match["only_year"] is not None)


def _last_day(match: re.Match[str]) -> date | None:
    """The date; of a month or a year its last day; None for the 31st of April."""
    if match["only_year"]:
        return date(int(match["only_year"]), 12, 31)
    if match["only_month"]:
        year, month = int(match["of"]), _month(match["only_month"])
        first_of_next = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(first_of_next.toordinal() - 1)
    try:
        if match["day"]:
            return date(int(match["year"]), _month(match["month"]), int(match["day"]))
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    """«mrt» and «maart» as 3."""
    short = name.lower()[:3]
    if short == "mrt":
        return 3
    return next(n for n, month in enumerate(MONTHS, start=1) if month[:3] == short)
