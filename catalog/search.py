"""Finding titles and people by their names."""

from typing import TypeVar

from django.db import models
from django.db.models.functions import Length

from catalog.models import AlternativeTitle, Kind, Person, Title
from moviemeter.lib.text import fold

Named = TypeVar("Named", bound=models.Model)

# Three letters make a trigram; a shorter word alone is the beginning of a name.
SHORTEST_INSIDE = 3


def find_titles(words: str, *, kind: Kind, most: int) -> list[Title]:
    """Visible titles of a kind with all of these words in a name, best first.

    A name that is just these words comes before one that begins with them, a short name
    before a long one; other names in use count like the title itself. Words without any
    letter or digit find nothing.
    """
    titles = Title.objects.visible().filter(kind=kind)
    others = AlternativeTitle.objects.filter(title__visible=True, title__kind=kind)
    hits = [*_hits(titles, words, most), *_hits(others, words, most, key="title_id")]
    ids = list(dict.fromkeys(pk for *_order, pk in sorted(hits)))[:most]
    found = Title.objects.for_cards().in_bulk(ids)
    return [found[pk] for pk in ids]


def find_people(words: str, *, most: int) -> list[Person]:
    """Visible people with all of these words in their name, best first."""
    ids = [pk for *_order, pk in _hits(Person.objects.visible(), words, most)]
    found = Person.objects.for_cards().in_bulk(ids)
    return [found[pk] for pk in ids]


def _hits(
    rows: models.QuerySet[Named], words: str, most: int, *, key: str = "pk"
) -> list[tuple[int, int, int]]:
    """Rank, length and key of rows whose `search_key` holds the words, best first.

    Equal to the words ranks 0, beginning with them 1, holding them anywhere 2.
    """
    folded = fold(words)
    if not folded:
        return []
    rank = models.Case(
        models.When(search_key=folded, then=0),
        models.When(search_key__startswith=folded, then=1),
        default=2,
        output_field=models.IntegerField(),
    )
    ordered = (
        rows.filter(holds(folded))
        .annotate(rank=rank, length=Length("search_key"))
        .order_by("rank", "length", key)
    )
    return list(ordered.values_list("rank", "length", key)[:most])


def holds(folded: str) -> models.Q:
    """All of these folded words in `search_key`, answered by an index."""
    if all(len(word) < SHORTEST_INSIDE for word in folded.split()):
        return models.Q(search_key__startswith=folded)
    held = models.Q()
    for word in folded.split():
        held &= models.Q(search_key__contains=word)
    return held
