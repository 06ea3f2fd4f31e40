"""Hints: the small cards of titles and people beside their links, without a frame.

A link tells where its card is (`data-card`, news.markup) and static/js/hint.js fetches
it when somebody lingers there. Search engines are kept out: it is no page.
"""

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalog.merging.addresses import person_now, season_now, title_now
from catalog.models import Credit, Film, Job, Kind, Person, Season, Series, Title
from moviemeter.lib.addresses import Placed, moved_to, permanently

MOST_MAKERS = 2
MOST_COUNTRIES = 2
KNOWN_FROM = 2
# Of somebody's largest parts, among which some may be of one title.
CREDITS_READ = 8


@require_safe
def film(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = Film.objects.visible().for_hint().filter(pk=place[0]).first()
    return _title(request, found, title_now(place[0], Kind.FILM) if not found else None)


@require_safe
def series(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = Series.objects.visible().for_hint().filter(pk=place[0]).first()
    now = title_now(place[0], Kind.SERIES) if not found else None
    return _title(request, found, now)


@require_safe
def season(request: HttpRequest, place: tuple[int, str], number: int) -> HttpResponse:
    seasons = Season.objects.visible().filter(
        series_id=place[0], series__visible=True, season_number=number
    )
    found = seasons.for_hint().first()
    return _title(request, found, season_now(place[0], number) if not found else None)


@require_safe
def person(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = Person.objects.visible().for_cards().filter(pk=place[0]).first()
    if found is None:
        return _elsewhere(person_now(place[0]))
    if elsewhere := moved_to(request, hint_address(found)):
        return elsewhere
    context = {"person": found, "known_from": _known_from(found)}
    return _fragment(render(request, "catalog/person_hint.html", context))


def hint_address(thing: Placed) -> str:
    """Where the card of a title or a person is."""
    return f"{thing.get_absolute_url()}/kaart"


def _title(
    request: HttpRequest, title: Title | None, now: Title | None
) -> HttpResponse:
    """The card, or the way to the one of what this title went into."""
    if title is None:
        return _elsewhere(now)
    if elsewhere := moved_to(request, hint_address(title)):
        return elsewhere
    context = {
        "title": title,
        "countries": [row["name"] for row in title.country_list[:MOST_COUNTRIES]],
        "makers": _makers(title),
    }
    return _fragment(render(request, "catalog/title_hint.html", context))


def _elsewhere(thing: Placed | None) -> HttpResponse:
    if thing is None:
        return permanently(None)
    return HttpResponsePermanentRedirect(hint_address(thing))


def _fragment(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response


def _makers(title: Title) -> list[str]:
    """Names of directors; of a series or season rather its creators."""
    credited = title.series_id if title.kind == Kind.SEASON else title.pk
    jobs = [Job.DIRECTOR] if title.kind == Kind.FILM else [Job.CREATOR, Job.DIRECTOR]
    rows = Credit.objects.filter(title=credited, job__in=jobs).for_title()
    found = list(rows.order_by("job", "position", "id")[:MOST_MAKERS])
    # «creator» comes before «director», so the first row tells which of them it is.
    return [row.person.name for row in found if row.job == found[0].job]


def _known_from(person: Person) -> list[Title]:
    """The films and series of theirs with the most votes, then their largest parts."""
    rows = Credit.objects.filter(person=person).exclude(title__kind=Kind.SEASON)
    by_votes = models.F("title__score__n").desc(nulls_last=True)
    ordered = rows.for_filmography().order_by(by_votes, "position", "id")
    titles = dict.fromkeys(credit.title for credit in ordered[:CREDITS_READ])
    return list(titles)[:KNOWN_FROM]
