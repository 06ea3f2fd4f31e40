"""A source's whole input in tables of its own, checked before it is merged."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction

from catalog.imports.source import (
    CreditRow,
    Notes,
    Part,
    PersonRow,
    Progress,
    Row,
    Source,
    SourceFailed,
    TitleRow,
    TrailerRow,
)
from moviemeter.lib.text import filed_person, filed_title, fold

# Part of the fingerprint: raise it when the same input is to be read differently.
VERSION = 1
LOCK = 0x696D706F7274  # Names the lock that keeps two imports apart.
LONGEST_DERIVED = 400  # Letters, as DerivedCharField cuts.
ROWS_PER_WORD = 5_000  # Between two calls of the progress.

# Unlogged: a crash of the server empties them all alike, the stage's mark as well.
TABLES = {
    "import_stage": "source text, fingerprint text",
    "import_note": "sort text, file text, line integer, reason text",
    "import_title": (
        "file text, line integer, kind text, key text, name text, original_name text,"
        " language text, year smallint, minutes smallint, genres text[],"
        " countries text[], outside_ids jsonb, series_key text,"
        " season_number smallint, aired_on date, aired_in text,"
        ' sort_key text collate "C", search_key text collate "C"'
    ),
    "import_person": (
        "file text, line integer, key text, name text, outside_ids jsonb,"
        ' sort_key text collate "C", search_key text collate "C"'
    ),
    "import_credit": (
        "file text, line integer, title_key text, person_key text, job text,"
        " position smallint, character text"
    ),
    "import_trailer": (
        "file text, line integer, title_key text, site text, key text, language text"
    ),
}

# Each takes rows out that cannot be stored, and returns where they stood and why.
CHECKS = (
    (
        "delete from import_person r using import_person f"
        " where f.key = r.key and (f.file, f.line) < (r.file, r.line)"
        " returning r.file, r.line, 'person ' || r.key || ' was there before'"
    ),
    (
        "delete from import_title r using import_title f"
        " where f.key = r.key and (f.file, f.line) < (r.file, r.line)"
        " returning r.file, r.line, r.key || ' was there before'"
    ),
    (
        "delete from import_title r where kind = 'season' and not exists"
        " (select from import_title t where t.key = r.series_key and t.kind = 'series')"
        " returning r.file, r.line, 'unknown title ' || r.series_key"
    ),
    (
        "delete from import_credit r where not exists"
        " (select from import_title t where t.key = r.title_key)"
        " returning r.file, r.line, 'unknown title ' || r.title_key"
    ),
    (
        "delete from import_credit r where not exists"
        " (select from import_person p where p.key = r.person_key)"
        " returning r.file, r.line, 'unknown person ' || r.person_key"
    ),
    (
        "delete from import_credit r using import_credit f"
        " where f.title_key = r.title_key and f.person_key = r.person_key"
        " and f.job = r.job and f.character = r.character and f.ctid < r.ctid"
        " returning r.file, r.line, 'the same credit was there before'"
    ),
    (
        "delete from import_trailer r where not exists"
        " (select from import_title t where t.key = r.title_key)"
        " returning r.file, r.line, 'unknown title ' || r.title_key"
    ),
    (
        "delete from import_trailer r using import_trailer f"
        " where f.title_key = r.title_key and f.site = r.site and f.key = r.key"
        " and f.ctid < r.ctid"
        " returning r.file, r.line, 'the same trailer was there before'"
    ),
)
INDEXES = (
    "create index on import_title (key)",
    "create index on import_person (key)",
    "create index on import_credit (title_key)",
    "create index on import_trailer (title_key)",
)
# An outside id means one title: the first of the input that has it.
OUTSIDE_IDS = """
    create unlogged table import_{noun}_id as
    select key, file, line, source, value,
        row_number() over (partition by source, value order by file, line, key) as place
    from import_{noun}, jsonb_each_text(outside_ids) as ids (source, value)
"""
SECOND_USES = """
    with second as (delete from import_{noun}_id where place > 1 returning *)
    insert into import_note
    select 'left out', file, line, source || ' id ' || value || ' was there before'
    from second
"""
LIKELY_DOUBLES = """
    insert into import_note
    select 'likely double', min(file), min(line),
        min(name) || ' (' || year || '): ' || string_agg(key, ', ' order by line)
    from import_title where kind <> 'season' and year is not null
    group by kind, search_key, lower(name), year having count(*) > 1
"""


def stage(source: Source, *, progress: Progress) -> str:
    """Have the source's input staged, and return its fingerprint.

    Where the same input was staged before and not merged, that is used. Raises
    SourceFailed, and then nothing is staged.
    """
    fingerprint = f"{VERSION}:{source.fingerprint()}"
    with transaction.atomic():
        lock_imports()
        if staged() != (source.name, fingerprint):
            discard()
            _fill(source, progress)
            _execute(
                "insert into import_stage values (%s, %s)", [source.name, fingerprint]
            )
    return fingerprint


def lock_imports() -> None:
    """Be the only import until the transaction ends; raises SourceFailed."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [LOCK])
        row = cursor.fetchone()
    if not (row and row[0]):
        raise SourceFailed("Another import is running; wait until it has ended.")


def staged() -> tuple[str, str] | None:
    """Source and fingerprint of what is completely staged."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('import_stage') is not null")
        row = cursor.fetchone()
        if not (row and row[0]):
            return None
        cursor.execute("select source, fingerprint from import_stage")
        found: tuple[str, str] | None = cursor.fetchone()
    return found


def discard() -> None:
    """Take all staging tables away."""
    names = [*TABLES, "import_title_id", "import_person_id"]
    _execute(f"drop table if exists {', '.join(names)}")


def _fill(source: Source, progress: Progress) -> None:
    for name, columns in TABLES.items():
        _execute(f"create unlogged table {name} ({columns})")
    notes = Notes()
    for part in source.parts(notes):
        _copy(part, progress)
    _keep(notes)
    _check(progress)


def _copy(part: Part, progress: Progress) -> None:
    table, values = _STAGED[part.sort]
    label = f"Reading {part.name}"
    with connection.cursor() as cursor, cursor.copy(f"copy {table} from stdin") as copy:
        for count, row in enumerate(part.rows):
            copy.write_row((row.place.file, row.place.line, *values(row)))
            if count % ROWS_PER_WORD == 0:
                progress(label, part.done(), part.size)
    progress(label, part.size, part.size)


def _keep(notes: Notes) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy("copy import_note from stdin") as to,
    ):
        for row in _told(notes):
            to.write_row(row)


def _told(notes: Notes) -> Iterator[tuple[str, str, int, str]]:
    for place, reason in notes.rejected:
        yield "rejected", place.file, place.line, reason
    for (file, what), times in notes.left_out.items():
        yield "left out", file, 0, f"{what}, {times} times"
    if notes.uncounted:
        yield "rejected", "", 0, f"{notes.uncounted} more rows that are not listed"


def _check(progress: Progress) -> None:
    checks = [
        f"with bad (file, line, reason) as ({check})"  # noqa: S608 - our own text
        " insert into import_note select 'rejected', file, line, reason from bad"
        for check in CHECKS
    ]
    tables = ", ".join(name for name in TABLES if name != "import_stage")
    steps = [*INDEXES, f"analyze {tables}", *checks]
    for noun in ("title", "person"):
        steps += [OUTSIDE_IDS.format(noun=noun), SECOND_USES.format(noun=noun)]
    steps += [LIKELY_DOUBLES, "analyze import_title_id, import_person_id"]
    for done, step in enumerate(steps, start=1):
        _execute(step)
        progress("Checking", done, len(steps))


def _title_values(row: TitleRow) -> tuple[Any, ...]:  # Any: values of any column
    filed = filed_title(row.name, row.language)
    return (
        str(row.kind),
        row.key,
        row.name,
        row.original_name,
        row.language,
        row.year,
        row.minutes,
        list(row.genres),
        list(row.countries),
        json.dumps(row.outside_ids),
        row.series_key,
        row.season_number,
        row.aired_on,
        row.aired_in,
        fold(filed)[:LONGEST_DERIVED],
        fold(row.name)[:LONGEST_DERIVED],
    )


def _person_values(row: PersonRow) -> tuple[Any, ...]:  # Any: values of any column
    filed = fold(filed_person(row.name))[:LONGEST_DERIVED]
    searched = fold(row.name)[:LONGEST_DERIVED]
    return row.key, row.name, json.dumps(row.outside_ids), filed, searched


def _credit_values(row: CreditRow) -> tuple[Any, ...]:  # Any: values of any column
    return row.title_key, row.person_key, str(row.job), row.position, row.character


def _trailer_values(row: TrailerRow) -> tuple[Any, ...]:  # Any: values of any column
    return row.title_key, row.site, row.key, row.language


# Any: each function takes the sort of row that it stands beside.
_STAGED: dict[type[Row], tuple[str, Callable[[Any], tuple[Any, ...]]]] = {
    TitleRow: ("import_title", _title_values),
    PersonRow: ("import_person", _person_values),
    CreditRow: ("import_credit", _credit_values),
    TrailerRow: ("import_trailer", _trailer_values),
}


def _execute(statement: str, parameters: list[str] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
