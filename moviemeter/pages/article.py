"""A story: its page, and what stands there once it is taken back."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from catalog.models import Picture, Title, Trailer
from moviemeter.lib.addresses import moved
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.players import let_play
from moviemeter.pages.sharing import ways_to_share
from moviemeter.pages.structured import absolute, article_data
from moviemeter.pages.talk import with_talk
from news import markup
from news.models import AboutPerson, AboutTitle, Article, Role, Stage

SUBJECTS = 3  # Titles and people each in the boxes beside the story.
RELATED = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the story as the page shows it: text, a picture or a trailer."""

    html: str = ""
    picture: Picture | None = None
    trailer: Trailer | None = None
    still: Picture | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Where to read on: the stories before and after this one, and others like it."""

    older: Article | None
    newer: Article | None
    related: list[Article]


@require_safe
def article(request: HttpRequest, place: tuple[str, int]) -> HttpResponse:
    found = get_object_or_404(readable(), pk=place[1])
    if found.stage == Stage.WITHDRAWN:
        return _gone(request, found)
    if not found.is_visible:
        raise Http404
    if elsewhere := moved(request, found):
        return elsewhere
    context = article_context(found)
    response = render(request, "news/article.html", context)
    return let_play(request, response, trailers_in(context["stretches"]))


def article_context(found: Article) -> dict[str, Any]:  # Any: what a template takes
    """What a story's page shows, whether readers may see it yet or not."""
    subjects = [row.title for row in found.title_rows.all()][:SUBJECTS]
    trail = article_crumbs(found)
    return {
        "article": found,
        "stretches": stretches(found),
        "subjects": subjects,
        "people": [row.person for row in found.person_rows.all()][:SUBJECTS],
        "beside": _beside(found, subjects),
        "share": ways_to_share(found.headline, absolute(found.get_absolute_url())),
        "crumbs": trail,
        "description": found.intro,
        "picture": found.picture,
        "structured": article_data(found, crumbs=trail),
    }


def trailers_in(stretches: list[Stretch]) -> list[Trailer]:
    """What may play on the page, for its policy."""
    return [each.trailer for each in stretches if each.trailer]


def article_crumbs(article: Article) -> list[Crumb]:
    return crumbs("article-list", article.rubric, article.headline)


def stretches(article: Article) -> list[Stretch]:
    """The story cut at its pictures and trailers, its own trailer last.

    What may not be shown, or is gone, stays out.
    """
    parts = markup.parts(article.html)
    if own := article.trailer_id:
        parts.append(markup.Part("trailer", key=own))
    trailers = Trailer.objects.for_playing().in_bulk(_keys(parts, "trailer"))
    stills = [key for each in trailers.values() if (key := each.still_id)]
    pictures = Picture.objects.in_bulk(_keys(parts, "picture") + stills)
    return [each for part in parts if (each := _stretch(part, trailers, pictures))]


def _stretch(
    part: markup.Part, trailers: dict[int, Trailer], pictures: dict[int, Picture]
) -> Stretch | None:
    if part.sort == "text":
        return Stretch(html=mark_safe(part.html))  # noqa: S308 - cleaned when stored
    if part.sort == "picture":
        picture = pictures.get(part.key)
        return Stretch(picture=picture) if picture and picture.is_shown else None
    trailer = trailers.get(part.key)
    if trailer is None:
        return None
    still = pictures.get(trailer.still_id) if trailer.still_id else None
    return Stretch(trailer=trailer, still=still)


def _keys(parts: list[markup.Part], sort: str) -> list[int]:
    return [part.key for part in parts if part.sort == sort]


def readable() -> QuerySet[Article]:
    titles = AboutTitle.objects.filter(role=Role.SUBJECT, title__visible=True)
    people = AboutPerson.objects.filter(role=Role.SUBJECT, person__visible=True)
    whole = titles.select_related("title__score", "title__poster", "title__series")
    portraits = people.select_related("person__portrait")
    return (
        with_talk(Article.objects.for_page())
        .prefetch_related(Prefetch("title_rows", whole))
        .prefetch_related(Prefetch("person_rows", portraits))
    )


def _beside(article: Article, subjects: list[Title]) -> Beside:
    """Stories about the same titles, then the newest of the rubric; one query."""
    about = AboutTitle.objects.filter(title__in=subjects).exclude(article=article)
    # A story may be about each of the subjects.
    most = RELATED * max(1, len(subjects))
    alike = about.published().newest_first().values("article")[:most]
    newest = Article.objects.visible().filter(rubric=article.rubric_id).newest_first()
    more = newest.values("pk")[: RELATED + 1]
    next_ones = Article.objects.filter(pk__in=[article.older_id, article.newer_id])
    chosen = more.union(next_ones.values("pk"), *([alike] if subjects else []))
    shares = AboutTitle.objects.filter(article=OuterRef("pk"), title__in=subjects)
    first = [Exists(shares).desc()] if subjects else []
    found = Article.objects.visible().filter(pk__in=chosen).exclude(pk=article.pk)
    ordered = with_talk(found.for_cards()).order_by(*first, *Article.NEWEST_FIRST)
    by_id = {each.pk: each for each in ordered}
    return Beside(
        older=by_id.get(article.older_id or 0),
        newer=by_id.get(article.newer_id or 0),
        related=list(by_id.values())[:RELATED],
    )


def _gone(request: HttpRequest, article: Article) -> HttpResponse:
    context = {"withdrawal": article.withdrawal, "noindex": True}
    return render(request, "news/withdrawn.html", context, status=410)
