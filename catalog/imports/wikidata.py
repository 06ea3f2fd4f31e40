"""Wikidata: films, series, seasons, and the people who made them.

One passage through the input. Places and characters, which titles and people point at,
are staged beside them; of all people those stay who are credited.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from catalog.imports import checking, wikidata_titles
from catalog.imports import wikidata_tables as tables
from catalog.imports.checking import LONGEST_PERSON, BadRow
from catalog.imports.countries import CODES_BY_ITEM
from catalog.imports.dumps import items_at
from catalog.imports.source import (
    AlternativeRow,
    Notes,
    Part,
    PersonRow,
    Place,
    Row,
    ThingRow,
    TitleRow,
)
from catalog.imports.tables import fingerprint
from catalog.imports.wikidata_items import LABELS, Item, first_moment
from catalog.models import Country, Kind
from catalog.models.outside_id import PersonSource, TitleSource

LONGEST_PLACE = 120
LONGEST_CHARACTER = 200
# A line with none of these holds nothing for us. Humans have an occupation or an id.
_MARKS = (*tables.KINDS, *tables.CHARACTERS, *tables.OF_A_WORK, tables.PLACE)
_WANTED = re.compile(f'"(?:{"|".join((*_MARKS, "P345", "P106"))})"'.encode())
# What IMDb's ids of titles and of people begin with; all others are plain numbers.
_IMDB_IDS = {TitleSource: "tt", PersonSource: "nm"}
_DIGITS = re.compile(r"[0-9]{1,12}")


class Wikidata:
    """A dump or a folder of items, read anew at each call of `parts`."""

    name = "wikidata"
    warning = ""

    def __init__(self, path: Path, *, with_adult: bool = False) -> None:
        self.items = items_at(path)
        self.called = path.resolve().name  # One count for all files of a folder.
        self.with_adult = with_adult
        self.notes = Notes()
        self.countries: frozenset[str] = frozenset()

    def fingerprint(self) -> str:
        adult = "adult:" if self.with_adult else ""
        return adult + fingerprint(self.items.paths)

    def parts(self, notes: Notes) -> Iterator[Part]:
        self.notes = notes
        self.countries = frozenset(Country.objects.values_list("code", flat=True))
        yield Part("items", self._rows(), self.items.size, self.items.done)

    def _rows(self) -> Iterator[Row]:
        for place, told in self.items.items(self.notes, _WANTED.search):
            try:
                yield from self._of(place, Item(told))
            except BadRow as bad:
                self.notes.reject(place, str(bad))

    def _of(self, place: Place, item: Item) -> Iterator[Row]:
        if not item.id:
            return
        classes = item.items("P31")
        kinds = [tables.KINDS[each] for each in classes if each in tables.KINDS]
        if kinds:
            if tables.PORNOGRAPHY in (*classes, *item.items("P136")) and (
                not self.with_adult
            ):
                self.notes.leave_out(self.called, "title of pornography")
            elif kinds[0] == Kind.SEASON:
                yield from self._season(place, item)
            else:
                yield from self._title(place, item, kinds[0])
        elif tables.HUMAN in classes:
            yield from self._person(place, item)
        elif item.has(tables.PLACE, *tables.OF_A_WORK) or (
            tables.CHARACTERS & set(classes)
        ):
            yield from self._thing(place, item)
        elif item.text("P345").startswith("tt"):
            self.notes.leave_out(self.called, f"class {', '.join(classes)[:80]}")

    def _title(self, place: Place, item: Item, kind: Kind) -> Iterator[Row]:
        shown, in_its_script, language = wikidata_titles.names(item)
        began, ended = wikidata_titles.years(item, kind)
        yield TitleRow(
            place,
            kind,
            item.id,
            checking.name(shown),
            original_name=checking.optional_name(in_its_script),
            language=language,
            year=began,
            end_year=ended,
            minutes=wikidata_titles.minutes(item),
            genres=self._genres(item),
            countries=self._countries(item),
            outside_ids=self._ids(item, tables.TITLE_IDS, TitleSource.WIKIDATA),
        )
        for code in ("nl", "en"):
            if other := item.label(code):
                yield AlternativeRow(place, item.id, checking.name(other), code)
        yield from wikidata_titles.releases(place, item, kind)
        yield from wikidata_titles.credits_of(place, item)

    def _season(self, place: Place, item: Item) -> Iterator[Row]:
        series, number = wikidata_titles.place_in_series(item)
        began, _ended = wikidata_titles.years(item, Kind.SEASON)
        yield TitleRow(
            place,
            Kind.SEASON,
            item.id,
            "",
            year=began,
            outside_ids=self._ids(item, {}, TitleSource.WIKIDATA),
            series_key=series,
            season_number=number,
            episode_count=wikidata_titles.episode_count(item),
        )
        yield from wikidata_titles.releases(place, item, Kind.SEASON)

    def _person(self, place: Place, item: Item) -> Iterator[Row]:
        name = item.label(*LABELS)
        if not name:
            return
        born, died = first_moment(item, "P569"), first_moment(item, "P570")
        if born and died and checking.is_before(died, born):
            self.notes.leave_out(self.called, "death before birth")
            born = died = None
        birthplaces = item.items("P19")
        yield PersonRow(
            place,
            item.id,
            checking.name(name, LONGEST_PERSON),
            self._ids(item, tables.PERSON_IDS, PersonSource.WIKIDATA),
            born=born,
            died=died,
            birthplace_key=birthplaces[0] if birthplaces else None,
            if_credited=True,
        )

    def _thing(self, place: Place, item: Item) -> Iterator[Row]:
        is_place = item.has(tables.PLACE)
        # A place is told of in Dutch or not at all; characters keep their names.
        label = item.label(*(LABELS[:2] if is_place else LABELS))
        longest = LONGEST_PLACE if is_place else LONGEST_CHARACTER
        codes = [CODES_BY_ITEM.get(each) for each in item.items("P17")]
        known = [code for code in codes if code in self.countries]
        if len(label) <= longest and (label or known):
            yield ThingRow(place, item.id, label, known[0] if known else None)

    def _genres(self, item: Item) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for each in item.items("P31"):
            found |= dict.fromkeys(tables.GENRES.get(each, ()))
        for each in item.items("P136"):
            if ours := tables.GENRES.get(each):
                found |= dict.fromkeys(ours)
            else:
                self.notes.leave_out(self.called, f"genre {each}")
        return tuple(found)

    def _countries(self, item: Item) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for each in item.items("P495"):
            code = CODES_BY_ITEM.get(each)
            if code and code in self.countries:
                found[code] = None
            else:
                self.notes.leave_out(self.called, f"country {each}")
        return tuple(found)

    def _ids(
        self,
        item: Item,
        told: dict[str, TitleSource] | dict[str, PersonSource],
        own: TitleSource | PersonSource,
    ) -> dict[str, str]:
        found = {own.value: item.id}
        for wanted, source in told.items():
            value = item.text(wanted)
            begins = _IMDB_IDS[type(source)] if wanted == "P345" else ""
            digits = value.removeprefix(begins)
            if value.startswith(begins) and _DIGITS.fullmatch(digits):
                found[source.value] = value
            elif value:
                self.notes.leave_out(self.called, f"{source} id {value[:40]}")
        return found
