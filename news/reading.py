"""Counting how often stories are read: in memory, and now and then in the database.

Nothing of a reader is kept, and no page waits for a write. What «approximate» means
stands in docs/decisions/0014-most-read.md.
"""

import atexit
import datetime
import logging
import os
import re
import threading
from collections import Counter
from typing import Final

from django.conf import settings
from django.db import Error, connection
from django.db.models import OuterRef, Subquery, Sum
from django.utils import timezone

from news.models import Article, Reading
from news.models.article import ArticleQuerySet

logger = logging.getLogger(__name__)

# Stories of which counts wait for a database that is away; of others none is begun.
MOST_WAITING: Final = 10_000
KEPT_DAYS = 35  # A month for who looks back, and some days to do so.
CANDIDATES = 60  # The best of each day among which the best of two days are looked for.
# Machines that say so. A telephone of Cubot's is none.
MACHINES = re.compile(
    r"(?<!cu)bot\b|bot/|crawl|spider|slurp|preview|fetch|monitor|scan|headless"
    r"|curl|wget|python|java/|go-http|okhttp|libwww|httpclient|feed|rss",
    re.IGNORECASE,
)
# Adds to what is there; a story that was deleted meanwhile is left out. In one order,
# so that two that write at once wait for each other instead of locking up.
ADD = """
insert into news_reading (article_id, day, n)
select told.article_id, told.day, told.n
from unnest(%s::bigint[], %s::date[], %s::int[]) as told (article_id, day, n)
join news_article on news_article.id = told.article_id
order by told.article_id, told.day
on conflict (article_id, day) do update set n = news_reading.n + excluded.n
"""


def is_machine(agent: str) -> bool:
    """Whether this User-Agent is no reader's: it says so, or says nothing."""
    return not agent or MACHINES.search(agent) is not None


class Tally:
    """What was read in this process since it was last written.

    A thread of its own writes, with a connection of its own that is closed each time.
    It is begun by the first count, so that a process that forks has none and each child
    begins its own.
    """

    def __init__(self, *, seconds: float) -> None:
        """Written every so many seconds; 0 writes only when told to."""
        self.seconds = seconds
        self._begin()
        os.register_at_fork(after_in_child=self._begin)

    def _begin(self) -> None:
        """Nothing counted, nothing under way: as it is in a new process."""
        self._counts: Counter[tuple[int, datetime.date]] = Counter()
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._thread: threading.Thread | None = None
        self._failing = False

    def add(self, article_id: int) -> None:
        """Count one reading, today."""
        key = (article_id, timezone.localdate())
        with self._guard:
            if key in self._counts or len(self._counts) < MOST_WAITING:
                self._counts[key] += 1
            if self.seconds and not (self._thread and self._thread.is_alive()):
                self._thread = threading.Thread(
                    target=self._write_for_ever, name="reading", daemon=True
                )
                self._thread.start()
                atexit.unregister(self._write_last)
                atexit.register(self._write_last)

    def flush(self) -> None:
        """Write what was counted. What can't be written waits for the next time."""
        with self._writing:
            with self._guard:
                taken, self._counts = self._counts, Counter()
            if not taken:
                return
            try:
                _add(taken)
            except Error:
                self._put_back(taken)
                if not self._failing:
                    logger.exception("What was read is not written; it waits.")
                self._failing = True
            else:
                self._failing = False

    def _put_back(self, taken: Counter[tuple[int, datetime.date]]) -> None:
        with self._guard:
            taken.update(self._counts)
            self._counts = Counter(dict(taken.most_common(MOST_WAITING)))

    def _write_for_ever(self) -> None:
        pause = threading.Event()
        while not pause.wait(self.seconds):
            self._write_here()

    def _write_here(self) -> None:
        """Flush, and leave no connection behind in this thread."""
        try:
            self.flush()
        finally:
            connection.close()

    def _write_last(self) -> None:
        """As the process ends: in a thread, whose connection is surely its own."""
        last = threading.Thread(target=self._write_here)
        last.start()
        last.join()


def _add(counts: Counter[tuple[int, datetime.date]]) -> None:
    articles, days = zip(*counts, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(ADD, [list(articles), list(days), list(counts.values())])


tally = Tally(seconds=settings.READING_WRITTEN_SECONDS)


def most_read(day: datetime.date, limit: int) -> list[Article]:
    """The stories that were read most on a day of Amsterdam, best read first.

    Those that readers can't see any more are left out. At most `limit`; each costs a
    step in an index, however much was read.
    """
    rows = Article.objects.visible().for_cards().filter(readings__day=day)
    return list(rows.order_by("-readings__n", "-readings__article_id")[:limit])


def read_lately() -> ArticleQuerySet:
    """Stories by how often they were read today and yesterday, best read first.

    Among the best of either day; each has that number as `times_read`.
    """
    today = timezone.localdate()
    days = (today, today - datetime.timedelta(days=1))
    best = [Reading.objects.best_of(day).values("article")[:CANDIDATES] for day in days]
    both = Reading.objects.filter(article=OuterRef("pk"), day__in=days).order_by()
    times = both.values("article").values(times=Sum("n"))
    found = Article.objects.visible().filter(pk__in=best[0].union(best[1]))
    return found.annotate(times_read=Subquery(times)).order_by(
        "-times_read", *Article.NEWEST_FIRST
    )


def forget_readings() -> int:
    """Remove what is older than the days it is kept; returns how many rows."""
    first = timezone.localdate() - datetime.timedelta(days=KEPT_DAYS)
    return Reading.objects.filter(day__lt=first).delete()[0]
