"""Countries by their Dutch names, and which a title comes from in which order."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Country(models.Model):
    code = models.CharField(
        _("code"),
        max_length=2,
        primary_key=True,
        help_text=_(
            "ISO 3166-1 alpha-2; of a country that is no more, the one it had."
        ),
    )
    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(_("slug"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("country", kwargs={"slug": self.slug})


class TitleCountry(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="country_rows"
    )
    country = models.ForeignKey(
        Country, verbose_name=_("country"), on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "country"],
                name="a_title_has_a_country_once",
                violation_error_message=_("This country is there already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.country)
