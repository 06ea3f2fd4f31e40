"""What a story may name or show, found for its editor while typing.

Each search is answered by an index and stops at a bound; each function asks the
database once, whatever it finds.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Length
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.admin.searching import search_people, search_titles
from catalog.models import (
    Person,
    PersonMerge,
    Picture,
    Title,
    TitleMerge,
    Trailer,
)
from catalog.models.picture import SOON
from catalog.models.trailer import key_in
from catalog.search import holds
from moviemeter.lib.notation import day
from moviemeter.lib.text import fold

MOST_NAMED = 8  # Of each sort; who looks for another types on.
MOST_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A title, person, picture or trailer as the editor tells of it.

    `notes` say what readers will miss; `page` is where it is seen or mended.
    """

    sort: str
    key: int
    name: str
    told: str
    page: str
    notes: list[str] = field(default_factory=list)
    # Of pictures only.
    credit: str = ""
    image: str = ""
    alt: str = ""


# Searching


def titles(words: str) -> list[Entry]:
    """Titles by name, year or number, what is called just so first, then the short."""
    rows = Title.objects.select_related("series")
    # A season has seldom a name of its own, and its series is meant more often.
    seasons_last = F("season_number").asc(nulls_first=True)
    order = (seasons_last, Length("search_key"), "pk")
    found = search_titles(rows.order_by(*order), words)
    return [_title(title) for title in found[:MOST_NAMED]]


def people(words: str) -> list[Entry]:
    rows = _with_work(Person.objects.all())
    found = search_people(rows.order_by(Length("search_key"), "pk"), words)
    return [_person(person) for person in found[:MOST_NAMED]]


def pictures(words: str, *, before: int | None = None) -> list[Entry]:
    """Pictures with these words or this number («#7»), newest first.

    All of them where there are no words; `before` goes on below that number. One more
    than `MOST_SHOWN` tells that there is more.
    """
    rows = Picture.objects.order_by("-pk")
    if (number := words.strip().removeprefix("#")).isdecimal() and "#" in words:
        rows = rows.filter(pk=number[:18])
    elif folded := fold(words):
        rows = rows.filter(holds(folded))
    elif words.strip():
        rows = rows.none()
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return [_picture(picture) for picture in rows[: MOST_SHOWN + 1]]


def trailers(words: str) -> list[Entry]:
    """Trailers by the name of their title, or by an address that was pasted."""
    rows = Trailer.objects.select_related("title__series")
    if at := key_in(words):
        rows = rows.at(*at)
    elif words.strip():
        # A list of its own: what is searched stops before it is put in order.
        named = search_titles(Title.objects.all(), words).values("pk")
        rows = rows.filter(title__in=named)
    shortest = Length("title__search_key")
    order = (shortest, "title", "position", "pk") if words.strip() else ("-pk",)
    return [_trailer(trailer) for trailer in rows.order_by(*order)[:MOST_SHOWN]]


# Known already, by number


def known_titles(keys: Collection[int]) -> list[Entry]:
    """What a story links to, with a note where readers won't get there."""
    found = Title.objects.select_related("series").in_bulk(keys)
    merges = TitleMerge.objects.none()
    if missing := set(keys) - found.keys():
        merges = _standing(TitleMerge.objects.all(), missing)
    entries = [_title(title) for title in found.values()]
    return entries + [
        _merged(_title(merge.into), merge.old_id)
        for merge in merges.select_related("into__series")
        if merge.into
    ]


def known_people(keys: Collection[int]) -> list[Entry]:
    found = _with_work(Person.objects.all()).in_bulk(keys)
    entries = [_person(person) for person in found.values()]
    if not (missing := set(keys) - found.keys()):
        return entries
    merges = _standing(PersonMerge.objects.all(), missing).select_related("into")
    return entries + [
        _merged(_person(merge.into), merge.old_id) for merge in merges if merge.into
    ]


def known_pictures(keys: Collection[int]) -> list[Entry]:
    return [_picture(picture) for picture in Picture.objects.in_bulk(keys).values()]


def known_trailers(keys: Collection[int]) -> list[Entry]:
    rows = Trailer.objects.select_related("title__series")
    return [_trailer(trailer) for trailer in rows.in_bulk(keys).values()]


def _standing(merges: QuerySet[Any], keys: Iterable[int]) -> QuerySet[Any]:
    return merges.filter(old_id__in=keys, undone_at__isnull=True)


def _merged(survivor: Entry, old: int) -> Entry:
    note = _("merged: readers come to %(name)s") % {"name": survivor.told}
    return Entry(
        survivor.sort,
        old,
        survivor.name,
        survivor.told,
        survivor.page,
        [note, *survivor.notes],
    )


# As the editor tells of them


def _with_work(rows: QuerySet[Person]) -> QuerySet[Any]:
    """With somebody's newest work, which tells two of one name apart."""
    work = Title.objects.filter(credits__person=OuterRef("pk")).newest_first()
    return rows.annotate(newest_work=Subquery(work.values("name")[:1]))


def _title(title: Title) -> Entry:
    """«Spoorloos (1988) · film»."""
    years = f" ({title.years})" if title.years else ""
    told = f"{title.full_name}{years} · {title.get_kind_display()}"
    notes = [] if title.visible else [_hidden()]
    page = reverse(f"admin:catalog_{title.kind}_change", args=[title.pk])
    return Entry("title", title.pk, title.full_name, told, page, notes)


def _person(person: Any) -> Entry:  # Any: a person, perhaps with `newest_work`
    """«Rutger Hauer (1944-2019) · Blade Runner»."""
    years = f" ({person.years})" if person.years else ""
    work = getattr(person, "newest_work", None)
    told = f"{person.name}{years}" + (f" · {work}" if work else "")
    notes = [] if person.visible else [_hidden()]
    page = reverse("admin:catalog_person_change", args=[person.pk])
    return Entry("person", person.pk, person.name, told, page, notes)


def _hidden() -> str:
    return _("hidden: readers see the words without a link")


def _picture(picture: Picture) -> Entry:
    return Entry(
        "picture",
        picture.pk,
        picture.caption or picture.alt or f"#{picture.pk}",
        picture.caption,
        reverse("admin:catalog_picture_change", args=[picture.pk]),
        list(_lacks(picture)),
        credit=picture.credit_line,
        image=picture.preview_address if picture.has_files else "",
        alt=picture.alt,
    )


def _lacks(picture: Picture) -> Iterable[str]:
    """What stands in the way of showing the picture, or of telling what it shows."""
    if not picture.is_current:
        yield _("the licence has ended: readers don't see it")
    elif not picture.has_files:
        yield _("its sizes are not made yet: readers don't see it")
    elif picture.ends_on and picture.ends_on <= timezone.localdate() + SOON:
        yield _("the licence ends on %(day)s") % {"day": day(picture.ends_on)}
    if not picture.alt:
        yield _("no description for those who can't see it")


def _trailer(trailer: Trailer) -> Entry:
    """«Spoorloos (1988) · officiële trailer · YouTube»."""
    title = trailer.title
    years = f" ({title.years})" if title.years else ""
    parts = [f"{title.full_name}{years}", trailer.name, trailer.get_site_display()]
    page = reverse(f"admin:catalog_{title.kind}_change", args=[title.pk])
    notes = [] if title.visible else [_("its title is hidden")]
    told = " · ".join(part for part in parts if part)
    return Entry("trailer", trailer.pk, title.full_name, told, page, notes)
