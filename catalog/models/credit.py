"""Who did what for a title."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.person import Person


class Job(models.TextChoices):
    """What one can be credited for, in the order in which a page lists it."""

    DIRECTOR = "director", _("direction")
    CREATOR = "creator", _("created by")
    WRITER = "writer", _("screenplay")
    AUTHOR = "author", _("after the book by")
    CINEMATOGRAPHER = "cinematographer", _("camera")
    COMPOSER = "composer", _("music")
    EDITOR = "editor", _("editing")
    PRODUCER = "producer", _("production")
    ACTOR = "actor", _("cast")


class CreditQuerySet(models.QuerySet["Credit"]):
    def cast(self) -> Self:
        return self.filter(job=Job.ACTOR)

    def crew(self) -> Self:
        return self.exclude(job=Job.ACTOR)

    def for_title(self) -> Self:
        """What a title's page lists: people by job and billing."""
        return self.filter(person__visible=True).select_related("person")

    def for_filmography(self) -> Self:
        """What a person's page lists: titles with their scores."""
        return self.filter(title__visible=True).select_related(
            "title__score", "title__series", "title__poster"
        )


class Credit(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="credits"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="credits",
    )
    job = models.CharField(_("job"), max_length=16, choices=Job)
    character = models.CharField(_("role"), max_length=200, blank=True)
    is_voice = models.BooleanField(_("voice only"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "person", "job", "character"],
                name="one_credit_per_title_person_job_and_role",
                violation_error_message=_("This person is credited for that already."),
            ),
            models.CheckConstraint(
                condition=models.Q(job=Job.ACTOR)
                | models.Q(character="", is_voice=False),
                name="only_a_player_has_a_role_or_lends_a_voice",
                violation_error_message=_(
                    "Only of the cast can a role or a voice be told."
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["title", "job", "position", "id"], name="credit_of_title"
            ),
            models.Index(fields=["person", "job"], name="credit_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_job_display()}"
