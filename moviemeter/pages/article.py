"""A story: its page, and what stands there once it is taken back."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from catalog.models import Picture, Title, Trailer
from moviemeter.lib.addresses import moved
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.structured import article_data
from news import markup
from news.models import AboutTitle, Article, Role, Stage

SUBJECTS = 3  # Titles in the box beside the story.
RELATED = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the story as the page shows it: text, a picture or a trailer."""

    html: str = ""
    picture: Picture | None = None
    trailer: Trailer | None = None


@require_safe
def article(request: HttpRequest, place: tuple[str, int]) -> HttpResponse:
    found = get_object_or_404(readable(), pk=place[1])
    if found.stage == Stage.WITHDRAWN:
        return _gone(request, found)
    if not found.is_visible:
        raise Http404
    if elsewhere := moved(request, found):
        return elsewhere
    return render(request, "news/article.html", article_context(found))


def article_context(found: Article) -> dict[str, Any]:  # Any: what a template takes
    """What a story's page shows, whether readers may see it yet or not."""
    subjects = [row.title for row in found.title_rows.all()][:SUBJECTS]
    trail = article_crumbs(found)
    return {
        "article": found,
        "stretches": stretches(found),
        "subjects": subjects,
        "trailer_still": _still_of(found.trailer) if found.trailer else None,
        "related": _related(found, subjects),
        "crumbs": trail,
        "description": found.intro,
        "picture": found.picture,
        "structured": article_data(found, crumbs=trail),
    }


def article_crumbs(article: Article) -> list[Crumb]:
    return crumbs("article-list", article.rubric, article.headline)


def stretches(article: Article) -> list[Stretch]:
    """The story cut at its pictures and trailers; what may not be shown stays out."""
    parts = markup.parts(article.html)
    pictures = Picture.objects.current().in_bulk(_keys(parts, "picture"))
    trailers = Trailer.objects.select_related("title").in_bulk(_keys(parts, "trailer"))
    shown = [
        Stretch(
            html=mark_safe(part.html),  # noqa: S308 - cleaned when stored
            picture=_shown(pictures.get(part.key)),
            trailer=trailers.get(part.key),
        )
        for part in parts
    ]
    return [each for each in shown if each.html or each.picture or each.trailer]


def _shown(picture: Picture | None) -> Picture | None:
    return picture if picture and picture.is_shown else None


def _still_of(trailer: Trailer) -> Picture | None:
    """A picture of the trailer's title, to stand where the trailer may be played."""
    still = trailer.title.stills.select_related("picture").first()
    return still.picture if still else None


def _keys(parts: list[markup.Part], sort: str) -> list[int]:
    return [part.key for part in parts if part.sort == sort]


def readable() -> QuerySet[Article]:
    """Stories with what their page shows."""
    about = AboutTitle.objects.filter(role=Role.SUBJECT, title__visible=True)
    titles = about.select_related("title__score", "title__poster", "title__series")
    return Article.objects.for_page().prefetch_related(Prefetch("title_rows", titles))


def _related(article: Article, subjects: list[Title]) -> list[Article]:
    """Other stories about the same titles, then the newest of the rubric."""
    others = Article.objects.visible().exclude(pk=article.pk).newest_first()
    beside = others.filter(rubric=article.rubric_id)
    if not subjects:
        return list(beside.for_cards()[:RELATED])
    alike = others.filter(titles__in=subjects).values("pk")[:RELATED]
    more = beside.values("pk")[: 2 * RELATED]
    found = Article.objects.filter(Q(pk__in=alike) | Q(pk__in=more)).for_cards()
    shares = Exists(
        AboutTitle.objects.filter(article=OuterRef("pk"), title__in=subjects)
    )
    return list(found.order_by(shares.desc(), *Article.NEWEST_FIRST)[:RELATED])


def _gone(request: HttpRequest, article: Article) -> HttpResponse:
    context = {"withdrawal": article.withdrawal, "noindex": True}
    return render(request, "news/withdrawn.html", context, status=410)
