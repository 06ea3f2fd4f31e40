"""Film, series and season: one kind of title each, with its own manager."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models.title import Kind, Title, TitleQuerySet, records


class KindManager(models.Manager[Title]):
    """Titles of one kind; a title made through it gets that kind."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> TitleQuerySet:
        return TitleQuerySet(self.model, using=self._db).filter(kind=self.kind)

    def create(self, **values: Any) -> Title:  # Any: values of any column
        return super().create(kind=self.kind, **values)

    def visible(self) -> TitleQuerySet:
        return self.get_queryset().visible()


class Film(Title):
    objects: ClassVar[KindManager] = KindManager(Kind.FILM)  # type: ignore[assignment]  # titles of one kind

    class Meta:
        proxy = True
        verbose_name = _("film")
        verbose_name_plural = _("films")


class Series(Title):
    objects: ClassVar[KindManager] = KindManager(Kind.SERIES)  # type: ignore[assignment]  # titles of one kind

    class Meta:
        proxy = True
        verbose_name = pgettext_lazy("one", "series")
        verbose_name_plural = _("series")


class Season(Title):
    objects: ClassVar[KindManager] = KindManager(Kind.SEASON)  # type: ignore[assignment]  # titles of one kind

    class Meta:
        proxy = True
        verbose_name = _("season")
        verbose_name_plural = _("seasons")


PROXIES: dict[str, type[Title]] = {
    Kind.FILM: Film,
    Kind.SERIES: Series,
    Kind.SEASON: Season,
}

# Signals tell the class that was saved, and history listens to Title alone.
for proxy in PROXIES.values():
    records.connect(proxy)
