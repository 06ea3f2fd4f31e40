"""What a story's text may hold, and the text as readers get it.

Stored is what the editor wrote, cleaned. Titles and people are links by number,
`<a data-title="113">`, pictures and trailers are empty figures, `<figure
data-picture="7"></figure>`: their names, addresses and rights are looked up when the
story is rendered or shown, so that none of it grows old in the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import Protocol

import nh3

from news.tidying import APART, HEADINGS, MARKS, tidy

TAGS = {
    *("p", "h2", "h3", "ul", "ol", "li", "blockquote", "br"),
    *("strong", "em", "a", "figure"),
}
ATTRIBUTES = {
    "a": {"href", "data-title", "data-person"},
    "blockquote": {"data-pull"},
    "figure": {"data-picture", "data-trailer"},
}
# What may arrive as well, and is told otherwise in a story (news.tidying).
_ARRIVING = TAGS | APART | HEADINGS.keys() | MARKS.keys() | {"span"}
_STYLED = {*MARKS, "span"}
# Their words go with them; of any other tag only the tag goes.
SILENT = {
    *("script", "style", "iframe", "object", "svg", "math", "template", "noscript"),
    *("title", "noembed", "noframes", "select", "audio", "video", "canvas"),
}
SCHEMES = {"http", "https", "mailto"}
# Nothing that a browser would take for an address of another kind or site: it skips
# control characters, and reads a backslash as a slash.
_ADDRESS = re.compile(r"(?:https?://|mailto:|/(?![/\\]))[^\x00-\x20\x7f]*")
_ID = re.compile(r"[1-9][0-9]{0,17}")
_FIGURE = re.compile(r'<figure data-(picture|trailer)="([0-9]+)"></figure>')
_WORD = re.compile(r"\w+")
DEEPEST = 100  # Elements within each other; Word's and Google's deepest lists have ten.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ANY_TAG = re.compile(r"<[^<>]*>?")
# What may be left open, and what is never closed.
_LEFT_OPEN = {
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"),
    *("br", "hr", "img", "input", "meta", "link", "col", "source", "wbr", "area"),
    *("base", "embed", "param", "track", "colgroup", "html", "head", "body"),
}


def clean(html: str) -> str:
    """The text in its one form, with nothing in it but what a story may hold.

    Pasted bold, headings of other levels, tables and nests of <div> become what a story
    has for them (news.tidying). What is clean already stays as it is. Of what is nested
    beyond any writing only the words stay: reading it would take minutes.
    """
    arrived = nh3.clean(
        _words_alone(html) if _is_too_deep(html) else html,
        tags=_ARRIVING,
        clean_content_tags=SILENT,
        attributes=ATTRIBUTES | {tag: {"style"} for tag in _STYLED},
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _judged(tidy(arrived))


def _is_too_deep(html: str) -> bool:
    """Whether more elements stand open within each other than anybody writes.

    Counted as the tags stand, in one go. Those that may be left open are not counted:
    old pages close none of them, and none stands within itself.
    """
    depth = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _LEFT_OPEN:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            return True
    return False


def _words_alone(html: str) -> str:
    return _ANY_TAG.sub(" ", html)


def _judged(html: str) -> str:
    """What is stored has passed here last, whatever was done to it before."""
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=SILENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The attribute's value, or None where it may not be."""
    if name == "href":
        return value if _ADDRESS.fullmatch(value) else None
    if name == "data-pull":
        return ""
    if name == "style":
        return _weight(value)
    return value if _ID.fullmatch(value) else None


def _weight(style: str) -> str:
    """«bold», «italic» or «plain»: all that counts of a style that arrives."""
    found = {
        name.strip().lower(): value.strip().lower()
        for name, _, value in (each.partition(":") for each in style.split(";"))
    }
    weight, slant = found.get("font-weight", ""), found.get("font-style", "")
    words = []
    if re.match(r"bold|[6-9]00", weight):
        words.append("bold")
    if slant in {"italic", "oblique"}:
        words.append("italic")
    # Google's documents stand in a <b> that says it is not bold.
    if not words and (weight in {"normal", "400"} or slant == "normal"):
        words.append("plain")
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text as HTML, or the number of a picture or a trailer."""

    sort: str
    html: str = ""
    key: int = 0


def parts(html: str) -> list[Part]:
    """Cut at its figures, so that a page can put pictures and trailers between."""
    found: list[Part] = []
    place = 0
    for match in _FIGURE.finditer(html):
        found.append(Part("text", html[place : match.start()]))
        found.append(Part(match[1], key=int(match[2])))
        place = match.end()
    found.append(Part("text", html[place:]))
    return [part for part in found if part.sort != "text" or part.html.strip()]


def word_count(html: str) -> int:
    return len(_WORD.findall(plain(html)))


def plain(html: str) -> str:
    """The words alone, for feeds, searching and counting."""
    spaced = re.sub(r"</(p|h2|h3|li|blockquote)>|<br>", " ", html)
    unescaped = _Words()
    unescaped.feed(nh3.clean(spaced, tags=set()))
    unescaped.close()
    return " ".join("".join(unescaped.words).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class Named(Protocol):
    """A title or a person."""

    def get_absolute_url(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which titles and people a text links to and which pictures it shows, in order."""

    titles: list[int]
    people: list[int]
    pictures: list[int]


def numbers(html: str) -> Numbers:
    linker = _Linker({}, {})
    linker.feed(html)
    linker.close()
    pictures = [part.key for part in parts(html) if part.sort == "picture"]
    seen = (linker.titles, linker.people, pictures)
    return Numbers(*(list(dict.fromkeys(keys)) for keys in seen))


def link(html: str, *, titles: Mapping[int, Named], people: Mapping[int, Named]) -> str:
    """Cleaned text with addresses for its titles and people.

    What is not among them (hidden, gone) stays as plain words. A title carries the
    address of its card.
    """
    linker = _Linker(titles, people)
    linker.feed(html)
    linker.close()
    return "".join(linker.out)


class _Linker(HTMLParser):
    """Goes through cleaned text and gives its numbered links an address."""

    def __init__(
        self, titles: Mapping[int, Named], people: Mapping[int, Named]
    ) -> None:
        super().__init__(convert_charrefs=False)
        self._known = {"data-title": titles, "data-person": people}
        self._open: list[bool] = []
        self.out: list[str] = []
        self.titles: list[int] = []
        self.people: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            self.out.append(self.get_starttag_text() or "")
            return
        opened = self._anchor(dict(attrs))
        self._open.append(bool(opened))
        self.out.append(opened)

    def handle_endtag(self, tag: str) -> None:
        if tag != "a" or (self._open and self._open.pop()):
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _anchor(self, attributes: dict[str, str | None]) -> str:
        for name, seen in (("data-title", self.titles), ("data-person", self.people)):
            if value := attributes.get(name):
                seen.append(int(value))
                thing = self._known[name].get(int(value))
                return _hint(name, thing) if thing else ""
        href = attributes.get("href")
        return f'<a href="{escape(href)}">' if href else ""


def _hint(name: str, thing: Named) -> str:
    address = escape(thing.get_absolute_url())
    sort = "title-hint" if name == "data-title" else "person-hint"
    return f'<a class="{sort}" href="{address}" data-card="{address}/kaart">'
