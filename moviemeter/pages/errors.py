"""Pages for what goes wrong: each says what happened and what one can do."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from moviemeter.lib.addresses import permanently
from moviemeter.pages.search import LONGEST_QUERY
from news.old_addresses import story_at

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that proves it came from a page of ours."""
    logger.warning("Form refused at %s: %s", request.path, reason)
    return render(request, "errors/refused_form.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Leads from an old site's address to its story, or else helps to search.

    The words of the address stand in the search box already.
    """
    if request.method in {"GET", "HEAD"} and (story := story_at(request.path)):
        return permanently(story)
    last = request.path.rstrip("/").rpartition("/")[2]
    words = " ".join(part for part in last.split("-") if not part.isdigit())
    context = {"words": words[:LONGEST_QUERY]}
    return render(request, "errors/404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Whole in itself: it must not need the database, which may be what failed."""
    return HttpResponse(render_to_string("errors/500.html"), status=500)
