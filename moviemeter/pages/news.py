"""Lists of stories: all, by rubric, tag, author and month; the most read."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from moviemeter.lib.notation import month_name
from moviemeter.lib.paging import page_of
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.structured import breadcrumb_data, graph
from moviemeter.pages.talk import with_talk
from news.models import Article, Author, Rubric, Tag
from news.models.article import ArticleQuerySet
from news.reading import read_lately

STORIES_A_PAGE = 24
MOST_READ = 20
YEARS = range(1900, 2100)  # Generous, for who brings an archive along.


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    return _stories(
        request, Article.objects.visible(), heading=_("News"), trail=crumbs(_("News"))
    )


@require_safe
def rubric(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Rubric, slug=slug)
    return _stories(
        request,
        Article.objects.visible().filter(rubric=found),
        heading=found.name,
        note=found.description,
        trail=crumbs("article-list", found.name),
        feed=reverse("rubric-feed", kwargs={"slug": slug, "form": "atom"}),
    )


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    return _stories(
        request,
        Article.objects.visible().filter(tags=found),
        heading=found.name,
        trail=crumbs("article-list", found.name),
        feed=reverse("tag-feed", kwargs={"slug": slug, "form": "atom"}),
    )


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Author, slug=slug)
    return _stories(
        request,
        Article.objects.visible().filter(author=found),
        heading=found.name,
        note=found.about,
        trail=crumbs("article-list", found.name),
    )


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Stories of one month of the calendar, by Amsterdam's clock."""
    if not 1 <= month <= 12 or year not in YEARS:
        raise Http404
    begin = _first_of(year, month)
    end = _first_of(year + month // 12, month % 12 + 1)
    heading = f"{month_name(month)} {year}"
    return _stories(
        request,
        Article.objects.visible().filter(published_at__gte=begin, published_at__lt=end),
        heading=heading.capitalize(),
        trail=crumbs("article-list", heading),
        around=[_month(begin, -1), _month(begin, 1)],
    )


@require_safe
def most_read(request: HttpRequest) -> HttpResponse:
    """What was read most today and yesterday, and how that is counted."""
    trail = crumbs("article-list", _("Most read"))
    context = {
        "heading": _("Most read"),
        "stories": list(with_talk(read_lately().for_cards())[:MOST_READ]),
        "crumbs": trail,
        "description": _("What was read most today and yesterday."),
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "news/most_read.html", context)


def _first_of(year: int, month: int) -> datetime:
    return timezone.make_aware(datetime(year, month, 1))  # noqa: DTZ001 - made aware


def _month(begin: datetime, step: int) -> Crumb:
    number = begin.year * 12 + begin.month - 1 + step
    year, month = divmod(number, 12)
    address = reverse("article-month", kwargs={"year": year, "month": month + 1})
    return Crumb(f"{month_name(month + 1)} {year}", address)


def _stories(
    request: HttpRequest,
    rows: ArticleQuerySet,
    *,
    heading: str,
    trail: list[Crumb],
    note: str = "",
    around: list[Crumb] | None = None,
    feed: str = "",
) -> HttpResponse:
    page = page_of(
        with_talk(rows.for_cards()),
        order=Article.NEWEST_FIRST,
        query=request.GET,
        size=STORIES_A_PAGE,
    )
    context = {
        "heading": heading,
        "note": note,
        "feed": feed,
        "page": page,
        "around": around or [],
        "rubrics": list(Rubric.objects.all()),
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "news/articles.html", context)
