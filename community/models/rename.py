"""The public log of changed usernames, and the only way to change one."""

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.utils.translation import gettext_lazy as _


class Rename(models.Model):
    """A member's username changed by the crew, by whom and why.

    The database lets a username change only in the transaction that wrote this row
    (migration `username_is_kept`), so no rename goes unlogged.
    """

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.CASCADE,
        related_name="renames",
    )
    old_username = models.CharField(_("old username"), max_length=150)
    new_username = models.CharField(_("new username"), max_length=150)
    renamed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("renamed by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=300)
    # The transaction's moment, not the statement's: it is compared with now().
    renamed_at = models.DateTimeField(
        _("renamed at"), db_default=TransactionNow(), editable=False
    )

    class Meta:
        verbose_name = _("rename")
        verbose_name_plural = _("renames")
        ordering = ["-renamed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="a_rename_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_username} → {self.new_username}"
