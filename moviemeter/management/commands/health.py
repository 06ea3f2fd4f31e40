"""Ask the site on this machine how it is: for a container's health check."""

import socket
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from moviemeter.running.workplaces import healthy


class Command(BaseCommand):
    help = "Exit with 0 while the site at PORT answers 200 at /healthz, with 1 if not."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        if not healthy((socket.gethostbyname("localhost"), settings.PORT)):
            raise CommandError(f"The site at port {settings.PORT} is not well.")
        self.stdout.write("ok")
