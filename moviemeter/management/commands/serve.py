"""`manage.py serve`: start the whole site, and stop it."""

import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand

from moviemeter.running.serving import Refused, serve


class Command(BaseCommand):
    help = "Starts the site with all it needs, and serves it until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:  # Any: as BaseCommand
        # While things are being made these end it as politely as afterwards.
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: sys.exit(0))
        try:
            serve(sys.stdout)
        except Refused as refusal:
            sys.stdout.flush()
            self.stderr.write(str(refusal))
            sys.exit(1)
