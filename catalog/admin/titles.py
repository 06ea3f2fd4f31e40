"""Films, series and seasons on the desk."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import (
    CheckboxSelectMultiple,
    Field,
    MultipleChoiceField,
)
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin import filters
from catalog.admin.cast import CastRows, CrewRows
from catalog.admin.merging import FoundByKind, MergeAdmin
from catalog.admin.previews import preview
from catalog.admin.rows import RowForm, Rows, rows
from catalog.admin.searching import TITLE_HELP, search_titles
from catalog.admin.settled import SettledForm
from catalog.models import (
    AlternativeTitle,
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
from catalog.models.title import KijkwijzerGround
from moviemeter.lib.long_lists import LongListAdmin

MOST_CHANGED = 200  # Titles that one action takes at once.


class TitleList(LongListAdmin):
    search_help_text = TITLE_HELP

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return search_titles(rows, words)


class FilmForm(SettledForm):
    settled = {"kind": Kind.FILM}
    checked = frozenset({"series", "season_number", "end_year"})


class SeriesForm(SettledForm):
    settled = {"kind": Kind.SERIES}
    checked = frozenset({"series", "season_number"})


class SeasonForm(SettledForm):
    settled = {"kind": Kind.SEASON}
    checked = frozenset({"end_year"})


class SeasonRowForm(RowForm):
    """A season in the list on its series' page."""

    settled = {"kind": Kind.SEASON}

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        self.fields["season_number"].required = True


class SeasonRows(Rows):
    model = Season
    form = SeasonRowForm
    fk_name = "series"
    fields = ["season_number", "name", "year", "episode_count", "visible"]
    ordering = ["season_number"]
    show_change_link = True
    can_delete = False


Fieldset = tuple[Any, Any]  # Any: a lazy text or None, and Django's options

CLASSIFICATION: Fieldset = (
    _("Kijkwijzer"),
    {"fields": ["kijkwijzer_age", "kijkwijzer_grounds", "kijkwijzer_source"]},
)
SHOWING: Fieldset = (
    _("On the site"),
    {"fields": ["poster", "poster_preview", "visible"]},
)


class TitleAdmin(TitleList, MergeAdmin):
    """What films, series and seasons have in common."""

    list_display = ["thumbnail", "filed", "year", "visible"]
    list_display_links = ["filed"]
    list_select_related = ["poster", "series"]
    list_filter: ClassVar[Any] = [  # Any: names and classes of filters
        "visible",
        filters.TitleLackFilter,
        filters.OriginFilter,
        filters.GenreFilter,
        filters.DecadeFilter,
    ]
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("poster",)
    readonly_fields = ["poster_preview"]
    actions = ["show", "hide"]
    inlines: ClassVar[Any] = [  # Any: classes of rows
        rows(TitleGenre),
        rows(TitleCountry, "country"),
        rows(Duration),
        CrewRows,
        CastRows,
        rows(Plot),
        rows(AlternativeTitle, "country"),
        rows(Release, "country"),
        rows(Still, "picture"),
        rows(Trailer),
        rows(TitleOutsideId),
    ]

    @admin.display(description=_("title"), ordering="sort_key")
    def filed(self, title: Title) -> str:
        return title.full_name

    @admin.display(description=_("year"), ordering="newest_first")
    def year(self, title: Title) -> str:
        return title.years

    @admin.display(description=_("poster"))
    def thumbnail(self, title: Title) -> SafeString:
        return preview(title.poster, "desk-thumb")

    @admin.display(description=_("preview"))
    def poster_preview(self, title: Title) -> SafeString:
        return preview(title.poster, "desk-poster")

    @admin.action(description=_("Show to everyone"), permissions=["change"])
    def show(self, request: HttpRequest, chosen: QuerySet[Title]) -> None:
        self._set_visible(request, chosen, visible=True)

    @admin.action(description=_("Hide from everyone"), permissions=["change"])
    def hide(self, request: HttpRequest, chosen: QuerySet[Title]) -> None:
        self._set_visible(request, chosen, visible=False)

    def _set_visible(
        self, request: HttpRequest, chosen: QuerySet[Title], *, visible: bool
    ) -> None:
        # One by one, so that each keeps its history.
        for title in chosen.exclude(visible=visible)[:MOST_CHANGED]:
            title.visible = visible
            title.save()

    def formfield_for_dbfield(
        self,
        db_field: Any,  # Any: as ModelAdmin
        request: HttpRequest,
        **options: Any,
    ) -> Field | None:
        if db_field.name == "kijkwijzer_grounds":
            return MultipleChoiceField(
                label=db_field.verbose_name,
                choices=KijkwijzerGround.choices,
                widget=CheckboxSelectMultiple,
                required=False,
            )
        return super().formfield_for_dbfield(db_field, request, **options)


@admin.register(Title)
class AnyTitleAdmin(FoundByKind, TitleList):
    """Titles of every kind, to be found while typing; each is edited as what it is."""

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
    form = FilmForm
    fieldsets = [
        (
            None,
            {"fields": ["name", "original_name", ("language", "sort_name"), "year"]},
        ),
        CLASSIFICATION,
        SHOWING,
    ]


@admin.register(Series)
class SeriesAdmin(TitleAdmin):
    form = SeriesForm
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "original_name",
                    ("language", "sort_name"),
                    ("year", "end_year"),
                ]
            },
        ),
        CLASSIFICATION,
        SHOWING,
    ]
    inlines = [SeasonRows, *TitleAdmin.inlines]


@admin.register(Season)
class SeasonAdmin(TitleAdmin):
    form = SeasonForm
    # Who worked on a season is told of the whole series.
    inlines = [rows for rows in TitleAdmin.inlines if rows not in {CrewRows, CastRows}]
    autocomplete_fields = ("poster", "series")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("series", "season_number"),
                    "name",
                    ("year", "episode_count"),
                ]
            },
        ),
        CLASSIFICATION,
        SHOWING,
    ]
