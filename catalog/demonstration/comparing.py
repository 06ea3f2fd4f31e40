"""Compare the demonstration's facts with the open tables of films and series."""

import csv
import gzip
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

FIELDS = ("title", "year", "directors", "minutes")
ARTICLES = frozenset(
    (
        *("a", "an", "the", "de", "het", "een", "'t", "l", "le", "la", "les", "un"),
        *("une", "el", "los", "las", "il", "lo", "i", "der", "die", "das"),
    )
)
Facts = Mapping[str, object]
Row = dict[str, str]


@dataclass(frozen=True)
class Difference:
    """A fact of a file that the tables give otherwise, and why if the file says so."""

    file: str
    field: str
    ours: str
    theirs: str
    explained: str | None


@dataclass
class Table:
    """The rows of one kind, found by IMDb id or by plain title and year."""

    kind: str
    by_imdb: dict[str, Row] = field(default_factory=dict)
    by_title: dict[tuple[str, str], list[Row]] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What both sides say about one field, and whether that is the same."""

    ours: str
    theirs: str
    equal: bool


def differences(folder: Path, tables: Path) -> Iterator[Difference]:
    """Each fact in the folder's films and series that differs from the tables'."""
    for kind, name in (("film", "films"), ("series", "series")):
        table = read_table(tables, kind)
        paths = sorted((folder / name).glob("*.toml"))
        pairs = [(path, facts, row_of(facts, table)) for path, facts in loaded(paths)]
        found = [(path, facts, row) for path, facts, row in pairs if row]
        add_credited(tables, kind, [row for _, _, row in found])
        for path, facts, row in found:
            yield from of_one(path, facts, row)


def loaded(paths: list[Path]) -> Iterator[tuple[Path, Facts]]:
    """Each path with the facts that stand in it."""
    for path in paths:
        with path.open("rb") as file:
            yield path, tomllib.load(file)


def of_one(path: Path, facts: Facts, row: Row) -> Iterator[Difference]:
    """The differences of one file from its row."""
    explained = facts.get("differs")
    reasons = explained if is_table(explained) else {}
    for name in FIELDS:
        told = TELLING[name](facts, row)
        if told.theirs and not told.equal:
            reason = reasons.get(name)
            why = reason if isinstance(reason, str) else None
            file_name = f"{path.parent.name}/{path.name}"
            yield Difference(file_name, name, told.ours, told.theirs, why)


def titles(facts: Facts, row: Row) -> Told:
    """Equal where one of our titles, plain, is one of theirs."""
    theirs = [row["title"], row.get("original_title", "")]
    equal = not plain_titles(our_titles(facts)).isdisjoint(plain_titles(theirs))
    return Told(text(facts, "title"), row["title"], equal)


def years(facts: Facts, row: Row) -> Told:
    """Equal where the years are; a series has the year of its first season."""
    ours = text(facts, "year")
    return Told(ours, row["year"], ours == row["year"])


def directors(facts: Facts, row: Row) -> Told:
    """Equal where the same people directed, in any order; ours unknown is equal."""
    ours = strings(facts, "directors")
    theirs = [name for name in row.get("directors", "").split("|") if name]
    equal = not ours or {plain(name) for name in ours} == {plain(n) for n in theirs}
    return Told(", ".join(ours), ", ".join(theirs), equal)


def minutes(facts: Facts, row: Row) -> Told:
    """Equal where one of our durations is within a minute of theirs."""
    ours = our_minutes(facts)
    theirs = row.get("runtime_min", "")
    equal = not ours or any(abs(m - number(theirs)) <= 1 for m in ours)
    return Told(" / ".join(str(m) for m in ours), theirs, equal)


TELLING = {"title": titles, "year": years, "directors": directors, "minutes": minutes}


def row_of(facts: Facts, table: Table) -> Row | None:
    """The row of these facts: by IMDb id, else by one of the titles and the year."""
    row = table.by_imdb.get(text(facts, "imdb"))
    if row is not None:
        return row
    for title in our_titles(facts):
        for row in table.by_title.get((plain_title(title), text(facts, "year")), []):
            if not_another(facts, row):
                return row
    return None


def not_another(facts: Facts, row: Row) -> bool:
    """Whether the row may be ours: no other id, and a country in common if known."""
    ids = {text(facts, "imdb"), row["imdb_id"]} - {""}
    ours = set(strings(facts, "countries"))
    theirs = {code for code in row["countries"].split("|") if code}
    return len(ids) < 2 and (not theirs or not ours or bool(ours & theirs))


def read_table(tables: Path, kind: str) -> Table:
    """The table of one kind, its rows under their id and under all their titles."""
    name = "films" if kind == "film" else "series"
    first = first_years(tables) if kind == "series" else {}
    table = Table(kind)
    for row in rows(tables / f"{name}.tsv.gz"):
        row["id"] = row["film_id"] if kind == "film" else row["series_id"]
        row["year"] = first.get(row["id"], row["year"])
        if row["imdb_id"]:
            table.by_imdb.setdefault(row["imdb_id"], row)
        for title in plain_titles([row["title"], row.get("original_title", "")]):
            table.by_title.setdefault((title, row["year"]), []).append(row)
    return table


def first_years(tables: Path) -> dict[str, str]:
    """By series the year of its first season; the series row has that of its last."""
    found = {}
    for row in rows(tables / "seasons.tsv.gz"):
        if row["season_number"] == "1" and row["first_aired"]:
            found[row["series_id"]] = row["first_aired"][:4]
    return found


def add_credited(tables: Path, kind: str, wanted: list[Row]) -> None:
    """Directors from the credits for those rows that name none themselves."""
    without = {row["id"]: row for row in wanted if not row.get("directors")}
    credited = defaultdict(list)
    for row in rows(tables / "credits.tsv.gz"):
        if row["kind"] == kind and row["role"] == "director":
            credited[row["title_id"]].append(row["person_id"])
    asked = {title: ids for title, ids in credited.items() if title in without}
    if not asked:
        return
    people = {r["person_id"]: r["name"] for r in rows(tables / "people.tsv.gz")}
    for title, ids in asked.items():
        without[title]["directors"] = "|".join(people.get(i, "") for i in ids)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a gzipped table with tabs, by column."""
    csv.field_size_limit(2**24)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def our_titles(facts: Facts) -> list[str]:
    """The title of the file, the original one and those it is also known by."""
    also = facts.get("also_known")
    known = [item for item in also if is_table(item)] if is_list(also) else []
    found = [text(facts, "title"), text(facts, "original_title")]
    return [title for title in found + [text(i, "title") for i in known] if title]


def our_minutes(facts: Facts) -> list[int]:
    """Every duration of the file, the usual one first."""
    versions = facts.get("durations")
    tables = [v for v in versions if is_table(v)] if is_list(versions) else []
    found = [facts.get("minutes")] + [version.get("minutes") for version in tables]
    return [value for value in found if isinstance(value, int)]


def plain_titles(found: list[str]) -> set[str]:
    """The titles in plain form, without the empty ones."""
    return {plain_title(title) for title in found if title}


def plain_title(title: str) -> str:
    """The title without case, accents, signs and leading or trailing article."""
    words = re.sub(r"\b([ldLD])['’]", r"\1 ", title).replace("’", "'").split()
    if len(words) > 1 and words[0].casefold() in ARTICLES:
        words = words[1:]
    if len(words) > 1 and words[-2].endswith(",") and words[-1].casefold() in ARTICLES:
        words = words[:-1]
    return plain(" ".join(words))


def plain(name: str) -> str:
    """The name without case, accents, spaces and signs, in any script."""
    spelled = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in spelled if sign.isalnum())


def text(facts: Facts, key: str) -> str:
    """The value as text, empty where there is none."""
    value = facts.get(key)
    return "" if value is None else str(value)


def strings(facts: Facts, key: str) -> list[str]:
    """The texts in a list of the file, none where there is no list."""
    value = facts.get(key)
    found = value if is_list(value) else []
    return [item for item in found if isinstance(item, str)]


def number(value: str) -> float:
    """The number in a column, 0 where there is none."""
    try:
        return float(value)
    except ValueError:
        return 0.0


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether a value of a file is a list."""
    return isinstance(value, list)


def is_table(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value of a file is a table."""
    return isinstance(value, dict)
