"""Lists of titles by kind, genre, country, year and decade; people by name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from string import ascii_uppercase

from django import forms
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.models import Country, Film, Genre, Person, Series, Title
from catalog.models.title import EARLIEST_YEAR, LATEST_YEAR, TitleQuerySet
from catalog.years import years_with_titles
from moviemeter.lib.paging import page_of
from moviemeter.lib.text import fold
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.structured import breadcrumb_data, graph

TITLES_A_PAGE = 36  # Divides by 2, 3, 4 and 6: whole rows at every width.
PEOPLE_A_PAGE = 60
FILM_YEARS = range(EARLIEST_YEAR, LATEST_YEAR + 1)


@require_safe
def films(request: HttpRequest) -> HttpResponse:
    return _titles(
        request, Film.objects.visible(), heading=_("Films"), trail=crumbs(_("Films"))
    )


@require_safe
def all_series(request: HttpRequest) -> HttpResponse:
    return _titles(
        request,
        Series.objects.visible(),
        heading=_("Series"),
        trail=crumbs(_("Series")),
    )


@require_safe
def genre(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Genre, slug=slug)
    rows = Title.objects.visible().whole().filter(genre_rows__genre=found)
    trail = crumbs("genre-list", found.name)
    return _titles(request, rows, heading=found.name.capitalize(), trail=trail)


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Country, slug=slug)
    rows = Title.objects.visible().whole().filter(country_rows__country=found)
    return _titles(
        request, rows, heading=found.name, trail=crumbs("country-list", found.name)
    )


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    if year not in FILM_YEARS:
        raise Http404
    rows = Title.objects.visible().whole().filter(newest_first=-year)
    around = [
        Crumb(str(other), reverse("year", kwargs={"year": other}))
        for other in (year - 1, year + 1)
        if other in FILM_YEARS
    ]
    return _titles(
        request,
        rows,
        heading=str(year),
        trail=crumbs("year-list", str(year)),
        around=around,
    )


@require_safe
def decade(request: HttpRequest, year: int) -> HttpResponse:
    if year % 10 or year not in FILM_YEARS:
        raise Http404
    rows = (
        Title.objects.visible().whole().filter(newest_first__range=(-year - 9, -year))
    )
    years = [
        Crumb(str(each), reverse("year", kwargs={"year": each}))
        for each in range(year, year + 10)
        if each in FILM_YEARS
    ]
    heading = decade_name(year)
    return _titles(
        request, rows, heading=heading, trail=crumbs("year-list", heading), around=years
    )


class LetterForm(forms.Form):
    """`?vanaf=m`: the letters with which a list of names begins; odd ones count not."""

    vanaf = forms.CharField(required=False, max_length=20)

    @property
    def letters(self) -> str:
        return fold(self.cleaned_data["vanaf"]) if self.is_valid() else ""


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    letters = LetterForm(request.GET).letters
    rows = Person.objects.visible().for_cards()
    page = page_of(
        rows.filter(sort_key__gte=letters) if letters else rows,
        order=Person.BY_NAME,
        query=request.GET,
        size=PEOPLE_A_PAGE,
    )
    # In order, or a plan may look for the first such row in all of the table.
    earlier = rows.filter(sort_key__lt=letters).order_by("-sort_key").values("pk")
    if letters and page and earlier.first():
        page = replace(page, before=page.rows[0].pk)
    trail = crumbs(_("People"))
    context = {
        "page": page,
        "heading": _("People"),
        "letters": ascii_uppercase,
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "catalog/people.html", context)


@require_safe
def genres(request: HttpRequest) -> HttpResponse:
    return _choices(request, _("Genres"), list(Genre.objects.all()))


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    """Countries from which there is a title: one index probe for each country."""
    with_titles = Title.objects.visible().whole()
    one_title = with_titles.filter(country_rows__country=models.OuterRef("pk"))
    # Exists would be made a join, which reads every title there is.
    found = Country.objects.alias(
        one_title=models.Subquery(one_title.values("pk")[:1])
    ).filter(one_title__isnull=False)
    return _choices(request, _("Countries"), list(found))


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years, those of them from which there is a title."""

    name: str
    address: str
    years: list[int]


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Every decade of film, newest first, each with its years."""
    decades = [
        Decade(
            decade_name(first), reverse("decade", kwargs={"year": first}), list(members)
        )
        for first, members in groupby(years_with_titles(), lambda year: year // 10 * 10)
    ]
    trail = crumbs(_("Years"))
    context = {
        "decades": decades,
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "catalog/years.html", context)


def decade_name(first: int) -> str:
    """1980 as «1980-1989»."""
    return f"{first}-{first + 9}"


def _titles(
    request: HttpRequest,
    rows: TitleQuerySet,
    *,
    heading: str,
    trail: list[Crumb],
    around: list[Crumb] | None = None,
) -> HttpResponse:
    page = page_of(
        rows.for_cards(),
        order=Title.NEWEST_FIRST,
        query=request.GET,
        size=TITLES_A_PAGE,
    )
    context = {
        "page": page,
        "heading": heading,
        "around": around or [],
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "catalog/titles.html", context)


def _choices(
    request: HttpRequest, heading: str, choices: Sequence[Genre | Country]
) -> HttpResponse:
    trail = crumbs(heading)
    context = {
        "heading": heading,
        "choices": choices,
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "catalog/choices.html", context)
