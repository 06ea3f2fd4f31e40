"""How this site writes numbers, days and enumerations (docs/glossary.md, notation).

Years, ids and addresses are never passed through `whole`: they get no dot.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def whole(number: int) -> str:
    """175714 as «175.714»."""
    return f"{number:,}".replace(",", ".")


def decimals(number: float | Decimal, places: int = 2) -> str:
    """3.725 as «3,73»: halves go up, and a whole part of thousands gets its dot."""
    step = Decimal(1).scaleb(-places)
    exact = Decimal(str(number)).quantize(step, ROUND_HALF_UP)
    return f"{exact:,}".translate(str.maketrans(",.", ".,"))


def stars(half_stars: int) -> str:
    """9 half stars as «4,5», 8 as «4»."""
    return f"{half_stars // 2},5" if half_stars % 2 else str(half_stars // 2)


def day(moment: date) -> str:
    """«7 maart 2022»; a moment is taken in the site's own time zone."""
    if isinstance(moment, datetime):
        moment = _local(moment)
    return f"{moment.day} {month_name(moment.month)} {moment.year}"


def clock(moment: datetime) -> str:
    """«7 maart 2022, 21:44 uur», in the site's own time zone."""
    local = _local(moment)
    return f"{day(local)}, {local:%H:%M} uur"


def hour(moment: datetime) -> str:
    """«21:44», by Amsterdam's clock."""
    return f"{_local(moment):%H:%M}"


def month_name(month: int) -> str:
    """1 as «januari»: months are written in lower case."""
    return MONTHS[month - 1]


def enumerate_names(names: Sequence[str]) -> str:
    """«A, B en C»; empty for nobody."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {
        "names": ", ".join(names[:-1]),
        "last": names[-1],
    }


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
