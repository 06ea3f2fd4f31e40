"""Somebody who made or played in a title."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import ExtractDay, ExtractMonth
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models.country import Country
from catalog.models.picture import Picture
from catalog.models.revision import Revisions
from moviemeter.lib import text
from moviemeter.lib.derived import DerivedCharField
from moviemeter.lib.partial_dates import (
    PartialDate,
    Precision,
    partial_date,
    precision_field,
)


class PersonQuerySet(models.QuerySet["Person"]):
    def visible(self) -> Self:
        return self.filter(visible=True)

    def born_on_day(self, month: int, day: int) -> Self:
        """People whose day of birth is known and is this one, answered by an index."""
        return self.filter(
            born_on__month=month, born_on__day=day, born_precision=Precision.DAY
        )

    def for_cards(self) -> Self:
        return self.select_related("portrait")

    def for_page(self) -> Self:
        return self.select_related("portrait", "birth_country")


class Person(models.Model):
    BY_NAME = ["sort_key", "id"]

    name = models.CharField(_("name"), max_length=200)
    sort_name = models.CharField(
        _("sort name"),
        max_length=200,
        blank=True,
        help_text=_(
            "Only where the rule gets it wrong; «Houten, Carice van» goes by itself."
        ),
    )
    born_on = models.DateField(_("born on"), null=True, blank=True)
    born_precision = precision_field()
    birthplace = models.CharField(_("birthplace"), max_length=120, blank=True)
    died_on = models.DateField(_("died on"), null=True, blank=True)
    died_precision = precision_field()
    visible = models.BooleanField(_("visible to everyone"), default=True)

    birth_country = models.ForeignKey(
        Country,
        verbose_name=_("country of birth"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    portrait = models.ForeignKey(
        Picture,
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="portrait_of",
    )

    sort_key = DerivedCharField(derive=lambda person: text.fold(person.filed_name))
    search_key = DerivedCharField(derive=lambda person: text.fold(person.name))

    objects = PersonQuerySet.as_manager()
    history = Revisions(rows=["outside_ids"], excluded=["sort_key", "search_key"])

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [("merge_person", _("Can merge people"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="a_person_has_a_name",
                violation_error_message=_("A person needs a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(born_on__isnull=True)
                | models.Q(died_on__isnull=True)
                | models.Q(died_on__gte=models.F("born_on"))
                | ~models.Q(born_precision=Precision.DAY)
                | ~models.Q(died_precision=Precision.DAY),
                name="a_person_is_born_before_dying",
                violation_error_message=_(
                    "Nobody dies before being born: look at both dates."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="person_by_name"),
            models.Index(
                fields=["id"], name="person_hidden", condition=models.Q(visible=False)
            ),
            models.Index(fields=["search_key"], name="person_by_search_key"),
            GinIndex(
                OpClass("search_key", name="gin_trgm_ops"),
                name="person_search_trigrams",
            ),
            models.Index(
                ExtractMonth("born_on"),
                ExtractDay("born_on"),
                name="person_by_birthday",
                condition=models.Q(visible=True, born_precision=Precision.DAY),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", kwargs={"place": self.place})

    @property
    def place(self) -> tuple[int, str]:
        """Id and slug, as an address carries them."""
        return self.pk, text.slug(self.name)

    @property
    def filed_name(self) -> str:
        """The name as one looks it up: «Houten, Carice van»."""
        return self.sort_name or text.filed_person(self.name)

    @property
    def born(self) -> PartialDate | None:
        return partial_date(self.born_on, self.born_precision)

    @property
    def died(self) -> PartialDate | None:
        return partial_date(self.died_on, self.died_precision)

    @property
    def years(self) -> str:
        """«1944-2019», «1955», empty where unknown."""
        parts = [date.year for date in (self.born, self.died) if date]
        return "-".join(map(str, parts))
