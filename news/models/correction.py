"""What was wrong in a story and was put right, for readers to know."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class Correction(models.Model):
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="corrections"
    )
    text = models.CharField(
        _("what was wrong"),
        max_length=400,
        help_text=_("For instance: an earlier version gave a wrong year."),
    )
    corrected_at = models.DateTimeField(_("corrected at"), default=timezone.now)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["corrected_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="a_correction_says_what_was_wrong"
            )
        ]

    def __str__(self) -> str:
        return self.text
