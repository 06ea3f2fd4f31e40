"""The main menu."""

from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

register = template.Library()

SECTIONS = (
    ("home", _("Front page")),
    ("article-list", _("News")),
    ("film-list", _("Films")),
    ("series-list", _("Series")),
    ("person-list", _("People")),
    ("genre-list", _("Genres")),
    ("country-list", _("Countries")),
    ("year-list", _("Years")),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One entry; `here` is the value for aria-current, empty elsewhere."""

    name: str
    address: str
    here: str


@register.simple_tag
def sections(path: str) -> list[Section]:
    """The menu as it stands on the page with this path."""
    place = path.partition("?")[0]
    return [
        Section(str(label), reverse(name), _here(place, reverse(name)))
        for name, label in SECTIONS
    ]


def _here(place: str, address: str) -> str:
    if place == address:
        return "page"
    inside = address != "/" and place.startswith(address)
    return "true" if inside else ""
