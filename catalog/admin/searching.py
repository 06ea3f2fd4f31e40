"""Finding titles and people on the desk, by all that an editor may know of them."""

import re
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, When
from django.utils.translation import gettext_lazy as _

from catalog.models import (
    AlternativeTitle,
    PersonOutsideId,
    Title,
    TitleOutsideId,
)
from catalog.models.title import EARLIEST_YEAR, LATEST_YEAR
from catalog.search import holds
from moviemeter.lib.text import fold

TITLE_HELP = _(
    "A name, also an alternative one, with or without a year; an id elsewhere such as"
    " tt0096163; or #113 for the id of this site."
)
PERSON_HELP = _(
    "A name; an id elsewhere such as nm0000361; or #113 for the id of this site."
)
_OWN_ID = re.compile(r"#([0-9]{1,18})")
_OUTSIDE_ID = re.compile(r"(tt|nm|Q)[0-9]{1,12}")
_SMALL_NUMBER = re.compile(r"[0-9]{1,4}")

Rows = QuerySet[Any]  # Any: titles of a kind, or people


def search_titles(rows: Rows, words: str) -> Rows:
    """Titles by name, other name, series, year, own id («#113») or outside id."""
    by_id = _by_id(rows, words, TitleOutsideId.objects.values("title_id"))
    if by_id is not None:
        return by_id
    folded = fold(words)
    if not folded:
        return rows.none()
    ways = _ways_to_titles(folded)
    return _best_first(rows.filter(pk__in=ways[0].union(*ways[1:])), folded)


def search_people(rows: Rows, words: str) -> Rows:
    """People by name, own id («#113») or outside id."""
    by_id = _by_id(rows, words, PersonOutsideId.objects.values("person_id"))
    if by_id is not None:
        return by_id
    folded = fold(words)
    if not folded:
        return rows.none()
    return _best_first(rows.filter(holds(folded)), folded)


def _by_id(rows: Rows, words: str, outside: Rows) -> Rows | None:
    words = words.strip()
    if own := _OWN_ID.fullmatch(words):
        return rows.filter(pk=own[1])
    if _OUTSIDE_ID.fullmatch(words):
        return rows.filter(pk__in=outside.filter(value=words))
    return None


def _ways_to_titles(folded: str) -> list[Rows]:
    """Ids of titles, each way answered by an index of its own."""
    named = Title.objects.filter(holds(folded))
    ways = [
        named.values("pk"),
        AlternativeTitle.objects.filter(holds(folded)).values("title_id"),
        Title.objects.filter(series__in=named.series()).values("pk"),
    ]
    *others, last = folded.split()
    if others and _SMALL_NUMBER.fullmatch(last):
        name = " ".join(others)
        named = Title.objects.filter(holds(name))
        numbered = Title.objects.filter(season_number=last, series__in=named.series())
        ways.append(numbered.values("pk"))
        if EARLIEST_YEAR <= int(last) <= LATEST_YEAR:
            others_named = AlternativeTitle.objects.filter(holds(name))
            ways += [
                named.filter(year=last).values("pk"),
                others_named.filter(title__year=last).values("title_id"),
            ]
    return ways


def _best_first(rows: Rows, folded: str) -> Rows:
    """What is called just so, then what begins so, then all else in its order."""
    rank = Case(
        When(search_key=folded, then=0),
        When(search_key__startswith=folded, then=1),
        default=2,
        output_field=IntegerField(),
    )
    return rows.order_by(rank, *rows.query.order_by)
