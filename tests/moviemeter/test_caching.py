"""What others may keep of our answers."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from moviemeter.caching import seconds_to_keep


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        ("2026-07-01 12:00:00+02:00", 60),
        ("2026-07-01 23:58:59+02:00", 60),
        ("2026-07-01 23:59:30+02:00", 30),
        ("2026-07-01 23:59:59+02:00", 1),
        ("2026-07-02 00:00:00+02:00", 60),
        # An hour earlier in London.
        ("2026-12-01 22:59:58+00:00", 2),
        # The night that has an hour more.
        ("2026-10-24 23:59:40+02:00", 20),
    ],
)
def test_page_is_kept_no_longer_than_its_day_in_amsterdam(moment, seconds):
    with time_machine.travel(moment, tick=False):
        assert seconds_to_keep() == seconds


def test_page_is_kept_no_longer_than_until_the_next_moment():
    with time_machine.travel("2026-10-25 02:59:50+02:00", tick=False):
        soon = timezone.now() + timedelta(seconds=20)

        assert seconds_to_keep(most=3600, until=soon) == 20
        assert seconds_to_keep(until=soon - timedelta(seconds=21)) == 0
        assert seconds_to_keep(until=soon + timedelta(days=1)) == 60
