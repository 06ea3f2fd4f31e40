"""How long an answer took and what of it the database took, told in a header."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpRequest, HttpResponse


class QueryClock:
    """Counts the queries of one answer and adds up their seconds."""

    def __init__(self) -> None:
        self.queries = 0
        self.seconds = 0.0

    def __call__(
        self, execute: Callable[..., Any], *arguments: Any
    ) -> Any:  # Any: Django's wrapper protocol
        started = time.perf_counter()
        try:
            return execute(*arguments)
        finally:
            self.seconds += time.perf_counter() - started
            self.queries += 1


class ServerTimingMiddleware:
    """`Server-Timing: total;dur=12.3, sql;dur=4.5;desc="5", cache;desc=off`, in ms."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.SERVER_TIMING:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        clock, started = QueryClock(), time.perf_counter()
        with connection.execute_wrapper(clock):
            response = self.get_response(request)
        total = (time.perf_counter() - started) * 1000
        response["Server-Timing"] = (
            f"total;dur={total:.1f}, "
            f'sql;dur={clock.seconds * 1000:.1f};desc="{clock.queries}", cache;desc=off'
        )
        return response
