"""A picture in a template."""

import datetime

import pytest

from moviemeter.templatetags.pictures import picture
from tests.factories import PictureFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


class Answer:
    """What a tag gave, as if it were a page."""

    def __init__(self, html):
        self.content = html.encode()


def image(*arguments, **options):
    return Page(Answer(picture(*arguments, **options))).attributes("img")


def test_picture_keeps_its_place_and_waits_until_it_is_near():
    shown = PictureFactory(file="pictures/a.svg", alt="Een pomp", tint=9)

    assert image(shown, "poster") == [
        {
            "class": "poster tint-9",
            "src": "/media/pictures/a.svg",
            "width": "600",
            "height": "900",
            "alt": "Een pomp",
            "loading": "lazy",
        }
    ]


def test_first_picture_is_fetched_at_once():
    (attrs,) = image(PictureFactory(), "poster", first=True)

    assert (attrs["fetchpriority"], attrs.get("loading")) == ("high", None)


@pytest.mark.parametrize("words", ["", "Iets anders"])
def test_other_words_take_the_place_of_its_own(words):
    (attrs,) = image(PictureFactory(alt="Een pomp"), "poster", alt=words)

    assert attrs["alt"] == words


def test_words_of_a_picture_are_escaped():
    (attrs,) = image(PictureFactory(alt="\"><script>alert(1)</script>'&"), "poster")

    assert attrs["alt"] == "\"><script>alert(1)</script>'&"


def test_no_picture_shows_nothing():
    assert picture(None, "poster") == ""


def test_expired_picture_shows_nothing():
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011

    assert picture(PictureFactory(ends_on=yesterday), "poster") == ""
