"""How long a title lasts, a row for each version of it."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Duration(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="durations"
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), validators=[MinValueValidator(1)]
    )
    note = models.CharField(
        _("note"), max_length=80, blank=True, help_text=_("For instance: final cut.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("duration")
        verbose_name_plural = _("durations")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "minutes", "note"],
                name="a_title_has_a_duration_once",
                violation_error_message=_("This duration is there already."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0),
                name="a_duration_is_not_nothing",
                violation_error_message=_("A duration is at least one minute."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} ({self.note})" if self.note else str(self.minutes)
