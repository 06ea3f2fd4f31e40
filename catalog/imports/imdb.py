"""IMDb's public tables: films, series with their seasons, people and credits.

Everything is read line by line. What has to be known of a title or person when a later
file names it stands in a byte per number of its id, so that memory follows the highest
id (some 80 MB) and not the number of rows.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from catalog.imports import checking, imdb_cells
from catalog.imports.checking import LONGEST_PERSON, BadRow
from catalog.imports.flags import Flags
from catalog.imports.genres import DUTCH_GENRES
from catalog.imports.imdb_cells import NULL, Cells
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
TYPES_JOINED_BY = "\x02"
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
_NUMBER = re.compile(r"[0-9]{1,9}")
FILM, SERIES = 1, 2
_MARKS = {Kind.FILM: FILM, Kind.SERIES: SERIES}


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
        number = imdb_cells.number(tconst)
        if sort == EPISODE:
            if year := imdb_cells.year(start):
                self.episode_years.set(number, year - EARLIEST_YEAR + 1)
            return
        kind = KINDS.get(sort)
        if kind is None or (adult == "1" and not self.with_adult):
            why = f"type {sort[:40]}" if kind is None else "pornography"
            self.notes.leave_out(place.file, f"title of {why}")
            return
        shown, in_its_script, english = imdb_cells.names(primary, original)
        year = imdb_cells.year(start)
        yield TitleRow(
            place,
            kind,
            tconst,
            shown,
            original_name=in_its_script,
            year=year,
            end_year=self._end_year(place, kind, year, end),
            minutes=imdb_cells.minutes(minutes),
            genres=self._genres(place, genres),
            outside_ids={TitleSource.IMDB.value: tconst},
        )
        self.kinds.set(number, _MARKS[kind])
        if english:
            yield AlternativeRow(place, tconst, english, "en")

    def _end_year(
        self, place: Place, kind: Kind, year: int | None, text: str
    ) -> int | None:
        end = imdb_cells.year(text) if kind == Kind.SERIES else None
        if end and year and end < year:
            self.notes.leave_out(place.file, "last year before the first")
            return None
        return end

    def _genres(self, place: Place, text: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for genre in imdb_cells.filled(text).split(","):
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
        if not self.kinds.get(imdb_cells.number(tconst)) or imdb_cells.is_informal(
            attributes
        ):
            return
        kinds = types.split(TYPES_JOINED_BY)
        yield AlternativeRow(
            place,
            tconst,
            checking.name(name),
            "en" if english else imdb_cells.filled(language)[:3],
            None if english else region,
            AlternativeKind.WORKING if "working" in kinds else AlternativeKind.RELEASE,
        )

    def _episode(self, place: Place, cells: Cells) -> Iterator[Row]:
        tconst, parent, season = cells
        series = imdb_cells.number(parent)
        if self.kinds.get(series) != SERIES or season == NULL:
            return
        year = self.episode_years.get(imdb_cells.number(tconst))
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
        title = imdb_cells.number(tconst)
        if not self.kinds.get(title):
            return
        person = imdb_cells.number(nconst)
        ours = JOBS.get(category)
        if category == "writer":
            ours = imdb_cells.written_as(job)
            if ours:
                self.not_screenplay.add((title, person))
        if ours is None:
            return
        character, is_voice = "", False
        if ours == Job.ACTOR:
            character, is_voice = imdb_cells.character(characters)
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
        title = imdb_cells.number(tconst)
        if not self.kinds.get(title):
            return
        for job, text in ((Job.DIRECTOR, directors), (Job.WRITER, writers)):
            for position, nconst in enumerate(imdb_cells.filled(text).split(",")):
                if not nconst:
                    continue
                person = imdb_cells.number(nconst)
                if job == Job.WRITER and (title, person) in self.not_screenplay:
                    continue
                self.credited.set(person, 1)
                yield CreditRow(place, tconst, nconst, job, min(position, 32_767))

    def _person(self, place: Place, cells: Cells) -> Iterator[Row]:
        nconst, name, birth, death = cells
        if not self.credited.get(imdb_cells.number(nconst)):
            return
        born = self._life_year(place, birth)
        died = self._life_year(place, death)
        if born and died and checking.is_before(died, born):
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
