"""A story's fields as plain text, with the places of their links and words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from moviemeter.lib.text import fold
from news import markup
from news.models import Article
from news.proofreading.finding import Field, Finding, Sort, excerpt

_MARK = "\u0300-\u036f"  # Accents that stand by themselves.
_WORD = re.compile(rf"[^\W_][\w{_MARK}]*(?:['’‘][^\W_][\w{_MARK}]*)*")
_SPACE = re.compile(r"(\s+)")
_BLOCKS = frozenset(("p", "h2", "h3", "li", "blockquote"))
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+[’”»)]*(?=\s+[‘“«(]?[A-ZÀ-Þ])|(?=\n)|$)")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that link to a title or a person, by number."""

    sort: str
    key: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words as they compare: folded, by one space, by a line end at blocks.

    `starts` and `ends` are the places of each word in `folded`, `spans` those in the
    text itself.
    """

    folded: str
    starts: list[int]
    ends: list[int]
    spans: list[tuple[int, int]]

    def starting(self, least: int, most: int) -> range:
        """Numbers of the words that begin at a place in least..most."""
        return range(bisect_left(self.starts, least), bisect_right(self.starts, most))

    def inside(self, start: int, end: int) -> range:
        """Numbers of the words that lie in this stretch of the text itself."""
        first = bisect_left(self.spans, (start, start))
        return range(first, bisect_right(self.spans, end, key=lambda span: span[1]))

    def ending(self, least: int, most: int) -> range:
        return range(bisect_left(self.ends, least), bisect_right(self.ends, most))


@dataclass(frozen=True, slots=True)
class Text:
    """The plain text of one field; its blocks are parted by a line end."""

    field: Field
    plain: str
    links: tuple[Link, ...] = ()

    def words(self) -> Words:
        starts: list[int] = []
        ends: list[int] = []
        spans: list[tuple[int, int]] = []
        pieces: list[str] = []
        place = before = 0
        for match in _WORD.finditer(self.plain):
            piece = _folded(match[0])
            if not piece:
                continue
            if pieces:
                gap = "\n" if "\n" in self.plain[before : match.start()] else " "
                pieces.append(gap)
                place += 1
            starts.append(place)
            place += len(piece)
            ends.append(place)
            spans.append(match.span())
            pieces.append(piece)
            before = match.end()
        return Words("".join(pieces), starts, ends, spans)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with its place; a block ends one as well."""
        for match in _SENTENCE.finditer(self.plain):
            yield match.start(), match[0]

    def at(self, sort: Sort, sentence: str, start: int, end: int) -> Finding:
        """A finding that points at these words."""
        plain = self.plain.replace("\n", " ")
        return Finding(
            sort,
            sentence,
            self.field,
            words=plain[start:end],
            start=start,
            end=end,
            excerpt=excerpt(plain, start, end),
        )


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold(word)


def texts_of(article: Article) -> list[Text]:
    """Headline, intro and body of an article, which need not be saved."""
    body = _Body()
    body.feed(markup.clean(article.body))
    body.close()
    return [
        Text(Field.HEADLINE, article.headline),
        Text(Field.INTRO, article.intro),
        Text(Field.BODY, "".join(body.out), tuple(body.links)),
    ]


class _Body(HTMLParser):
    """Cleaned text as `markup.plain` gives it, its blocks by line ends."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.links: list[Link] = []
        self._length = 0
        self._gap = ""
        # Of each open link what it is, and where its words begin once there are any.
        self._open: list[tuple[str, int, int | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._gap = "\n"
        elif tag == "a":
            told = dict(attrs)
            sort = "title" if "data-title" in told else "person"
            self._open.append((sort, int(told.get(f"data-{sort}") or 0), None))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._gap = "\n"
        elif tag == "a" and self._open:
            sort, key, start = self._open.pop()
            if key and start is not None:
                self.links.append(Link(sort, key, start, self._length))

    def handle_data(self, data: str) -> None:
        for piece in _SPACE.split(data):
            if piece.isspace():
                self._gap = self._gap or " "
            elif piece:
                self._add(piece)

    def _add(self, word: str) -> None:
        if self.out and self._gap:
            self.out.append(self._gap)
            self._length += 1
        self._gap = ""
        self._open = [
            (sort, key, self._length if start is None else start)
            for sort, key, start in self._open
        ]
        self.out.append(word)
        self._length += len(word)
