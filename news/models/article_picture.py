"""Pictures amid a story's text, so that the register of licences knows of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Picture
from news.models.article import Article


class ArticlePictureManager(models.Manager["ArticlePicture"]):
    """With the story, whose name and address the register tells."""

    def get_queryset(self) -> models.QuerySet["ArticlePicture"]:
        return super().get_queryset().select_related("article")


class ArticlePicture(models.Model):
    # Written by news.rendering only.
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="picture_rows"
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("picture in the text"),
        on_delete=models.CASCADE,
        related_name="in_text_of",
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ArticlePictureManager()

    class Meta:
        verbose_name = _("picture in the text")
        verbose_name_plural = _("pictures in the text")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "picture"],
                name="an_article_holds_a_picture_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.article)

    def get_absolute_url(self) -> str:
        return self.article.get_absolute_url()
