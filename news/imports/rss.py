"""RSS 2.0, with what most sites put into it beside: content, dc and media."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from news import markup
from news.imports import dates
from news.imports.addresses import plain_address
from news.imports.source import BadItem, Category, Item, Shown
from news.models import Stage

# What feeds put behind a text that was cut, and below one that was not.
CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$")
_FOOTER = re.compile(r"<p>The post .{1,400}? appeared first on .{1,400}?</p>", re.S)
_NAME_BEHIND = re.compile(r"[^\s@]+@[^\s@]+ \((.+)\)")


class Rss:
    """A feed; its stories are published, since only those stand in one."""

    def __init__(self, home: str = "") -> None:
        self._home = home

    @property
    def home(self) -> str:
        return self._home

    def learn(self, element: Element) -> None:
        if element.tag == "link":
            self._home = self._home or (element.text or "").strip()

    def item(self, line: int, element: Element) -> Item | None:
        if element.tag != "item":
            return None
        whole = text_of(element, "content:encoded")
        summary = text_of(element, "description")
        link = text_of(element, "link")
        moment = dates.of_mail(text_of(element, "pubDate"))
        moment = moment or dates.of_iso(text_of(element, "dc:date"))
        shown = {plain_address(each.address): each for each in _media(element)}
        return Item(
            line=line,
            guid=guid(text_of(element, "guid") or link),
            link=link,
            headline=markup.plain(text_of(element, "title")),
            intro=summary_words(summary) if whole else "",
            body=_FOOTER.sub("", whole or summary),
            stage=Stage.READY if moment else Stage.DRAFT,
            published_at=moment,
            author=_author(element),
            categories=tuple(map(Category, texts_of(element, "category"))),
            loose=True,
            lead=next(iter(shown.values()), None),
            shown=shown,
        )


def text_of(element: Element, name: str) -> str:
    """The text of the first child of this name, without space around it."""
    return (element.findtext(name) or "").strip()


def texts_of(element: Element, name: str) -> tuple[str, ...]:
    """What every child of this name says, each once."""
    said = (markup.plain(each.text or "") for each in element.findall(name))
    return tuple(dict.fromkeys(text for text in said if text))


def guid(text: str) -> str:
    """The key by which a story is known again. Raises BadItem."""
    if not text:
        raise BadItem("it has neither a guid nor a link to be known by")
    return text


def summary_words(html: str) -> str:
    """A summary as plain text; empty where it is but the beginning of the text."""
    words = markup.plain(_FOOTER.sub("", html))
    return "" if CUT.search(words) else words


def _author(element: Element) -> str:
    name = text_of(element, "dc:creator") or text_of(element, "author")
    if match := _NAME_BEHIND.fullmatch(name):
        return match[1].strip()
    # An address of somebody's mail is never shown to readers.
    return "" if "@" in name else markup.plain(name)


def _media(element: Element) -> Iterator[Shown]:
    """Pictures that the feed lists, each with the credit that it gives."""
    for holder in (*element.findall("media:group"), element):
        for each in holder.findall("media:content"):
            kind = each.get("medium") or each.get("type", "").partition("/")[0]
            if kind in {"image", ""} and (address := each.get("url")):
                yield Shown(
                    address,
                    credit=_said(each, holder, "media:credit"),
                    alt=_said(each, holder, "media:title"),
                    caption=_said(each, holder, "media:description"),
                )
    for each in element.findall("enclosure"):
        if each.get("type", "").startswith("image/") and (address := each.get("url")):
            yield Shown(address)


def _said(own: Element, holder: Element, name: str) -> str:
    said = own.findtext(name) or holder.findtext(name) or ""
    return markup.plain(said) if "<" in said else " ".join(said.split())


def as_html(text: str) -> str:
    """Plain text as HTML of one paragraph."""
    return f"<p>{escape(text)}</p>"
