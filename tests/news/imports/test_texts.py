"""Old texts as ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news import markup
from news.imports.intros import with_intro
from news.imports.texts import story_html
from news.markup import clean
from news.shortening import beginning

TUBE = "https://www.youtube.com/watch?v=a1B2_c3-D4e"
TUBE_LINK = f'<p><a href="{TUBE}">Video op YouTube</a></p>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p><b>A</b> en <i>b</i></p>", "<p><strong>A</strong> en <em>b</em></p>"),
        ("<h1>A</h1><h5>b</h5>", "<h2>A</h2><h3>b</h3>"),
        ("<div><div>A</div>b</div>", "<p>A</p><p>b</p>"),
        ("los <a href='/x'>hier</a>", '<p>los <a href="/x">hier</a></p>'),
        ("<span style='x'>A</span>", "<p>A</p>"),
        ("<blockquote>A</blockquote>", "<blockquote><p>A</p></blockquote>"),
        ("<ul><li><p>A</p></li><li>b</ul>", "<ul><li> A</li><li>b</li></ul>"),
        ("<ol>los</ol>", "<ol><li>los</li></ol>"),
        ("<table><tr><td>A</td><td>b</td></tr></table>", "<p>A</p><p>b</p>"),
        ("<p>A<br><br></p><p>&nbsp;</p>", "<p>A</p>"),
        ("<p>A<hr>b", "<p>A</p><p>b</p>"),
        ("<p><b><i></i></b><a href='/x'><img src='/y.jpg'></a>A</p>", "<p>A</p>"),
        ("1 < 2 &amp; 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_text_gets_our_marks(old, new):
    assert story_html(old) == clean(new)


@pytest.mark.parametrize(
    "old",
    [
        "<script>alert(1)</script>",
        "<svg><script>alert(1)</script></svg>",
        "<style>p{}</style><!-- wp:paragraph -->",
        "<iframe src='https://kwaad.example/embed/x'></iframe>",
        "<object data='x'>x</object>",
        "<p></p>",
    ],
)
def test_what_a_story_may_not_hold_is_gone_with_its_words(old):
    assert story_html(f"<p>A</p>{old}") == "<p>A</p>"


@pytest.mark.parametrize(
    "old",
    [
        "<a href='javascript:alert(1)'>A</a>",
        "<a href='//kwaad.example'>A</a>",
        "<a href='data:text/html,x' onclick='x'>A</a>",
        "<a data-title='7'>A</a>",
        "<p data-pull onclick='x'>A</p>",
        "<figure data-picture='7'></figure><p>A</p>",
    ],
)
def test_address_of_another_kind_and_numbers_of_ours_are_dropped(old):
    text = story_html(old)

    assert markup.plain(text) == "A"
    assert "data-" not in text
    assert "href" not in text
    assert "onclick" not in text


@pytest.mark.parametrize(
    "old",
    [
        "<iframe src='https://www.youtube.com/embed/a1B2_c3-D4e?rel=0'></iframe>",
        "<iframe src='//www.youtube-nocookie.com/embed/a1B2_c3-D4e'></iframe>",
        "<p>https://youtu.be/a1B2_c3-D4e</p>",
        f"<p><a href='{TUBE}&amp;t=3'>{TUBE}&amp;t=3</a></p>",
        "<figure><div>https://www.youtube.com/watch?v=a1B2_c3-D4e</div></figure>",
    ],
)
def test_film_of_youtube_becomes_a_link(old):
    assert story_html(old) == TUBE_LINK


def test_film_of_vimeo_becomes_a_link():
    assert story_html("<iframe src='https://player.vimeo.com/video/123?x'>") == (
        '<p><a href="https://vimeo.com/123">Video op Vimeo</a></p>'
    )


# WordPress


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A\n\nb\nc", "<p>A</p><p>b<br>c</p>"),
        ("A\r\n\r\n<h2>b</h2>\r\n\r\nc", "<p>A</p><h2>b</h2><p>c</p>"),
        ("[embed]https://youtu.be/a1B2_c3-D4e[/embed]", TUBE_LINK),
        ("[gallery ids=\"1,2\"]A[more]", "<p>A</p>"),
        ("[su_box title='x'][b]A[/b][/su_box]", "<p>A</p>"),
        ("A […] [sic] [...] b", "<p>A […] [sic] [...] b</p>"),
        (
            "<!-- wp:paragraph -->\n<p>A</p>\n<!-- /wp:paragraph -->\n\n"
            "<!-- wp:more -->\n<p>b</p>",
            "<p>A</p><p>b</p>",
        ),
        ('[caption id="1"]<img src="/x.jpg" /> Foto: © ANP[/caption]A', "<p>A</p>"),
    ],
)  # fmt: skip
def test_text_of_wordpress_gets_paragraphs_and_loses_its_marks(old, new):
    text = story_html(old, has_breaks=True)

    assert "".join(text.split("\n")) == new


# Pictures


def pictured(html, **options):
    seen = []

    def picture(address, alt, caption):
        seen.append((address, alt, caption))
        return len(seen)

    return story_html(html, picture=picture, **options), seen


def test_picture_stands_between_paragraphs():
    text, seen = pictured("<p>A <img src='/a.jpg' alt='Een man'> b</p>")

    assert text == clean('<p>A</p><figure data-picture="1"></figure><p>b</p>')
    assert seen == [("/a.jpg", "Een man", "")]


def test_figure_gives_its_caption():
    text, seen = pictured(
        "<figure><a href='/a'><img src='/a.jpg'></a>"
        "<figcaption>Rex.  <b>Foto</b>: ©</figcaption></figure>"
    )

    assert text == '<figure data-picture="1"></figure>'
    assert seen == [("/a.jpg", "", "Rex. Foto: ©")]


def test_caption_of_wordpress_gives_its_words():
    text, seen = pictured(
        '[caption id="x" width="300"]<a href="/a"><img src="/a.jpg"/></a> © ANP'
        "[/caption]\n\nA",
        has_breaks=True,
    )

    assert seen == [("/a.jpg", "", "© ANP")]
    assert text == clean('<figure data-picture="1"></figure><p>A</p>')


def test_picture_of_a_list_stands_behind_it():
    text, _ = pictured("<ul><li>A <img src='/a.jpg'></li><li>b</li></ul><p>c</p>")

    assert text == clean(
        '<ul><li>A</li><li>b</li></ul><figure data-picture="1"></figure><p>c</p>'
    )


TAG = st.sampled_from(
    (
        *("p", "div", "h1", "h4", "b", "i", "a", "ul", "ol", "li", "blockquote"),
        *("table", "tr", "td", "figure", "figcaption", "br", "hr", "span", "img"),
        *("script", "iframe"),
    )
)
PIECE = st.one_of(
    TAG.map(lambda tag: f'<{tag} src="/a.jpg" href="/x" data-title="3">'),
    TAG.map(lambda tag: f"</{tag}>"),
    st.text("ab <&\n[]", max_size=6),
)


@given(st.lists(PIECE, max_size=30).map("".join), st.booleans())
def test_any_text_becomes_one_that_a_story_may_hold(html, has_breaks):
    text = story_html(html, has_breaks=has_breaks, picture=lambda *told: 7)

    assert markup.clean(text) == text
    parts = markup.parts(text)
    assert all(
        part.html.count(f"<{tag}>") == part.html.count(f"</{tag}>")
        for part in parts
        for tag in ("p", "ul", "ol", "li", "blockquote", "h2", "h3", "strong", "em")
    )
    assert "data-title" not in text


@given(st.text("ab<>&;\"'= \n", max_size=60))
def test_any_letters_do_no_harm(html):
    assert "<script" not in story_html(html, has_breaks=True)


def test_nesting_without_end_is_borne():
    assert markup.plain(story_html("<div><b>" * 3000 + "A")) == "A"


# Intros


def test_intro_is_the_first_paragraph_which_leaves_the_text():
    assert with_intro("", "<p>Eén.</p><p>Twee.</p>") == ("Eén.", "<p>Twee.</p>")


@pytest.mark.parametrize(
    "body", ["<p>Eén.</p>", "<h2>Eén.</h2>", '<p>Eén.<a href="/x">x</a></p><p>b</p>']
)
def test_intro_is_a_copy_where_the_text_would_lose(body):
    intro, kept = with_intro("", body)

    assert intro.startswith("Eén.")
    assert kept == body


def test_intro_of_the_source_stays_beside_the_text():
    assert with_intro("Zo.", "<p>Eén.</p><p>b</p>") == ("Zo.", "<p>Eén.</p><p>b</p>")


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Een. Twee. Drie.", 11, "Een. Twee."),
        ("Een. Twee. Drie.", 10, "Een. Twee."),
        ("Een. Twee. Drie.", 9, "Een."),
        ("Een twee drie", 10, "Een twee…"),
        ("Eentweedrie", 5, "Eent…"),
        ("Een.", 4, "Een."),
    ],
)
def test_beginning_ends_with_a_sentence_or_a_word(text, most, short):
    assert beginning(text, most=most) == short


@given(st.text("ab. ", max_size=80), st.integers(min_value=2, max_value=40))
def test_beginning_is_never_longer(text, most):
    assert len(beginning(text, most=most)) <= max(most, 0)
