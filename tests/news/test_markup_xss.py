"""What a story's sanitiser refuses: every tag, attribute and scheme but its own."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import markup

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

# What is written, and stays nowhere as an address.
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java&#x0A;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript:/*--></title></style>*/alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "livescript:alert(1)",
    "mocha:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "jar:https://example.org/x!/y",
    "blob:https://example.org/1",
    "filesystem:https://example.org/1",
    "file:///etc/passwd",
    "ftp://example.org/",
    "tel:112",
    "sms:112",
    "intent://example.org",
    "ws://example.org",
    "about:blank",
    "//example.org/",
    "/\\example.org/",
    "/\t/example.org/",
    "/\n/example.org/",
    "\\\\example.org",
    "https:\\\\example.org",
    "https:example.org",
    "http:/example.org",
    "https://exam\nple.org/",
    "mailto:a@example.org\njavascript:alert(1)",
    "example.org",
    "film/3-spoorloos",
    "?q=1",
    "#anker",
    "",
]

# Texts that have made other sanitisers' output into something else when it was parsed.
NASTY = [
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<math></br><style><!--</style><img title='--&gt;&lt;img src=1"
    " onerror=alert(1)&gt;'>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1'
    ' onerror=alert(1)&gt;">',
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style>"
    "<img onerror=alert(1) src>'>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    '<svg><a xlink:href="javascript:alert(1)"><text y=20>x</text></a>',
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'>",
    "<template><script>alert(1)</script></template>",
    "<template><p><template></p><img src=x onerror=alert(1)>",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<?xml version='1.0'?><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<plaintext><script>alert(1)</script>",
    "<xmp><img src='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<title><img src='</title><img src=x onerror=alert(1)>'></title>",
    "<textarea><img src='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<noembed><img src='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<select><style></select><img src=x onerror=alert(1)></style>",
    '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
    '<a href="https://example.org/&quot; onclick=alert(1) x=&quot;">x</a>',
    "<a href='https://example.org/'onclick='alert(1)'>x</a>",
    "<a href=`https://example.org/` onclick=alert(1)>x</a>",
    '<a data-title="1&quot; onclick=alert(1)">x</a>',
    '<a data-title="1" data-title="2" onclick=alert(1)>x</a>',
    '<a data-person="9 onmouseover=alert(1)">x</a>',
    '<figure data-picture="7&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></figure>',
    '<figure data-picture="7" data-trailer="3" onclick="alert(1)"></figure>',
    '<blockquote data-pull="&quot;onclick=alert(1)">x</blockquote>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<p style="position:fixed;inset:0;font-size:99em">x</p>',
    '<span style="font-weight:700;behavior:url(x);-moz-binding:url(x)">x</span>',
    "<b style='font-weight:bold\"><script>alert(1)</script>'>x</b>",
    "<style>@import 'https://example.org/x.css';body{display:none}</style>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='https://example.org/'>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://example.org/pixel.gif'>",
    "<video><source onerror=alert(1)></video>",
    "<details open ontoggle=alert(1)>x</details>",
    "<input autofocus onfocus=alert(1)>",
    "<form action='javascript:alert(1)'><button>x</button></form>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>script>alert(1)<</script>/script>",
    "<script\x00>alert(1)</script\x00>",
    "<\x00script>alert(1)</script>",
    "<img\x0bsrc=x\x0conerror=alert(1)>",
    "<p/onclick=alert(1)>x",
    "<p \nonclick\n=\nalert(1)\n>x",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "<ul><li><p><svg><style><li></style><img src=x onerror=alert(1)>",
    "<table><tr><td><a href='javascript:alert(1)'><p>x</p></a>",
    "</p></blockquote></div></article></main><script>alert(1)</script>",
]

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
