"""A source's whole input in tables of its own, checked before it is merged."""

from collections.abc import Iterator

from django.db import connection, transaction

from catalog.imports.sifting import sifting_steps
from catalog.imports.source import Notes, Part, Progress, Row, Source, SourceFailed
from catalog.imports.staged_rows import STAGED, TABLES

# Part of the fingerprint: raise it when the same input is to be read differently.
VERSION = 2
LOCK = 0x696D706F7274  # Names the lock that keeps two imports apart.
ROWS_AT_ONCE = 5_000  # Of one sort; few enough to be kept, many enough for COPY.


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
    label = f"Reading {part.name}"
    waiting: dict[type[Row], list[Row]] = {sort: [] for sort in STAGED}
    for row in part.rows:
        rows = waiting[type(row)]
        rows.append(row)
        if len(rows) == ROWS_AT_ONCE:
            _store(type(row), rows)
            rows.clear()
            progress(label, part.done(), part.size)
    for sort, rows in waiting.items():
        if rows:
            _store(sort, rows)
    progress(label, part.size, part.size)


def _store(sort: type[Row], rows: list[Row]) -> None:
    table, values = STAGED[sort]
    with connection.cursor() as cursor, cursor.copy(f"copy {table} from stdin") as copy:
        for row in rows:
            copy.write_row((row.place.file, row.place.line, *values(row)))


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
    steps = sifting_steps()
    for done, step in enumerate(steps, start=1):
        _execute(step)
        progress("Checking", done, len(steps))


def _execute(statement: str, parameters: list[str] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
