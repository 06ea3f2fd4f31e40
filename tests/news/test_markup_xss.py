"""What a story's sanitiser refuses: every tag, attribute and scheme but its own."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import markup
from tests.nasty import ADDRESSES, NASTY

# Every element of HTML, of SVG and MathML what browsers give meaning, and old ones.
ELEMENTS = re.findall(
    r"\S+",
    """
    a abbr acronym address animate animatemotion animatetransform annotation-xml
    applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite circle code col
    colgroup content data datalist dd defs del desc details dfn dialog dir div
    dl dt element em embed feblend fieldset figcaption figure filter font footer
    foreignobject form frame frameset g glyph h1 h2 h3 h4 h5 h6 handler head
    header hgroup hr html i iframe image img input ins isindex kbd keygen label
    legend li line linearGradient link listing listener main malignmark map mark
    marker marquee math maction menu menuitem meta meter mglyph mi mn mo mtext
    multicol nav nextid nobr noembed noframes noscript object ol optgroup option
    output p param path picture plaintext portal pre progress q rb rp rt rtc
    ruby s samp script search section select set shadow slot small source spacer
    span strike strong style sub summary sup svg symbol table tbody td template
    text textarea tfoot th thead time title tr track tt u ul use var video wbr
    xml xmp x-own
    """,
)

ATTRIBUTES = re.findall(
    r"\S+",
    """
    accesskey action align alt allow archive autofocus autoplay background
    behavior border class cite code contenteditable data data-behaviour
    data-card data-pull-x dir draggable enterkeyhint datasrc dynsrc for form
    formaction from hidden http-equiv id innerhtml is itemid itemprop lang
    longdesc lowsrc manifest name nonce onafterprint onanimationstart
    onbeforetoggle onblur onclick oncontentvisibilityautostatechange onerror
    onfocus onload onmouseover onpointerdown onresize onscroll ontoggle
    ontransitionend onwheel OnClIcK part ping popover popovertarget poster
    profile rel role slot src srcdoc srcset style tabindex target title to
    translate type usemap values xlink:href xml:base xmlns aria-label
    """,
)

NUMBER = {"data-title", "data-person", "data-picture", "data-trailer"}


class Judge(HTMLParser):
    """Reads a text as a browser would, and notes all that a story may not hold."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in markup.TAGS:
            self.found.append(tag)
        for name, value in attrs:
            allowed = markup.ATTRIBUTES.get(tag, set())
            if name not in allowed or not self.is_fit(name, value):
                self.found.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag

    def is_fit(self, name, value):
        if name == "data-pull":
            return value == ""
        if name in NUMBER:
            return value.isascii() and value.isdigit()
        elsewhere = value.startswith(("https://", "http://", "mailto:"))
        here = value.startswith("/") and value[1:2] not in {"/", "\\"}
        return (elsewhere or here) and not any(ord(letter) <= 32 for letter in value)

    def handle_comment(self, data):
        self.found.append(f"comment {data}")

    def handle_decl(self, decl):
        self.found.append(f"declaration {decl}")

    def unknown_decl(self, data):
        self.found.append(f"declaration {data}")

    def handle_pi(self, data):
        self.found.append(f"instruction {data}")


def found_in(html):
    """All in the cleaned text that may not be there, also once it is linked."""
    cleaned = markup.clean(html)
    assert markup.clean(cleaned) == cleaned
    return Judge(cleaned).found


@pytest.mark.parametrize("tag", sorted(set(ELEMENTS) - markup.TAGS))
def test_tag_is_refused(tag):
    around = f"<p>voor</p><{tag} onclick=alert(1)>woord</{tag}><p>na</p>"

    assert found_in(around) == []
    assert f"<{tag.lower()}" not in markup.clean(around)


@pytest.mark.parametrize("tag", sorted(markup.TAGS))
@pytest.mark.parametrize("name", ATTRIBUTES)
def test_attribute_is_refused(tag, name):
    assert found_in(f'<{tag} {name}="1">woord</{tag}>') == []
    assert f" {name.lower()}=" not in markup.clean(f'<{tag} {name}="1">x</{tag}>')


@pytest.mark.parametrize("tag", sorted(markup.TAGS))
@pytest.mark.parametrize("name", sorted({*NUMBER, "href", "data-pull"}))
def test_attribute_of_another_tag_is_refused(tag, name):
    assert found_in(f'<{tag} {name}="1">woord</{tag}>') == []


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_address_is_refused(address, quote):
    cleaned = markup.clean(f"<p><a href={quote}{address}{quote}>woord</a></p>")

    assert cleaned == "<p>woord</p>"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/pad?a=1#b",
        "http://example.org",
        "mailto:redactie@example.org?subject=Tip",
        "/film/113-spoorloos",
        "/",
        "https://example.org/javascript:alert(1)",
    ],
)
def test_address_is_kept(address):
    html = f'<p><a href="{address}">woord</a></p>'

    assert markup.clean(html) == html


@pytest.mark.parametrize(
    "value", ["0", "-1", "1.5", "1e3", "x", "", " 1", "٣", "9" * 19]
)
def test_number_is_refused(value):
    cleaned = markup.clean(f'<p><a data-title="{value}">woord</a></p>')

    assert cleaned == "<p>woord</p>"


@pytest.mark.parametrize("html", NASTY)
@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<ul><li>{}", "<table>{}"])
def test_known_trick_is_refused(html, around):
    assert found_in(around.format(html)) == []


FRAGMENTS = [
    *("<", ">", "</", "/>", '"', "'", "`", "=", "&", "&lt;", "&#60;", "&quot;", ";"),
    *("<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "<!", "\x00", "\n", "\t", " "),
    *("<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>"),
    *("<mtext>", "<mglyph>", "<foreignObject>", "<template>", "</template>", "<title>"),
    *("<noscript>", "</noscript>", "<textarea>", "</textarea>", "<xmp>", "<table>"),
    *("<tr>", "<td>", "<select>", "<option>", "<form>", "<p>", "</p>", "<li>", "<ul>"),
    *("<a href=", "<a data-title=", "<figure data-picture=", "<blockquote data-pull="),
    *("javascript:", "data:text/html,", "vbscript:", "//", "/\\", "onerror=alert(1)"),
    *("<img src=x ", "<iframe srcdoc=", "style=", "<b ", "<span style=", "7", "woord"),
]
SHREDS = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(NASTY), st.text(max_size=4)),
    max_size=20,
).map("".join)


@given(SHREDS)
def test_nothing_foreign_comes_through(html):
    assert found_in(html) == []


class Hostile:
    """A thing whose address would like to be more."""

    def get_absolute_url(self):
        return '/film/7-"><script>alert(1)</script>'


@given(SHREDS)
def test_linking_adds_nothing_but_links(html):
    things = {7: Hostile()}

    linked = markup.link(markup.clean(html), titles=things, people=things)

    added = {"a class=title-hint", "a class=person-hint", "a href=", "a data-card="}
    assert [
        found for found in Judge(linked).found if not found.startswith(tuple(added))
    ] == []
