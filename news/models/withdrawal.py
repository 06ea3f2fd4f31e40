"""A story taken back: by whom and why, which its page goes on telling."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class Withdrawal(models.Model):
    # Written by news.publishing only, together with the article's stage.
    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="withdrawal"
    )
    reason = models.CharField(
        _("reason"),
        max_length=300,
        help_text=_("A sentence for readers: they see it where the story stood."),
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_withdrawal_has_a_reason",
                violation_error_message=_("Tell readers why."),
            )
        ]

    def __str__(self) -> str:
        return self.reason
