"""How fast something goes, in words for a terminal."""


def pace(done: int, total: int, seconds: float) -> str:
    """«1200/s, 8 s left» after so many seconds; empty before anything is known."""
    if done <= 0 or seconds <= 0:
        return ""
    rate = done / seconds
    left = max(total - done, 0) / rate
    return f"{rate:.0f}/s, {left:.0f} s left"
