"""Reading compressed tables (gzip, UTF-8, tab-separated, header), or one failure."""

import csv
import gzip
import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from catalog.imports.source import Notes, Place, SourceFailed

BLOCK = 1 << 20  # Bytes read at once for the fingerprint.
# Of a larger file this much at both ends: reading all of a dump takes a quarter hour.
WHOLE_UP_TO = 1 << 32
ENDS = 1 << 26


class Table:
    """One file with the columns that we use; others may stand beside them.

    Cells may be quoted, a quote in them doubled.
    """

    def __init__(self, path: Path, columns: tuple[str, ...]) -> None:
        assert len(columns) > 1  # itemgetter gives no tuple for one
        self.path = path
        self.columns = columns
        self.size = path.stat().st_size if path.exists() else 1
        self._raw: io.BufferedReader | None = None

    def done(self) -> int:
        """How many bytes of the compressed file were read."""
        if self._raw is None:
            return 0
        return self.size if self._raw.closed else self._raw.tell()

    def rows(self, notes: Notes) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The number of each line and its cells, in the order of `columns`.

        A line with too few or too many is told to `notes`. Raises SourceFailed.
        """
        with failing_clearly(self.path), self.path.open("rb") as raw:
            self._raw = raw
            packed = gzip.GzipFile(fileobj=raw)
            lines = self._lines(packed)
            header = next(lines, (0, []))[1]
            ours = itemgetter(*self._places(header))
            for number, cells in lines:
                if len(cells) == len(header):
                    yield number, ours(cells)
                else:
                    told = f"has {len(cells)} columns instead of {len(header)}"
                    notes.reject(Place(self.path.name, number), told)

    def _lines(self, packed: gzip.GzipFile) -> Iterator[tuple[int, list[str]]]:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="")
        reader = csv.reader(text, delimiter="\t")
        for cells in reader:
            yield reader.line_num, cells

    def _places(self, header: list[str]) -> list[int]:
        missing = [column for column in self.columns if column not in header]
        if missing:
            raise SourceFailed(
                f"The header of {self.path} lacks {', '.join(missing)}:"
                " is this the right file?"
            )
        return [header.index(column) for column in self.columns]


class PlainTable(Table):
    """A table without quoting: what looks like a quote is part of the text."""

    def _lines(self, packed: gzip.GzipFile) -> Iterator[tuple[int, list[str]]]:
        text = io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
        for number, line in enumerate(text, start=1):
            yield number, line.rstrip("\r\n").split("\t")


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of what these files hold, by name; raises SourceFailed."""
    mark = hashlib.sha256()
    for path in paths:
        with failing_clearly(path), path.open("rb") as file:
            size = path.stat().st_size
            mark.update(f"{path.name}\0{size}\0".encode())
            if size > WHOLE_UP_TO:
                mark.update(file.read(ENDS))
                file.seek(-ENDS, io.SEEK_END)
            while block := file.read(BLOCK):
                mark.update(block)
    return mark.hexdigest()


@contextmanager
def failing_clearly(path: Path) -> Iterator[None]:
    """What reading this file can raise as a SourceFailed with one sentence."""
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
        if error.errno is None:  # as bz2 raises it
            raise SourceFailed(f"{path} is not in bzip2, or damaged.") from error
        raise SourceFailed(f"{path} cannot be read: {error.strerror}.") from error
