"""Showing a story that is not out yet to somebody without an account."""

from datetime import datetime, timedelta

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from news.models import Article

GOOD_FOR = timedelta(days=7)  # Time for a maker or a press officer to look.
_SALT = "news.previewing"


def preview_address(article: Article) -> str:
    """A path that shows the story as it stands, for a week from now."""
    token = signing.dumps(article.pk, salt=_SALT)
    return reverse("preview", kwargs={"token": token})


def previewed(token: str) -> tuple[int, datetime] | None:
    """Which story a token shows and until when; None for one that is not good (now)."""
    try:
        key = signing.loads(token, salt=_SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return int(key), _made_at(token) + GOOD_FOR


def _made_at(token: str) -> datetime:
    """When a token that is known to be good was made."""
    seconds = signing.b62_decode(token.rsplit(":", 2)[1])
    return datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())
