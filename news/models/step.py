"""A step in a story's life: who let it go on, or took it back, and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class StepKind(models.TextChoices):
    SUBMITTED = "submitted", _("handed in")
    SENT_BACK = "sent-back", _("sent back to the writer")
    PUBLISHED = "published", _("published")
    SCHEDULED = "scheduled", _("scheduled")
    UNSCHEDULED = "unscheduled", _("taken from the schedule")
    WITHDRAWN = "withdrawn", _("withdrawn")
    BROUGHT_BACK = "brought-back", _("brought back")


class Step(models.Model):
    # Written by news.publishing only, together with the article's stage.
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=12, choices=StepKind)
    note = models.CharField(_("note"), max_length=300, blank=True)
    # When readers see it, of what was published or scheduled.
    moment = models.DateTimeField(_("moment"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    taken_at = models.DateTimeField(_("taken at"), auto_now_add=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=StepKind.values),
                name="a_step_is_of_a_known_kind",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
