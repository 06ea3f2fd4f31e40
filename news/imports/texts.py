"""An old site's HTML as a story's: the same words with the marks that we have.

`markup.clean` judges what comes out of here like anything else; here it is put in
paragraphs, b becomes strong, a film of YouTube or Vimeo a link, and a picture a figure
where it was taken. Nothing in it names our titles or pictures by number.
"""

import re
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

import nh3
from django.utils.translation import gettext as _

from news import markup
from news.imports.shortcodes import with_paragraphs, without_shortcodes

# A picture of the text by its address, alt and caption; its id where it was taken.
Picture = Callable[[str, str, str], int | None]

RENAMED = {
    "b": "strong",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "h1": "h2",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    **dict.fromkeys(
        ("div", "section", "article", "pre", "dl", "dt", "dd", "address"), "p"
    ),
    **dict.fromkeys(("table", "tr", "td", "th", "hr", "center"), "p"),
}
BLOCKS = {"p", "h2", "h3"}
HOLDERS = {"ul", "ol", "li", "blockquote"}
INLINE = {"strong", "em", "a"}
_TAKEN = {*RENAMED, *BLOCKS, *HOLDERS, *INLINE} | {
    *("br", "img", "figure", "figcaption", "iframe", "tbody", "thead"),
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "iframe": {"src"}}
_SILENT = markup.SILENT - {"iframe"}
_HOLLOW = re.compile(r"<(a|strong|em|p|h2|h3|li|ul|ol|blockquote)(?: [^>]*)?>\s*</\1>")
_BREAKS = re.compile(
    r"(?:<br>\s*)+(?=</(?:p|h2|h3|li|blockquote)>)|(?<=<p>)(?:\s*<br>)+"
)
_ALONE = re.compile(r"<p>\s*(?:<a [^>]*>)?(https?://[^\s<]+)(?:</a>)?\s*</p>")
_FILMS = (
    (
        "YouTube",
        "https://www.youtube.com/watch?v=",
        re.compile(
            r"^(?:https?:)?//(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/"
            r"(?:embed/|v/|watch\?(?:[^#]*&)?v=)|youtu\.be/)([\w-]{6,20})"
        ),
    ),
    (
        "Vimeo",
        "https://vimeo.com/",
        re.compile(r"^(?:https?:)?//(?:player\.|www\.)?vimeo\.com/(?:video/)?(\d{3,15})"),
    ),
)  # fmt: skip


def story_html(
    html: str,
    *,
    has_breaks: bool = False,
    picture: Picture = lambda address, alt, caption: None,
) -> str:
    """The text as a story's body; `has_breaks` where blank lines part paragraphs."""
    if has_breaks:
        html = with_paragraphs(without_shortcodes(html))
    whole = nh3.clean(
        html,
        tags=_TAKEN,
        attributes=_ATTRIBUTES,
        clean_content_tags=_SILENT,
        url_schemes=markup.SCHEMES,
        link_rel=None,
    )
    writer = _Writer(picture)
    writer.feed(whole)
    writer.close()
    text = _ALONE.sub(_address, writer.text())
    while (fuller := _HOLLOW.sub("", _BREAKS.sub("", text))) != text:
        text = fuller
    return markup.clean(text)


def _address(alone: re.Match[str]) -> str:
    """An address that is a paragraph of its own, as a link."""
    film = film_link(alone[1])
    return film or f'<p><a href="{alone[1]}">{alone[1]}</a></p>'


def film_link(address: str) -> str:
    """A paragraph that links to a film of YouTube or Vimeo, empty for anything else."""
    for site, begin, pattern in _FILMS:
        if found := pattern.match(address):
            words = escape(_("Video on %(site)s") % {"site": site})
            return f'<p><a href="{begin}{found[1]}">{words}</a></p>'
    return ""


class _Writer(HTMLParser):
    """Goes through HTML that nh3 made whole, and writes it anew.

    Text stands in a block, blocks stand side by side or in a quotation, figures stand
    between blocks; what is open is closed before anything that may not be inside it.
    """

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture
        self._out: list[str] = []
        self._block = ""
        self._holders: list[str] = []
        self._inline: list[str] = []
        self._figures = 0
        self._shown: list[tuple[str, str]] = []
        self._caption: list[str] | None = None
        self._later: list[str] = []

    def text(self) -> str:
        self._end_block()
        while self._holders:
            self._out.append(f"</{self._holders.pop()}>")
        return "".join([*self._out, *self._later])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag, told = RENAMED.get(tag, tag), dict(attrs)
        if tag in BLOCKS:
            self._begin_block(tag)
        elif tag in HOLDERS:
            self._begin_holder(tag)
        elif tag == "figure":
            self._end_block()
            self._figures += 1
        elif tag == "figcaption":
            self._caption = []
        elif tag == "img":
            self._see(told.get("src") or "", told.get("alt") or "")
        elif tag == "iframe":
            self._place(film_link(told.get("src") or ""))
        elif self._caption is None:
            self._begin_inline(tag, told.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        tag = RENAMED.get(tag, tag)
        if tag in BLOCKS:
            self._end_block()
        elif tag in HOLDERS and tag in self._holders:
            self._end_block()
            while (open_one := self._holders.pop()) != tag:
                self._out.append(f"</{open_one}>")
            self._out.append(f"</{tag}>")
            self._place("")
        elif tag == "figcaption" and self._caption is not None:
            self._show(" ".join("".join(self._caption).split()))
            self._caption = None
        elif tag == "figure" and self._figures:
            self._figures -= 1
            self._show("")
        elif tag in self._inline:
            while (open_one := self._inline.pop()) != tag:
                self._out.append(f"</{open_one}>")
            self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._caption is not None:
            self._caption.append(data)
        elif data.strip():
            self._have_block()
            self._out.append(escape(data, quote=False))
        elif self._block or self._holders[-1:] == ["li"]:
            self._out.append(" ")

    # Blocks

    def _begin_block(self, tag: str) -> None:
        self._end_block()
        if self._holders[-1:] in ([], ["blockquote"]):
            self._block = tag
            self._out.append(f"<{tag}>")
        elif self._holders[-1:] == ["li"]:
            self._out.append(" ")

    def _end_block(self) -> None:
        while self._inline:
            self._out.append(f"</{self._inline.pop()}>")
        if self._block:
            self._out.append(f"</{self._block}>")
            self._block = ""

    def _begin_holder(self, tag: str) -> None:
        self._end_block()
        inside = self._holders[-1:]
        if tag == "li" and inside not in (["ul"], ["ol"]):
            self._begin_holder("ul")
        self._holders.append(tag)
        self._out.append(f"<{tag}>")

    def _have_block(self) -> None:
        """Text that stands nowhere gets a paragraph, in a bare list an item."""
        if self._block or self._holders[-1:] == ["li"]:
            return
        if self._holders[-1:] in (["ul"], ["ol"]):
            self._begin_holder("li")
            return
        self._block = "p"
        self._out.append("<p>")

    # Inside a block

    def _begin_inline(self, tag: str, href: str) -> None:
        if tag == "br":
            if self._block or self._holders[-1:] == ["li"]:
                self._out.append("<br>")
        elif tag in INLINE and tag not in self._inline and (tag != "a" or href):
            self._have_block()
            self._inline.append(tag)
            self._out.append(f'<a href="{escape(href)}">' if href else f"<{tag}>")

    # Between blocks

    def _see(self, address: str, alt: str) -> None:
        self._shown.append((address, alt))
        if not self._figures:
            self._show("")

    def _show(self, caption: str) -> None:
        """Put the pictures seen so far; the last of them has the caption."""
        shown, self._shown = self._shown, []
        for place, (address, alt) in enumerate(shown, start=1):
            said = caption if place == len(shown) else ""
            key = self._picture(address, alt, said)
            self._place(f'<figure data-picture="{key}"></figure>' if key else "")

    def _place(self, html: str) -> None:
        """Have something between blocks, behind the list or quotation if in one."""
        self._later += [html] if html else []
        if self._holders or not self._later:
            return
        block = self._block
        self._end_block()
        self._out += self._later
        self._later = []
        if block == "p":
            self._block = block
            self._out.append("<p>")
