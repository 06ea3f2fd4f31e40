"""Fields as plain text: places are those of `markup.plain`."""

from hypothesis import given
from hypothesis import strategies as st

from news import markup
from news.models import Article
from news.proofreading.texts import texts_of

WORD = st.text("abé &<’\u00a0\n", min_size=1, max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
INLINE = st.one_of(
    WORD,
    WORD.map(lambda text: f"<em>{text}</em>"),
    WORD.map(lambda text: f'<a data-title="7">{text}</a>'),
    WORD.map(lambda text: f'<a data-person="8">{text}</a>'),
    WORD.map(lambda text: f'<a href="/x">{text}</a>'),
    st.just("<br>"),
)
LINE = st.lists(INLINE, max_size=4).map("".join)
BLOCK = st.one_of(
    LINE.map(lambda text: f"<p>{text}</p>"),
    LINE.map(lambda text: f"<h2>{text}</h2>\n"),
    LINE.map(lambda text: f"<ul><li>{text}</li><li>x</li></ul>"),
    LINE.map(lambda text: f"<blockquote data-pull><p>{text}</p></blockquote>"),
    st.just('<figure data-picture="3"></figure>'),
)


@given(st.lists(BLOCK, max_size=5).map("".join))
def test_body_is_the_plain_text_of_the_markup_with_its_blocks_parted(html):
    body = texts_of(Article(body=html))[2]

    assert body.plain.replace("\n", " ") == markup.plain(markup.clean(html))
    assert all(
        not body.plain[link.start].isspace() and link.start < link.end
        for link in body.links
    )


def test_link_has_the_place_of_its_words():
    body = texts_of(
        Article(body='<p>Zie <a data-title="7"> De <em>aanslag</em></a>, en.</p>')
    )[2]

    (link,) = body.links
    assert (link.sort, link.key) == ("title", 7)
    assert body.plain[link.start : link.end] == "De aanslag"


def test_words_are_folded_and_keep_their_places():
    text = texts_of(Article(headline="Cherchez l’été, Penélope! _ Ji-hu"))[0]

    words = text.words()

    assert words.folded == "cherchez lete penelope ji hu"
    assert [text.plain[start:end] for start, end in words.spans][1:3] == [
        "l’été",
        "Penélope",
    ]
