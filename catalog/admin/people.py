"""People on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.filters import PersonLackFilter
from catalog.admin.merging import MergeAdmin
from catalog.admin.previews import preview
from catalog.admin.rows import rows
from catalog.admin.searching import PERSON_HELP, search_people
from catalog.models import Credit, Person, PersonOutsideId, Title
from moviemeter.lib.long_lists import LongListAdmin

WORK_SHOWN = 60  # Credits on a person's page; the site's own page has all.


class WorkFormSet(BaseInlineFormSet[Any, Any, Any]):  # Any: as BaseInlineFormSet
    """The newest of somebody's work."""

    def get_queryset(self) -> QuerySet[Any]:
        if not hasattr(self, "_shown"):
            self._shown = super().get_queryset()[:WORK_SHOWN]
        return self._shown


class WorkRows(admin.TabularInline[Credit, Person]):
    """What somebody worked on, to look at; it is changed on the title's page."""

    model = Credit
    formset = WorkFormSet
    fields = ["work", "job", "character"]
    readonly_fields = ["work", "job", "character"]
    verbose_name_plural = _("work (newest first; changed on the title's own page)")
    can_delete = False
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Credit]:
        newest = ["title__newest_first", "title__sort_key", "id"]
        work = super().get_queryset(request)
        return work.select_related("person", "title__series").order_by(*newest)

    @admin.display(description=_("title"))
    def work(self, credit: Credit) -> SafeString:
        kind = credit.title.kind
        address = reverse(f"admin:catalog_{kind}_change", args=[credit.title_id])
        return format_html('<a href="{}">{}</a>', address, credit.title)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Person)
class PersonAdmin(LongListAdmin, MergeAdmin):
    list_display = ["thumbnail", "filed", "years", "visible"]
    list_display_links = ["filed"]
    list_select_related = ["portrait"]
    list_filter = ["visible", PersonLackFilter]
    search_help_text = PERSON_HELP
    autocomplete_fields = ["birth_country", "portrait"]
    readonly_fields = ["portrait_preview"]
    fieldsets = [
        (None, {"fields": ["name", "sort_name"]}),
        (
            _("Life"),
            {
                "fields": [
                    ("born_on", "born_precision"),
                    ("birthplace", "birth_country"),
                    ("died_on", "died_precision"),
                ]
            },
        ),
        (_("On the site"), {"fields": ["portrait", "portrait_preview", "visible"]}),
    ]
    inlines = [rows(PersonOutsideId), WorkRows]

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return search_people(rows, words)

    def choice_rows(self, people: QuerySet[Any]) -> QuerySet[Any]:
        """With somebody's newest work, which tells two of one name apart."""
        work = Title.objects.filter(credits__person=OuterRef("pk")).newest_first()
        rows: QuerySet[Any] = people.annotate(
            newest_work=Subquery(work.values("name")[:1])
        )
        return rows

    def choice_label(self, person: Any) -> str:  # Any: a person with its `newest_work`
        """«Rutger Hauer (1944-2019) · Blade Runner · #12»."""
        years = f" ({person.years})" if person.years else ""
        work = f" · {person.newest_work}" if person.newest_work else ""
        return f"{person.name}{years}{work} · #{person.pk}"

    @admin.display(description=_("name"), ordering="sort_key")
    def filed(self, person: Person) -> str:
        return person.filed_name

    @admin.display(description=_("years"), empty_value="–")
    def years(self, person: Person) -> str:
        return person.years

    @admin.display(description=_("portrait"))
    def thumbnail(self, person: Person) -> SafeString:
        return preview(person.portrait, "desk-thumb")

    @admin.display(description=_("preview"))
    def portrait_preview(self, person: Person) -> SafeString:
        return preview(person.portrait, "desk-poster")
