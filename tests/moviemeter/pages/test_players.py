"""Players of trailers: who is let in where, and what the page asks for by itself."""

import pytest

from catalog.models.trailer import TrailerSite
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TrailerFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db

YOUTUBE, VIMEO = "https://www.youtube-nocookie.com", "https://player.vimeo.com"


def let_in(answer):
    """Whom the page's policy lets in as a frame."""
    parts = answer["Content-Security-Policy"].split(";")
    (found,) = [part.split()[1:] for part in parts if "frame-src" in part] or [None]
    return found


@pytest.mark.parametrize("factory", [FilmFactory, SeriesFactory, SeasonFactory])
def test_title_with_a_trailer_lets_its_player_in(client, factory):
    title = factory()
    TrailerFactory(title=title)

    assert let_in(client.get(title.get_absolute_url())) == [YOUTUBE]


def test_story_lets_in_the_players_of_its_trailers(client):
    own = TrailerFactory()
    other = TrailerFactory(site=TrailerSite.VIMEO, key="123")
    plain = ArticleFactory()
    in_text = ArticleFactory(body=f'<figure data-trailer="{other.pk}"></figure>')
    both = ArticleFactory(
        trailer=own, body=f'<figure data-trailer="{other.pk}"></figure>'
    )

    found = [
        let_in(client.get(story.get_absolute_url())) for story in (plain, in_text, both)
    ]

    assert found == [None, [VIMEO], [VIMEO, YOUTUBE]]


def test_pages_without_a_trailer_let_nobody_in(client):
    trailer = TrailerFactory()
    ArticleFactory(trailer=trailer)

    for address in ("/", "/nieuws/", "/film/", f"/film/{FilmFactory().pk}"):
        answer = client.get(address, follow=True)
        assert let_in(answer) is None, address
        assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("site", "player"),
    [
        (TrailerSite.YOUTUBE, f"{YOUTUBE}/embed/a1-B_2?autoplay=1"),
        (TrailerSite.VIMEO, f"{VIMEO}/video/a1-B_2?autoplay=1&dnt=1"),
    ],
)
def test_trailer_is_a_link_that_knows_its_player(client, site, player):
    trailer = TrailerFactory(title__name="Playtime", site=site, key="a1-B_2")
    StillFactory(title=trailer.title, picture__credit="© ANP")

    page = Page(client.get(trailer.title.get_absolute_url()))

    (link,) = page.attributes("a", **{"data-behaviour": "trailer"})
    assert (link["href"], link["data-player"]) == (trailer.address, player)
    assert link["data-title"] == "Trailer van Playtime"
    assert "Speel de trailer af van Playtime" in page.text
    assert "Beeld: © ANP" in page.text
    assert page.attributes("iframe") == []


def test_trailer_amid_a_text_has_its_titles_picture_too(client):
    trailer = TrailerFactory()
    StillFactory(title=trailer.title, picture__credit="Tweede", position=1)
    StillFactory(title=trailer.title, picture__credit="Eerste", position=0)
    ended = TrailerFactory()
    picture = PictureFactory(credit="Weg", ends_on="2020-01-01")
    StillFactory(title=ended.title, picture=picture)
    article = ArticleFactory(
        body="".join(
            f'<figure data-trailer="{each.pk}"></figure>' for each in (trailer, ended)
        )
    )

    page = Page(client.get(article.get_absolute_url()))

    assert "Beeld: Eerste" in page.text
    assert "Tweede" not in page.text
    assert "Weg" not in page.text
    assert len(page.attributes("a", **{"data-behaviour": "trailer"})) == 2
