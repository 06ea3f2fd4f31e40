"""How much people talk about stories, for the cards and lists that tell of it."""

from datetime import timedelta
from typing import Any, TypeVar

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from community.models import Thread
from news.models import Article

Rows = TypeVar("Rows", bound=QuerySet[Any])  # Any: stories, or what points at them

FRESH_FOR = timedelta(days=14)  # A story of last year is discussed on its own page.


def with_talk(rows: Rows, *, article: str = "pk") -> Rows:
    """The rows with the `comment_count` of their article, at no query of its own."""
    threads = Thread.objects.filter(article=OuterRef(article))
    return rows.annotate(
        comment_count=Coalesce(Subquery(threads.values("comment_count")), 0)
    )


def most_discussed(*, most: int) -> list[Article]:
    """Stories of the last two weeks that people talk about, most talked about first.

    Read are the stories of those weeks alone, by the index of their moments.
    """
    fresh = Article.objects.visible().filter(
        published_at__gte=timezone.now() - FRESH_FOR
    )
    talked = fresh.filter(thread__comment_count__gt=0).for_cards()
    found = talked.annotate(comment_count=F("thread__comment_count"))
    return list(found.order_by("-comment_count", *Article.NEWEST_FIRST)[:most])
