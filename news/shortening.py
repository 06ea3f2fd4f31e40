"""A text made to fit, at the end of a sentence where there is one."""

import re

LONGEST_INTRO = 600  # Letters, as the column takes.
_ENDS = re.compile(r"[.!?…][’”»)]*(?=\s|$)")


def beginning(text: str, *, most: int = LONGEST_INTRO) -> str:
    """As many whole sentences as fit in so many letters, or else words and «…»."""
    if len(text) <= most:
        return text
    ends = [match.end() for match in _ENDS.finditer(text) if match.end() <= most]
    if ends:
        return text[: ends[-1]]
    cut = text[: most - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"
