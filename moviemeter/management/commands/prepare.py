"""Everything that can be made before the site starts: for an image."""

from typing import Any

from django.core.management.base import BaseCommand

from moviemeter import messages
from moviemeter.running.collecting import collect_changed


class Command(BaseCommand):
    help = (
        "Compile our sentences and collect static files; `serve` then writes neither."
    )
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        sentences, files = messages.compile_all(), collect_changed()
        self.stdout.write(f"Compiled {sentences} sentences, collected {files} files.")
