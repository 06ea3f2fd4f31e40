"""The talk under a story: how much of it there is, stored for cards and lists."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models import Article


class Thread(models.Model):
    """Where people talk about one thing; made when the first of them speaks."""

    article = models.OneToOneField(
        Article,
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="thread",
    )
    # Written by whoever publishes, hides or removes a comment, in the same transaction.
    comment_count = models.PositiveIntegerField(_("comments"), default=0)
    last_comment_at = models.DateTimeField(_("last comment"), null=True, blank=True)

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")

    def __str__(self) -> str:
        return str(self.article)
