"""`manage.py demo`: load the demonstration once more."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from moviemeter.demonstration import ask_for_cards, load_all


class Command(BaseCommand):
    help = (
        "Loads the demonstration: titles, people, stories, accounts. May be run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        if not settings.DEVELOPMENT:
            raise CommandError("The demonstration is for SITE_MODE=development only.")
        whole = load_all()
        loaded = whole.catalogue
        ask_for_cards()
        self.stdout.write(
            f"Loaded {loaded.films} films, {loaded.series} series"
            f" with {loaded.seasons} seasons, {loaded.people} people"
            f" and {whole.articles} articles."
        )
