"""Which tags a story has."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.article import Article
from news.models.tag import Tag


class ArticleTag(models.Model):
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="tag_rows"
    )
    tag = models.ForeignKey(
        Tag, verbose_name=_("tag"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        # The table that Django had made by itself.
        db_table = "news_article_tags"
        verbose_name = _("tag of the article")
        verbose_name_plural = _("tags of the article")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "tag"], name="an_article_has_a_tag_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.tag)
