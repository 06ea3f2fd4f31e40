"""The way back: front page, list, page."""

from dataclasses import dataclass

from django.db import models
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Lists that a trail may pass through, by the name of their address.
LISTS = {
    "article-list": gettext_lazy("News"),
    "film-list": gettext_lazy("Films"),
    "series-list": gettext_lazy("Series"),
    "person-list": gettext_lazy("People"),
    "genre-list": gettext_lazy("Genres"),
    "country-list": gettext_lazy("Countries"),
    "year-list": gettext_lazy("Years"),
}


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step; the page itself, the last, has no address."""

    name: str
    address: str = ""


def crumbs(*steps: str | models.Model | None) -> list[Crumb]:
    """A trail from the front page: names of lists, things with an address, words."""
    trail = [Crumb(_("Front page"), reverse("home"))]
    for step in steps:
        if isinstance(step, str) and step in LISTS:
            trail.append(Crumb(str(LISTS[step]), reverse(step)))
        elif isinstance(step, models.Model):
            name = getattr(step, "full_name", None) or str(getattr(step, "name", step))
            trail.append(Crumb(name, resolve_url(step)))
        elif step is not None:
            trail.append(Crumb(str(step)))
    return trail
