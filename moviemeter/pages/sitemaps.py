"""Every address for search engines: an index of files, each a range of ids.

A file is found by its number and read by its ids, so that the last costs what the first
costs and nothing is counted.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalog.models import Country, Genre, Person, Title
from catalog.years import years_with_titles
from moviemeter.caching import began_at, keep
from moviemeter.pages.structured import absolute
from news.models import Article, Author, Rubric, Tag

IDS_A_FILE = 10_000  # The protocol allows 50.000; this many are written in a moment.
MOST_LISTED = 5_000  # Of one sort; tags grow, but not like this.
NEWS_FOR = timedelta(days=2)
MOST_NEWS = 1_000
KEPT_SECONDS = 3600
LISTS = (
    *(
        "home",
        "article-list",
        "most-read",
        "film-list",
        "series-list",
        "person-list",
        "genre-list",
    ),
    *("country-list", "year-list", "colofon", "house-rules", "privacy"),
)


@dataclass(frozen=True, slots=True)
class Address:
    """One page, and when it last changed where that is known."""

    place: str
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """Pages of one sort, by id."""

    rows: Callable[[], QuerySet[Model]]
    address: Callable[[Model], Address]


def _titles() -> QuerySet[Title]:
    columns = ("id", "kind", "name", "season_number", "series__id", "series__name")
    rows = Title.objects.visible().select_related("series").only(*columns)
    return rows.exclude(series__visible=False)


def _people() -> QuerySet[Person]:
    return Person.objects.visible().only("id", "name")


def _articles() -> QuerySet[Article]:
    return Article.objects.visible().only("id", "headline", "changed_at")


def _plain(thing: Model) -> Address:
    return Address(thing.get_absolute_url())  # type: ignore[attr-defined]  # of all that have pages


def _story(thing: Model) -> Address:
    assert isinstance(thing, Article)
    return Address(thing.get_absolute_url(), thing.changed_at)


RANGES = {
    "artikelen": Range(_articles, _story),
    "titels": Range(_titles, _plain),
    "personen": Range(_people, _plain),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Which files there are."""
    files = [absolute(reverse("sitemap-lists"))]
    files += [
        absolute(reverse("sitemap-range", kwargs={"name": name, "number": number}))
        for name, each in RANGES.items()
        for number in _numbers(each.rows())
    ]
    until = Article.objects.coming(began_at(request)).moment()
    return _xml(request, "sitemaps/index.xml", {"files": files}, until=until)


def _numbers(rows: QuerySet[Model]) -> Iterator[int]:
    """Numbers of the files with something in them: one look at the key for each."""
    ids = rows.order_by("pk").values_list("pk", flat=True)
    begin = 0
    while (found := ids.filter(pk__gte=begin).first()) is not None:
        yield found // IDS_A_FILE
        begin = (found // IDS_A_FILE + 1) * IDS_A_FILE


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Lists, years, genres, countries, rubrics, tags and authors: some hundreds."""
    places = [reverse(name) for name in LISTS]
    years = years_with_titles()
    places += [reverse("year", kwargs={"year": year}) for year in years]
    decades = dict.fromkeys(year // 10 * 10 for year in years)
    places += [reverse("decade", kwargs={"year": first}) for first in decades]
    for model in (Genre, Country, Rubric, Tag, Author):
        rows = model._default_manager.all()[:MOST_LISTED]
        places += [thing.get_absolute_url() for thing in rows]
    addresses = [Address(absolute(place)) for place in places]
    return _xml(request, "sitemaps/addresses.xml", {"addresses": addresses})


@require_safe
def one_range(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """All addresses of one sort whose ids are in this range."""
    if name not in RANGES:
        raise Http404
    begin = number * IDS_A_FILE
    rows = RANGES[name].rows().filter(pk__gte=begin, pk__lt=begin + IDS_A_FILE)
    addresses = list(_absolute(RANGES[name], rows.order_by("pk")))
    if not addresses:
        raise Http404
    until = (
        Article.objects.coming(began_at(request)).moment()
        if name == "artikelen"
        else None
    )
    context = {"addresses": addresses}
    return _xml(request, "sitemaps/addresses.xml", context, until=until)


def _absolute(one: Range, rows: QuerySet[Model]) -> Iterator[Address]:
    for thing in rows:
        found = one.address(thing)
        yield Address(absolute(found.place), found.changed_at)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Stories of the last two days, as news services ask for them.

    Their schema allows no empty file: without such a story there is none, and
    `robots.txt` does not tell of it.
    """
    began = began_at(request)
    fresh = Article.objects.visible().filter(published_at__gte=began - NEWS_FOR)
    rows = fresh.with_next_moment(began).newest_first()
    stories = rows.only("id", "headline", "published_at")[:MOST_NEWS]
    told = [(absolute(story.get_absolute_url()), story) for story in stories]
    if not told:
        raise Http404
    until = told[0][1].next_moment
    return _xml(request, "sitemaps/news.xml", {"stories": told}, until=until)


def _xml(
    request: HttpRequest,
    template: str,
    context: Mapping[str, object],
    *,
    until: datetime | None = None,
) -> HttpResponse:
    response = render(request, template, dict(context), content_type="application/xml")
    return keep(response, seconds=KEPT_SECONDS, until=until)
