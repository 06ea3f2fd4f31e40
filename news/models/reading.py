"""How often a story was read on a day: a number, and nobody's name."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class ReadingQuerySet(models.QuerySet["Reading"]):
    def best_of(self, day: date) -> Self:
        """The day's rows, most read first, as the index has them."""
        return self.filter(day=day).order_by("-n", "-article_id")


class Reading(models.Model):
    # Written by news.reading only.
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="readings", db_index=False
    )
    day = models.DateField(_("day"))
    n = models.PositiveIntegerField(_("times read"))

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "day"], name="a_story_has_one_number_a_day"
            )
        ]
        indexes = [
            models.Index(fields=["day", "n", "article"], name="reading_best_of_day")
        ]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.day}: {self.n}"
