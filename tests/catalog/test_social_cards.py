"""Cards for sharing."""

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from catalog.drawing import draw_portrait, draw_poster, draw_season_poster, draw_still
from catalog.models import Picture
from catalog.social_cards import draw_card, draw_missing_cards
from catalog.tints import tint_of
from tests.factories import PictureFactory

pytestmark = pytest.mark.django_db

FILM = {"name": "Spoorloos", "year": 1988, "genre": "thriller"}
DRAWINGS = {
    "poster": lambda: draw_poster(**FILM, maker="George Sluizer"),
    "still": lambda: draw_still(**FILM),
    "portrait": lambda: draw_portrait(name="Rutger Hauer", years="1944-2019"),
    "season": lambda: draw_season_poster(
        **FILM, maker="George Sluizer", number=2, series_year=1988
    ),
}


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def stored(drawing, name="a"):
    picture = Picture(
        width=drawing.width,
        height=drawing.height,
        tint=tint_of(drawing.field),
        credit="MovieMeter",
        licence_kind="own",
    )
    picture.file.save(f"{name}.svg", ContentFile(drawing.svg.encode()))
    return picture


@pytest.mark.parametrize("sort", DRAWINGS)
def test_card_is_a_small_jpeg_of_the_size_that_is_asked_for(sort):
    picture = stored(DRAWINGS[sort]())

    draw_card(picture)

    picture.refresh_from_db()
    with picture.social_card.open() as file, Image.open(file) as card:
        assert (card.format, card.size, card.mode) == ("JPEG", (1200, 630), "RGB")
    assert picture.social_card.size < 200_000


def test_card_of_a_poster_has_the_posters_own_colour_beside_it():
    drawing = DRAWINGS["poster"]()
    picture = stored(drawing)

    draw_card(picture)

    picture.refresh_from_db()
    field = tuple(int(drawing.field[at : at + 2], 16) for at in (1, 3, 5))
    with picture.social_card.open() as file, Image.open(file) as card:
        edge = card.getpixel((2, 315))
        assert (
            max(abs(one - other) for one, other in zip(edge, field, strict=True)) < 12
        )


def test_card_is_drawn_once():
    stored(DRAWINGS["still"](), "een")
    stored(DRAWINGS["portrait"](), "twee")

    drawn = [draw_missing_cards(), draw_missing_cards()]

    assert drawn == [2, 0]


def test_photograph_gets_no_card():
    PictureFactory(file="pictures/foto.jpg")

    assert draw_missing_cards() == 0


def test_drawing_a_card_writes_no_history():
    picture = stored(DRAWINGS["portrait"]())
    before = Picture.history.count()

    draw_card(picture)

    assert Picture.history.count() == before
