"""What others may keep of our answers: a reader's page, nothing that is personal."""

import datetime
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers

# Long enough to carry a crowd, short enough that nobody sees an old page for long.
READERS_PAGE_SECONDS = 60


class ReaderCacheMiddleware:
    """Mark a page that no cookie touched as public, and any other as private.

    A page looks alike to everybody without a cookie; with one it may not. The colour
    scheme and a session are the only cookies there are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        patch_vary_headers(response, ["Cookie"])
        readable = request.method in {"GET", "HEAD"} and response.status_code < 400
        if readable and not request.COOKIES and not response.cookies:
            patch_cache_control(response, public=True, max_age=seconds_to_keep())
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response


def seconds_to_keep() -> int:
    """A minute, or what is left of this day: at midnight licences and «today» end."""
    now = timezone.localtime()
    tomorrow = datetime.datetime.combine(
        now.date() + datetime.timedelta(days=1), datetime.time.min, now.tzinfo
    )
    return min(READERS_PAGE_SECONDS, int((tomorrow - now).total_seconds()))
