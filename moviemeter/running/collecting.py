"""Collecting static files, only where something in them has changed."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

WRITERS = ("django", "whitenoise")


def collect_changed() -> int:
    """Collect if a file or its treatment changed; returns how many files, or 0."""
    # Beside the files, so that an image carries it: there nothing can be written.
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    count, mark = _sources()
    kept = stamp.read_text(encoding="ascii") if stamp.exists() else ""
    if kept == mark and staticfiles_storage.exists("staticfiles.json"):
        return 0
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    stamp.write_text(mark, encoding="ascii")
    return count


def _sources() -> tuple[int, str]:
    """How many files there are to collect, and a mark of all that is in them."""
    # An image is made with another STATE_DIR than it runs with: what lies there does
    # not count.
    storage_of_files = settings.STORAGES["staticfiles"]
    treatment = [settings.STATIC_ROOT, storage_of_files, *map(version, WRITERS)]
    mark = hashlib.sha256(repr(treatment).encode())
    count = 0
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(name) as file:
                mark.update(f"\0{name}\0".encode() + file.read())
            count += 1
    return count, mark.hexdigest()
