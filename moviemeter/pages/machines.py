"""Pages for machines: robots, the manifest, the health check, pictures."""

import datetime
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.db import connection
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import last_modified, require_safe

from moviemeter.caching import began_at, keep
from moviemeter.pages.sitemaps import NEWS_FOR
from news.models import Article

AN_HOUR = 3600
A_DAY = "public, max-age=86400"
MEDIA_KINDS = {".avif": "image/avif", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}
# A drawing's name carries what is in it, so it never changes under its name.
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may do, and the maps of the site that there are right now."""
    began = began_at(request)
    newest = Article.objects.visible().newest_first().moment()
    fresh = newest is not None and newest >= began - NEWS_FOR
    response = render(
        request,
        "robots.txt",
        {"fresh": fresh},
        content_type="text/plain; charset=utf-8",
    )
    # The line goes when the newest story is two days old, and comes with the next one.
    ends = newest + NEWS_FOR if fresh and newest else None
    until = ends or Article.objects.coming(began).moment()
    return keep(response, seconds=AN_HOUR, until=until)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    icons = [
        {
            "src": static(f"img/icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in (192, 512)
    ]
    maskable = {
        "src": static("img/icon-maskable.png"),
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    }
    response = JsonResponse(
        {
            "name": settings.SITE_NAME,
            "short_name": settings.SITE_NAME,
            "description": _("Film news and opinions by editors and members."),
            "lang": settings.LANGUAGE_CODE,
            "id": "/",
            "start_url": "/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fbf9f5",
            "theme_color": "#fbf9f5",
            "icons": [*icons, maskable],
        },
        content_type="application/manifest+json",
    )
    response["Cache-Control"] = A_DAY
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For those who ask at the old address, whatever the page says."""
    response = HttpResponsePermanentRedirect(static("img/icon-32.png"))
    response["Cache-Control"] = A_DAY
    return response


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while this process answers and its database does."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    response = HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _stored_at(request: HttpRequest, name: str) -> datetime.datetime | None:
    """When a file was stored, for those who have it already."""
    try:
        return default_storage.get_modified_time(name)
    except (OSError, ValueError, SuspiciousFileOperation):
        return None


@require_safe
@last_modified(_stored_at)
def media(request: HttpRequest, name: str) -> FileResponse:
    """A picture as it was stored. In front of many readers a web server does this."""
    kind = MEDIA_KINDS.get(PurePosixPath(name).suffix)
    if kind is None:
        raise Http404
    try:
        file = default_storage.open(name)
    except (OSError, ValueError, SuspiciousFileOperation):
        raise Http404 from None
    response = FileResponse(file, content_type=kind)
    # A photograph's licence may end: whoever keeps it has to ask again each day.
    response["Cache-Control"] = FOR_EVER if name.endswith(".svg") else A_DAY
    return response
