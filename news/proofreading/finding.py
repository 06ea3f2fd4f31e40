"""A finding: a sentence for the editor, and the words at which it points."""

from dataclasses import dataclass
from enum import StrEnum

AROUND = 40  # Letters of the text on either side of the words in an excerpt.


class Field(StrEnum):
    """Where in the form it is; the order is that of the form."""

    HEADLINE = "headline"
    INTRO = "intro"
    BODY = "body"
    PICTURE = "picture"


class Sort(StrEnum):
    """What is the matter."""

    RIGHTS = "rights"
    PICTURE_FILES = "picture-files"
    NO_PICTURE = "no-picture"
    NO_DESCRIPTION = "no-description"
    EMPTY = "empty"
    NEAR_MISS = "near-miss"
    LINK_WORDS = "link-words"
    LINK_GONE = "link-gone"
    LINK_MERGED = "link-merged"
    NO_LINKS = "no-links"
    TWICE = "twice"
    PAST = "past"
    DOUBLED_WORD = "doubled-word"
    OPEN_QUOTE = "open-quote"
    FULL_STOP = "full-stop"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words with what stands around them; `…` where that was cut."""

    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the second pair of eyes saw.

    `start` and `end` count letters in the field's plain text: the headline and intro
    as they are, the body as `markup.plain` gives it. A finding about a field as a
    whole has no words; one about a picture has that picture's id, None where there is
    no picture.
    """

    sort: Sort
    sentence: str
    field: Field
    blocks: bool = False
    words: str = ""
    start: int = 0
    end: int = 0
    excerpt: Excerpt = Excerpt()
    picture: int | None = None


def excerpt(plain: str, start: int, end: int) -> Excerpt:
    """The words of a text with some of what stands before and after them."""
    left, right = max(0, start - AROUND), min(len(plain), end + AROUND)
    before, after = plain[left:start], plain[end:right]
    # A word that was cut in two is left out.
    if left:
        before = "…" + (before.partition(" ")[2] if " " in before else before)
    if right < len(plain):
        after = (after.rpartition(" ")[0] if " " in after else after) + "…"
    return Excerpt(before, plain[start:end], after)
