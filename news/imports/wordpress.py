"""The export of WordPress (WXR): RSS with every post, page and upload of a site."""

import re
from datetime import datetime
from xml.etree.ElementTree import Element

from news import markup
from news.imports import dates
from news.imports.addresses import plain_address
from news.imports.rss import Rss, guid, summary_words, text_of
from news.imports.source import Category, Item, Shown
from news.models import Stage

# What readers of the old site saw is seen here; all else waits for an editor.
STAGES = {
    "publish": Stage.READY,
    "future": Stage.READY,
    "pending": Stage.REVIEW,
    "draft": Stage.DRAFT,
    "private": Stage.DRAFT,
}
# Where plugins keep whose picture it is.
CREDIT_KEYS = frozenset((
    "credit", "_credit", "photo_credit", "_photo_credit", "media_credit",
    "_media_credit", "image_credit", "_image_credit", "copyright", "_copyright",
    "source_credit", "_source_credit", "_wp_attachment_source_name",
))  # fmt: skip
_ALT = "_wp_attachment_image_alt"
_MEASURES = "_wp_attachment_metadata"
# PHP's own notation: what the camera's file told of its maker.
_IN_FILE = re.compile(r's:\d+:"(credit|copyright)";s:\d+:"([^"]+)"')
# A caption that says whose picture it is: «Foto: © ANP», «Beeld: Anna de Vries».
_IN_CAPTION = re.compile(
    r"(?:\b(?:foto|beeld|bron|fotografie|credits?|photo)\b\s?:\s*|(?=©|\(c\)))(.+)$",
    re.IGNORECASE,
)


class WordPress(Rss):
    """Posts; pages and whatever plugins made are none of the magazine."""

    def __init__(self, home: str = "") -> None:
        super().__init__(home)
        self._authors: dict[str, str] = {}
        self._uploads: dict[str, Shown] = {}
        self._shown: dict[str, Shown] = {}

    def learn(self, element: Element) -> None:
        super().learn(element)
        if element.tag == "wp:author":
            login = text_of(element, "wp:author_login")
            name = text_of(element, "wp:author_display_name") or login
            self._authors[login] = "" if "@" in name else name
        elif _sort(element) == "attachment":
            upload = _upload(element)
            if upload.address:
                self._uploads[text_of(element, "wp:post_id")] = upload
                self._shown[plain_address(upload.address)] = upload

    def item(self, line: int, element: Element) -> Item | None:
        status = text_of(element, "wp:status")
        if element.tag != "item" or _sort(element) != "post" or status not in STAGES:
            return None
        moment = _moment(element)
        stage = STAGES[status]
        login = text_of(element, "dc:creator")
        link = text_of(element, "link")
        return Item(
            line=line,
            guid=guid(text_of(element, "guid") or link),
            link=link,
            headline=markup.plain(text_of(element, "title")),
            intro=summary_words(text_of(element, "excerpt:encoded")),
            body=element.findtext("content:encoded") or "",
            stage=Stage.DRAFT if stage == Stage.READY and not moment else stage,
            published_at=moment,
            author=self._authors.get(login, "" if "@" in login else login),
            categories=_of_domain(element, "category"),
            tags=tuple(tag.name for tag in _of_domain(element, "post_tag")),
            was_public=stage == Stage.READY,
            has_breaks=True,
            lead=self._uploads.get(_meta(element).get("_thumbnail_id", "")),
            shown=self._shown,
        )


def _sort(element: Element) -> str:
    return text_of(element, "wp:post_type")


def _moment(element: Element) -> datetime | None:
    """A draft has none; of a very old post there is the local time only."""
    return dates.of_wordpress(
        text_of(element, "wp:post_date_gmt")
    ) or dates.of_wordpress(text_of(element, "wp:post_date"), is_local=True)


def _of_domain(element: Element, domain: str) -> tuple[Category, ...]:
    said = (
        Category(
            markup.plain(each.text or "") or each.get("nicename", ""),
            each.get("nicename", ""),
        )
        for each in element.findall("category")
        if each.get("domain") == domain
    )
    return tuple(each for each in dict.fromkeys(said) if each.name)


def _meta(element: Element) -> dict[str, str]:
    return {
        text_of(each, "wp:meta_key"): text_of(each, "wp:meta_value")
        for each in element.findall("wp:postmeta")
    }


def _upload(element: Element) -> Shown:
    meta = _meta(element)
    caption = markup.plain(text_of(element, "excerpt:encoded"))
    credit = next((meta[key] for key in meta if key in CREDIT_KEYS and meta[key]), "")
    told = dict(_IN_FILE.findall(meta.get(_MEASURES, "")))
    return Shown(
        text_of(element, "wp:attachment_url"),
        credit=markup.plain(credit)
        or told.get("credit")
        or told.get("copyright")
        or credit_in(caption),
        alt=markup.plain(meta.get(_ALT, "")),
        caption=caption,
    )


def credit_in(caption: str) -> str:
    """Whose picture it is, where its caption says so, or empty."""
    found = _IN_CAPTION.search(caption)
    return found[1].strip(" .)") if found else ""
