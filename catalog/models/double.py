"""Pairs that may be one and the same, and pairs of which somebody said they are not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Likeness(models.TextChoices):
    """Why two things may be one."""

    SAME_YEAR = "same-year", _("the same name and year")
    YEAR_APART = "year-apart", _("the same name, a year apart")
    NO_YEAR = "no-year", _("the same name, both without a year")
    ORIGINAL_NAME = "original-name", _("the same title in its own script")
    SAME_TITLE = "same-title", _("the same name, credited for the same title")
    SAME_BIRTH = "same-birth", _("the same name and date of birth")


class LikelyDouble(models.Model):
    """Two things that may be one; the likeliest have the lowest `place`."""

    # Written by catalog.doubles only.
    PLACES = ["place", "id"]
    # From here on other catalogues know them as two.
    DOUBTFUL = 10

    likeness = models.CharField(_("likeness"), max_length=13, choices=Likeness)
    place = models.PositiveSmallIntegerField(_("place"))
    found_at = models.DateTimeField(_("found"), auto_now_add=True)

    class Meta:
        abstract = True

    @property
    def is_doubtful(self) -> bool:
        return self.place >= self.DOUBTFUL


class NotDouble(models.Model):
    """Two things that look like one and are two, as somebody said."""

    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True


class LikelyTitleDouble(LikelyDouble):
    first = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("likely double title")
        verbose_name_plural = _("likely double titles")
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="a_likely_double_title_is_found_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="a_likely_double_title_starts_with_the_lower_id",
            ),
        ]
        indexes = [models.Index(fields=["place", "id"], name="likely_title_by_place")]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"


class LikelyPersonDouble(LikelyDouble):
    first = models.ForeignKey(
        "catalog.Person", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "catalog.Person", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("likely double person")
        verbose_name_plural = _("likely double people")
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="a_likely_double_person_is_found_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="a_likely_double_person_starts_with_the_lower_id",
            ),
        ]
        indexes = [models.Index(fields=["place", "id"], name="likely_person_by_place")]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"


class NotTitleDouble(NotDouble):
    first = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="two_titles_are_told_apart_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="titles_told_apart_start_with_the_lower_id",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"


class NotPersonDouble(NotDouble):
    first = models.ForeignKey(
        "catalog.Person", on_delete=models.CASCADE, related_name="+"
    )
    second = models.ForeignKey(
        "catalog.Person", on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="two_people_are_told_apart_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="people_told_apart_start_with_the_lower_id",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
