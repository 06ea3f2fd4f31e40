"""Moments as the formats write them; what is no moment is None."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone

EARLIEST = 1970  # Before it «no date» was written in a dozen ways.
LATEST = 2100


def of_mail(text: str) -> datetime | None:
    """«Mon, 07 Mar 2022 09:15:00 +0100», as RFC 822 and its heirs have it."""
    try:
        return _sensible(parsedate_to_datetime(text.strip()))
    except ValueError:
        return None


def of_iso(text: str) -> datetime | None:
    """«2022-03-07T09:15:00+01:00», as RFC 3339 has it."""
    try:
        return _sensible(datetime.fromisoformat(text.strip()))
    except ValueError:
        return None


def of_wordpress(text: str, *, is_local: bool = False) -> datetime | None:
    """«2022-03-07 08:15:00» of UTC, or of the site's own time."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:  # «0000-00-00 00:00:00» among it.
        return None
    if is_local and found.tzinfo is None:
        found = timezone.make_aware(found)
    return _sensible(found)


def _sensible(found: datetime) -> datetime | None:
    """The moment in UTC, to the second; without a zone it is taken as that."""
    if not EARLIEST < found.year < LATEST:
        return None
    found = found.replace(microsecond=0)  # HTML knows no six digits of a fraction.
    if found.tzinfo is None:
        return found.replace(tzinfo=UTC)
    return found.astimezone(UTC)
