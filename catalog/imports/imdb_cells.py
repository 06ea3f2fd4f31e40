"""Cells of IMDb's tables made values, or refused with a reason."""

import json
import re

from catalog.imports import checking
from catalog.imports.checking import BadRow
from catalog.models import Job

NULL = "\\N"
LONGEST_CHARACTER = 200
# What a writer did whom the site credits under another job than screenplay.
CREATED = frozenset(("creator", "created by", "creator by"))
WROTE_THE_BOOK = ("novel", "book", "based on the novel", "based on the book")
THEMSELVES = frozenset(("Self", "Himself", "Herself"))
VOICE = " (voice)"
# IMDb's ids have seven digits or eight.
_ID = re.compile(r"(?:tt|nm)([0-9]{7,8})")

Cells = tuple[str, ...]


def number(text: str) -> int:
    """The digits of an id, 0..99999999."""
    found = _ID.fullmatch(text)
    if found is None:
        raise BadRow(f"{text[:40]!r} is no id of IMDb")
    return int(found[1])


def filled(text: str) -> str:
    """The text, nothing for IMDb's null."""
    return "" if text == NULL else text


def year(text: str) -> int | None:
    """A year in which film exists, None for null."""
    return checking.year(filled(text))


def minutes(text: str) -> tuple[int, ...]:
    """The one duration, or none."""
    found = checking.minutes(filled(text))
    return (found,) if found else ()


def names(primary: str, original: str) -> tuple[str, str, str]:
    """The name to show, the one in another script, and the English one beside it.

    Shown is the original title; of one in another script the primary, English one.
    """
    primary = checking.name(primary)
    original = checking.optional_name(filled(original)) or primary
    if checking.is_latin(original):
        return original, "", primary if primary != original else ""
    if checking.is_latin(primary):
        return primary, original, ""
    return original, "", ""


def is_informal(attributes: str) -> bool:
    """Whether somebody translated or shortened it, and nobody brought it out so."""
    return "informal" in attributes or "literal" in attributes


def written_as(job: str) -> Job | None:
    """The site's own job for what a writer did, None where it is the screenplay."""
    told = job.lower()
    if told in CREATED:
        return Job.CREATOR
    return Job.AUTHOR if told.startswith(WROTE_THE_BOOK) else None


def character(text: str) -> tuple[str, bool]:
    """Whom somebody plays, from a JSON array of names, and whether by voice only."""
    if text == NULL:
        return "", False
    try:
        told = json.loads(text)
    except ValueError as error:
        raise BadRow(f"characters {text[:40]!r} are no JSON") from error
    if not isinstance(told, list) or not all(isinstance(name, str) for name in told):
        raise BadRow(f"characters {text[:40]!r} are no list of names")
    is_voice = bool(told) and all(name.endswith(VOICE) for name in told)
    played = ["zichzelf" if name in THEMSELVES else name for name in told]
    return _joined([name.removesuffix(VOICE).strip() for name in played]), is_voice


def _joined(played: list[str]) -> str:
    """As many of the names as the column takes."""
    joined = ""
    for name in played:
        longer = f"{joined} / {name}" if joined else name
        if len(longer) > LONGEST_CHARACTER:
            break
        joined = longer
    return checking.optional_name(joined, LONGEST_CHARACTER)
