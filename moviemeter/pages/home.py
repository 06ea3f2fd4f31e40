"""The front page."""

import hashlib
from datetime import date

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.models import Credit, Genre, Job, Kind, Person, Still, Title
from catalog.models.plot import Plot
from moviemeter.pages.crumbs import Crumb
from moviemeter.pages.structured import absolute, graph
from moviemeter.pages.talk import most_discussed, with_talk
from news.models import Article
from news.reading import read_lately

STORIES = 7  # The lead, and two rows of three on a wide screen.
MOST_READ = 6
ON_A_SHELF = 6
HOME_COUNTRIES = ("NL", "BE")
BIRTHDAYS = 6
MOST_MAKERS = 3
DECADES = 10


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    newest_stories = Article.objects.visible().for_cards().newest_first()
    stories = list(with_talk(newest_stories)[:STORIES])
    lead = None if stories else _still_of_the_day(today)
    newest = Title.objects.visible().for_cards().newest_first()
    context = {
        "lead_story": stories[0] if stories else None,
        "stories": stories[1:],
        "most_read": list(
            with_talk(read_lately().for_cards())[:MOST_READ] if stories else []
        ),
        "most_discussed": most_discussed(most=MOST_READ) if stories else [],
        "lead": lead,
        "lead_plot": _first_words(lead.title) if lead else "",
        "lead_makers": _makers(lead.title) if lead else [],
        "home_made": list(
            newest.films().filter(
                country_rows__country__in=HOME_COUNTRIES, country_rows__position=0
            )[:ON_A_SHELF]
        ),
        "series": list(newest.series()[:ON_A_SHELF]),
        "birthdays": _birthdays(today),
        "genres": list(Genre.objects.all()),
        "decades": _decades(today),
        "picture": stories[0].picture if stories else lead.picture if lead else None,
        "structured": graph(
            {"@type": "WebSite", "name": "MovieMeter", "url": absolute(reverse("home"))}
        ),
    }
    return render(request, "home.html", context)


def _still_of_the_day(today: date) -> Still | None:
    """One title with a wide picture, another each day, the same for everybody."""
    stills = Still.objects.filter(
        title__visible=True, title__kind__in=(Kind.FILM, Kind.SERIES), position=0
    ).select_related("title", "picture")
    # Both ends of the key's index; nothing is counted.
    ends = Still.objects.aggregate(first=models.Min("pk"), last=models.Max("pk"))
    if ends["last"] is None:
        return None
    chance = int.from_bytes(hashlib.sha256(today.isoformat().encode()).digest()[:8])
    pivot = ends["first"] + chance % (ends["last"] - ends["first"] + 1)
    found = stills.filter(pk__gte=pivot).order_by("pk").first()
    return found or stills.order_by("pk").first()


def _first_words(title: Title) -> str:
    """The first paragraph of the title's Dutch plot."""
    plot = Plot.objects.filter(title=title, language="nl").first()
    return plot.paragraphs[0] if plot else ""


def _makers(title: Title) -> list[Person]:
    """Whose title it is: creators of a series, directors of a film."""
    job = Job.CREATOR if title.kind == Kind.SERIES else Job.DIRECTOR
    rows = Credit.objects.filter(title=title, job=job).for_title()
    return [credit.person for credit in rows.order_by("position", "id")[:MOST_MAKERS]]


def _birthdays(today: date) -> list[Person]:
    """People who were born on this day, those with a portrait first."""
    born_today = Person.objects.visible().born_on_day(today.month, today.day)
    portrait_first = models.F("portrait").asc(nulls_last=True)
    return list(born_today.for_cards().order_by(portrait_first, "id")[:BIRTHDAYS])


def _decades(today: date) -> list[Crumb]:
    newest = today.year // 10 * 10
    return [
        Crumb(str(first), reverse("decade", kwargs={"year": first}))
        for first in range(newest, newest - 10 * DECADES, -10)
    ]
