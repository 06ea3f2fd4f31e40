"""Trailers that stand elsewhere; nothing of them is asked for before a reader does."""

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.still import Still


class TrailerSite(models.TextChoices):
    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"


TRAILER_ADDRESSES = {
    TrailerSite.YOUTUBE: "https://www.youtube.com/watch?v={}",
    TrailerSite.VIMEO: "https://vimeo.com/{}",
}
# Players without cookies, by their origin and the rest of their address.
PLAYERS = {
    TrailerSite.YOUTUBE: ("https://www.youtube-nocookie.com", "/embed/{}?autoplay=1"),
    TrailerSite.VIMEO: ("https://player.vimeo.com", "/video/{}?autoplay=1&dnt=1"),
}


class TrailerQuerySet(models.QuerySet["Trailer"]):
    def for_playing(self) -> Self:
        """With its title's name, and the number of the picture to stand for it."""
        stills = Still.objects.filter(title=models.OuterRef("title"))
        ordered = stills.order_by("position", "id").values("picture")
        return self.select_related("title__series").annotate(
            still_id=models.Subquery(ordered[:1])
        )


class Trailer(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="trailers"
    )
    site = models.CharField(
        _("site"), max_length=8, choices=TrailerSite, default=TrailerSite.YOUTUBE
    )
    key = models.CharField(
        _("key"),
        max_length=20,
        validators=[RegexValidator(r"^[A-Za-z0-9_-]+$")],
        help_text=_("The last part of its address there."),
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    # There after `for_playing` only.
    still_id: int | None

    objects = TrailerQuerySet.as_manager()

    class Meta:
        verbose_name = _("trailer")
        verbose_name_plural = _("trailers")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "site", "key"],
                name="a_title_has_a_trailer_once",
                violation_error_message=_("This trailer is there already."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.key

    @property
    def address(self) -> str:
        return TRAILER_ADDRESSES[TrailerSite(self.site)].format(self.key)

    @property
    def player_origin(self) -> str:
        """Whom a page has to let in for a trailer that plays in it."""
        return PLAYERS[TrailerSite(self.site)][0]

    @property
    def player_address(self) -> str:
        """What plays it in a page, at once."""
        origin, path = PLAYERS[TrailerSite(self.site)]
        return origin + path.format(self.key)
