"""Pictures and the right to show them."""

import datetime
from pathlib import PurePosixPath
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models.revision import Revisions
from moviemeter.lib import text
from moviemeter.lib.derived import DerivedCharField

FOCUS_STEPS = 5  # Places each way that a picture's heart may be at.
MIDDLE = FOCUS_STEPS // 2
SOON = datetime.timedelta(days=30)  # A licence that ends within it asks for attention.
# Sizes take seconds; what waits this long waits for something that went wrong.
STUCK_AFTER = datetime.timedelta(minutes=10)


def originals() -> Storage:
    """Where originals are kept, which is never where readers' pictures are."""
    return storages["originals"]


class LicenceKind(models.TextChoices):
    OWN = "own", _("our own work")
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    CC0 = "cc0", "CC0"
    CC_BY = "cc-by", "CC BY"
    CC_BY_SA = "cc-by-sa", "CC BY-SA"
    PRESS = "press", _("press material")
    AGENCY = "agency", _("bought from an agency")
    PERMISSION = "permission", _("by permission")


# What shows pictures in the catalogue itself, by the names of the relations.
USES = ("poster_of", "portrait_of", "still_of")


class PictureQuerySet(models.QuerySet["Picture"]):
    def current(self) -> Self:
        """Pictures that may be shown today: their licence has not ended."""
        today = timezone.localdate()
        return self.filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=today)
        )

    def ended(self) -> Self:
        return self.filter(ends_on__lt=timezone.localdate())

    def ending_soon(self) -> Self:
        """Pictures that vanish within thirty days, today's included."""
        today = timezone.localdate()
        return self.filter(ends_on__range=(today, today + SOON))

    def waiting(self) -> Self:
        """Photographs whose sizes are asked for and not there."""
        return self.filter(waiting_since__isnull=False)

    def stuck(self) -> Self:
        return self.filter(waiting_since__lt=timezone.now() - STUCK_AFTER)

    def used(self) -> Self:
        return self.filter(_is_used())

    def unused(self) -> Self:
        return self.exclude(_is_used())

    def for_register(self) -> Self:
        """With all that they are used for."""
        return self.prefetch_related(
            *("poster_of__series", "portrait_of", "still_of__title__series"),
            *uses_above(),
        )


def uses_above() -> list[str]:
    """What shows pictures in the apps above, by the name of its relation."""
    names = [relation.name for relation in Picture._meta.related_objects]
    return [name for name in names if name not in USES]


def _is_used() -> models.Q:
    found = models.Q()
    for relation in Picture._meta.related_objects:
        rows = relation.related_model._default_manager.filter(
            **{relation.field.name: models.OuterRef("pk")}
        )
        found |= models.Q(models.Exists(rows))
    return found


class Picture(models.Model):
    file = models.FileField(
        _("file"),
        upload_to="pictures",
        max_length=200,
        unique=True,
        help_text=_("What readers get: a drawing, or a photograph's largest size."),
    )
    original = models.FileField(
        _("original"),
        storage=originals,
        max_length=120,
        blank=True,
        editable=False,
        help_text=_("As it was brought; only the desk gives it out."),
    )
    social_card = models.FileField(
        _("card for sharing"),
        upload_to="cards",
        max_length=200,
        blank=True,
        editable=False,
        help_text=_("1200 by 630, written by the jobs that draw cards and sizes."),
    )
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    tint = models.PositiveSmallIntegerField(
        _("tint"),
        default=0,
        editable=False,
        help_text=_("One of 64 colours that fill its place while it loads."),
    )
    focus_x = models.PositiveSmallIntegerField(
        _("heart, across"), default=MIDDLE, help_text=_("0 is left, 4 is right.")
    )
    focus_y = models.PositiveSmallIntegerField(
        _("heart, down"), default=MIDDLE, help_text=_("0 is above, 4 is below.")
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

    # Written by catalog.pictures only: which file has its sizes, in which widths,
    # since when they are waited for, and when an ended licence took them away.
    sizes_of = models.CharField(max_length=200, blank=True, editable=False)
    widths = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, editable=False
    )
    waiting_since = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_key = DerivedCharField(
        max_length=900, derive=lambda picture: text.fold(" ".join(picture.words))
    )

    objects = PictureQuerySet.as_manager()
    history = Revisions(
        excluded=[
            "social_card",
            "sizes_of",
            "widths",
            "waiting_since",
            "withdrawn_at",
            "search_key",
        ]
    )

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
            models.CheckConstraint(
                condition=models.Q(focus_x__lt=FOCUS_STEPS, focus_y__lt=FOCUS_STEPS),
                name="a_picture_has_its_heart_inside",
                violation_error_message=_("The heart lies inside the picture."),
            ),
            models.UniqueConstraint(
                fields=["original"],
                condition=~models.Q(original=""),
                name="an_original_is_of_one_picture",
                violation_error_message=_("Another picture has this original."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["ends_on"],
                name="picture_by_end",
                condition=models.Q(ends_on__isnull=False),
            ),
            models.Index(
                fields=["ends_on"],
                name="picture_to_withdraw",
                condition=models.Q(ends_on__isnull=False, withdrawn_at__isnull=True),
            ),
            models.Index(
                fields=["waiting_since"],
                name="picture_waiting",
                condition=models.Q(waiting_since__isnull=False),
            ),
            GinIndex(
                OpClass("search_key", name="gin_trgm_ops"),
                name="picture_search_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.caption or str(self.file)

    @property
    def is_current(self) -> bool:
        return self.ends_on is None or self.ends_on >= timezone.localdate()

    @property
    def is_shown(self) -> bool:
        """Whether pages show it: its licence runs, and its files are there."""
        return self.is_current and self.has_files

    @property
    def has_files(self) -> bool:
        """Whether the files that readers get are there."""
        made = self.is_drawing or self.sizes_of == str(self.file)
        return made and self.withdrawn_at is None

    @property
    def is_stuck(self) -> bool:
        since = self.waiting_since
        return since is not None and since < timezone.now() - STUCK_AFTER

    @property
    def is_drawing(self) -> bool:
        """A drawing is served as it is; it is sharp at every size."""
        return str(self.file).endswith(".svg")

    @property
    def words(self) -> tuple[str, ...]:
        """All that is told of it, as one searches for it."""
        return (self.alt, self.caption, self.credit, self.maker, self.agency)

    @property
    def credit_line(self) -> str:
        """«Beeld: MovieMeter» for a drawing, «Foto: © ANP» for a photograph."""
        if self.is_drawing:
            return gettext("Picture: %(credit)s") % {"credit": self.credit}
        return gettext("Photo: %(credit)s") % {"credit": self.credit}

    def size_address(self, width: int, suffix: str) -> str:
        """Where readers find a photograph's size; the suffix is «.avif» or «.jpg»."""
        return self.file.storage.url(size_name(str(self.file), width, suffix))

    @property
    def small_address(self) -> str:
        """Its smallest size, or the drawing itself."""
        return self._least_address(0)

    @property
    def preview_address(self) -> str:
        """The smallest size of at least 640, or its largest, or the drawing itself."""
        return self._least_address(640)

    def _least_address(self, least: int) -> str:
        enough = [width for width in sorted(self.widths) if width >= least]
        return self.size_address(enough[0], ".jpg") if enough else self.file.url


def size_name(file: str, width: int, suffix: str) -> str:
    """The name of a photograph's size: its file's own, with another width."""
    path = PurePosixPath(file)
    return str(path.with_name(f"{path.stem.rpartition('-')[0]}-{width}{suffix}"))
