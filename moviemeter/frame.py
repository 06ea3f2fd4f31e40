"""What every page's frame shows: counter bar, colour scheme, addresses."""

from django.conf import settings
from django.db.models import Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from community.models import CounterSnapshot
from moviemeter.caching import began_at, end_with
from moviemeter.scheme import ATTRIBUTES, chosen_scheme
from news.models import Article


def frame(request: HttpRequest) -> dict[str, object]:
    """The frame's part of a template's context; the counters cost one query."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical": f"{settings.SITE_URL}{request.path}",
        "development": settings.DEVELOPMENT,
        "scheme": ATTRIBUTES[chosen_scheme(request)],
        "counters": SimpleLazyObject(lambda: _counters(request)),
    }


def _counters(request: HttpRequest) -> CounterSnapshot:
    """The counters; in their query the moment at which the page becomes an old one."""
    coming = Article.objects.coming(began_at(request))
    moment = Subquery(coming.values("published_at")[:1])
    snapshot = CounterSnapshot.objects.annotate(next_moment=moment).first()
    if snapshot is None:
        end_with(request, coming.moment())
        return CounterSnapshot()
    end_with(request, snapshot.next_moment)
    return snapshot
