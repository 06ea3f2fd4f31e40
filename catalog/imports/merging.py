"""What is staged brought into the catalogue: all in one transaction, or nothing."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DataError, connection, transaction

from catalog.imports import finding, storing
from catalog.imports.remembering import remembering_steps
from catalog.imports.report import Findings, findings, write_report
from catalog.imports.sets import SETS, STORES_AT
from catalog.imports.source import Progress, SourceFailed
from catalog.imports.staging import discard, lock_imports, staged
from catalog.models import ImportedInput

# Of joins and sorts over whole tables; a few of them at once.
WORK_MEMORY = "64MB"
# The tables of what was found and what is wanted, kept off the disk where they fit.
TABLE_MEMORY = "96MB"
TITLE_IDS, PERSON_IDS = "catalog_title_id_seq", "catalog_person_id_seq"
TOUCHED = (
    "catalog_title, catalog_person, catalog_titleoutsideid, catalog_personoutsideid,"
    " catalog_duration, catalog_titlegenre, catalog_titlecountry, catalog_release,"
    " catalog_alternativetitle, catalog_trailer, catalog_credit,"
    " catalog_importedtitle, catalog_importedperson"
)

_WORK_TABLES = [
    *("import_found", "import_known", "import_open", "import_open_person"),
    *("written_title", "written_person"),
    *(f"{table}_{rows.name}" for rows in SETS for table in ("wanted", "changed")),
]


@dataclass(frozen=True, slots=True)
class Merged:
    """What one import did; `changes` counts rows made, changed and taken away."""

    films: int = 0
    series: int = 0
    seasons: int = 0
    people: int = 0
    changes: int = 0
    found: Findings = field(default_factory=lambda: Findings([]))


def is_merged(source: str, fingerprint: str) -> bool:
    """Whether this very input of the source is in the catalogue already."""
    return ImportedInput.objects.filter(source=source, fingerprint=fingerprint).exists()


def merge(source: str, fingerprint: str, *, report: Path, progress: Progress) -> Merged:
    """Bring what is staged into the catalogue, and take the staging tables away.

    Titles and people are found back by the source's key, then by outside ids. What
    somebody else wrote is kept, what the import wrote is corrected. No history is
    written. What was noted is in the report before anything is there for good. Raises
    SourceFailed where another import runs, has staged its own input, or nothing can be
    written to the report.
    """
    with transaction.atomic():
        lock_imports()
        if staged() != (source, fingerprint):
            raise SourceFailed("Another import came in between; start this one again.")
        merged = _merge(source, progress)
        write_report(merged.found, report)
        ImportedInput.objects.update_or_create(
            source=source, defaults={"fingerprint": fingerprint}
        )
        _run("set constraints all immediate", source)
        discard()
    _run(f"analyze {TOUCHED}", source)
    return merged


def _merge(source: str, progress: Progress) -> Merged:
    _run(f"set local work_mem = '{WORK_MEMORY}'", source)
    _widen_table_memory(source)
    changes = 0
    steps = _steps()
    for done, (statement, stores) in enumerate(steps, start=1):
        rows = _run(statement, source)
        changes += rows if stores else 0
        progress("Merging", done, len(steps))
    made = _made()
    _run(f"drop table {', '.join(_WORK_TABLES)}", source)
    return Merged(
        films=made.get("film", 0),
        series=made.get("series", 0),
        seasons=made.get("season", 0),
        people=made.get("person", 0),
        changes=changes,
        found=findings(),
    )


def _steps() -> list[tuple[str, bool]]:
    """Each statement, and whether its rows are changes of the catalogue."""
    title = {"noun": "title", "found": "import_found"}
    person = {"noun": "person", "found": "import_known"}
    steps = [(statement, False) for statement in finding.FIND_TITLES]
    steps += [(finding.DOUBLES, False)]
    steps += [(storing.MAKE_TITLES, True), (finding.SET_SECOND_TITLES_ASIDE, False)]
    steps += [(storing.OPEN_TITLES, False), (storing.CHANGE_TITLES, True)]
    steps += [(statement, False) for statement in finding.FIND_PEOPLE]
    steps += [(finding.DROP_SECOND_CREDITS, False)]
    steps += [(storing.MAKE_PEOPLE, True), (storing.OPEN_PEOPLE, False)]
    steps += [(storing.CHANGE_PEOPLE, True)]
    for each in (title, person):
        steps += [(storing.CHANGE_IDS.format(**each), True)]
        steps += [(storing.MAKE_IDS.format(**each), True)]
    for rows in SETS:
        steps += [
            (statement, at in STORES_AT) for at, statement in enumerate(rows.statements)
        ]
    return [*steps, *((statement, False) for statement in remembering_steps())]


def _run(statement: str, source: str) -> int:
    """How many rows the statement touched."""
    values = {"source": source, "titles": TITLE_IDS, "people": PERSON_IDS}
    with connection.cursor() as cursor:
        # Without a parameter in it a statement may hold a plain percent sign.
        wants = "%(" in statement
        cursor.execute(statement, values if wants else None)
        return int(cursor.rowcount)


def _widen_table_memory(source: str) -> None:
    """More memory for temporary tables, unless this session has used some before."""
    with suppress(DataError), transaction.atomic():
        _run(f"set local temp_buffers = '{TABLE_MEMORY}'", source)


def _made() -> dict[str, int]:
    """New titles by kind, and people."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select kind, count(*) from import_found where made group by kind union all"
            " select 'person', count(*) from import_known where made"
        )
        return dict(cursor.fetchall())
