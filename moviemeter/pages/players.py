"""Players of trailers: let in by the pages that hold one, and by no others."""

from collections.abc import Iterable

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

from catalog.models import Trailer


def let_play(
    request: HttpRequest, response: HttpResponse, trailers: Iterable[Trailer]
) -> HttpResponse:
    """The answer with a policy that lets these trailers play in it."""
    origins = sorted({trailer.player_origin for trailer in trailers})
    if not origins:
        return response

    @csp_update({"frame-src": origins})
    def answer(request: HttpRequest) -> HttpResponse:
        return response

    updated = answer(request)
    assert isinstance(updated, HttpResponse)  # the very same
    return updated
