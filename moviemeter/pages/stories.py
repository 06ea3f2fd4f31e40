"""Stories about a title or a person: the newest on its page, all in a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.models import Film, Kind, Person, Season, Series, Title
from moviemeter.lib.addresses import moved_to
from moviemeter.lib.paging import Page, page_of
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.structured import breadcrumb_data, graph
from moviemeter.pages.talk import with_talk
from news.models import AboutPerson, AboutTitle, Article
from news.models.about import About, AboutQuerySet

ON_PAGE = 4
A_PAGE = 24

Row = TypeVar("Row", bound=About)


@dataclass(frozen=True, slots=True)
class News:
    """The newest stories about something; `more` leads to all, where there are more."""

    heading: str
    stories: list[Article]
    more: str


def news_about_title(title: Title) -> News:
    """Of a season without a story of its own it is the news about its series."""
    found = _news(AboutTitle.objects.filter(title=title), title)
    if not found.stories and title.series is not None:
        return news_about_title(title.series)
    return found


def news_about_person(person: Person) -> News:
    rows = AboutPerson.objects.filter(person=person)
    return _news(rows, person)


def _news(rows: AboutQuerySet[Row], thing: Title | Person) -> News:
    newest = _with_talk(rows.published().newest_first())[: ON_PAGE + 1]
    stories = _stories(newest)
    more = news_address(thing) if len(stories) > ON_PAGE else ""
    return News(_heading(thing), stories[:ON_PAGE], more)


def _with_talk(rows: AboutQuerySet[Row]) -> AboutQuerySet[Row]:
    return with_talk(rows.for_cards(), article="article")


def _stories(rows: Iterable[Any]) -> list[Article]:  # Any: rows with their talk
    """The rows' stories, each with how many comments it has."""
    found = []
    for row in rows:
        row.article.comment_count = row.comment_count
        found.append(row.article)
    return found


def _heading(thing: Title | Person) -> str:
    if isinstance(thing, Person):
        return _("News about %(name)s") % {"name": thing.name}
    return {
        Kind.FILM: _("News about this film"),
        Kind.SERIES: _("News about this series"),
        Kind.SEASON: _("News about this season"),
    }[Kind(thing.kind)]


def news_address(thing: Title | Person) -> str:
    """Where all stories about a title or a person are listed."""
    return f"{thing.get_absolute_url()}/nieuws"


@require_safe
def film(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    return _of_title(request, get_object_or_404(Film.objects.visible(), pk=place[0]))


@require_safe
def series(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    return _of_title(request, get_object_or_404(Series.objects.visible(), pk=place[0]))


@require_safe
def season(request: HttpRequest, place: tuple[int, str], number: int) -> HttpResponse:
    seasons = Season.objects.visible().filter(series__visible=True)
    found = get_object_or_404(
        seasons.select_related("series"), series_id=place[0], season_number=number
    )
    return _of_title(request, found)


@require_safe
def person(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = get_object_or_404(Person.objects.visible(), pk=place[0])
    rows = AboutPerson.objects.filter(person=found)
    return _list(request, rows, found, name=found.name, parent="person-list")


def _of_title(request: HttpRequest, title: Title) -> HttpResponse:
    rows = AboutTitle.objects.filter(title=title)
    parent = "film-list" if title.kind == Kind.FILM else "series-list"
    feed = reverse("title-feed", kwargs={"pk": title.pk, "form": "atom"})
    return _list(request, rows, title, name=title.full_name, parent=parent, feed=feed)


def _list(
    request: HttpRequest,
    rows: AboutQuerySet[Row],
    thing: Title | Person,
    *,
    name: str,
    parent: str,
    feed: str = "",
) -> HttpResponse:
    if elsewhere := moved_to(request, news_address(thing)):
        return elsewhere
    found = page_of(
        _with_talk(rows.published()),
        order=About.NEWEST_FIRST,
        query=request.GET,
        size=A_PAGE,
    )
    if not found:
        raise Http404
    heading = _("News about %(name)s") % {"name": name}
    trail = crumbs(parent, thing, _("News"))
    context = {
        "heading": heading,
        "feed": feed,
        "page": Page(
            _stories(found.rows),
            after=found.after,
            before=found.before,
        ),
        "around": [Crumb(name, thing.get_absolute_url())],
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "news/articles.html", context)
