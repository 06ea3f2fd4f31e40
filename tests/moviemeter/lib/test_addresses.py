"""Addresses with an id and a slug."""

import re

import pytest

from moviemeter.lib.addresses import PlaceConverter, YearConverter, moved


class Thing:
    def get_absolute_url(self):
        return "/film/7-spoorloos"


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("4398-spoorloos", (4398, "spoorloos")),
        ("4398", (4398, "")),
        ("4398-", (4398, "")),
        ("7-the-7-th-seal", (7, "the-7-th-seal")),
        ("999999999999999999-x", (999999999999999999, "x")),
    ],
)
def test_place_is_read_as_id_and_slug(part, place):
    assert re.fullmatch(PlaceConverter.regex, part)
    assert PlaceConverter().to_python(part) == place


@pytest.mark.parametrize(
    "part", ["", "0", "0-nul", "-1", "spoorloos", "007-bond", "7/8", "9" * 19, "7x"]
)
def test_place_is_not_read_from_what_has_no_id(part):
    assert re.fullmatch(PlaceConverter.regex, part) is None


@pytest.mark.parametrize(
    ("place", "part"), [((7, "spoorloos"), "7-spoorloos"), ((7, ""), "7")]
)
def test_place_is_written_without_a_hyphen_where_there_is_no_slug(place, part):
    assert PlaceConverter().to_url(place) == part


@pytest.mark.parametrize("part", ["", "88", "0988", "3000", "19888", "198a"])
def test_year_is_not_read_from_what_is_none(part):
    assert re.fullmatch(YearConverter.regex, part) is None


def test_year_is_read_and_written_as_it_is():
    converter = YearConverter()

    assert converter.to_url(converter.to_python("1988")) == "1988"


def test_moved_leaves_a_visitor_at_the_right_address_alone(rf):
    assert moved(rf.get("/film/7-spoorloos?x=1"), Thing()) is None


def test_moved_sends_a_visitor_on_for_ever(rf):
    answer = moved(rf.get("/film/7-spoorlos"), Thing())

    assert (answer.status_code, answer["Location"]) == (301, "/film/7-spoorloos")


def test_moved_keeps_the_query(rf):
    answer = moved(rf.get("/film/7?na=3&x=%C3%A9"), Thing())

    assert answer["Location"] == "/film/7-spoorloos?na=3&x=%C3%A9"
