"""Pictures and the right to show them."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models.revision import Revisions


class LicenceKind(models.TextChoices):
    OWN = "own", _("our own work")
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    CC0 = "cc0", "CC0"
    CC_BY = "cc-by", "CC BY"
    CC_BY_SA = "cc-by-sa", "CC BY-SA"
    PRESS = "press", _("press material")
    AGENCY = "agency", _("bought from an agency")
    PERMISSION = "permission", _("by permission")


class PictureQuerySet(models.QuerySet["Picture"]):
    def current(self) -> Self:
        """Pictures that may be shown today: their licence has not ended."""
        today = timezone.localdate()
        return self.filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=today)
        )


class Picture(models.Model):
    file = models.FileField(
        _("file"), upload_to="pictures", max_length=200, unique=True
    )
    social_card = models.FileField(
        _("card for sharing"),
        upload_to="cards",
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("1200 by 630, written by catalog.social_cards only."),
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    tint = models.PositiveSmallIntegerField(
        _("tint"),
        default=0,
        editable=False,
        help_text=_("One of 64 colours that fill its place while it loads."),
    )
    alt = models.CharField(
        _("description for those who can't see it"), max_length=300, blank=True
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, help_text=_("For instance: © ANP.")
    )
    maker = models.CharField(_("maker"), max_length=120, blank=True)
    agency = models.CharField(_("agency"), max_length=120, blank=True)
    licence_kind = models.CharField(
        _("kind of licence"), max_length=14, choices=LicenceKind
    )
    licence_address = models.URLField(_("address of the licence"), blank=True)
    ends_on = models.DateField(
        _("last day of the licence"),
        null=True,
        blank=True,
        help_text=_("After this day the picture vanishes from every page."),
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PictureQuerySet.as_manager()
    history = Revisions(excluded=["social_card"])

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(credit="") & ~models.Q(licence_kind=""),
                name="a_picture_has_a_credit_and_a_licence",
                violation_error_message=_(
                    "A picture needs a credit and a kind of licence."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0, tint__lt=64),
                name="a_picture_has_a_size_and_a_tint",
            ),
        ]
        indexes = [
            models.Index(
                fields=["ends_on"],
                name="picture_by_end",
                condition=models.Q(ends_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.alt or self.caption or str(self.file)

    @property
    def is_current(self) -> bool:
        return self.ends_on is None or self.ends_on >= timezone.localdate()

    @property
    def is_drawing(self) -> bool:
        """A drawing is served as it is; it is sharp at every size."""
        return str(self.file).endswith(".svg")

    @property
    def credit_line(self) -> str:
        """«Beeld: MovieMeter» for a drawing, «Foto: © ANP» for a photograph."""
        if self.is_drawing:
            return gettext("Picture: %(credit)s") % {"credit": self.credit}
        return gettext("Photo: %(credit)s") % {"credit": self.credit}
