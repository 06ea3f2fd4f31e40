"""Reading compressed tables (gzip, UTF-8, tab-separated, header), or one failure."""

import csv
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.imports.source import Notes, Place, SourceFailed

BLOCK = 1 << 20  # Bytes read at once for the fingerprint.


class Table:
    """One file with the columns that we use; others may stand beside them."""

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        self.path = path
        self.columns = columns
        self.size = 0
        self._raw: io.BufferedReader | None = None

    def done(self) -> int:
        """How many bytes of the compressed file were read."""
        return self._raw.tell() if self._raw and not self._raw.closed else self.size

    def rows(self, notes: Notes) -> Iterator[tuple[Place, dict[str, str]]]:
        """Each line by column name, with its place; raises SourceFailed."""
        with _failing_clearly(self.path), self.path.open("rb") as raw:
            self._raw = raw
            self.size = self.path.stat().st_size
            packed = gzip.GzipFile(fileobj=raw)
            lines = io.TextIOWrapper(packed, encoding="utf-8", newline="")
            reader = csv.reader(lines, delimiter="\t")
            header = self._header(next(reader, []))
            for cells in reader:
                place = Place(self.path.name, reader.line_num)
                if len(cells) == len(header):
                    yield place, dict(zip(header, cells, strict=True))
                else:
                    told = f"has {len(cells)} columns instead of {len(header)}"
                    notes.reject(place, told)

    def _header(self, found: list[str]) -> list[str]:
        missing = [column for column in self.columns if column not in found]
        if missing:
            raise SourceFailed(
                f"The header of {self.path} lacks {', '.join(missing)}:"
                " is this the right file?"
            )
        return found


def fingerprint(paths: list[Path]) -> str:
    """A hash of what these files hold, by name; raises SourceFailed."""
    mark = hashlib.sha256()
    for path in paths:
        mark.update(f"{path.name}\0".encode())
        with _failing_clearly(path), path.open("rb") as file:
            while block := file.read(BLOCK):
                mark.update(block)
    return mark.hexdigest()


@contextmanager
def _failing_clearly(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SourceFailed(f"There is no file {path}.") from error
    except UnicodeDecodeError as error:
        raise SourceFailed(f"{path} is not in UTF-8.") from error
    except EOFError as error:
        raise SourceFailed(f"{path} ends before its end: fetch it again.") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise SourceFailed(f"{path} is not in gzip, or damaged.") from error
    except csv.Error as error:
        raise SourceFailed(f"{path} is no table of tabs: {error}.") from error
    except OSError as error:
        raise SourceFailed(f"{path} cannot be read: {error.strerror}.") from error
