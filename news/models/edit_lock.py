"""Who is busy with a story, so that two do not write over each other."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.models.article import Article

# Somebody's page gives a sign every half minute; without scripts it gives none, and a
# cup of coffee should not cost anybody their turn.
BUSY_FOR = timedelta(minutes=15)


class EditLock(models.Model):
    # Written by news.locking only.
    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, related_name="edit_lock", primary_key=True
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who is busy"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    taken_at = models.DateTimeField(_("since"), default=timezone.now)
    seen_at = models.DateTimeField(_("last sign"), default=timezone.now)

    class Meta:
        verbose_name = _("edit lock")
        verbose_name_plural = _("edit locks")

    def __str__(self) -> str:
        return str(self.holder)

    @property
    def is_held(self) -> bool:
        """Whether its holder gave a sign lately."""
        return self.seen_at > timezone.now() - BUSY_FOR
