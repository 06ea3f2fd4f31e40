"""Items of Wikidata from a folder of files or from a dump with one a line."""

import bz2
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from catalog.imports.source import Notes, Place, SourceFailed
from catalog.imports.tables import failing_clearly

Opener = Callable[[IO[bytes]], Iterable[bytes]]

SUFFIXES: dict[str, Opener] = {
    ".json": lambda raw: raw,
    ".json.gz": lambda raw: gzip.GzipFile(fileobj=raw),
    ".json.bz2": bz2.BZ2File,
}
NOTHING = (b"", b"[", b"]")  # What stands around the items.
Told = dict[str, Any]  # Any: JSON is what it is


class Dump:
    """One file; `is_wanted` looks at a line before it is taken apart."""

    def __init__(self, path: Path) -> None:
        names = [each for each in SUFFIXES if path.name.endswith(each)]
        if not names:
            raise SourceFailed(f"{path} is no {', '.join(SUFFIXES)} and no folder.")
        self.paths = [path]
        self.size = path.stat().st_size
        self._open = SUFFIXES[names[0]]
        self._raw: IO[bytes] | None = None

    def done(self) -> int:
        """How many bytes of the compressed file were read."""
        if self._raw is None:
            return 0
        return self.size if self._raw.closed else self._raw.tell()

    def items(
        self, notes: Notes, is_wanted: Callable[[bytes], object]
    ) -> Iterator[tuple[Place, Told]]:
        """Each wanted item with its place; raises SourceFailed."""
        path = self.paths[0]
        with failing_clearly(path), path.open("rb") as self._raw:
            for number, line in enumerate(self._open(self._raw), start=1):
                told = line.strip().rstrip(b",")
                if number == 1 and told not in NOTHING and not told.startswith(b"{"):
                    raise SourceFailed(f"{path} is no dump of Wikidata.")
                if told not in NOTHING and is_wanted(told):
                    yield from _parsed(Place(path.name, number), told, notes)


class Folder:
    """Files of one item each, as the REST interface or Special:EntityData gives it."""

    def __init__(self, path: Path) -> None:
        self.paths = sorted(path.glob("*.json"))
        if not self.paths:
            raise SourceFailed(f"There is no .json in {path}.")
        self.size = len(self.paths)
        self._done = 0

    def done(self) -> int:
        """How many of the files were read."""
        return self._done

    def items(
        self, notes: Notes, is_wanted: Callable[[bytes], object]
    ) -> Iterator[tuple[Place, Told]]:
        """Every wanted item with its place; raises SourceFailed."""
        self._done = 0
        for path in self.paths:
            with failing_clearly(path):
                told = path.read_bytes()
            self._done += 1
            if is_wanted(told):
                yield from _parsed(Place(path.name, 1), told, notes)


def items_at(path: Path) -> Dump | Folder:
    """Whichever of the two the path is; raises SourceFailed."""
    if path.is_dir():
        return Folder(path)
    if not path.exists():
        raise SourceFailed(f"There is no file or folder {path}.")
    return Dump(path)


def _parsed(place: Place, text: bytes, notes: Notes) -> Iterator[tuple[Place, Told]]:
    try:
        told = json.loads(text.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SourceFailed(f"{place.file} is not in UTF-8.") from error
    except ValueError:
        notes.reject(place, "is no JSON")
        return
    wrapped = told.get("entities") if isinstance(told, dict) else None
    for each in wrapped.values() if isinstance(wrapped, dict) else [told]:
        if isinstance(each, dict):
            yield place, each
        else:
            notes.reject(place, "is no item")
