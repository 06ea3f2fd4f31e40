"""Dates of which the day, or the month too, may be unknown."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from moviemeter.lib.notation import day, month_name

_WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that is sure up to its precision; parts beyond that are 1."""

    date: date
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """«1944-01-23», «1944-01» or «1944»; anything else raises ValueError."""
        if not _WRITTEN.fullmatch(text):
            raise ValueError(f"{text!r} is no date such as 1944-01-23, 1944-01 or 1944")
        parts = text.split("-")
        precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
        year, month, day_ = (*map(int, parts), 1, 1)[:3]
        return cls(date(year, month, day_), precision)

    @classmethod
    def parse_exact(cls, text: str, precision: Precision) -> "PartialDate":
        """A whole ISO date, «1944-01-01», with how much of it is known beside it."""
        return cls(date.fromisoformat(text), precision)

    @property
    def iso(self) -> str:
        """The known part only: «1944-01», as schema.org and <time> take it."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
        return self.date.isoformat()[: length[self.precision]]

    @property
    def year(self) -> int:
        return self.date.year

    def __str__(self) -> str:
        if self.precision == Precision.YEAR:
            return str(self.date.year)
        if self.precision == Precision.MONTH:
            return f"{month_name(self.date.month)} {self.date.year}"
        return day(self.date)


def precision_field(
    **options: Any,
) -> models.CharField[str, str]:  # Any: as Field takes
    """The column beside a date that tells how much of it is known."""
    return models.CharField(
        _("precision"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
        **options,
    )


def partial_date(known: date | None, precision: str) -> PartialDate | None:
    """The two columns as one value, None where no date is known."""
    return PartialDate(known, Precision(precision)) if known else None
