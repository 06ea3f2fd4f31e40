"""What an import has to tell besides its rows: rejected, left out, likely doubles."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from catalog.imports.source import SourceFailed

HEADER = ("what", "file", "line", "reason")


@dataclass(frozen=True, slots=True)
class Findings:
    """`rows` of what (rejected, left out, likely double), file, line and reason."""

    rows: list[tuple[str, str, int, str]]

    def count(self, what: str) -> int:
        return sum(row[0] == what for row in self.rows)


def findings() -> Findings:
    """Everything that was noted while the input was staged and checked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select sort, file, line, reason from import_note"
            " order by sort desc, file, line, reason"
        )
        return Findings(cursor.fetchall())


def write_report(found: Findings, path: Path) -> None:
    """Write the findings as a table of tabs, a line each, in UTF-8.

    Raises SourceFailed where that cannot be done.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(found.rows)
    except OSError as error:
        raise SourceFailed(
            f"The report {path} cannot be written: {error.strerror}."
        ) from error
