"""Items of Wikidata, in either of the two shapes in which its JSON comes."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from moviemeter.lib.partial_dates import PartialDate, Precision

# JSON is what it is: whoever reads a value checks it.
Json = Any

# Dutch first; «mul» holds what is the same in all languages.
LABELS = ("nl", "mul", "en", "de", "fr", "es", "it")
JULIAN = "Q1985786"
_PRECISIONS = {9: Precision.YEAR, 10: Precision.MONTH, 11: Precision.DAY}
_TIME = re.compile(r"\+([0-9]{4})-([0-9]{2})-([0-9]{2})T")
_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
_AMOUNT = re.compile(r"\+?[0-9]{1,9}(\.[0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class Statement:
    """A value as Wikidata writes it, with the values of its qualifiers by property."""

    value: Json
    qualifiers: dict[str, list[Json]] = field(default_factory=dict)


class Item:
    """One item, with the `claims` of a dump or the `statements` of REST."""

    def __init__(self, told: dict[str, Json]) -> None:
        self.id = _item_id(told.get("id")) or ""
        self._labels = _mapping(told.get("labels"))
        self._claims = _mapping(told.get("claims", told.get("statements")))

    def label(self, *languages: str) -> str:
        """The first label of these languages that there is, or nothing."""
        for language in languages:
            told = self._labels.get(language)
            text = told.get("value") if isinstance(told, dict) else told
            if isinstance(text, str) and text.strip():
                return text.strip()
        return ""

    def has(self, *properties: str) -> bool:
        return any(self._claims.get(each) for each in properties)

    def statements(self, wanted: str) -> list[Statement]:
        """What is said of the property: preferred first, never what is deprecated."""
        rows = self._claims.get(wanted) or []
        told = [row for row in rows if isinstance(row, dict)]
        kept = [row for row in told if row.get("rank") != "deprecated"]
        kept.sort(key=lambda row: row.get("rank") != "preferred")
        found = [Statement(_value(row), _qualifiers(row)) for row in kept]
        return [each for each in found if each.value is not None]

    def items(self, wanted: str) -> list[str]:
        """The ids of the items that are the property's values, each once."""
        ids = [_item_id(each.value) for each in self.statements(wanted)]
        return list(dict.fromkeys(found for found in ids if found))

    def text(self, wanted: str) -> str:
        """The property's first text, or nothing."""
        for each in self.statements(wanted):
            if isinstance(each.value, str):
                return each.value.strip()
        return ""


def moment(value: Json) -> PartialDate | None:
    """A time as far as it is known: to the day, the month or the year; else None."""
    if not isinstance(value, dict):
        return None
    found = _TIME.match(str(value.get("time", "")))
    precision = _PRECISIONS.get(value.get("precision", 0))
    if not found or precision is None:
        return None
    year, month, day = map(int, found.groups())
    if precision == Precision.YEAR:
        month = day = 1
    elif precision == Precision.MONTH:
        day = 1
    try:
        known = date(year, month, day)
    except ValueError:
        return None
    if str(value.get("calendarmodel", "")).endswith(JULIAN):
        # The day was another one by our calendar, and seldom another year.
        return PartialDate(date(year, 1, 1), Precision.YEAR)
    return PartialDate(known, precision)


def first_moment(item: Item, wanted: str) -> PartialDate | None:
    """The property's first time that is known at least to the year."""
    told = (moment(each.value) for each in item.statements(wanted))
    return next((known for known in told if known), None)


def amount(value: Json) -> tuple[float, str] | None:
    """A quantity and the item of its unit, «1» where it has none; else None."""
    if not isinstance(value, dict):
        return None
    told = str(value.get("amount", ""))
    if not _AMOUNT.fullmatch(told):
        return None
    return float(told), str(value.get("unit", "")).rpartition("/")[2]


def words(value: Json) -> tuple[str, str] | None:
    """A text and the code of its language; else None."""
    if not isinstance(value, dict):
        return None
    text, language = value.get("text"), value.get("language")
    if not isinstance(text, str) or not isinstance(language, str) or not text.strip():
        return None
    return text.strip(), language


def _value(snak: dict[str, Json]) -> Json:
    """What a statement or qualifier of either shape holds, None for no known value."""
    if "mainsnak" in snak:
        return _value(_mapping(snak["mainsnak"]))
    if "datavalue" in snak:
        told = _mapping(snak["datavalue"]).get("value")
        if isinstance(told, dict) and "entity-type" in told:
            return _item_id(told.get("id"))
        return told
    return _mapping(snak.get("value")).get("content")


def _qualifiers(row: dict[str, Json]) -> dict[str, list[Json]]:
    told = row.get("qualifiers") or []
    found: dict[str, list[Json]] = {}
    if isinstance(told, dict):
        for key, snaks in told.items():
            found[key] = [_value(snak) for snak in snaks]
    else:
        for each in told:
            key = str(_mapping(each.get("property")).get("id", ""))
            found.setdefault(key, []).append(_value(each))
    return found


def _mapping(told: Json) -> dict[str, Json]:
    """The object; PHP writes an empty one as a list."""
    return told if isinstance(told, dict) else {}


def _item_id(told: Json) -> str | None:
    return told if isinstance(told, str) and _ITEM.fullmatch(told) else None
