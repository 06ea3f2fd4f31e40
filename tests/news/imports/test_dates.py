"""Moments as other systems write them."""

from datetime import UTC, datetime

import pytest

from news.imports import dates


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (dates.of_mail, "Mon, 07 Mar 2022 09:15:00 +0100"),
        (dates.of_iso, "2022-03-07T09:15:00+01:00"),
        (dates.of_iso, "2022-03-07T08:15:00.123456Z"),
        (dates.of_wordpress, "2022-03-07 08:15:00"),
        (dates.of_wordpress, "2022-03-07 08:15:00.123456"),
    ],
)
def test_moment_is_read_to_the_second(read, text):
    assert read(text) == datetime(2022, 3, 7, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "gisteren", "0000-00-00 00:00:00", "1969-01-01"])
def test_what_is_no_moment_is_none(text):
    assert dates.of_iso(text) is None
    assert dates.of_mail(text) is None
    assert dates.of_wordpress(text) is None
