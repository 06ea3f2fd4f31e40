"""How numbers, days and enumerations are written in Dutch."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from moviemeter.lib import notation


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (175714, "175.714"),
        (9330043, "9.330.043"),
    ],
)
def test_whole_has_a_dot_between_thousands(number, written):
    assert notation.whole(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (3.725, "3,73"),
        (Decimal("3.725"), "3,73"),
        (Decimal("3.7249"), "3,72"),
        (0, "0,00"),
        (5, "5,00"),
        (1234.5, "1.234,50"),
    ],
)
def test_decimals_has_a_comma_and_halves_go_up(number, written):
    assert notation.decimals(number) == written


def test_decimals_with_other_places_rounds_there():
    assert notation.decimals(Decimal("3.25"), 1) == "3,3"


@pytest.mark.parametrize(
    ("half_stars", "written"), [(1, "0,5"), (2, "1"), (8, "4"), (9, "4,5"), (10, "5")]
)
def test_stars_writes_half_stars_as_stars(half_stars, written):
    assert notation.stars(half_stars) == written


def test_day_has_its_month_in_lower_case_and_no_dot_in_the_year():
    assert notation.day(date(2022, 3, 7)) == "7 maart 2022"


def test_clock_in_winter_is_one_hour_before_utc():
    assert notation.clock(datetime(2022, 3, 7, 20, 44, tzinfo=UTC)) == (
        "7 maart 2022, 21:44 uur"
    )


def test_clock_in_summer_is_two_hours_before_utc():
    assert notation.clock(datetime(2022, 7, 7, 20, 44, tzinfo=UTC)) == (
        "7 juli 2022, 22:44 uur"
    )


def test_clock_just_before_and_after_summer_time_begins():
    before = datetime(2022, 3, 27, 0, 59, tzinfo=UTC)
    after = datetime(2022, 3, 27, 1, 0, tzinfo=UTC)

    written = [notation.clock(before), notation.clock(after)]

    assert written == ["27 maart 2022, 01:59 uur", "27 maart 2022, 03:00 uur"]


def test_day_of_a_moment_late_at_night_is_the_day_in_amsterdam():
    assert notation.day(datetime(2022, 12, 31, 23, 30, tzinfo=UTC)) == "1 januari 2023"


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A en B"),
        (["A", "B", "C"], "A, B en C"),
    ],
)
def test_enumerate_names_ends_with_en(names, written):
    assert notation.enumerate_names(names) == written
