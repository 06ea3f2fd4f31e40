"""The seven figures of the counter bar, as a job last counted them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CounterSnapshot(models.Model):
    """One row. Pages read it, no page and no write counts anything."""

    # Written by community.counting only.
    films = models.PositiveBigIntegerField(_("films"), default=0)
    votes = models.PositiveBigIntegerField(_("votes"), default=0)
    members = models.PositiveBigIntegerField(_("members"), default=0)
    articles = models.PositiveBigIntegerField(_("articles"), default=0)
    series = models.PositiveBigIntegerField(_("series"), default=0)
    seasons = models.PositiveBigIntegerField(_("seasons"), default=0)
    actors = models.PositiveBigIntegerField(_("actors"), default=0)
    counted_at = models.DateTimeField(_("counted at"), auto_now=True)

    class Meta:
        verbose_name = _("counter snapshot")
        verbose_name_plural = _("counter snapshots")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="there_is_one_counter_snapshot"
            )
        ]

    def __str__(self) -> str:
        return str(self.counted_at)
