"""What becomes of a text that was pasted, written by hand or stored already."""

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import markup

STORY = """<p>Een <strong>vet</strong> en <em>schuin</em> woord.</p>
<h2>Een kop</h2>
<ul>
<li>een</li>
<li>twee
<ol>
<li>binnenin</li>
</ol></li>
</ul>
<blockquote data-pull="">
<p>Uitgelicht.</p>
</blockquote>
<figure data-picture="7"></figure>
<p><a data-title="113">Spoorloos</a> en <a href="https://example.org/?a=1&amp;b=2">elders</a>
<br>daaronder</p>
<figure data-trailer="3"></figure>"""

# From each of these hypothesis builds texts such as people paste.
TAGS = (
    *("p", "div", "span", "b", "strong", "i", "em", "h1", "h2", "h4", "ul", "ol"),
    *("li", "blockquote", "table", "tr", "td", "section", "font", "center", "pre"),
    *('a href="https://example.org/"', 'a data-title="3"', 'a data-person="9"'),
    *('blockquote data-pull=""', 'figure data-picture="7"', 'a href="/film/3-x"'),
    *('span style="font-weight:700"', 'b style="font-weight:normal"'),
)
WORDS = st.lists(
    st.sampled_from(["a", "é", " ", "\u00a0", "\n", "&amp;", "&lt;", "<br>", "\u200b"])
).map("".join)


def element(inside):
    return st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(TAGS),
        st.lists(inside, max_size=4),
    )


PASTED = st.lists(st.recursive(WORDS, element, max_leaves=20), max_size=4).map("".join)


class Words(HTMLParser):
    """The words of a text, whatever stands around them."""

    def __init__(self, html):
        super().__init__()
        self.said = []
        self.feed(html)
        self.close()

    def handle_data(self, data):
        self.said.append(data)

    @property
    def letters(self):
        blank = str.maketrans("", "", " \u00a0\n\u200b")
        return "".join(self.said).translate(blank)


class Nesting(HTMLParser):
    """Where elements stand: pairs of what is outside and what is inside."""

    BLOCKS = frozenset(("p", "h2", "h3", "ul", "ol", "blockquote", "figure"))
    MAY_HOLD = {
        "story": BLOCKS,
        "p": {"strong", "em", "a", "br"},
        "h2": {"strong", "em", "a", "br"},
        "h3": {"strong", "em", "a", "br"},
        "ul": {"li"},
        "ol": {"li"},
        "li": {"strong", "em", "a", "br", "p", "ul", "ol"},
        "blockquote": {"p", "ul", "ol"},
        "figure": set(),
        "a": {"strong", "em", "br"},
        "strong": {"em", "br"},
        "em": {"br"},
    }

    def __init__(self, html):
        super().__init__()
        self.open = ["story"]
        self.wrong = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in self.MAY_HOLD[self.open[-1]]:
            self.wrong.append((self.open[-1], tag))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.wrong.append(tag)


def test_clean_leaves_a_clean_story_as_it_is():
    once = markup.clean(STORY)

    assert once == STORY.replace("</a>\n<br>", "</a><br>")
    assert markup.clean(once) == once


@pytest.mark.parametrize(
    ("arrived", "stored"),
    [
        ("", ""),
        ("<p></p><p>\u00a0</p><h2> <br></h2>", ""),
        ("los", "<p>los</p>"),
        ("<b>vet</b> <i>schuin</i>", "<p><strong>vet</strong> <em>schuin</em></p>"),
        (
            "<h1>Kop</h1><h4>Kop</h4><h6>Kop</h6>",
            "<h2>Kop</h2>\n<h3>Kop</h3>\n<h3>Kop</h3>",
        ),
        ("<div>een<div>twee</div>drie</div>", "<p>een</p>\n<p>twee</p>\n<p>drie</p>"),
        ("<p>een<br><br>twee<br></p>", "<p>een</p>\n<p>twee</p>"),
        ("<p>een<br>twee</p>", "<p>een<br>twee</p>"),
        ("<p>tien\u00a0km</p>", "<p>tien&nbsp;km</p>"),
        ("<p>a\u00a0 \u00a0b</p>", "<p>a b</p>"),
        ("<p>a <b> b </b> c</p>", "<p>a <strong>b </strong>c</p>"),
        (
            "<strong><p>een</p><p>twee</p></strong>",
            "<p><strong>een</strong></p>\n<p><strong>twee</strong></p>",
        ),
        (
            '<p><a data-title="3" href="/x">Spoorloos</a></p>',
            '<p><a data-title="3">Spoorloos</a></p>',
        ),
        ('<p><a name="anker">woord</a></p>', "<p>woord</p>"),
        (
            "<ul><li>een</li><ul><li>onder</li></ul><li>twee</li></ul>",
            "<ul>\n<li>een\n<ul>\n<li>onder</li>\n</ul></li>\n<li>twee</li>\n</ul>",
        ),
        ("<ul>los<li></li></ul>", "<ul>\n<li>los</li>\n</ul>"),
        ("<li>los</li>", "<p>los</p>"),
        (
            "<table><tr><th>Film</th><td>Jaar</td></tr></table>",
            "<p>Film</p>\n<p>Jaar</p>",
        ),
        (
            '<ul><li>een<figure data-picture="7"></figure></li></ul>na',
            '<ul>\n<li>een</li>\n</ul>\n<figure data-picture="7"></figure>\n<p>na</p>',
        ),
        (
            '<figure><img src="x"><figcaption>Rex en Saskia</figcaption></figure>',
            "<p>Rex en Saskia</p>",
        ),
        (
            "<blockquote><h2>een</h2><blockquote>twee</blockquote></blockquote>",
            "<blockquote>\n<p>een</p>\n<p>twee</p>\n</blockquote>",
        ),
    ],
)
def test_clean_gives_what_arrives_its_one_form(arrived, stored):
    assert markup.clean(arrived) == stored


def test_clean_takes_a_page_of_googles_documents():
    arrived = (
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1">'
        '<h1 dir="ltr"><span style="font-size:20pt;font-weight:400">Kop</span></h1>'
        '<p dir="ltr"><span style="font-weight:400">Gewoon, </span>'
        '<span style="font-weight:700">vet</span>'
        '<span style="font-style:italic"> en schuin</span></p><br></b>'
    )

    assert markup.clean(arrived) == (
        "<h2>Kop</h2>\n<p>Gewoon, <strong>vet</strong><em> en schuin</em></p>"
    )


def test_clean_takes_a_page_of_word():
    arrived = (
        "<html><head><style>p.MsoNormal{margin:0cm}</style></head><body>"
        "<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]-->"
        '<p class=MsoNormal style="mso-fareast-language:NL"><b>Vet</b><o:p></o:p></p>'
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        '<p class=MsoNormal><span style="color:red">Rood</span></p></body></html>'
    )

    assert markup.clean(arrived) == "<p><strong>Vet</strong></p>\n<p>Rood</p>"


@given(PASTED)
def test_cleaning_again_changes_nothing(arrived):
    once = markup.clean(arrived)

    assert markup.clean(once) == once


@given(PASTED)
def test_cleaning_loses_no_letter(arrived):
    assert Words(markup.clean(arrived)).letters == Words(arrived).letters


@given(PASTED)
def test_cleaned_text_nests_as_a_story_does(arrived):
    assert Nesting(markup.clean(arrived)).wrong == []


@given(PASTED)
def test_story_can_be_cut_at_its_figures(arrived):
    html = markup.clean(arrived)

    cut = markup.parts(html)

    assert [Nesting(part.html).wrong for part in cut] == [[]] * len(cut)
    assert html.count("<figure") == len([p for p in cut if p.sort != "text"])


@pytest.mark.parametrize("tag", ["div", "ul", "blockquote", "b", "figure", "span", "p"])
def test_cleaning_a_very_deep_nest_ends_soon(tag):
    began = time.monotonic()

    cleaned = markup.clean(f"<{tag}>" * 5_000 + "woord")

    assert markup.plain(cleaned) == "woord"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "piece",
    ["<div>woord ", "<ul><li>woord ", "<ol><li><p>woord ", "<b>woord ", "<b><p>woord "],
)
def test_text_nested_beyond_any_writing_keeps_its_words_and_costs_little(piece):
    begun = time.process_time()

    cleaned = markup.clean(piece * (200_000 // len(piece)))

    assert markup.plain(cleaned).split() == ["woord"] * (200_000 // len(piece))
    assert time.process_time() - begun < 5


def test_text_of_an_old_page_that_closes_nothing_keeps_its_paragraphs():
    cleaned = markup.clean("<p>Een zin." * 500 + "<ul>" + "<li>Een punt" * 500)

    assert cleaned.count("<p>") == 500
    assert cleaned.count("<li>") == 500
