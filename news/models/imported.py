"""What came from an old site: where each story and picture was, and what we made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Picture
from news.models.article import Article

LONGEST_KEY = 500  # Letters of a guid, an old path or a picture's old address.


class ImportedArticle(models.Model):
    """A story of another site by its own key, so that it comes once.

    The row stays when an editor deletes the article, which is not brought back then.
    """

    # Written by news.imports only.
    source = models.CharField(_("source"), max_length=100)
    guid = models.CharField(_("key at the source"), max_length=LONGEST_KEY)
    # Path of the old address without a slash at its end; readers are led from it.
    path = models.CharField(_("old path"), max_length=LONGEST_KEY, blank=True)
    # The article as the import left it (news.fingerprint); another one was edited.
    digest = models.CharField(max_length=64)
    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="imports",
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)

    class Meta:
        verbose_name = _("imported article")
        verbose_name_plural = _("imported articles")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "guid"], name="a_story_of_a_source_is_imported_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["path"],
                name="imported_by_path",
                condition=~models.Q(path=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.guid}"


class ImportedPicture(models.Model):
    """A picture of another site by its old address, so that it comes once."""

    # Written by news.imports only.
    source = models.CharField(_("source"), max_length=100)
    address = models.CharField(_("old address"), max_length=LONGEST_KEY)
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("picture"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("imported picture")
        verbose_name_plural = _("imported pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "address"],
                name="a_picture_of_a_source_is_imported_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.address}"
