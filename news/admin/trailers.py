"""Trailers, to be found by their title while typing; they are edited at the title."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from catalog.admin.searching import search_titles
from catalog.models import Title, Trailer
from moviemeter.lib.long_lists import LongListAdmin


@admin.register(Trailer)
class TrailerAdmin(LongListAdmin):
    def find(self, rows: QuerySet[Trailer], words: str) -> QuerySet[Trailer]:
        """Trailers of the titles that these words name."""
        titles = search_titles(Title.objects.order_by(), words)
        return rows.filter(title__in=titles.order_by().values("pk"))

    def choice_rows(self, trailers: QuerySet[Any]) -> QuerySet[Any]:
        rows: QuerySet[Any] = trailers.select_related("title__series")
        return rows

    def choice_label(self, trailer: Trailer) -> str:
        """«Spoorloos (1988) · Trailer · YouTube»."""
        told = [str(trailer.title), trailer.name, trailer.get_site_display()]
        return " · ".join(each for each in told if each)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
