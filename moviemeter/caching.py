"""What others may keep of our answers: a reader's page, nothing that is personal.

Nothing is kept beyond the day, when licences and «today» end, nor beyond the moment at
which the next story appears.
"""

import datetime
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers

# Long enough to carry a crowd, short enough that nobody sees an old page for long.
READERS_PAGE_SECONDS = 60
# Where a request carries its own start, and the end of what is made for it.
BEGAN, ENDS = "moviemeter.began_at", "moviemeter.ends_at"


class ReaderCacheMiddleware:
    """Mark a page that no cookie touched as public, and any other as private.

    A page looks alike to everybody without a cookie; with one it may not. The colour
    scheme and a session are the only cookies there are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META[BEGAN] = timezone.now()
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        patch_vary_headers(response, ["Cookie"])
        readable = request.method in {"GET", "HEAD"} and response.status_code < 400
        if readable and not request.COOKIES and not response.cookies:
            seconds = seconds_to_keep(until=request.META.get(ENDS))
            patch_cache_control(response, public=True, max_age=seconds)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response


def began_at(request: HttpRequest) -> datetime.datetime:
    """When the request came in.

    Moments are looked for from here on, not from now: a story that appears while its
    page is being made may be missing on it, and then the page is not kept at all.
    """
    moment: datetime.datetime = request.META.get(BEGAN) or timezone.now()
    return moment


def end_with(request: HttpRequest, moment: datetime.datetime | None) -> None:
    """Let what is made for this request be kept until that moment at most."""
    request.META[ENDS] = moment


def keep(
    response: HttpResponse, *, seconds: int, until: datetime.datetime | None = None
) -> HttpResponse:
    """Let anybody keep the answer for that long, and no longer than until then."""
    left = seconds_to_keep(most=seconds, until=until)
    response["Cache-Control"] = f"public, max-age={left}"
    return response


def seconds_to_keep(
    *, most: int = READERS_PAGE_SECONDS, until: datetime.datetime | None = None
) -> int:
    """Seconds, at least 0: `most`, or what is left of this day or until that moment."""
    now = timezone.now()
    tomorrow = timezone.localdate(now) + datetime.timedelta(days=1)
    ends = [timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time.min))]
    if until is not None:
        ends.append(until)
    # Moments of two offsets: only as moments in one do they tell what lies between.
    left = min(moment.timestamp() for moment in ends) - now.timestamp()
    return max(0, min(most, int(left)))
