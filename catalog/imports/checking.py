"""Texts of a table made values, or refused with a reason."""

import re
import unicodedata
from datetime import date

from catalog.models.title import EARLIEST_YEAR, LATEST_YEAR
from moviemeter.lib.partial_dates import PartialDate, Precision

LONGEST_TITLE = 300  # Letters, as the columns take.
LONGEST_PERSON = 200
LONGEST_KEY = 20  # With what stands before it, a key takes 40 at most.
MOST_MINUTES = 32_767
_NUMBER = re.compile(r"[0-9]{1,9}")
_KEY = re.compile(r"[A-Za-z0-9_-]+")


class BadRow(Exception):
    """The message says what is wrong, as in «year 1200 is not in 1870..2100»."""


def key(text: str, what: str) -> str:
    """The source's own id; `what` names the column in the refusal."""
    if not _KEY.fullmatch(text) or len(text) > LONGEST_KEY:
        raise BadRow(f"{what} {text[:40]!r} is no id")
    return text


def name(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text without space around it, of 1 to `longest` letters."""
    found = optional_name(text, longest)
    if not found:
        raise BadRow("the name is empty")
    return found


def optional_name(text: str, longest: int = LONGEST_TITLE) -> str:
    found = text.strip()
    if found == text and len(found) <= longest and found.isprintable():
        return found
    if len(found) > longest:
        raise BadRow(f"the name has {len(found)} letters, more than {longest}")
    if "\0" in found:
        raise BadRow("the name holds a NUL character")
    return found


def year(text: str) -> int | None:
    """A year in which film exists, None for an empty text."""
    if not text:
        return None
    if not _NUMBER.fullmatch(text) or not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise BadRow(f"year {text[:40]} is not in {EARLIEST_YEAR}..{LATEST_YEAR}")
    return int(text)


def minutes(text: str) -> int | None:
    """Whole minutes, 1..32767, None for an empty text."""
    return _within("minutes", text, 1) if text else None


def number(text: str, what: str) -> int:
    """A whole number, 0..32767; `what` names it in the refusal."""
    return _within(what, text, 0)


def day(text: str) -> date | None:
    """An ISO day of a year in which film exists, None for an empty text."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise BadRow(f"{text[:40]!r} is no day") from error
    year(str(found.year))
    return found


def is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether it surely was earlier, by the day if both are known to the day."""
    if one.precision == other.precision == Precision.DAY:
        return one.date < other.date
    return one.year < other.year


def parts(text: str) -> tuple[str, ...]:
    """A list joined by `|`, each once and in its order."""
    if "|" not in text:
        return (text.strip(),) if text else ()
    return tuple(dict.fromkeys(part.strip() for part in text.split("|") if part))


def is_latin(text: str) -> bool:
    """Whether no letter of the text is of another script."""
    if text.isascii():
        return True
    letters = (letter for letter in text if letter.isalpha())
    return all("LATIN" in unicodedata.name(letter, "LATIN") for letter in letters)


def _within(what: str, text: str, least: int) -> int:
    if not _NUMBER.fullmatch(text) or not least <= int(text) <= MOST_MINUTES:
        raise BadRow(f"{what} {text[:40]!r} is not in {least}..{MOST_MINUTES}")
    return int(text)
