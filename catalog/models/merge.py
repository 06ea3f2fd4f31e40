"""Merges: which title or person went into which, by whom, when and why."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """A thing that is in another one now; its address leads there.

    `into` follows when that one is merged in turn, so that one look-up is enough.
    """

    # Written by catalog.merging only.
    old_id = models.BigIntegerField(_("old id"))
    old_name = models.CharField(_("old name"), max_length=400)
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    # `filled` fields, ids of rows that `moved`, and whole rows that had no place.
    record = models.JSONField(_("what happened to its rows"), default=dict)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("merged by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.old_name} ({self.old_id})"

    @property
    def moved(self) -> dict[str, list[Any]]:  # Any: keys of any sort
        """Ids of the rows that moved, by model and column: `catalog.credit.title`."""
        moved: dict[str, list[Any]] = self.record.get("moved", {})
        return moved

    @property
    def kept(self) -> dict[str, list[dict[str, Any]]]:  # Any: values of any column
        """Rows that had no place at the other, by model and column."""
        kept: dict[str, list[dict[str, Any]]] = self.record.get("kept", {})
        return kept


class TitleMerge(Merge):
    into = models.ForeignKey(
        "catalog.Title",
        verbose_name=_("merged into"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="merges",
    )
    # Where a season's address was: of which series, with which number.
    old_series = models.ForeignKey(
        "catalog.Title", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    old_number = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("merged title")
        verbose_name_plural = _("merged titles")
        constraints = [
            models.UniqueConstraint(
                fields=["old_id"],
                condition=Q(undone_at__isnull=True),
                name="a_title_goes_into_one_other",
            )
        ]


class PersonMerge(Merge):
    into = models.ForeignKey(
        "catalog.Person",
        verbose_name=_("merged into"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="merges",
    )

    class Meta:
        verbose_name = _("merged person")
        verbose_name_plural = _("merged people")
        constraints = [
            models.UniqueConstraint(
                fields=["old_id"],
                condition=Q(undone_at__isnull=True),
                name="a_person_goes_into_one_other",
            )
        ]
