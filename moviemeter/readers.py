"""Telling the newsroom which story somebody reads."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from news.reading import is_machine, tally


class ReadingMiddleware:
    """Counts each story that is sent whole to somebody who may read it.

    Not a HEAD, not a page that the browser has already, not what it fetches in advance,
    and not what a machine asks for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if (
            response.status_code == 200
            and match is not None
            and match.url_name == "article"
            and request.method == "GET"
            and "prefetch" not in request.headers.get("Sec-Purpose", "")
            and not is_machine(request.headers.get("User-Agent", ""))
        ):
            tally.add(match.kwargs["place"][1])
        return response
