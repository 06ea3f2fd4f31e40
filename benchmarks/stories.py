"""The magazine's pages over 15.270 stories: what they cost, and what they may."""

import sys
import time
from collections.abc import Iterator
from typing import Final

from django.core.management import call_command

from benchmarks.archive import fill
from benchmarks.costs import Cost, cost_of
from benchmarks.story_pages import Page, story_pages
from moviemeter import messages

SEED: Final = 15_270
MOST_BYTES: Final = 14_000  # Of a page of HTML: what a first round trip carries.
DEARER: Final = 1.1  # What the last page of a list may cost of what its first costs,
GRACE: Final = 8  # and some pages of an index, where both cost next to nothing.
# They grow with each story: what reads one of them through is slower every day.
GROWING: Final = {
    "news_article",
    "news_abouttitle",
    "news_article_tags",
    "news_reading",
}
HEADS: Final = ("queries", "buffers", "ms", "gzip")


def main() -> int:
    """Fill, measure, print; 1 where a page costs more than it may."""
    started = time.monotonic()
    messages.compile_all()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    pages = list(story_pages(fill(SEED)))
    _say(f"An archive of its own, made in {time.monotonic() - started:.0f} s.\n")
    wide = max(len(page.name) for page in pages)
    _say(f"{'page':{wide}}" + "".join(f"{head:>9}" for head in HEADS))
    costs: dict[str, Cost] = {}
    for page in pages:
        costs[page.name] = cost = cost_of(page.address)
        _say(
            f"{page.name:{wide}}{cost.queries:9}{cost.buffers:9}"
            f"{cost.milliseconds:9.1f}{cost.gzipped:9}"
        )
    missed = [words for page in pages for words in _missed(page, costs)]
    _say("\n" + ("\n".join(missed) or "Every page costs what it may."))
    return 1 if missed else 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _missed(page: Page, costs: dict[str, Cost]) -> Iterator[str]:
    """Where the page costs more than it may, in words."""
    cost = costs[page.name]
    if cost.queries > page.queries:
        yield f"{page.name}: {cost.queries} queries, at most {page.queries}"
    if page.is_html and cost.gzipped > MOST_BYTES:
        yield f"{page.name}: {cost.gzipped} bytes of HTML, at most {MOST_BYTES}"
    for table in sorted(cost.read_through & GROWING):
        yield f"{page.name}: reads through {table}"
    if page.first:
        yield from _dearer(page, cost, costs[page.first])


def _dearer(page: Page, last: Cost, first: Cost) -> Iterator[str]:
    if last.queries != first.queries:
        yield f"{page.name}: {last.queries} queries, the first page {first.queries}"
    if last.buffers > first.buffers * DEARER + GRACE:
        yield f"{page.name}: {last.buffers} buffers, the first page {first.buffers}"
    if 'rel="next"' in last.html:
        yield f"{page.name}: is not the last page"
