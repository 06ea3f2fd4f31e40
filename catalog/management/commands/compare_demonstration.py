"""Hold the demonstration's facts against public tables."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from catalog.demonstration.comparing import differences
from catalog.demonstration.reading import FOLDER


class Command(BaseCommand):
    help = (
        "List where title, year, directors or minutes of the demonstration differ from"
        " films.tsv.gz and series.tsv.gz; fails where a file gives no reason."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tables", type=Path, help="The folder with the tables.")

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        tables: Path = options["tables"]
        if not (tables / "films.tsv.gz").exists():
            raise CommandError(f"There is no films.tsv.gz in {tables}.")
        found = list(differences(FOLDER, tables))
        for each in found:
            why = each.explained or "NOT EXPLAINED"
            self.stdout.write(
                f"{each.file}, {each.field}: {each.ours} / {each.theirs}: {why}"
            )
        unexplained = sum(each.explained is None for each in found)
        if unexplained:
            raise CommandError(f"{unexplained} differences are not explained.")
        self.stdout.write(f"{len(found)} differences, each explained.")
