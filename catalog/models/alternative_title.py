"""Other names of a title: those used in the Low Countries, or internationally."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.country import Country
from moviemeter.lib import text
from moviemeter.lib.derived import DerivedCharField


class AlternativeKind(models.TextChoices):
    RELEASE = "release", _("title of release")
    WORKING = "working", _("working title")
    SPELLING = "spelling", _("other spelling")


class AlternativeTitle(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="alternative_titles"
    )
    name = models.CharField(_("title"), max_length=300)
    language = models.CharField(_("language"), max_length=3, blank=True)
    country = models.ForeignKey(
        Country,
        verbose_name=_("country"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=AlternativeKind,
        default=AlternativeKind.RELEASE,
    )
    search_key = DerivedCharField(derive=lambda row: text.fold(row.name))

    class Meta:
        verbose_name = _("alternative title")
        verbose_name_plural = _("alternative titles")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "name", "language"],
                name="a_title_has_an_alternative_title_once",
                violation_error_message=_("This alternative title is there already."),
            )
        ]
        indexes = [
            models.Index(fields=["search_key"], name="alternative_by_search_key"),
            GinIndex(
                OpClass("search_key", name="gin_trgm_ops"),
                name="alternative_search_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return self.name
