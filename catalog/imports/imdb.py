"""IMDb's public tables: films, series with their seasons, people and credits.

Everything is read line by line. What has to be known of a title or person when a later
file names it stands in a byte per number of its id, so that memory follows the highest
id (some 80 MB) and not the number of rows.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from catalog.imports import checking
from catalog.imports.checking import LONGEST_PERSON, BadRow
from catalog.imports.genres import DUTCH_GENRES
from catalog.imports.seasons import Seasons
from catalog.imports.source import (
    AlternativeRow,
    CreditRow,
    Notes,
    Part,
    PersonRow,
    Place,
    Row,
    SourceFailed,
    TitleRow,
)
from catalog.imports.tables import PlainTable, fingerprint
from catalog.models import Job, Kind
from catalog.models.alternative_title import AlternativeKind
from catalog.models.outside_id import PersonSource, TitleSource
from catalog.models.title import EARLIEST_YEAR
from moviemeter.lib.partial_dates import PartialDate, Precision

COLUMNS = {
    "title.basics": (
        "tconst titleType primaryTitle originalTitle isAdult startYear endYear"
        " runtimeMinutes genres"
    ),
    "title.akas": "titleId title region language types attributes isOriginalTitle",
    "title.episode": "tconst parentTconst seasonNumber",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "name.basics": "nconst primaryName birthYear deathYear",
}
NULL = "\\N"
TYPES_JOINED_BY = "\x02"
LARGEST_ID = 99_999_999  # IMDb's ids have seven digits or eight.
LONGEST_CHARACTER = 200
# Shorts, specials, music videos and games are left out: nearly all of them are
# unknown here, and they would be three titles in four.
KINDS = {
    "movie": Kind.FILM,
    "tvMovie": Kind.FILM,
    "video": Kind.FILM,
    "tvSeries": Kind.SERIES,
    "tvMiniSeries": Kind.SERIES,
}
EPISODE = "tvEpisode"
# Directors and writers stand in title.crew, all of them.
JOBS = {
    "actor": Job.ACTOR,
    "actress": Job.ACTOR,
    "self": Job.ACTOR,
    "cinematographer": Job.CINEMATOGRAPHER,
    "composer": Job.COMPOSER,
    "editor": Job.EDITOR,
    "producer": Job.PRODUCER,
}
# What a writer did whom the site credits under another job than screenplay.
CREATED = frozenset(("creator", "created by", "creator by"))
WROTE_THE_BOOK = ("novel", "book", "based on the novel", "based on the book")
HIMSELF = frozenset(("Self", "Himself", "Herself"))
VOICE = " (voice)"
_NUMBER = re.compile(r"[0-9]{1,9}")
_ID = re.compile(r"(?:tt|nm)([0-9]{7,8})")
FILM, SERIES = 1, 2
_MARKS = {Kind.FILM: FILM, Kind.SERIES: SERIES}

Cells = tuple[str, ...]


class Imdb:
    """The tables of one folder, read anew at each call of `parts`."""

    name = "imdb"
    warning = (
        "IMDb's tables are for personal and non-commercial use only. A public site,"
        " also a free one, needs IMDb's consent: https://developer.imdb.com/"
    )

    def __init__(self, folder: Path, *, with_adult: bool = False) -> None:
        if not folder.is_dir():
            raise SourceFailed(f"There is no folder {folder}.")
        self.paths = {name: folder / f"{name}.tsv.gz" for name in COLUMNS}
        self.with_adult = with_adult
        self._forget()

    def fingerprint(self) -> str:
        adult = "adult:" if self.with_adult else ""
        return adult + fingerprint(self.paths.values())

    def parts(self, notes: Notes) -> Iterator[Part]:
        self._forget()
        self.notes = notes
        yield self._part("title.basics", self._title)
        yield self._part("title.akas", self._aka)
        yield self._part("title.episode", self._episode)
        yield Part("seasons", self._season_rows(), 1, lambda: 1)
        yield self._part("title.principals", self._principal)
        yield self._part("title.crew", self._crew)
        yield self._part("name.basics", self._person)

    def _forget(self) -> None:
        self.notes = Notes()
        # By the number of an id: which kind of title; the year of an episode, counted
        # from before the earliest; whether somebody is credited.
        self.kinds = Flags()
        self.episode_years = Flags()
        self.credited = Flags()
        self.seasons = Seasons()
        # Writers who are credited as creator or author: title and person.
        self.not_screenplay: set[tuple[int, int]] = set()

    def _part(self, name: str, make: Callable[[Place, Cells], Iterator[Row]]) -> Part:
        table = PlainTable(self.paths[name], tuple(COLUMNS[name].split()))
        return Part(name, self._rows(table, make), table.size, table.done)

    def _rows(
        self, table: PlainTable, make: Callable[[Place, Cells], Iterator[Row]]
    ) -> Iterator[Row]:
        name = table.path.name
        for line, cells in table.rows(self.notes):
            place = Place(name, line)
            try:
                yield from make(place, cells)
            except BadRow as bad:
                self.notes.reject(place, str(bad))

    def _title(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, sort, primary, original, adult, start, end, minutes, genres = cells
        number = _number(tconst)
        if sort == EPISODE:
            if year := _year(start):
                self.episode_years.set(number, year - EARLIEST_YEAR + 1)
            return
        kind = KINDS.get(sort)
        if kind is None or (adult == "1" and not self.with_adult):
            why = f"type {sort[:40]}" if kind is None else "pornography"
            self.notes.leave_out(place.file, f"title of {why}")
            return
        shown, in_its_script, english = _names(primary, original)
        year = _year(start)
        yield TitleRow(
            place,
            kind,
            tconst,
            shown,
            original_name=in_its_script,
            year=year,
            end_year=self._end_year(place, kind, year, end),
            minutes=_minutes(minutes),
            genres=self._genres(place, genres),
            outside_ids={TitleSource.IMDB.value: tconst},
        )
        self.kinds.set(number, _MARKS[kind])
        if english:
            yield AlternativeRow(place, tconst, english, "en")

    def _end_year(
        self, place: Place, kind: Kind, year: int | None, text: str
    ) -> int | None:
        end = _year(text) if kind == Kind.SERIES else None
        if end and year and end < year:
            self.notes.leave_out(place.file, "last year before the first")
            return None
        return end

    def _genres(self, place: Place, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for genre in _filled(text).split(","):
            if ours := DUTCH_GENRES.get(genre.lower()):
                found[ours] = None
            elif genre:
                self.notes.leave_out(place.file, f"genre {genre[:80]}")
        return tuple(found)

    def _aka(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, name, region, language, types, attributes, is_original = cells
        english = region == "XWW" and language in {"en", NULL}
        if not (region in {"NL", "BE"} or english) or is_original == "1":
            return
        if not self.kinds.get(_number(tconst)) or _is_informal(attributes):
            return
        kinds = types.split(TYPES_JOINED_BY)
        yield AlternativeRow(
            place,
            tconst,
            checking.name(name),
            "en" if english else _filled(language)[:3],
            None if english else region,
            AlternativeKind.WORKING if "working" in kinds else AlternativeKind.RELEASE,
        )

    def _episode(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, parent, season = cells
        series = _number(parent)
        if self.kinds.get(series) != SERIES or season == NULL:
            return
        year = self.episode_years.get(_number(tconst))
        self.seasons.add(
            series=parent,
            number=checking.number(season, "seasonNumber"),
            year=year + EARLIEST_YEAR - 1 if year else None,
            line=place.line,
        )
        yield from ()

    def _season_rows(self) -> Iterator[Row]:
        yield from self.seasons.rows(self.paths["title.episode"].name)

    def _principal(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, ordering, nconst, category, job, characters = cells
        title = _number(tconst)
        if not self.kinds.get(title):
            return
        person = _number(nconst)
        ours = JOBS.get(category)
        if category == "writer":
            ours = _written_as(job)
            if ours:
                self.not_screenplay.add((title, person))
        if ours is None:
            return
        character, is_voice = "", False
        if ours == Job.ACTOR:
            character, is_voice = _character(characters)
        position = max(checking.number(ordering, "ordering") - 1, 0)
        self.credited.set(person, 1)
        yield CreditRow(
            place,
            tconst,
            nconst,
            ours,
            position,
            character=character,
            is_voice=is_voice,
        )

    def _crew(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, directors, writers = cells
        title = _number(tconst)
        if not self.kinds.get(title):
            return
        for job, text in ((Job.DIRECTOR, directors), (Job.WRITER, writers)):
            for position, nconst in enumerate(_filled(text).split(",")):
                if not nconst:
                    continue
                person = _number(nconst)
                if job == Job.WRITER and (title, person) in self.not_screenplay:
                    continue
                self.credited.set(person, 1)
                yield CreditRow(place, tconst, nconst, job, min(position, 32_767))

    def _person(self, place: Place, cells: Cells) -> Iterator[Row]:
        nconst, name, birth, death = cells
        if not self.credited.get(_number(nconst)):
            return
        born = self._life_year(place, birth)
        died = self._life_year(place, death)
        if born and died and died.date < born.date:
            self.notes.leave_out(place.file, "death before birth")
            born = died = None
        yield PersonRow(
            place,
            nconst,
            checking.name(name, LONGEST_PERSON),
            {PersonSource.IMDB.value: nconst},
            born=born,
            died=died,
        )

    def _life_year(self, place: Place, text: str) -> PartialDate | None:
        if text == NULL:
            return None
        if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= 9999:
            self.notes.leave_out(place.file, f"year of a life {text[:40]}")
            return None
        return PartialDate(date(int(text), 1, 1), Precision.YEAR)


class Flags:
    """A byte for each number up to LARGEST_ID, 0 where none was set."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def set(self, number: int, value: int) -> None:
        if number >= len(self.bytes):
            # By a tenth more, so that ascending numbers do not copy it each time.
            wanted = number + number // 10 + 1
            self.bytes.extend(bytes(wanted - len(self.bytes)))
        self.bytes[number] = value

    def get(self, number: int) -> int:
        return self.bytes[number] if number < len(self.bytes) else 0


def _number(text: str) -> int:
    found = _ID.fullmatch(text)
    if found is None:
        raise BadRow(f"{text[:40]!r} is no id of IMDb")
    return int(found[1])


def _filled(text: str) -> str:
    return "" if text == NULL else text


def _year(text: str) -> int | None:
    return checking.year(_filled(text))


def _minutes(text: str) -> tuple[int, ...]:
    minutes = checking.minutes(_filled(text))
    return (minutes,) if minutes else ()


def _names(primary: str, original: str) -> tuple[str, str, str]:
    """The name to show, the one in another script, and the English one beside it.

    Shown is the original title; of one in another script the primary, English one.
    """
    primary = checking.name(primary)
    original = checking.optional_name(_filled(original)) or primary
    if checking.is_latin(original):
        return original, "", primary if primary != original else ""
    if checking.is_latin(primary):
        return primary, original, ""
    return original, "", ""


def _is_informal(attributes: str) -> bool:
    """Whether nobody brought it out under this name: translated or shortened by some."""
    return "informal" in attributes or "literal" in attributes


def _written_as(job: str) -> Job | None:
    """The site's own job for what a writer did, None where it is the screenplay."""
    told = job.lower()
    if told in CREATED:
        return Job.CREATOR
    return Job.AUTHOR if told.startswith(WROTE_THE_BOOK) else None


def _character(text: str) -> tuple[str, bool]:
    """Whom somebody plays, from a JSON array of names, and whether by voice only."""
    if text == NULL:
        return "", False
    try:
        names = json.loads(text)
    except ValueError as error:
        raise BadRow(f"characters {text[:40]!r} are no JSON") from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadRow(f"characters {text[:40]!r} are no list of names")
    is_voice = bool(names) and all(name.endswith(VOICE) for name in names)
    names = ["zichzelf" if name in HIMSELF else name for name in names]
    return _joined([name.removesuffix(VOICE).strip() for name in names]), is_voice


def _joined(names: list[str]) -> str:
    """As many of the names as the column takes."""
    joined = ""
    for name in names:
        longer = f"{joined} / {name}" if joined else name
        if len(longer) > LONGEST_CHARACTER:
            break
        joined = longer
    return checking.optional_name(joined, LONGEST_CHARACTER)
