"""A file of XML read piece by piece: never more of it in memory than one story.

Nothing in the file is believed: it may declare no entities, so that none can grow or
point anywhere, and nothing outside the file is ever read. A story that is nested or
long beyond reason is given as too large, without its content.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import (
    Element,
    TreeBuilder,
)
from xml.parsers import expat

from news.imports.source import SourceFailed

CHUNK: Final = 64 * 1024
MOST_DEPTH: Final = 100
MOST_LETTERS: Final = 4_000_000  # A long book; no story.
# Bytes that XML forbids and old editors left in texts all the same.
FORBIDDEN: Final = bytes({*range(32)} - {9, 10, 13})
# Where the formats' elements come from, and how they are called here.
PREFIXES: Final = {
    "": "",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://www.w3.org/1999/xhtml": "",
}
WORDPRESS: Final = "http://wordpress.org/export/"
# How deep the stories lie: rss/channel/item, feed/entry.
DEPTHS: Final = {"rss": 2, "atom:feed": 1}


@dataclass(frozen=True, slots=True)
class Piece:
    """An element at the level of stories, with its line; None where it is too large."""

    line: int
    element: Element | None


def root_of(path: Path) -> str:
    """The name of the outermost element. Raises SourceFailed."""
    reader = _Reader(path)
    for _ in reader.pieces():
        break
    return reader.root


def pieces(
    path: Path, *, progress: Callable[[int, int], None] = lambda done, size: None
) -> Iterator[Piece]:
    """Every element at the level of stories; `progress` hears bytes done and in all.

    Raises SourceFailed, also after some were given: read it all before believing any.
    """
    return _Reader(path).pieces(progress)


class _Reader:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.root = ""
        self._depth = 0
        self._level = 0
        self._done: list[Piece] = []
        self._builder: TreeBuilder | None = None
        self._line = 0
        self._letters = 0
        parser = self._parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = self._refuse_entity

    def pieces(
        self, progress: Callable[[int, int], None] = lambda done, size: None
    ) -> Iterator[Piece]:
        try:
            size = self.path.stat().st_size
            with self.path.open("rb") as file:
                wide = file.read(2) in {b"\xff\xfe", b"\xfe\xff"}
                file.seek(0)
                while chunk := file.read(CHUNK):
                    self._parse(chunk if wide else chunk.translate(None, FORBIDDEN))
                    yield from self._given()
                    progress(file.tell(), size)
        except OSError as error:
            raise SourceFailed(
                f"{self.path} cannot be read: {error.strerror}."
            ) from error
        self._parse(b"", is_last=True)
        yield from self._given()

    def _parse(self, data: bytes, *, is_last: bool = False) -> None:
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            why = expat.ErrorString(error.code)
            raise SourceFailed(
                f"{self.path} is no whole XML: {why}, line {error.lineno}."
            ) from None
        except (LookupError, ValueError) as error:  # An encoding that nobody knows.
            raise SourceFailed(f"{self.path} cannot be decoded: {error}.") from None

    def _given(self) -> Iterator[Piece]:
        done, self._done = self._done, []
        yield from done

    def _refuse_entity(self, *declared: object) -> None:
        raise SourceFailed(
            f"{self.path} declares entities of its own, which stories never need:"
            f" line {self._parser.CurrentLineNumber}."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        tag = _called(name)
        if self._depth == 1:
            self.root = tag
            if tag not in DEPTHS:
                raise SourceFailed(
                    f"{self.path} begins with <{tag}>: it is no RSS 2.0, no Atom and no"
                    " export of WordPress."
                )
            self._level = DEPTHS[tag]
        elif self._depth == self._level + 1:
            self._builder, self._letters = TreeBuilder(), 0
            self._line = self._parser.CurrentLineNumber
        elif self._depth > self._level + MOST_DEPTH:
            self._builder = None
        if self._builder is not None:
            named = {_called(key): value for key, value in attributes.items()}
            self._builder.start(tag, named)

    def _end(self, name: str) -> None:
        if self._builder is not None:
            self._builder.end(_called(name))
        if self._depth == self._level + 1:
            element = self._builder.close() if self._builder is not None else None
            self._done.append(Piece(self._line, element))
            self._builder = None
        self._depth -= 1

    def _data(self, data: str) -> None:
        self._letters += len(data)
        if self._letters > MOST_LETTERS:
            self._builder = None
        if self._builder is not None:
            self._builder.data(data)


def _called(name: str) -> str:
    """«http://purl.org/dc/elements/1.1/ creator» as «dc:creator»."""
    space, _, local = name.rpartition(" ")
    if space.startswith(WORDPRESS):
        # Of any version: …/1.2/ and …/1.2/excerpt/.
        return f"{'excerpt' if space.endswith('/excerpt/') else 'wp'}:{local}"
    return f"{PREFIXES.get(space, 'other:')}{local}"
