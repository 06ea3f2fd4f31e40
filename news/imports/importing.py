"""One import of an old site's stories from beginning to end."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from catalog.imports.report import Findings, write_report
from catalog.imports.source import Progress
from catalog.pictures.originals import undone_on_failure
from news.imports import xml
from news.imports.opening import Opened
from news.imports.source import BadItem, Notes
from news.imports.storing import Choices, Outcome, Store

READING = "stories"


@dataclass(frozen=True, slots=True)
class Imported:
    """How many stories came to which end."""

    outcomes: Counter[Outcome]
    rejected: int
    skipped: int
    pictures: int
    left_out: int


def import_articles(
    opened: Opened,
    *,
    choices: Choices,
    report: Path,
    progress: Progress = lambda stage, done, total: None,
) -> Imported:
    """Bring the file's stories into the magazine; may be run again.

    Each story has a transaction of its own: a bad one is told in the report, and the
    rest comes. In a rehearsal nothing stays. Raises SourceFailed where the report
    cannot be written, and then before anything was stored.
    """
    notes = Notes(opened.path.name)
    write_report(Findings([]), report)
    with _rehearsed() if choices.is_rehearsal else _nothing():
        done = _Import(opened, Store(choices, notes), notes).run(progress)
    write_report(Findings(notes.rows), report)
    counted = Counter(row[0] for row in notes.rows)
    return Imported(
        outcomes=done.outcomes,
        rejected=done.rejected,
        skipped=done.skipped,
        pictures=choices.uploads.taken if choices.uploads else 0,
        left_out=counted["left out"],
    )


class _Import:
    def __init__(self, opened: Opened, store: Store, notes: Notes) -> None:
        self._opened = opened
        self._store = store
        self._notes = notes
        self.outcomes: Counter[Outcome] = Counter()
        self.rejected = 0
        self.skipped = 0

    def run(self, progress: Progress) -> "_Import":
        for done, piece in enumerate(self._stories(), start=1):
            self._take(piece)
            progress(READING, done, self._opened.count)
        return self

    def _stories(self) -> Iterator[xml.Piece]:
        for piece in xml.pieces(self._opened.path):
            if piece.element is None or piece.element.tag in {"item", "atom:entry"}:
                yield piece

    def _take(self, piece: xml.Piece) -> None:
        guid = ""
        try:
            if piece.element is None:
                raise BadItem("it is nested too deep, or longer than any story")
            item = self._opened.source.item(piece.line, piece.element)
            if item is None:
                self.skipped += 1
                return
            guid = item.guid
            with undone_on_failure(), transaction.atomic():
                outcome = self._store.take(item)
        except BadItem as why:
            self._reject(piece.line, guid, str(why))
        except (DataError, IntegrityError) as error:
            told = str(error).splitlines()[0]
            self._reject(piece.line, guid, f"the database takes it not: {told}")
        else:
            self.outcomes[outcome] += 1
            if outcome == Outcome.EDITED:
                reason = "changed at the source, but edited here: left as it is"
                self._notes.add("edited", piece.line, guid, reason)

    def _reject(self, line: int, guid: str, reason: str) -> None:
        self._store.forget()
        self.rejected += 1
        self._notes.add("rejected", line, guid, reason)


@contextmanager
def _rehearsed() -> Iterator[None]:
    """All of it as if, and then nothing of it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _nothing() -> Iterator[None]:
    yield
