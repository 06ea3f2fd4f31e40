"""`manage.py render_articles`: make readers' text of stories anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from news.rendering import render_anew


class Command(BaseCommand):
    help = "Renders what an older renderer made. May be run while the site serves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="Also what is up to date."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        count = render_anew(everything=options["all"])
        self.stdout.write(f"Rendered {count} stories anew.")
