"""The intro of a story that has none: what it begins with."""

import re

from news import markup
from news.shortening import LONGEST_INTRO, beginning

_FIRST = re.compile(r"\s*<p>(.*?)</p>\s*", re.S)


def with_intro(intro: str, body: str) -> tuple[str, str]:
    """Intro and body; the body's first paragraph becomes the intro where that fits.

    It leaves the body then, which would say it twice. Longer ones are copied up to a
    sentence's end.
    """
    if intro:
        return beginning(intro), body
    first = _FIRST.match(body)
    if first:
        words = markup.plain(first[0])
        rest = body[first.end() :]
        if (
            0 < len(words) <= LONGEST_INTRO
            and "<a " not in first[1]
            and markup.plain(rest)
        ):
            return words, rest
    return beginning(markup.plain(body)), body
