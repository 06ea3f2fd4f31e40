"""A title's stored result: a narrow row of its own, moved by every vote."""

from decimal import Decimal
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

HALF_STARS: Final = range(1, 11)
FEWEST_VOTES = 5  # Below this a mean tells of one or two people, not of the title.


class Score(models.Model):
    """How a title was voted on. A title without a row has had no vote yet."""

    # Written by catalog.scores only. No index but the key: updates stay in place.
    title = models.OneToOneField(
        "catalog.Title",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="score",
    )
    n = models.PositiveIntegerField(_("votes"), default=0)
    sum = models.PositiveBigIntegerField(_("sum in half stars"), default=0)
    b1 = models.PositiveIntegerField(default=0)
    b2 = models.PositiveIntegerField(default=0)
    b3 = models.PositiveIntegerField(default=0)
    b4 = models.PositiveIntegerField(default=0)
    b5 = models.PositiveIntegerField(default=0)
    b6 = models.PositiveIntegerField(default=0)
    b7 = models.PositiveIntegerField(default=0)
    b8 = models.PositiveIntegerField(default=0)
    b9 = models.PositiveIntegerField(default=0)
    b10 = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    n=sum(
                        (models.F(f"b{half}") for half in range(2, 11)), models.F("b1")
                    )
                ),
                name="a_score_counts_each_of_its_votes",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title_id}: {self.n}"

    @property
    def buckets(self) -> list[int]:
        """Votes per half star, 0,5 first."""
        return [getattr(self, f"b{half}") for half in HALF_STARS]

    @property
    def mean(self) -> Decimal | None:
        """Mean in stars, 0,5 to 5; None under `FEWEST_VOTES`."""
        if self.n < FEWEST_VOTES:
            return None
        return Decimal(self.sum) / self.n / 2
