"""A picture in a template."""

import datetime

import pytest

from moviemeter.templatetags.pictures import picture, preload
from tests.factories import PhotographFactory, PictureFactory
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


# Photographs


def page(*arguments, **options):
    return Page(Answer(picture(*arguments, **options)))


def test_photograph_is_offered_in_both_formats_and_every_width():
    shown = PhotographFactory(
        file="pictures/ab/x-960.jpg", widths=[320, 960], tint=9, alt="Een pomp"
    )

    found = page(shown, "poster")

    at = "(min-width: 60rem) 18rem, (min-width: 36rem) 34vw, 50vw"
    assert found.attributes("source") == [
        {
            "type": "image/avif",
            "srcset": "/media/pictures/ab/x-320.avif 320w,"
            " /media/pictures/ab/x-960.avif 960w",
            "sizes": at,
        }
    ]
    assert found.attributes("img") == [
        {
            "class": "poster tint-9 focus-x-2 focus-y-2",
            "src": "/media/pictures/ab/x-960.jpg",
            "srcset": "/media/pictures/ab/x-320.jpg 320w,"
            " /media/pictures/ab/x-960.jpg 960w",
            "sizes": at,
            "width": "1200",
            "height": "800",
            "alt": "Een pomp",
            "loading": "lazy",
        }
    ]
    assert found.unbalanced == []


@pytest.mark.parametrize("across", range(5))
@pytest.mark.parametrize("down", range(5))
def test_heart_of_a_photograph_becomes_classes(across, down):
    shown = PhotographFactory(focus_x=across, focus_y=down)

    (attrs,) = image(shown, "story-card__picture", first=True)

    assert attrs["class"].split()[2:] == [f"focus-x-{across}", f"focus-y-{down}"]
    assert attrs["fetchpriority"] == "high"


@pytest.mark.parametrize(
    "lacking",
    [
        {"sizes_of": ""},
        {"sizes_of": "pictures/ab/older-1200.jpg"},
        {"withdrawn_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
    ],
)
def test_photograph_without_its_files_shows_nothing(lacking):
    assert picture(PhotographFactory(**lacking), "poster") == ""


# The link in the head


BLOCKS = ["story-card__picture", "figure__picture figure__picture--lead"]


@pytest.mark.parametrize("block", BLOCKS)
def test_link_fetches_the_very_files_that_the_first_picture_shows(block):
    shown = PhotographFactory()

    (link,) = Page(Answer(preload(shown, block))).attributes("link")

    (source,) = page(shown, block, first=True).attributes("source")
    assert link == {
        "rel": "preload",
        "as": "image",
        "type": source["type"],
        "imagesrcset": source["srcset"],
        "imagesizes": source["sizes"],
        "fetchpriority": "high",
    }


def test_link_fetches_a_drawing_by_its_address():
    shown = PictureFactory(file="pictures/a.svg")

    (link,) = Page(Answer(preload(shown, "story-card__picture"))).attributes("link")

    assert link == {
        "rel": "preload",
        "as": "image",
        "href": "/media/pictures/a.svg",
        "fetchpriority": "high",
    }


LONG_AGO = datetime.date(2020, 1, 1)


@pytest.mark.parametrize("shown", [None, {"sizes_of": ""}, {"ends_on": LONG_AGO}])
def test_link_fetches_nothing_that_is_not_shown(shown):
    picture = None if shown is None else PhotographFactory(**shown)

    assert preload(picture, "story-card__picture") == ""
