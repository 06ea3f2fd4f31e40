"""When a title came out, where and in which way."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.country import Country
from moviemeter.lib.partial_dates import PartialDate, partial_date, precision_field


class ReleaseKind(models.TextChoices):
    CINEMA = "cinema", _("in cinemas")
    HOME = "home", _("at home")
    BROADCAST = "broadcast", _("on television or a streaming service")


class Release(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="releases"
    )
    country = models.ForeignKey(
        Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        _("kind"), max_length=9, choices=ReleaseKind, default=ReleaseKind.CINEMA
    )
    released_on = models.DateField(_("date"))
    precision = precision_field()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["released_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "country", "kind"],
                name="one_release_per_title_country_and_kind",
                violation_error_message=_(
                    "There is a release of this kind in this country already."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.date}"

    @property
    def date(self) -> PartialDate | None:
        return partial_date(self.released_on, self.precision)
