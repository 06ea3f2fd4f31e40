"""The catalogue on the editors' desk."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, URLField
from django.forms import ModelForm
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from catalog.models import (
    AlternativeTitle,
    Country,
    Credit,
    Duration,
    Film,
    Genre,
    Kind,
    Person,
    PersonOutsideId,
    Picture,
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


def _rows(model: type[Model], *chosen: str) -> type[admin.TabularInline[Any, Any]]:
    """Rows on a title's or person's page; `chosen` are looked up while typing."""
    options = {"model": model, "extra": 0, "autocomplete_fields": chosen}
    return type(f"{model.__name__}Rows", (admin.TabularInline,), options)


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
        _rows(TitleGenre),
        _rows(TitleCountry),
        _rows(Duration),
        _rows(AlternativeTitle),
        _rows(Release),
        _rows(Plot),
        _rows(Credit, "person"),
        _rows(TitleOutsideId),
        _rows(Trailer),
        _rows(Still, "picture"),
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


@admin.register(Person)
class PersonAdmin(SimpleHistoryAdmin):
    list_display = ["name", "born_on", "visible"]
    list_filter = ["visible"]
    search_fields = ["search_key"]
    ordering = tuple(Person.BY_NAME)
    show_full_result_count = False
    autocomplete_fields = ["birth_country", "portrait"]
    inlines = [_rows(PersonOutsideId)]


@admin.register(Picture)
class PictureAdmin(SimpleHistoryAdmin):
    """What is told of a picture; the file itself is not exchanged here."""

    list_display = ["__str__", "credit", "licence_kind", "ends_on"]
    list_filter = ["licence_kind"]
    search_fields = ["alt", "caption", "credit"]
    readonly_fields = ["file"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Genre, Country)
class ChoiceAdmin(admin.ModelAdmin[Any]):  # Any: a genre or a country
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
