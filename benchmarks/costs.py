"""What one page costs: queries, pages of the database, time and bytes."""

import gzip
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.http import HttpResponse
from django.test import Client

TIMES: Final = 7  # The median of so many answers is told.

Plan = dict[str, Any]  # Any: as EXPLAIN tells it
Query = tuple[str, Any]  # Any: parameters of any kind


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one answer. `buffers` are pages of 8 kB that its queries looked at, in memory
    or not; `read_through` are the tables of which a query read all."""

    queries: int
    buffers: int
    milliseconds: float
    gzipped: int
    read_through: frozenset[str]
    html: str


def cost_of(address: str) -> Cost:
    """Ask for the page some times. Raises AssertionError where it is not there."""
    client = Client(SERVER_NAME="localhost")
    _asked(client, address)  # Templates are read at the first time.
    queries: list[Query] = []
    with connection.execute_wrapper(_Listener(queries)):
        answer = _asked(client, address)
    plans = [_explained(query) for query in queries]
    return Cost(
        queries=len(queries),
        buffers=sum(map(_buffers, plans)),
        milliseconds=statistics.median(_seconds(client, address)) * 1000,
        gzipped=len(gzip.compress(answer.content, 9)),
        read_through=frozenset(
            node["Relation Name"]
            for plan in plans
            for node in _nodes(plan)
            if node["Node Type"] == "Seq Scan"
        ),
        html=answer.content.decode(),
    )


class _Listener:
    """Notes each query with its parameters."""

    def __init__(self, heard: list[Query]) -> None:
        self.heard = heard

    def __call__(
        self, execute: Any, sql: str, params: Any, *rest: Any
    ) -> Any:  # Any: Django's wrapper protocol
        self.heard.append((sql, params))
        return execute(sql, params, *rest)


def _asked(client: Client, address: str) -> HttpResponse:
    answer: HttpResponse = client.get(address)  # type: ignore[assignment]  # an answer
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer


def _seconds(client: Client, address: str) -> Iterator[float]:
    for _ in range(TIMES):
        started = time.perf_counter()
        _asked(client, address)
        yield time.perf_counter() - started


def _explained(query: Query) -> Plan:
    sql, params = query
    with connection.cursor() as cursor:
        cursor.execute(f"explain (analyze, buffers, format json) {sql}", params)
        (told,) = cursor.fetchone()
    found = json.loads(told) if isinstance(told, str) else told
    plan: Plan = found[0]["Plan"]
    return plan


def _nodes(plan: Plan) -> Iterator[Plan]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def _buffers(plan: Plan) -> int:
    """Of the whole plan: its first step's numbers hold those of all below it."""
    hit, read = plan["Shared Hit Blocks"], plan["Shared Read Blocks"]
    assert isinstance(hit, int)
    assert isinstance(read, int)
    return hit + read
