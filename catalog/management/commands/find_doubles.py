"""`manage.py find_doubles`: look for titles and people that may be one and the same."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.doubles import find_doubles


class Command(BaseCommand):
    help = "Finds likely doubles for the desk. A job does so every night."

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        found = find_doubles()
        self.stdout.write(
            f"Found {found.titles} likely double titles and {found.people} people."
        )
