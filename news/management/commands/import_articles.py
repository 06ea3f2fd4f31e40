"""`manage.py import_articles FILE`: an old site's stories into the magazine."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalog.imports.source import SourceFailed
from catalog.models import LicenceKind
from moviemeter.bootstrap import Bar
from moviemeter.lib.pace import pace
from moviemeter.lib.text import fold
from news.imports.importing import Imported, import_articles
from news.imports.opening import Opened, open_file
from news.imports.pictures import Uploads
from news.imports.storing import Choices, Outcome
from news.models import Rubric

FAILED = 2  # Exit status: the outside world failed, and nothing was changed.
LONGEST_SOURCE = 100


class Command(BaseCommand):
    help = (
        "Imports an old site's articles from RSS 2.0, Atom or an export of WordPress."
        " May be run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The feed or export.")
        parser.add_argument("--author", default="", help="For stories without one.")
        parser.add_argument(
            "--rubric", default="", help="The slug of what has no category of ours."
        )
        parser.add_argument(
            "--category",
            action="append",
            default=[],
            metavar="NAME=RUBRIC",
            help="A category of the old site and the slug of its rubric here.",
        )
        parser.add_argument(
            "--source", default="", help="Whose stories; its host, if not told."
        )
        parser.add_argument(
            "--pictures", type=Path, help="The folder with the old site's uploads."
        )
        parser.add_argument(
            "--licence",
            choices=LicenceKind.values,
            help="Under which licence those pictures may be shown.",
        )
        parser.add_argument(
            "--report", type=Path, help="Where to list what did not come along."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Tell all of it, and change nothing."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        report = options["report"] or settings.STATE_DIR / "imports" / "articles.tsv"
        bars = _Bars(sys.stdout)
        try:
            opened = open_file(
                options["file"],
                progress=lambda done, size: bars.show("reading", done, size),
            )
            done = import_articles(
                opened,
                choices=_choices(opened, options),
                report=report,
                progress=bars.show,
            )
        except SourceFailed as failure:
            raise CommandError(str(failure), returncode=FAILED) from failure
        finally:
            bars.close()
        told = _told(done, report)
        self.stdout.write(f"Rehearsal: {told}" if options["dry_run"] else told)


def _choices(opened: Opened, options: dict[str, Any]) -> Choices:  # Any: as handle
    source = (options["source"] or opened.host)[:LONGEST_SOURCE]
    if not source:
        raise CommandError("The file tells no address of its site: choose a --source.")
    rubrics = {rubric.slug: rubric for rubric in Rubric.objects.all()}
    pairs = dict(_pair(text) for text in options["category"])
    for slug in {*pairs.values(), options["rubric"]} - rubrics.keys() - {""}:
        raise CommandError(
            f"There is no rubric {slug}: choose from {', '.join(sorted(rubrics))}."
        )
    return Choices(
        source=source,
        author=" ".join(options["author"].split()),
        rubric=rubrics.get(options["rubric"]),
        rubrics=pairs,
        uploads=_uploads(source, options["pictures"], options["licence"]),
        is_rehearsal=options["dry_run"],
    )


def _pair(text: str) -> tuple[str, str]:
    name, equals, slug = text.rpartition("=")
    if not equals or not fold(name):
        raise CommandError(f"--category {text}: write NAME=RUBRIC.")
    return fold(name), slug


def _uploads(source: str, folder: Path | None, licence: str | None) -> Uploads | None:
    if folder is None:
        return None
    if not folder.is_dir():
        raise CommandError(f"There is no folder {folder}.")
    if not licence:
        raise CommandError("Say with --licence how these pictures may be shown.")
    return Uploads(folder, LicenceKind(licence), source)


def _told(done: Imported, report: Path) -> str:
    count = done.outcomes
    return (
        f"{count[Outcome.NEW]} new articles, {count[Outcome.CHANGED]} changed,"
        f" {count[Outcome.SAME]} as they were, {count[Outcome.EDITED]} edited here and"
        f" {count[Outcome.DELETED]} deleted here and left so; {done.pictures} pictures"
        f" taken; {done.skipped} items are no articles, {done.rejected} rejected and"
        f" {done.left_out} things left out, see {report}."
    )


class _Bars:
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
