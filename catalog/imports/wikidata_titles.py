"""What an item of Wikidata tells of a title: names, years, releases, credits."""

import re
from collections.abc import Iterator

from catalog.imports import checking
from catalog.imports import wikidata_tables as tables
from catalog.imports.checking import BadRow
from catalog.imports.countries import CODES_BY_ITEM
from catalog.imports.source import CreditRow, Place, ReleaseRow, Row
from catalog.imports.wikidata_items import (
    LABELS,
    Item,
    Json,
    amount,
    first_moment,
    moment,
    words,
)
from catalog.models import Job, Kind
from catalog.models.release import ReleaseKind
from catalog.models.title import EARLIEST_YEAR, LATEST_YEAR

HOME_COUNTRIES = ("NL", "BE")
LONGEST_CHARACTER = 200
MOST = 32_767  # Of what is counted or ordered, as the columns take.
_LANGUAGE = re.compile(r"[a-z]{2,3}")
NO_LANGUAGES = frozenset(("mul", "und", "mis", "zxx"))


def names(item: Item) -> tuple[str, str, str]:
    """The name to show, the one in another script, and the shown one's language."""
    told = [words(each.value) for each in item.statements("P1476")]
    original, language = next((each for each in told if each), ("", ""))
    english = item.label("en", "mul", "nl")
    if not original:
        return english or item.label(*LABELS), "", ""
    if checking.is_latin(original) or not checking.is_latin(english) or not english:
        is_code = _LANGUAGE.fullmatch(language) and language not in NO_LANGUAGES
        return original, "", language if is_code else ""
    return english, original, ""


def years(item: Item, kind: Kind) -> tuple[int | None, int | None]:
    """The first year, of a series by its start, and a series' last one."""
    # The earliest of all days of release; of a series the start is told by itself.
    shown = [moment(each.value) for each in item.statements("P577")]
    years = [known.year for known in shown if known]
    start = None if kind == Kind.FILM else first_moment(item, "P580")
    began = start.year if start else min(years, default=None)
    end = first_moment(item, "P582") if kind == Kind.SERIES else None
    last = end.year if end and began and end.year >= began else None
    return _of_film(began), _of_film(last)


def _of_film(year: int | None) -> int | None:
    return year if year and EARLIEST_YEAR <= year <= LATEST_YEAR else None


def minutes(item: Item) -> tuple[int, ...]:
    """Each duration in whole minutes, the preferred one first."""
    found: dict[int, None] = {}
    for each in item.statements("P2047"):
        told = amount(each.value)
        if told and told[1] in tables.MINUTES:
            minutes = round(told[0] * tables.MINUTES[told[1]])
            if 1 <= minutes <= checking.MOST_MINUTES:
                found[minutes] = None
    return tuple(found)


def releases(place: Place, item: Item, kind: Kind) -> Iterator[Row]:
    """When it came out here; days of a certain carrier (P437) are not the cinema's."""
    way = ReleaseKind.CINEMA if kind == Kind.FILM else ReleaseKind.BROADCAST
    for each in item.statements("P577"):
        known = moment(each.value)
        if known is None or not _of_film(known.year) or "P437" in each.qualifiers:
            continue
        for country in each.qualifiers.get("P291", ()):
            code = CODES_BY_ITEM.get(country) if isinstance(country, str) else None
            if code in HOME_COUNTRIES:
                yield ReleaseRow(place, item.id, code, way, known)


def credits_of(place: Place, item: Item) -> Iterator[Row]:
    """Everybody who is credited for the title, cast with whom they played."""
    for wanted, job in tables.JOBS.items():
        for position, each in enumerate(item.statements(wanted)):
            if not isinstance(each.value, str) or not each.value.startswith("Q"):
                continue
            played = each.qualifiers if job == Job.ACTOR else {}
            yield CreditRow(
                place,
                item.id,
                each.value,
                job,
                min(position, MOST),
                character=_text(played.get("P4633"))[:LONGEST_CHARACTER],
                character_key=_text(played.get("P453")) or None,
                is_voice=wanted == tables.VOICE,
            )


def episode_count(item: Item) -> int | None:
    """How many episodes a season has, None where that is not told."""
    told = [amount(each.value) for each in item.statements("P1113")]
    return min(int(told[0][0]), MOST) if told and told[0] else None


def _text(values: list[Json] | None) -> str:
    """The first of the values that is a text."""
    texts = (value for value in values or () if isinstance(value, str))
    return next(texts, "").strip()


def place_in_series(item: Item) -> tuple[str, int]:
    """The series that a season is part of, and its number there; raises BadRow."""
    for each in item.statements("P179"):
        number = _text(each.qualifiers.get("P1545"))
        if isinstance(each.value, str) and number.isdecimal():
            return each.value, checking.number(number, "season number")
    raise BadRow(f"season {item.id} has no series with a number")
