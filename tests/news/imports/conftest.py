"""Files of old sites, of our own making."""

from xml.sax.saxutils import escape

import pytest

from news.imports.importing import import_articles
from news.imports.opening import open_file
from news.imports.storing import Choices
from news.models import Rubric

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom"'
)
HOME = "https://www.oudesite.example"
BODY = "<p>Eerst dit.</p><p>Dan dat, in <b>twee</b> zinnen.</p>"


def tags(**said):
    """`dc__creator="Jan"` as an element; a text that begins with «<» stays markup."""
    return "".join(
        f"<{name.replace('__', ':')}>{text if is_markup else escape(text)}"
        f"</{name.replace('__', ':')}>"
        for name, text in said.items()
        for is_markup in [text.startswith("<![CDATA[")]
    )


def rss(*items, head=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {SPACES}><channel>'
        f"<title>De oude site</title><link>{HOME}</link>{head}\n"
        + "\n".join(items)
        + "\n</channel></rss>"
    )


def item(number=1, *, more="", **said):
    told = {
        "title": f"Oud bericht {number}",
        "link": f"{HOME}/2019/03/oud-bericht-{number}/",
        "guid": f"{HOME}/?p={number}",
        "pubDate": "Thu, 07 Mar 2019 09:15:00 +0100",
        "dc__creator": "Jan Jansen",
        "category": "Nieuws",
        "description": BODY,
        **said,
    }
    present = {name: text for name, text in told.items() if text is not None}
    return f"<item>{tags(**present)}{more}</item>"


def wxr(*items, head=""):
    return rss(*items, head=f"<wp:wxr_version>1.2</wp:wxr_version>{head}")


def post(number=1, *, more="", categories=(), meta=(), **said):
    """A post of WordPress; `categories` are (domain, nicename, name)."""
    told = {
        "title": f"Oud bericht {number}",
        "link": f"{HOME}/2019/03/oud-bericht-{number}/",
        "guid": f"{HOME}/?p={number}",
        "dc__creator": "jan",
        "content__encoded": "Eerst dit.\n\nDan dat,\nin <b>twee</b> zinnen.",
        "excerpt__encoded": "",
        "wp__post_id": str(number),
        "wp__post_date": "2019-03-07 09:15:00",
        "wp__post_date_gmt": "2019-03-07 08:15:00",
        "wp__status": "publish",
        "wp__post_type": "post",
        **said,
    }
    named = "".join(
        f'<category domain="{domain}" nicename="{nice}">{escape(name)}</category>'
        for domain, nice, name in categories
    )
    kept = "".join(
        f"<wp:postmeta>{tags(wp__meta_key=key, wp__meta_value=value)}</wp:postmeta>"
        for key, value in meta
    )
    return f"<item>{tags(**told)}{named}{kept}{more}</item>"


def upload(number, name, *, meta=(), caption=""):
    return post(
        number,
        meta=meta,
        excerpt__encoded=caption,
        wp__status="inherit",
        wp__post_type="attachment",
        more=tags(wp__attachment_url=f"{HOME}/wp-content/uploads/2019/03/{name}"),
    )


class OldSite:
    """A file, and what becomes of it."""

    def __init__(self, folder):
        self.path = folder / "export.xml"
        self.report = folder / "report" / "articles.tsv"

    def write(self, text, encoding="utf-8"):
        self.path.write_bytes(text.encode(encoding))
        return self

    def load(self, text=None, **choices):
        if text is not None:
            self.write(text)
        opened = open_file(self.path)
        choices = {
            "source": opened.host,
            "author": "Redactie",
            "rubric": Rubric.objects.get(slug="nieuws"),
            **choices,
        }
        return import_articles(opened, choices=Choices(**choices), report=self.report)

    @property
    def told(self):
        """What the report says: of what, on which line, and why."""
        lines = self.report.read_text("utf-8").splitlines()[1:]
        rows = [line.split("\t") for line in lines]
        return [(what, int(line), reason) for what, file, line, reason in rows]


@pytest.fixture
def site(tmp_path):
    return OldSite(tmp_path)
