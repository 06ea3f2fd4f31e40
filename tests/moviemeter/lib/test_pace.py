"""How fast something goes, in words."""

from moviemeter.lib.pace import pace


def test_pace_tells_rate_and_time_left():
    assert pace(50, 200, 5) == "10/s, 15 s left"


def test_pace_is_silent_before_anything_is_done():
    assert pace(0, 200, 5) == ""
    assert pace(50, 200, 0) == ""
