"""What an import source gives: rows of plain values, in parts, or one clear failure."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from catalog.models.alternative_title import AlternativeKind
from catalog.models.credit import Job
from catalog.models.release import ReleaseKind
from catalog.models.title import Kind
from moviemeter.lib.partial_dates import PartialDate

MOST_NOTES = 100_000  # Beyond this a file is bad as a whole; the rest is counted.

# Hears a stage's name, and how many of all its units are done.
Progress = Callable[[str, int, int], None]


class SourceFailed(Exception):
    """The outside world failed; the message says how in a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the file's name and the line, from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A film, series or season by the source's own key.

    `minutes` holds each version's, the usual one first; `outside_ids` maps a
    TitleSource to its value, `genres` are the site's own names, `countries` ISO
    alpha-2. Only a series has an `end_year`, only a season `series_key`,
    `season_number` and `episode_count`.
    """

    place: Place
    kind: Kind
    key: str
    name: str
    original_name: str = ""
    language: str = ""
    year: int | None = None
    end_year: int | None = None
    minutes: tuple[int, ...] = ()
    genres: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    outside_ids: dict[str, str] = field(default_factory=dict)
    series_key: str | None = None
    season_number: int | None = None
    episode_count: int | None = None


@dataclass(frozen=True, slots=True)
class AlternativeRow:
    """Another name of a title, in use in `country`; without one internationally."""

    place: Place
    title_key: str
    name: str
    language: str = ""
    country: str | None = None
    kind: AlternativeKind = AlternativeKind.RELEASE


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """When a title came out in a country (ISO alpha-2), by the key of the title."""

    place: Place
    title_key: str
    country: str
    kind: ReleaseKind
    date: PartialDate


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody by the source's own key; `outside_ids` maps PersonSource to value.

    `birthplace_key` names the thing that is the birthplace. `if_credited` leaves
    somebody without a credit in the same input out, without a word.
    """

    place: Place
    key: str
    name: str
    outside_ids: dict[str, str] = field(default_factory=dict)
    born: PartialDate | None = None
    died: PartialDate | None = None
    birthplace_key: str | None = None
    birth_country: str | None = None
    if_credited: bool = False


@dataclass(frozen=True, slots=True)
class CreditRow:
    """Who did what, by the keys of title and person; `position` orders from 0.

    `character_key` names the thing that is the character, where `character` is empty.
    """

    place: Place
    title_key: str
    person_key: str
    job: Job
    position: int
    character: str = ""
    character_key: str | None = None
    is_voice: bool = False


@dataclass(frozen=True, slots=True)
class TrailerRow:
    """A trailer by the key of its title, and its key at the site that shows it."""

    place: Place
    title_key: str
    site: str
    key: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ThingRow:
    """What other rows point at: a place with its country, or a character."""

    place: Place
    key: str
    name: str
    country: str | None = None


Row = (
    TitleRow
    | AlternativeRow
    | ReleaseRow
    | PersonRow
    | CreditRow
    | TrailerRow
    | ThingRow
)


@dataclass(slots=True)
class Notes:
    """What is told about the input besides its rows."""

    rejected: list[tuple[Place, str]] = field(default_factory=list)
    uncounted: int = 0
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)

    def reject(self, place: Place, reason: str) -> None:
        """The row at this place is not imported."""
        if len(self.rejected) < MOST_NOTES:
            self.rejected.append((place, reason))
        else:
            self.uncounted += 1

    def leave_out(self, file: str, what: str) -> None:
        """A value that the site has no place for; its row is imported without it."""
        if (file, what) in self.left_out or len(self.left_out) < MOST_NOTES:
            self.left_out[file, what] += 1
        else:
            self.left_out[file, "other values that are not listed"] += 1


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one file, of any sorts.

    `rows` is gone through once. `done` tells how many of `size` bytes were read.
    """

    name: str
    rows: Iterable[Row]
    size: int
    done: Callable[[], int]


class Source(Protocol):
    """One outside catalogue at one place on this machine."""

    # Remembered with everything that came from it; at most 12 letters.
    name: str
    # What an operator must know before importing it; empty where there is nothing.
    warning: str

    def fingerprint(self) -> str:
        """A text that is another one when the input is; raises SourceFailed."""

    def parts(self, notes: Notes) -> Iterable[Part]:
        """The input in order, each part read to its end before the next is asked for.

        A bad row is told to `notes` and not given. Raises SourceFailed, also while rows
        are read.
        """
