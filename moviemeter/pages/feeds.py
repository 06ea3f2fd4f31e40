"""Stories for feed readers: all, of a rubric, a tag or a title, in Atom and RSS."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
)
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.models import Picture, Title
from moviemeter.caching import began_at, keep
from moviemeter.lib.addresses import Placed
from moviemeter.pages.structured import absolute
from news.models import AboutTitle, Article, Rubric, Tag
from news.models.article import ArticleQuerySet

STORIES_IN_A_FEED = 30
FORMS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
KEPT_SECONDS = 300  # Feed readers come often, and a story can wait this long.


@require_safe
def all_news(request: HttpRequest, form: str) -> HttpResponse:
    title = f"{settings.SITE_NAME}: {_('News')}"
    return _feed(request, form, Article.objects.all(), title=title, link="/nieuws/")


@require_safe
def rubric(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    found = get_object_or_404(Rubric, slug=slug)
    return _feed_of(request, form, Article.objects.filter(rubric=found), found)


@require_safe
def tag(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    found = get_object_or_404(Tag, slug=slug)
    return _feed_of(request, form, Article.objects.filter(tags=found), found)


@require_safe
def title(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    titles = Title.objects.visible().select_related("series")
    found = get_object_or_404(titles, pk=pk)
    about = AboutTitle.objects.filter(title=found).published().newest_first()
    newest = about.values("article")[:STORIES_IN_A_FEED]
    return _feed_of(request, form, Article.objects.filter(pk__in=newest), found)


def _feed_of(
    request: HttpRequest, form: str, rows: ArticleQuerySet, thing: Placed
) -> HttpResponse:
    return _feed(
        request,
        form,
        rows,
        title=f"{settings.SITE_NAME}: {thing}",
        link=thing.get_absolute_url(),
    )


def _feed(
    request: HttpRequest, form: str, rows: ArticleQuerySet, *, title: str, link: str
) -> HttpResponse:
    feed = FORMS[form](
        title=title,
        link=absolute(link),
        description=_("Film news and opinions by editors and members."),
        language="nl",
        feed_url=absolute(request.path),
    )
    began = began_at(request)
    newest = rows.visible().for_cards().with_next_moment(began).newest_first()
    articles = list(newest[:STORIES_IN_A_FEED])
    for article in articles:
        address = absolute(article.get_absolute_url())
        feed.add_item(
            title=article.headline,
            link=address,
            # Without its headline, or a new one would make it another story.
            unique_id=absolute(f"/nieuws/{article.pk}"),
            unique_id_is_permalink=False,
            description=article.intro,
            author_name=article.author.name,
            pubdate=article.published_at,
            updateddate=article.changed_at,
            categories=[article.rubric.name],
            enclosures=_enclosures(article.picture),
        )
    response = HttpResponse(
        feed.writeString("utf-8"),
        content_type=f"application/{form}+xml; charset=utf-8",
    )
    until = (
        articles[0].next_moment if articles else Article.objects.coming(began).moment()
    )
    return keep(response, seconds=KEPT_SECONDS, until=until)


def _enclosures(picture: Picture | None) -> list[Enclosure]:
    """The card of a picture that may be shown today.

    Its length is told as 0, which is how RSS says «unknown»: looking at the file would
    cost a visit to the storage for each story.
    """
    if picture is None or not picture.is_shown or not picture.social_card:
        return []
    return [Enclosure(absolute(picture.social_card.url), "0", "image/jpeg")]
