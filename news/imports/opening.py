"""Opening: which format a file is, and what is to be learnt of it first."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from news.imports import xml
from news.imports.atom import Atom
from news.imports.rss import Rss
from news.imports.source import Source, SourceFailed
from news.imports.wordpress import WordPress


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read to its end once, and its format."""

    path: Path
    source: Source
    count: int

    @property
    def host(self) -> str:
        """Whose stories they are, by the address of the site; empty where untold."""
        return (urlsplit(self.source.home).hostname or "").removeprefix("www.")


def open_file(
    path: Path, *, progress: Callable[[int, int], None] = lambda done, size: None
) -> Opened:
    """Read all of a file, so that nothing comes of one that is not whole.

    Raises SourceFailed.
    """
    source: Source = Atom() if xml.root_of(path) == "atom:feed" else Rss()
    count = 0
    for piece in xml.pieces(path, progress=progress):
        if piece.element is None or piece.element.tag in {"item", "atom:entry"}:
            count += 1
        elif piece.element.tag == "wp:wxr_version":
            # It stands behind the site's own address, which is kept.
            source = WordPress(source.home)
        if piece.element is not None:
            source.learn(piece.element)
    if not count:
        raise SourceFailed(f"{path} holds no stories.")
    return Opened(path, source, count)
