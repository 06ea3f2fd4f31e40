"""Which article tells again what a day brought."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class Recap(models.Model):
    """The draft of a day's recap, so that a day gets one."""

    # Written by news.recap only.
    day = models.DateField(_("day"), unique=True)
    # The article as it was drafted (news.fingerprint); another one was edited.
    digest = models.CharField(max_length=64)
    article = models.OneToOneField(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="recap",
    )

    class Meta:
        verbose_name = _("recap")
        verbose_name_plural = _("recaps")

    def __str__(self) -> str:
        return str(self.day)
