"""What every page's frame shows: counter bar, colour scheme, addresses."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from community.models import CounterSnapshot
from moviemeter.scheme import ATTRIBUTES, chosen_scheme


def frame(request: HttpRequest) -> dict[str, object]:
    """The frame's part of a template's context; the counters cost one query."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical": f"{settings.SITE_URL}{request.path}",
        "development": settings.DEVELOPMENT,
        "scheme": ATTRIBUTES[chosen_scheme(request)],
        "counters": SimpleLazyObject(_counters),
    }


def _counters() -> CounterSnapshot:
    return CounterSnapshot.objects.first() or CounterSnapshot()
