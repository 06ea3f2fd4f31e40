"""Addresses of an old site, which lead to the stories that came from there."""

from news.models import Article, ImportedArticle
from news.models.imported import LONGEST_KEY


def story_at(path: str) -> Article | None:
    """The story that stood at this path of an old site, if readers may see it."""
    wanted = path.rstrip("/")
    if not 1 < len(wanted) <= LONGEST_KEY or "\0" in wanted:
        return None
    visible = Article.objects.visible()
    row = (
        ImportedArticle.objects.filter(path=wanted, article__in=visible)
        .select_related("article")
        .order_by("pk")
        .first()
    )
    return row.article if row else None
