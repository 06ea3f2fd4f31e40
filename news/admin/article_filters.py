"""Filters of the list of stories."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.filters import ChoiceFilter, Choices
from news.models import Article, Stage

OWN = "ja"


class StageFilter(ChoiceFilter):
    title = gettext_lazy("stage")
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        return [
            ("concept", _("draft")),
            ("nakijken", _("in review")),
            ("gepland", _("scheduled")),
            ("gepubliceerd", _("published")),
            ("ingetrokken", _("withdrawn")),
        ]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> QuerySet[Article]:
        chosen = self.value()
        now = timezone.now()
        ready = Q(stage=Stage.READY)
        asked = {
            "concept": Q(stage=Stage.DRAFT),
            "nakijken": Q(stage=Stage.REVIEW),
            "gepland": ready & Q(published_at__gt=now),
            "gepubliceerd": ready & Q(published_at__lte=now),
            "ingetrokken": Q(stage=Stage.WITHDRAWN),
        }
        return queryset.filter(asked[chosen]) if chosen else queryset


class OwnFilter(ChoiceFilter):
    title = gettext_lazy("whose")
    parameter_name = "eigen"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        return [(OWN, _("my own"))]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> QuerySet[Article]:
        if self.value() is None:
            return queryset
        return queryset.filter(author__member=request.user.pk)
