"""Bring the Dutch file up to date, or tell what it lacks."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from moviemeter import messages


class Command(BaseCommand):
    help = "Find our sentences and list those without Dutch."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Change nothing; fail when one lacks."
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        lacking = messages.missing() if options["check"] else messages.update()
        if lacking:
            raise CommandError("\n".join(lacking))
        self.stdout.write("Every sentence has its Dutch.")
