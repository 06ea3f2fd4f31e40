"""What somebody typed and has not saved yet, for when a browser or a line fails."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article


class Autosave(models.Model):
    # Written by news.autosaving only; without an article while a story is new.
    article = models.ForeignKey(
        Article, null=True, on_delete=models.CASCADE, related_name="autosaves"
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    fields = models.JSONField(help_text="The form's own fields, by name.")
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "article"],
                nulls_distinct=False,
                name="a_member_has_one_unsaved_text_of_an_article",
            )
        ]

    def __str__(self) -> str:
        return str(self.fields.get("headline", ""))
