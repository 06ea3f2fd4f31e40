"""What the desk's first page tells beside its list of nouns."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse

from catalog.pictures.register import MOST_COUNTED, attention
from news.models import Article, Stage

register = template.Library()


@register.inclusion_tag("catalog/desk/notices.html")
def picture_notices(*, request: HttpRequest) -> dict[str, Any]:  # Any: a context
    """Pictures that end soon or wait in vain, for those who may see them."""
    if not request.user.has_perm("catalog.view_picture"):
        return {}
    return {
        "attention": attention(),
        "most": MOST_COUNTED,
        "list": reverse("admin:catalog_picture_changelist"),
    }


@register.inclusion_tag("news/desk/notices.html")
def story_notices(*, request: HttpRequest) -> dict[str, Any]:  # Any: a context
    """Stories that wait to be read, for those who may let them go on."""
    user = request.user
    if not (
        user.has_perm("news.edit_article") or user.has_perm("news.publish_article")
    ):
        return {}
    waiting = Article.objects.filter(stage=Stage.REVIEW).order_by()
    return {
        "waiting": waiting[: MOST_COUNTED + 1].count(),
        "most": MOST_COUNTED,
        "list": reverse("admin:news_article_changelist"),
    }
