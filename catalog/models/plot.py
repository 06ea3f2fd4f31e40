"""What a title is about, without giving anything away."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextLicence(models.TextChoices):
    OWN = "own", _("our own")
    CC0 = "cc0", "CC0"
    CC_BY = "cc-by", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa", "CC BY-SA 4.0"
    PERMISSION = "permission", _("by permission")


class Plot(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="plots"
    )
    language = models.CharField(_("language"), max_length=3, default="nl")
    text = models.TextField(
        _("text"), help_text=_("No spoilers; an empty line parts paragraphs.")
    )
    author = models.CharField(_("author"), max_length=120)
    licence = models.CharField(
        _("licence"), max_length=10, choices=TextLicence, default=TextLicence.OWN
    )

    class Meta:
        verbose_name = _("plot")
        verbose_name_plural = _("plots")
        constraints = [
            models.UniqueConstraint(
                fields=["title", "language"],
                name="one_plot_per_title_and_language",
                violation_error_message=_("There is a plot in this language already."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def paragraphs(self) -> list[str]:
        parts = self.text.replace("\r\n", "\n").split("\n\n")
        return [" ".join(part.split()) for part in parts if part.strip()]
