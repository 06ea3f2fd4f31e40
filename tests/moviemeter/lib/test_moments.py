"""A day and an hour on Amsterdam's clock."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviemeter.lib.moments import moment_of
from moviemeter.lib.refusals import Refused


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2022, 3, 7), time(9), datetime(2022, 3, 7, 8, tzinfo=UTC)),
        (date(2022, 7, 7), time(9), datetime(2022, 7, 7, 7, tzinfo=UTC)),
        # The night in which the clock goes forward, and the one in which it goes back.
        (date(2026, 3, 29), time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(3), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (date(2026, 3, 29), time(9), datetime(2026, 3, 29, 7, tzinfo=UTC)),
        (date(2026, 10, 25), time(1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (date(2026, 10, 25), time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (date(2026, 10, 25), time(9), datetime(2026, 10, 25, 8, tzinfo=UTC)),
    ],
)
def test_moment_is_as_amsterdams_clock_has_it(day, hour, utc):
    assert moment_of(day, hour) == utc


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        (date(2026, 3, 29), time(2), "02:00 bestaat niet"),
        (date(2026, 3, 29), time(2, 59), "02:59 bestaat niet"),
        (date(2026, 10, 25), time(2), "02:00 komt twee keer voor"),
        (date(2026, 10, 25), time(2, 59), "02:59 komt twee keer voor"),
    ],
)
def test_hour_that_is_skipped_or_doubled_is_refused(day, hour, said):
    with pytest.raises(Refused, match=said):
        moment_of(day, hour)


@given(st.dates(date(1980, 1, 1), date(2037, 12, 31)), st.times())
def test_moment_shows_what_was_asked_for_or_is_refused(day, hour):
    try:
        moment = moment_of(day, hour)
    except Refused:
        assert day.month in {3, 4, 9, 10}
        assert hour.hour == 2
    else:
        assert moment.replace(tzinfo=None) == datetime.combine(day, hour)
