"""Pictures from or about a title, beside its poster."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.picture import Picture


class Still(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="stills"
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="still_of",
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "picture"],
                name="a_title_shows_a_picture_once",
                violation_error_message=_("This picture is there already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.picture)
