"""Addresses that carry an id and a slug: the id finds, the slug is for people."""

from typing import Protocol

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect


class Placed(Protocol):
    def get_absolute_url(self) -> str: ...


class PlaceConverter:
    """`4398-spoorloos` as (4398, "spoorloos"); a bare id has an empty slug."""

    # At most 18 digits: more would not fit the database's own whole numbers.
    regex = r"[1-9][0-9]{0,17}(?:-[^/]*)?"

    def to_python(self, value: str) -> tuple[int, str]:
        number, _, slug = value.partition("-")
        return int(number), slug

    def to_url(self, value: tuple[int, str]) -> str:
        number, slug = value
        return f"{number}-{slug}" if slug else str(number)


class StoryConverter:
    """`de-stad-die-tati-failliet-maakte-12` as (slug, 12)."""

    regex = r"(?:[^/]*-)?[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> tuple[str, int]:
        slug, _, number = value.rpartition("-")
        return slug, int(number)

    def to_url(self, value: tuple[str, int]) -> str:
        slug, number = value
        return f"{slug}-{number}" if slug else str(number)


class FormConverter:
    """`atom` or `rss`, the two forms of a feed."""

    regex = "atom|rss"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class YearConverter:
    """A year of four digits."""

    regex = r"[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


def moved(request: HttpRequest, thing: Placed) -> HttpResponsePermanentRedirect | None:
    """A 301 to the thing's right address, or None for a visitor who is there."""
    return moved_to(request, thing.get_absolute_url())


def moved_to(request: HttpRequest, right: str) -> HttpResponsePermanentRedirect | None:
    """A 301 to the right address of this page, or None for a visitor who is there."""
    if request.path == right:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{right}?{query}" if query else right)


def permanently(thing: Placed | None) -> HttpResponsePermanentRedirect:
    """A 301 to what stands for something that is gone; raises Http404 for nothing."""
    if thing is None:
        raise Http404
    return HttpResponsePermanentRedirect(thing.get_absolute_url())
