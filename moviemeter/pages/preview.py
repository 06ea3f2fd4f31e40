"""A story that is not out yet, for whom an editor sent its preview's address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from moviemeter.pages.article import article_context, readable, trailers_in
from moviemeter.pages.players import let_play
from news.models import Stage
from news.previewing import previewed


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The story as it stands; its own page once it is out."""
    found = previewed(token)
    if found is None:
        raise Http404
    key, until = found
    article = readable().filter(pk=key).exclude(stage=Stage.WITHDRAWN).first()
    if article is None:
        raise Http404
    if article.is_visible:
        return redirect(article)
    # A draft has no moment; it is shown as if it were published now, to the second.
    article.published_at = article.published_at or timezone.now().replace(microsecond=0)
    context = article_context(article) | {
        "noindex": True,
        "previewed_until": until,
        "structured": None,
        "share": None,
    }
    response = render(request, "news/article.html", context)
    response["Cache-Control"] = "private, no-store"
    # Who follows a link from here does not carry the address along.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return let_play(request, response, trailers_in(context["stretches"]))
