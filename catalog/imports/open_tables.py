"""The folder of open tables: films, series, seasons, people, credits and trailers."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from catalog.imports import checking
from catalog.imports.checking import LONGEST_PERSON, BadRow
from catalog.imports.countries import CODES_BY_NAME
from catalog.imports.genres import DUTCH_GENRES
from catalog.imports.source import (
    CreditRow,
    Notes,
    Part,
    PersonRow,
    Place,
    ReleaseRow,
    Row,
    SourceFailed,
    TitleRow,
    TrailerRow,
)
from catalog.imports.tables import Table, fingerprint
from catalog.models import Country, Job, Kind
from catalog.models.outside_id import PersonSource, TitleSource
from catalog.models.release import ReleaseKind
from catalog.models.trailer import TrailerSite
from moviemeter.lib.partial_dates import PartialDate, Precision
from moviemeter.lib.text import filed_title

FILMS = (
    "film_id title original_title year runtime_min countries languages genres"
    " directors imdb_id tmdb_id omdb_id"
)
COLUMNS = {
    "people": "person_id name wikidata_id country",
    "films": FILMS,
    "series": "series_id title year imdb_id genres countries runtime_min omdb_id",
    "seasons": "series_id season_number name first_aired",
    "credits": "kind title_id person_id role character billing",
    "trailers": "film_omdb_id source key language",
}
LONGEST_TRAILER_KEY = 20
LONGEST_CHARACTER = 200
_OUTSIDE_IDS: dict[str, re.Pattern[str]] = {
    TitleSource.IMDB: re.compile(r"tt[0-9]{5,12}"),
    PersonSource.WIKIDATA: re.compile(r"Q[0-9]{1,12}"),
}
# Looked up for each row, where an enum would search itself anew.
_CREDITED = frozenset((Kind.FILM.value, Kind.SERIES.value))
_JOBS = {job.value: job for job in Job}
_TRAILER_SITES = frozenset(TrailerSite.values)
_PLAIN_ID = re.compile(r"[0-9]{1,12}")
_TRAILER_KEY = re.compile(r"[A-Za-z0-9_-]+")
# «Season 2», «Staffel 2»: the site says that by itself, in Dutch.
_NUMBERED = re.compile(r"\w+ ([0-9]+)")

Cells = dict[str, str]


class OpenTables:
    """The tables of one folder, read anew at each call of `parts`."""

    name = "open"
    warning = ""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise SourceFailed(f"There is no folder {folder}.")
        self.paths = {name: folder / f"{name}.tsv.gz" for name in COLUMNS}
        self.notes = Notes()
        self.countries: frozenset[str] = frozenset()
        # What later files point at without its key.
        self.people: dict[str, str] = {}
        self.by_omdb: dict[str, str] = {}
        self.aired_in: dict[str, str] = {}

    def fingerprint(self) -> str:
        return fingerprint(list(self.paths.values()))

    def parts(self, notes: Notes) -> Iterator[Part]:
        self.notes = notes
        self.countries = frozenset(Country.objects.values_list("code", flat=True))
        yield self._part("people", self._person)
        yield self._part("films", self._film)
        yield self._part("series", self._series)
        yield self._part("seasons", self._season)
        yield self._part("credits", self._credit)
        yield self._part("trailers", self._trailer)

    def _part(self, name: str, make: Callable[[Place, Cells], Iterable[Row]]) -> Part:
        table = Table(self.paths[name], tuple(COLUMNS[name].split()))
        return Part(name, self._rows(table, make), table.size, table.done)

    def _rows(
        self, table: Table, make: Callable[[Place, Cells], Iterable[Row]]
    ) -> Iterator[Row]:
        for line, cells in table.rows(self.notes):
            place = Place(table.path.name, line)
            try:
                yield from make(place, dict(zip(table.columns, cells, strict=True)))
            except BadRow as bad:
                self.notes.reject(place, str(bad))

    def _person(self, place: Place, cells: Cells) -> Iterator[Row]:
        key = checking.key(cells["person_id"], "person_id")
        name = checking.name(cells["name"], LONGEST_PERSON)
        outside: dict[str, str] = {PersonSource.WIKIDATA: cells["wikidata_id"]}
        self.people.setdefault(name, key)
        yield PersonRow(
            place,
            key,
            name,
            self._outside_ids(place, outside),
            birth_country=self._birth_country(place, cells["country"]),
        )

    def _birth_country(self, place: Place, name: str) -> str | None:
        """The country's code; the places of birth are in English, and stay out."""
        code = CODES_BY_NAME.get(name)
        if name and code not in self.countries:
            self.notes.leave_out(place.file, f"country of birth {name[:80]}")
            return None
        return code

    def _film(self, place: Place, cells: Cells) -> Iterator[Row]:
        key = "film:" + checking.key(cells["film_id"], "film_id")
        shown, original = _names(cells["title"], cells["original_title"])
        row = TitleRow(
            place,
            Kind.FILM,
            key,
            shown,
            original_name=original,
            language=_language(shown, checking.parts(cells["languages"])),
            year=checking.year(cells["year"]),
            minutes=_minutes(cells["runtime_min"]),
            genres=self._genres(place, cells["genres"]),
            countries=self._countries(place, cells["countries"]),
            outside_ids=self._outside_ids(
                place,
                {
                    TitleSource.IMDB: cells["imdb_id"],
                    TitleSource.TMDB_FILM: cells["tmdb_id"],
                    TitleSource.OMDB: cells["omdb_id"],
                },
            ),
        )
        if cells["omdb_id"]:
            self.by_omdb.setdefault(cells["omdb_id"], key)
        yield row
        yield from self._directors(row, checking.parts(cells["directors"]))

    def _directors(self, film: TitleRow, names: tuple[str, ...]) -> Iterator[Row]:
        for position, name in enumerate(names):
            if person := self.people.get(name):
                yield CreditRow(film.place, film.key, person, Job.DIRECTOR, position)
            else:
                self.notes.reject(film.place, f"unknown director {name[:80]}")

    def _series(self, place: Place, cells: Cells) -> Iterator[Row]:
        key = "series:" + checking.key(cells["series_id"], "series_id")
        row = TitleRow(
            place,
            Kind.SERIES,
            key,
            checking.name(cells["title"]),
            year=checking.year(cells["year"]),
            minutes=_minutes(cells["runtime_min"]),
            genres=self._genres(place, cells["genres"]),
            countries=self._countries(place, cells["countries"]),
            outside_ids=self._outside_ids(
                place,
                {
                    TitleSource.IMDB: cells["imdb_id"],
                    TitleSource.OMDB: cells["omdb_id"],
                },
            ),
        )
        if row.countries:
            self.aired_in.setdefault(key, row.countries[0])
        yield row

    def _season(self, place: Place, cells: Cells) -> Iterator[Row]:
        series = checking.key(cells["series_id"], "series_id")
        number = checking.number(cells["season_number"], "season_number")
        name = checking.optional_name(cells["name"])
        numbered = _NUMBERED.fullmatch(name)
        aired_on = checking.day(cells["first_aired"])
        key = f"season:{series}:{number}"
        yield TitleRow(
            place,
            Kind.SEASON,
            key,
            "" if numbered and int(numbered[1]) == number else name,
            year=aired_on.year if aired_on else None,
            series_key=f"series:{series}",
            season_number=number,
        )
        country = self.aired_in.get(f"series:{series}")
        if aired_on and country:
            date = PartialDate(aired_on, Precision.DAY)
            yield ReleaseRow(place, key, country, ReleaseKind.BROADCAST, date)

    def _credit(self, place: Place, cells: Cells) -> Iterator[Row]:
        if cells["kind"] not in _CREDITED:
            raise BadRow(f"unknown kind {cells['kind'][:40]!r}")
        job = _JOBS.get(cells["role"])
        if job is None:
            raise BadRow(f"unknown role {cells['role'][:40]!r}")
        played = cells["character"] if job == Job.ACTOR else ""
        billing = checking.number(cells["billing"] or "0", "billing")
        yield CreditRow(
            place,
            f"{cells['kind']}:" + checking.key(cells["title_id"], "title_id"),
            checking.key(cells["person_id"], "person_id"),
            job,
            max(billing - 1, 0),
            checking.optional_name(played, LONGEST_CHARACTER),
        )

    def _trailer(self, place: Place, cells: Cells) -> Iterator[Row]:
        if cells["source"] not in _TRAILER_SITES:
            raise BadRow(f"unknown trailer site {cells['source'][:40]!r}")
        key = cells["key"]
        if not _TRAILER_KEY.fullmatch(key) or len(key) > LONGEST_TRAILER_KEY:
            raise BadRow(f"{key[:80]!r} is no trailer's key")
        film = self.by_omdb.get(cells["film_omdb_id"])
        if film is None:
            raise BadRow(f"unknown omdb id {cells['film_omdb_id'][:40]}")
        yield TrailerRow(place, film, cells["source"], key, cells["language"][:3])

    def _genres(self, place: Place, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for genre in checking.parts(text):
            if ours := DUTCH_GENRES.get(genre.lower()):
                found[ours] = None
            else:
                self.notes.leave_out(place.file, f"genre {genre[:80]}")
        return tuple(found)

    def _countries(self, place: Place, text: str) -> tuple[str, ...]:
        codes = checking.parts(text)
        for code in codes:
            if code not in self.countries:
                self.notes.leave_out(place.file, f"country {code[:80]}")
        return tuple(code for code in codes if code in self.countries)

    def _outside_ids(self, place: Place, told: dict[str, str]) -> dict[str, str]:
        found = {}
        for source, value in told.items():
            if _OUTSIDE_IDS.get(source, _PLAIN_ID).fullmatch(value):
                found[str(source)] = value
            elif value:
                self.notes.leave_out(place.file, f"{source} id {value[:40]}")
        return found


def _names(title: str, other: str) -> tuple[str, str]:
    """The name to show, and the one in another script or nothing."""
    shown, other = checking.name(title), checking.optional_name(other)
    if not other or checking.is_latin(shown) == checking.is_latin(other):
        return shown, ""
    return (shown, other) if checking.is_latin(shown) else (other, shown)


def _minutes(text: str) -> tuple[int, ...]:
    minutes = checking.minutes(text)
    return (minutes,) if minutes else ()


def _language(name: str, languages: tuple[str, ...]) -> str:
    """The film's one language, where the name begins with an article of it.

    What is spoken tells nothing about a title by itself: many are translated.
    """
    if len(languages) == 1 and filed_title(name, languages[0]) != name:
        return languages[0]
    return ""
