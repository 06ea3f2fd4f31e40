"""The demonstration's text files, read strictly into plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from catalog.drawing import MOTIFS, PALETTES
from catalog.models import Job, Kind, ReleaseKind
from moviemeter.lib.partial_dates import PartialDate
from moviemeter.lib.text_files import FileRefused, made, part, table

FOLDER = Path(__file__).parent
PALETTE_NAMES = {palette.name for palette in PALETTES}

# The key of a file for each job but acting.
CREW = {
    "directors": Job.DIRECTOR,
    "creators": Job.CREATOR,
    "writers": Job.WRITER,
    "authors": Job.AUTHOR,
    "cinematographers": Job.CINEMATOGRAPHER,
    "composers": Job.COMPOSER,
    "editors": Job.EDITOR,
    "producers": Job.PRODUCER,
}


@dataclass(frozen=True, slots=True)
class Version:
    """How long one version lasts."""

    minutes: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class OtherName:
    title: str
    language: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    country: str
    date: str
    kind: str = "cinema"


@dataclass(frozen=True, slots=True)
class PosterWish:
    """What an editor pins of what the recipe would choose."""

    palette: str | None = None
    layout: int | None = None
    motif: str | None = None


@dataclass(frozen=True, slots=True)
class SeasonText:
    number: int
    year: int | None = None
    episodes: int | None = None
    first_aired: str = ""
    title: str = ""
    plot: str = ""


@dataclass(frozen=True)
class TitleText:
    """One file of films/ or series/."""

    kind: Kind
    file: str
    title: str
    language: str
    countries: list[str]
    genres: list[str]
    plot: str
    year: int | None = None
    end_year: int | None = None
    original_title: str = ""
    minutes: int | None = None
    durations: list[Version] = field(default_factory=list)
    imdb: str = ""
    wikidata: str = ""
    directors: list[str] = field(default_factory=list)
    creators: list[str] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    cinematographers: list[str] = field(default_factory=list)
    composers: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    producers: list[str] = field(default_factory=list)
    cast: list[list[str]] = field(default_factory=list)
    voices: list[list[str]] = field(default_factory=list)
    also_known: list[OtherName] = field(default_factory=list)
    releases: list[Shown] = field(default_factory=list)
    kijkwijzer: dict[str, Any] = field(default_factory=dict)  # Any: text and lists
    poster: PosterWish = field(default_factory=PosterWish)
    differs: dict[str, str] = field(default_factory=dict)
    seasons: list[SeasonText] = field(default_factory=list)

    @cached_property
    def versions(self) -> list[Version]:
        """Every duration, the usual one first."""
        usual = [Version(self.minutes)] if self.minutes else []
        return usual + self.durations

    @property
    def makers(self) -> list[str]:
        """Whose name stands on the poster."""
        return self.creators or self.directors

    @property
    def names(self) -> set[str]:
        """Everybody credited."""
        crew = {name for key in CREW for name in getattr(self, key)}
        return crew | {row[0] for row in self.cast + self.voices}


@dataclass(frozen=True, slots=True)
class PersonText:
    """One entry of people/."""

    name: str
    born: str = ""
    birthplace: str = ""
    birth_country: str = ""
    died: str = ""
    imdb: str = ""
    sort_name: str = ""

    def date(self, key: str) -> PartialDate | None:
        text: str = getattr(self, key)
        return PartialDate.parse(text) if text else None


# Tables inside a file, by key, and what each becomes.
PARTS: Mapping[str, type] = {
    "durations": Version,
    "also_known": OtherName,
    "releases": Shown,
    "seasons": SeasonText,
    "poster": PosterWish,
}


def read_titles(folder: Path = FOLDER) -> Iterator[TitleText]:
    """Every film and series in the folder, by file name. Raises FileRefused."""
    for kind, name in ((Kind.FILM, "films"), (Kind.SERIES, "series")):
        for path in sorted((folder / name).glob("*.toml")):
            row = table(path)
            for key in PARTS.keys() & row.keys():
                row[key] = part(path, PARTS[key], row[key])
            row |= {"kind": kind, "file": path.stem}
            text: TitleText = made(path, TitleText, row)
            if fault := next(_faults(text), ""):
                raise FileRefused(f"{path.name}: {fault}")
            yield text


def read_people(folder: Path = FOLDER) -> Iterator[PersonText]:
    """Every entry of the folder's lists of people. Raises FileRefused."""
    for path in sorted((folder / "people").glob("*.toml")):
        for row in table(path).get("people", []):
            person: PersonText = made(path, PersonText, row)
            try:
                person.date("born"), person.date("died")
            except ValueError as fault:
                raise FileRefused(f"{path.name}: {person.name}: {fault}") from None
            yield person


def _faults(text: TitleText) -> Iterator[str]:
    """What reads well and means nothing."""
    for shown in text.releases:
        if shown.kind not in ReleaseKind.values:
            yield f"unknown kind of release {shown.kind}"
    for known, wish in (
        (PALETTE_NAMES, text.poster.palette),
        (MOTIFS, text.poster.motif),
    ):
        if wish and wish not in known:
            yield f"unknown wish for the poster {wish}"
    for row in text.cast + text.voices:
        if len(row) != 2:
            yield f"{row} is no name with a role"
    yield from _odd_dates(text)


def _odd_dates(text: TitleText) -> Iterator[str]:
    dates = [shown.date for shown in text.releases]
    for date in dates + [season.first_aired for season in text.seasons]:
        try:
            PartialDate.parse(date or "1900")
        except ValueError as fault:
            yield str(fault)
