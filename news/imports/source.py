"""What a source of stories gives: plain values, in the order of its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from xml.etree.ElementTree import Element

from catalog.imports.source import SourceFailed
from news.models import Stage

__all__ = [
    "BadItem",
    "Category",
    "Item",
    "Notes",
    "Shown",
    "Source",
    "SourceFailed",
]

MOST_NOTES = 100_000  # Beyond this a file is bad as a whole.


class BadItem(Exception):
    """A story that cannot come; the message says why in a sentence."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture by its old address, with what the source tells of it."""

    address: str
    credit: str = ""
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A section of the source: its name, and its slug where it tells one."""

    name: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A story of the source.

    `headline` is plain text, `intro` plain text or empty, `body` HTML of whatever sort;
    `has_breaks` tells that blank lines of the body part its paragraphs. `tags` are
    surely tags, `categories` may be rubrics; `loose` says that those which are none
    are tags. `shown` are pictures by the plain addresses under which the body has them.
    """

    line: int
    guid: str
    link: str
    headline: str
    intro: str
    body: str
    stage: Stage
    published_at: datetime | None
    author: str = ""
    categories: tuple[Category, ...] = ()
    tags: tuple[str, ...] = ()
    loose: bool = False
    was_public: bool = True
    has_breaks: bool = False
    lead: Shown | None = None
    shown: Mapping[str, Shown] = field(default_factory=dict)


@dataclass(slots=True)
class Notes:
    """What the import tells besides its stories: rows of what, file, line, reason."""

    file: str
    rows: list[tuple[str, str, int, str]] = field(default_factory=list)

    def add(self, what: str, line: int, guid: str, reason: str) -> None:
        """`what` is rejected, left out or edited."""
        if len(self.rows) < MOST_NOTES:
            told = f"{guid[:200]}: {reason}" if guid else reason
            self.rows.append((what, self.file, line, told))


class Source(Protocol):
    """One format. A file is read twice: to learn, then for its stories."""

    def learn(self, element: Element) -> None:
        """Take up what stories will need: the site's address, authors, pictures."""

    @property
    def home(self) -> str:
        """The address of the site that the file is of, empty where it tells none."""

    def item(self, line: int, element: Element) -> Item | None:
        """The story, or None for what is none. Raises BadItem."""
