"""Films, series and seasons on the desk."""

from typing import Any, ClassVar

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from catalog.admin.rows import rows
from catalog.models import (
    AlternativeTitle,
    Credit,
    Duration,
    Film,
    Kind,
    Plot,
    Release,
    Season,
    Series,
    Still,
    Title,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
    Trailer,
)


class TitleAdmin(SimpleHistoryAdmin):
    """What films, series and seasons have in common."""

    kind: Kind
    list_display = ["name", "year", "visible"]
    list_filter = ["visible"]
    search_fields = ["search_key"]
    ordering = tuple(Title.NEWEST_FIRST)
    show_full_result_count = False
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("poster",)
    exclude = ["kind"]
    inlines = [
        rows(TitleGenre),
        rows(TitleCountry),
        rows(Duration),
        rows(AlternativeTitle),
        rows(Release),
        rows(Plot),
        rows(Credit, "person"),
        rows(TitleOutsideId),
        rows(Trailer),
        rows(Still, "picture"),
    ]

    def get_form(
        self,
        request: HttpRequest,
        obj: Title | None = None,
        change: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        **options: Any,
    ) -> type[ModelForm[Title]]:  # Any: as ModelAdmin
        """The form of a title whose kind is settled, so that it is checked whole."""
        form = super().get_form(request, obj, change, **options)
        kind, left_out = self.kind, set(self.exclude)

        class FormOfKind(form):  # type: ignore[valid-type, misc]  # a class of run time
            def __init__(
                self, *arguments: Any, **more: Any
            ) -> None:  # Any: as ModelForm
                super().__init__(*arguments, **more)
                self.instance.kind = kind

            def _get_validation_exclusions(self) -> set[str]:
                # A constraint that names a column left out here is checked as well.
                exclusions: set[str] = super()._get_validation_exclusions()
                return exclusions - left_out

        return FormOfKind


@admin.register(Title)
class AnyTitleAdmin(admin.ModelAdmin[Title]):
    """Titles of every kind, to be found while typing; each is edited as what it is."""

    search_fields = ["search_key"]
    ordering = tuple(Title.NEWEST_FIRST)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: Title | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Title | None = None
    ) -> bool:
        return False


@admin.register(Film)
class FilmAdmin(TitleAdmin):
    kind = Kind.FILM
    exclude = ["kind", "series", "season_number", "episode_count", "end_year"]


@admin.register(Series)
class SeriesAdmin(TitleAdmin):
    kind = Kind.SERIES
    exclude = ["kind", "series", "season_number", "episode_count"]


@admin.register(Season)
class SeasonAdmin(TitleAdmin):
    kind = Kind.SEASON
    list_display = ["__str__", "year", "visible"]
    list_select_related = ["series"]
    search_fields = ["search_key", "series__search_key"]
    autocomplete_fields = ("poster", "series")
    exclude = ["kind", "end_year"]
