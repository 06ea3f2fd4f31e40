"""Trailers that stand elsewhere; nothing of them is asked for before a reader does."""

import re
from typing import Self
from urllib.parse import parse_qs, urlsplit

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


# The last part of an address where one looks, shares or embeds.
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([A-Za-z0-9_-]+)/?")
_VIMEO_PATH = re.compile(r"(?:/[A-Za-z0-9_-]+)*?/([0-9]+)(?:/[0-9a-f]+)?/?")


def key_in(address: str) -> tuple[TrailerSite, str] | None:
    """The site and key that an address names: of a page, a short one, an embedded one.

    None where it is no address of a trailer that we know.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # Such as an unfinished «http://[».
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in {"http", "https"}:
        return None
    if host == "youtu.be":
        return _key(TrailerSite.YOUTUBE, parts.path.strip("/"))
    if host in {"youtube.com", "youtube-nocookie.com"}:
        embedded = _YOUTUBE_PATH.fullmatch(parts.path)
        asked = parse_qs(parts.query).get("v", [""])[0]
        return _key(TrailerSite.YOUTUBE, embedded[1] if embedded else asked)
    if host in {"vimeo.com", "player.vimeo.com"}:
        numbered = _VIMEO_PATH.fullmatch(parts.path)
        return _key(TrailerSite.VIMEO, numbered[1]) if numbered else None
    return None


def _key(site: TrailerSite, key: str) -> tuple[TrailerSite, str] | None:
    return (site, key) if re.fullmatch(r"[A-Za-z0-9_-]{1,20}", key) else None


class TrailerQuerySet(models.QuerySet["Trailer"]):
    def for_playing(self) -> Self:
        """With its title's name, and the number of the picture to stand for it."""
        stills = Still.objects.filter(title=models.OuterRef("title"))
        ordered = stills.order_by("position", "id").values("picture")
        return self.select_related("title__series").annotate(
            still_id=models.Subquery(ordered[:1])
        )

    def at(self, site: TrailerSite, key: str) -> Self:
        """The trailer with this key, at each title that has it."""
        return self.filter(site=site, key=key)


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
        indexes = [models.Index(fields=["key", "site"], name="trailer_by_key")]

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
