"""The site's genres, and which a title has in which order."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Genre(models.Model):
    name = models.CharField(_("name"), max_length=40, unique=True)
    slug = models.SlugField(_("slug"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("genre", kwargs={"slug": self.slug})


class TitleGenre(models.Model):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="genre_rows"
    )
    genre = models.ForeignKey(
        Genre, verbose_name=_("genre"), on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "genre"],
                name="a_title_has_a_genre_once",
                violation_error_message=_("This genre is there already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.genre)
