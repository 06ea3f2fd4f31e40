"""A story's Markdown: titles, people and pictures by number, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import markup
from news.demonstration.markdown import TextRefused, html_of


class Shelf:
    """Two titles and one person."""

    TITLES = {"films/playtime-1967": 7, "series/dark-2017": 8}

    def title(self, file):
        if file not in self.TITLES:
            raise TextRefused(f"no title {file}")
        return self.TITLES[file]

    def person(self, name):
        if name != "Tim Krabbé":
            raise TextRefused(f"nobody is named {name!r}")
        return 5

    def still(self, file):
        return self.title(file) * 100


def html(text):
    return " ".join(html_of(text, Shelf()).split())


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (
            "Zie [Playtime](films/playtime-1967).",
            '<p>Zie <a data-title="7">Playtime</a>.</p>',
        ),
        ("[Dark](series/dark-2017)", '<p><a data-title="8">Dark</a></p>'),
        ("[Tim Krabbé](person)", '<p><a data-person="5">Tim Krabbé</a></p>'),
        ("[daar](https://a.nl/)", '<p><a href="https://a.nl/">daar</a></p>'),
        ("[hier](/film/1)", '<p><a href="/film/1">hier</a></p>'),
        ("![](films/playtime-1967)", '<figure data-picture="700"></figure>'),
        (
            "Een\n\n![](films/playtime-1967)\n\nTwee",
            '<p>Een</p> <figure data-picture="700"></figure> <p>Twee</p>',
        ),
        (
            "> Zo is het.",
            '<blockquote data-pull=""> <p>Zo is het.</p> </blockquote>',
        ),
        ("## Kop\n\n*mooi* **heel**", None),
        ("- een\n- twee", "<ul> <li>een</li> <li>twee</li> </ul>"),
        ("1. een\n2. twee", "<ol> <li>een</li> <li>twee</li> </ol>"),
        ("A < B & <b>C</b>", "<p>A &lt; B &amp; &lt;b&gt;C&lt;/b&gt;</p>"),
    ],
)
def test_markdown_becomes_what_is_stored(text, stored):
    stored = stored or "<h2>Kop</h2> <p><em>mooi</em> <strong>heel</strong></p>"

    assert html(text) == stored


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[Weg](films/weg-1900)", "no title films/weg-1900"),
        ("[Jan](person)", "nobody is named 'Jan'"),
        ("![](films/weg-1900)", "no title films/weg-1900"),
        ("Kijk ![](films/playtime-1967) eens", "films/playtime-1967 stands amid words"),
        ("[x](javascript:alert)", None),
        ("[x](ergens)", r"\[x\]\(ergens\) leads nowhere"),
        ("# Kop", "<h1> is nothing that a story holds"),
        ("---", "<hr> is nothing"),
        ("`x`", "<code> is nothing"),
        ("```\nx\n```", "<code> is nothing"),
        ("3. drie", "a list begins with 1"),
    ],
)
def test_what_a_story_may_not_hold_is_refused(text, fault):
    if fault is None:  # Markdown itself takes this for words.
        assert html(text) == "<p>[x](javascript:alert)</p>"
        return

    with pytest.raises(TextRefused, match=fault):
        html(text)


@given(st.text(alphabet="ab *_>#-[]()!`<&\n1.", max_size=80))
def test_any_text_is_refused_or_needs_no_more_cleaning(text):
    try:
        stored = html_of(text, Shelf())
    except TextRefused:
        return

    assert markup.clean(stored) == stored
