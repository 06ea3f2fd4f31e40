"""Loading the whole demonstration: catalogue, stories, accounts, counters."""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from procrastinate.exceptions import AlreadyEnqueued

from catalog.demonstration.loading import Loaded, load_demonstration
from community.counting import renew_counters
from community.demonstration import make_accounts, refuse_in_production
from moviemeter.tasks import draw_cards
from news.demonstration.loading import load_articles

SOURCES = ("catalog/demonstration", "catalog/drawing", "news/demonstration")


@dataclass(frozen=True, slots=True)
class Whole:
    """How much of each the demonstration holds."""

    catalogue: Loaded
    articles: int


def load_all(
    *, progress: Callable[[int, int], None] = lambda done, total: None
) -> Whole:
    """Make or correct the demonstration; the same again changes nothing."""
    refuse_in_production()
    mark = _mark()
    catalogue = load_demonstration(progress=progress)
    articles = load_articles()
    make_accounts()
    renew_counters()
    _stamp().write_text(mark, encoding="ascii")
    return Whole(catalogue, articles)


def is_due(*, empty: bool) -> bool:
    """Whether this database lacks the demonstration as its texts stand today."""
    stamp = _stamp()
    return empty or not stamp.exists() or stamp.read_text(encoding="ascii") != _mark()


def ask_for_cards() -> None:
    """Have the missing cards for sharing drawn by a job; nothing waits for them."""
    # They may be asked for already; the savepoint keeps a caller's transaction whole.
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        draw_cards.defer()


def _stamp() -> Path:
    return Path(settings.STATE_DIR) / "demonstration-stamp"


def _mark() -> str:
    """One mark of the texts, of the code that draws, and of this very database."""
    with connection.cursor() as cursor:
        cursor.execute("select oid from pg_database where datname = current_database()")
        database = (*cursor.fetchone(), connection.settings_dict["HOST"])
    mark = hashlib.sha256(repr(database).encode())
    for source in SOURCES:
        for path in sorted((settings.BASE_DIR / source).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                name = path.relative_to(settings.BASE_DIR)
                mark.update(f"\0{name}\0".encode() + path.read_bytes())
    return mark.hexdigest()
