"""One stylesheet and one script, joined from a file per component or behaviour.

`static/css/*.css` become `site.css` and `static/js/*.js` become `site.js` when static
files are collected; the desk's own files under `static/desk/` stay by themselves.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage

FOLDER = Path(settings.BASE_DIR) / "static"
# tokens.css declares the order of the layers, so it is read first.
FIRST = {"css": "tokens.css", "js": ""}
JOINED = {"css": "site.css", "js": "site.js"}


def joined(kind: str) -> str:
    """All files of a kind in one text, in a fixed order; CSS as a browser needs it."""
    paths = sorted(
        (FOLDER / kind).glob(f"*.{kind}"),
        key=lambda path: (path.name != FIRST[kind], path.name),
    )
    text = "\n".join(path.read_text(encoding="utf-8").strip() for path in paths) + "\n"
    return _without_remarks(text) if kind == "css" else text


def _without_remarks(css: str) -> str:
    """The stylesheet without comments, indentation and empty lines."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


class JoinedFilesFinder(BaseFinder):
    """Offers the joined files as if they lay in a folder."""

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as BaseFinder
        super().__init__(*args, **options)
        self.storage = InMemoryStorage()
        self.storage.prefix = ""  # type: ignore[attr-defined]  # collectstatic reads it
        for kind, name in JOINED.items():
            self.storage.save(name, ContentFile(joined(kind).encode()))

    def check(self, **options: Any) -> list[Any]:  # Any: as BaseFinder
        return []

    def find(  # type: ignore[override]  # one signature for Django's two overloads
        self,
        path: str,
        find_all: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        **options: Any,  # Any: Django's older names for the same
    ) -> list[str] | None:
        """Nothing: the joined files lie nowhere on disk."""
        return [] if find_all else None

    def list(
        self, ignore_patterns: Any
    ) -> Iterator[tuple[str, Storage]]:  # Any: as BaseFinder
        for name in JOINED.values():
            yield name, self.storage
