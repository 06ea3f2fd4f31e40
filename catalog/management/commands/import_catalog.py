"""`manage.py import_catalog SOURCE PATH`: a public catalogue into ours."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalog.doubles import find_doubles
from catalog.imports.imdb import Imdb
from catalog.imports.importing import import_catalog
from catalog.imports.merging import Merged
from catalog.imports.open_tables import OpenTables
from catalog.imports.source import Source, SourceFailed
from catalog.imports.wikidata import Wikidata
from moviemeter.bootstrap import Bar
from moviemeter.lib.pace import pace

# Whether a title is pornography is told by two of them.
TELLING: dict[str, type[Imdb] | type[Wikidata]] = {
    Imdb.name: Imdb,
    Wikidata.name: Wikidata,
}
SOURCES = (OpenTables.name, *TELLING)
FAILED = 2  # Exit status: the outside world failed, and nothing was changed.


class Command(BaseCommand):
    help = "Imports a catalogue from public tables. May be run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", choices=SOURCES, help="Whose tables they are.")
        parser.add_argument(
            "path", type=Path, help="The folder with the tables, or a dump of Wikidata."
        )
        parser.add_argument(
            "--report",
            type=Path,
            help="Where to list rejected rows, not imports/SOURCE.tsv of STATE_DIR.",
        )
        parser.add_argument(
            "--again", action="store_true", help="Compare input that is there already."
        )
        parser.add_argument(
            "--adult",
            action="store_true",
            help="Take pornography in as well (imdb and wikidata tell it).",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        name: str = options["source"]
        report = options["report"] or settings.STATE_DIR / "imports" / f"{name}.tsv"
        stages = _Stages(sys.stdout)
        try:
            source = _source(name, options["path"], with_adult=options["adult"])
            if source.warning:
                self.stderr.write(self.style.WARNING(source.warning))
            done = import_catalog(
                source=source,
                report=report,
                progress=stages.show,
                again=options["again"],
            )
        except SourceFailed as failure:
            raise CommandError(str(failure), returncode=FAILED) from failure
        finally:
            stages.close()
        if done.changes:
            find_doubles()
        told = f"{done.changes} changes"
        if done != Merged():
            told += (
                f": {done.films} new films, {done.series} series,"
                f" {done.seasons} seasons and {done.people} people;"
                f" {done.found.count('rejected')} rows rejected and"
                f" {done.found.count('likely double')} likely doubles, see {report}"
            )
        self.stdout.write(f"{told}.")


def _source(name: str, path: Path, *, with_adult: bool) -> Source:
    telling = TELLING.get(name)
    if telling is not None:
        return telling(path, with_adult=with_adult)
    if with_adult:
        raise CommandError(f"The tables of {name} do not tell what is pornography.")
    return OpenTables(path)


class _Stages:
    """A bar for each stage, one after the other."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.bar: Bar | None = None
        self.began = 0.0

    def show(self, stage: str, done: int, total: int) -> None:
        if self.bar is None or self.bar.what != stage:
            self.close()
            self.bar = Bar(stage, total, self.stream)
            self.began = time.monotonic()
        self.bar.show(done, pace(done, total, time.monotonic() - self.began))

    def close(self) -> None:
        if self.bar is not None:
            self.bar.close()
            self.bar = None
