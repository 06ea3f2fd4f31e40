"""Atom (RFC 4287)."""

from xml.etree.ElementTree import Element, tostring

from news import markup
from news.imports import dates
from news.imports.rss import as_html, guid, summary_words, text_of
from news.imports.source import Category, Item
from news.models import Stage


class Atom:
    """A feed; its stories are published, since only those stand in one."""

    def __init__(self) -> None:
        self._home = ""
        self._author = ""

    @property
    def home(self) -> str:
        return self._home

    def learn(self, element: Element) -> None:
        if (
            element.tag == "atom:link"
            and element.get("rel", "alternate") == "alternate"
        ):
            self._home = self._home or element.get("href", "")
        elif element.tag == "atom:author":
            self._author = text_of(element, "atom:name")

    def item(self, line: int, element: Element) -> Item | None:
        if element.tag != "atom:entry":
            return None
        moment = dates.of_iso(text_of(element, "atom:published"))
        moment = moment or dates.of_iso(text_of(element, "atom:updated"))
        link = _link(element)
        whole = _html(element.find("atom:content"))
        summary = _html(element.find("atom:summary"))
        return Item(
            line=line,
            guid=guid(text_of(element, "atom:id") or link),
            link=link,
            headline=markup.plain(_html(element.find("atom:title"))),
            intro=summary_words(summary) if whole else "",
            body=whole or summary,
            stage=Stage.READY if moment else Stage.DRAFT,
            published_at=moment,
            author=_author(element) or self._author,
            categories=_categories(element),
            loose=True,
        )


def _author(element: Element) -> str:
    found = element.find("atom:author")
    return "" if found is None else text_of(found, "atom:name")


def _link(element: Element) -> str:
    for each in element.findall("atom:link"):
        if each.get("rel", "alternate") == "alternate":
            return each.get("href", "")
    return ""


def _categories(element: Element) -> tuple[Category, ...]:
    said = (
        (each.get("label") or each.get("term") or "").strip()
        for each in element.findall("atom:category")
    )
    return tuple(Category(name) for name in dict.fromkeys(said) if name)


def _html(element: Element | None) -> str:
    """A text construct as HTML, whichever of its three types it is."""
    if element is None:
        return ""
    sort = element.get("type", "text")
    if sort == "xhtml":
        return "".join(
            tostring(child, encoding="unicode", method="html") for child in element
        )
    text = (element.text or "").strip()
    return text if sort == "html" or not text else as_html(text)
