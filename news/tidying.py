"""A story's text brought into the one form in which it is stored.

What arrives was written by hand, pasted from a word processor or taken from another
site: the same text may come as <h1> or <b><p>, in tables or in a hundred spans. Here
it becomes paragraphs, headings, lists, quotations and figures, one below another.
Nothing is refused here: markup.clean judges before and after.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
BOLD, ITALIC = "strong", "em"
MARKS = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "cite": ITALIC}
# What stands apart wherever it comes from; its words become paragraphs.
APART = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "nav"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "dl", "dt"),
    *("dd", "pre", "address", "center", "figcaption", "details", "summary", "hr"),
}
LISTS = {"ul", "ol"}
DEEPEST_LIST = 3  # Nobody reads further in; what lies deeper joins the items there.
# A link stands around bold words and those around italic ones, as the editor has it.
ORDER = ("a", BOLD, ITALIC)

_NOTHING = re.compile("[\u200b\ufeff]")
_BREAKING = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile("[ \u00a0]{2,}")


@dataclass(frozen=True, slots=True)
class Mark:
    tag: str
    attributes: str = ""  # As they are written, with a space before them.


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or a break where there are none, with the marks that are on them."""

    words: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class Place:
    """Where blocks go: the story itself, a quotation, a list or an item of one."""

    sort: str
    opening: str = ""
    blocks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Element:
    """An open element of what arrives, and what it changed."""

    tag: str
    places: int = 0
    marks: tuple[Mark, ...] = ()
    kind: str = "p"


def tidy(html: str) -> str:
    """The same words as blocks, each on a line of its own; tidied text stays as it is.

    Takes balanced HTML with escaped text, as a sanitiser writes it.
    """
    tidier = _Tidier()
    tidier.feed(html)
    tidier.close()
    return tidier.finished()


class _Tidier(HTMLParser):
    """Goes through the text once, however deep it is nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self._places = [Place("story")]
        self._lists = 0
        self._marks: tuple[Mark, ...] = ()
        self._kind = "p"
        self._run: list[Piece] = []
        # Figures from inside a list or quotation; they follow it.
        self._figures: list[str] = []

    def finished(self) -> str:
        self._flush()
        while len(self._places) > 1:
            self._leave()
        return "\n".join(self._places[0].blocks)

    # What arrives

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._run.append(Piece("", ()))
            return
        element = Element(tag, marks=self._marks, kind=self._kind)
        self._open.append(element)
        if tag in APART or tag in HEADINGS or tag == "li":
            self._flush()
            self._kind = HEADINGS.get(tag, self._kind)
        if tag in LISTS:
            element.places = self._enter_list(tag)
        elif tag == "li" and self._places[-1].sort in LISTS:
            element.places = self._enter("li", "<li>")
        elif tag == "blockquote":
            element.places = self._enter_quote(dict(attrs))
        elif tag == "figure":
            self._figure(dict(attrs))
        else:
            self._mark(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self._open:
            return
        element = self._open.pop()
        if tag in APART or tag in HEADINGS or tag in LISTS | {"li", "blockquote"}:
            self._flush()
        for _place in range(element.places):
            self._leave()
        self._marks, self._kind = element.marks, element.kind

    def handle_data(self, data: str) -> None:
        self._run.append(Piece(data, self._marks))

    # Marks

    def _mark(self, tag: str, attributes: dict[str, str | None]) -> None:
        style = attributes.get("style") or ""
        wanted = {mark.tag: mark for mark in self._marks}
        if tag in MARKS and "plain" not in style:
            wanted[MARKS[tag]] = Mark(MARKS[tag])
        if "bold" in style:
            wanted[BOLD] = Mark(BOLD)
        if "italic" in style:
            wanted[ITALIC] = Mark(ITALIC)
        if tag == "a" and (written := _target(attributes)):
            wanted["a"] = Mark("a", written)
        self._marks = tuple(wanted[name] for name in ORDER if name in wanted)

    # Places

    def _enter(self, sort: str, opening: str) -> int:
        self._places.append(Place(sort, opening))
        return 1

    def _enter_list(self, tag: str) -> int:
        self._flush()
        self._kind = "p"
        if self._lists == DEEPEST_LIST:
            return 0
        self._lists += 1
        # A list that stands right in a list belongs to the item before it.
        within = self._reopen_item() if self._places[-1].sort in LISTS else 0
        return within + self._enter(tag, f"<{tag}>")

    def _reopen_item(self) -> int:
        items = self._places[-1].blocks
        last = items.pop() if items else "<li></li>"
        self._enter("li", "<li>")
        self._places[-1].blocks.append(last.removeprefix("<li>").removesuffix("</li>"))
        return 1

    def _enter_quote(self, attributes: dict[str, str | None]) -> int:
        self._flush()
        self._kind = "p"
        if len(self._places) > 1:
            return 0
        pull = ' data-pull=""' if "data-pull" in attributes else ""
        return self._enter("blockquote", f"<blockquote{pull}>")

    def _leave(self) -> None:
        place = self._places.pop()
        if place.sort in LISTS:
            self._lists -= 1
        blocks = [block for block in place.blocks if block]
        if blocks:
            inside = "\n".join(blocks)
            if place.sort != "li":
                inside = f"\n{inside}\n"
            self._places[-1].blocks.append(f"{place.opening}{inside}</{place.sort}>")
        if len(self._places) == 1:
            self._places[0].blocks += self._figures
            self._figures.clear()

    def _figure(self, attributes: dict[str, str | None]) -> None:
        self._flush()
        for name in ("data-picture", "data-trailer"):
            if number := attributes.get(name):
                figure = f'<figure {name}="{escape(number)}"></figure>'
                alone = len(self._places) == 1
                (self._places[0].blocks if alone else self._figures).append(figure)
                return

    # Blocks

    def _flush(self) -> None:
        """Make paragraphs of the words since the last block, in the place of now."""
        run, self._run = self._run, []
        for pieces in _paragraphs(run):
            self._add(_written(pieces))

    def _add(self, words: str) -> None:
        place = self._places[-1]
        if place.sort in LISTS:
            place.blocks.append(f"<li>{words}</li>")
        elif place.sort == "li":
            # An item of one paragraph needs none; only what follows is told apart.
            place.blocks.append(f"<p>{words}</p>" if place.blocks else words)
        else:
            kind = self._kind if place.sort == "story" else "p"
            place.blocks.append(f"<{kind}>{words}</{kind}>")


def _target(attributes: dict[str, str | None]) -> str:
    """Where a link leads, as it is written; a number counts before an address."""
    for name in ("data-title", "data-person", "href"):
        if value := attributes.get(name):
            return f' {name}="{escape(value)}"'
    return ""


def _paragraphs(run: list[Piece]) -> list[list[Piece]]:
    """Cut where two breaks stand together; without blanks and breaks at the edges."""
    paragraphs: list[list[Piece]] = [[]]
    breaks = 0
    for piece in _settled(run):
        if not piece.words:
            breaks += 1
            continue
        if breaks > 1:
            paragraphs.append([])
        elif breaks and paragraphs[-1]:
            paragraphs[-1].append(Piece("", ()))
        breaks = 0
        paragraphs[-1].append(piece)
    return [paragraph for paragraph in paragraphs if paragraph]


def _settled(run: list[Piece]) -> list[Piece]:
    """The pieces with one blank where there were more, and none beside a break."""
    settled: list[Piece] = []
    for piece in _joined(run):
        words = piece.words
        if words and (not settled or not settled[-1].words or _blank_end(settled[-1])):
            words = words.lstrip(" \u00a0")
        if not piece.words:
            _trim_end(settled)
        if words or not piece.words:
            settled.append(Piece(words, piece.marks))
    _trim_end(settled)
    return settled


def _joined(run: Iterable[Piece]) -> list[Piece]:
    """Neighbours with the same marks as one piece, their blanks made few."""
    joined: list[Piece] = []
    for piece in run:
        if not piece.words:
            joined.append(piece)
            continue
        words = _BREAKING.sub(" ", _NOTHING.sub("", piece.words))
        if joined and joined[-1].words and joined[-1].marks == piece.marks:
            words = joined.pop().words + words
        if words:
            joined.append(Piece(_BLANKS.sub(" ", words), piece.marks))
    return joined


def _blank_end(piece: Piece) -> bool:
    return piece.words.endswith((" ", "\u00a0"))


def _trim_end(pieces: list[Piece]) -> None:
    while pieces and pieces[-1].words:
        words = pieces[-1].words.rstrip(" \u00a0")
        marks = pieces.pop().marks
        if words:
            pieces.append(Piece(words, marks))
            return


def _written(pieces: Iterable[Piece]) -> str:
    """The pieces as HTML, a mark around all neighbours that share it."""
    written: list[str] = []
    opened: list[Mark] = []
    for piece in pieces:
        if not piece.words:
            marks: tuple[Mark, ...] = ()
        elif piece.words.isspace():
            # A blank is neither bold nor a link, unless it stands amid such words.
            marks = tuple(mark for mark in piece.marks if mark in opened)
        else:
            marks = piece.marks
        same = 0
        while same < min(len(marks), len(opened)) and marks[same] == opened[same]:
            same += 1
        while len(opened) > same:
            written.append(f"</{opened.pop().tag}>")
        for mark in marks[same:]:
            opened.append(mark)
            written.append(f"<{mark.tag}{mark.attributes}>")
        written.append(escape(piece.words, quote=False) if piece.words else "<br>")
    written += [f"</{mark.tag}>" for mark in reversed(opened)]
    return "".join(written)
