"""Cast and crew on a title's page, a page of them at a time."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import RowForm, RowFormSet, Rows
from catalog.models import Credit, Job

ROWS_A_PAGE = 60  # What an editor oversees, and a browser fills in at once.


class PageForm(forms.Form):
    """Which page of the rows is asked for; an odd number counts as the first."""

    page = forms.IntegerField(required=False, min_value=1, max_value=999)

    @property
    def number(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("page") or 1


class PagedFormSet(RowFormSet):
    """The rows of one page of a list of some hundreds."""

    number = 1
    # What the page's number is called in the address.
    variable = ""

    def get_queryset(self) -> QuerySet[Any]:  # Any: as BaseModelFormSet
        if not hasattr(self, "_shown"):
            first = (self.number - 1) * ROWS_A_PAGE
            self._shown = super().get_queryset()[first : first + ROWS_A_PAGE]
        return self._shown

    @cached_property
    def numbers(self) -> range:
        """Of all pages, for the links above the rows."""
        assert self.queryset is not None  # the admin gives one
        if self.number == 1 and self.initial_form_count() < ROWS_A_PAGE:
            return range(1, 2)
        return range(1, max(1, -(-self.queryset.count() // ROWS_A_PAGE)) + 1)


class PagedRows(Rows):
    """Rows of which the address tells the page: `?rolverdeling=2`."""

    template = "admin/catalog/paged_rows.html"
    formset = PagedFormSet
    variable: str

    def get_formset(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        """Any: as InlineModelAdmin."""
        number = PageForm({"page": request.GET.get(self.variable)}).number
        formset = super().get_formset(request, *args, **options)
        page = {"variable": self.variable, "number": number}
        return type("FormSetOfPage", (formset,), page)


class CastForm(RowForm):
    settled = {"job": Job.ACTOR}


class CastRows(PagedRows):
    model = Credit
    form = CastForm
    variable = "rolverdeling"
    verbose_name = _("player")
    verbose_name_plural = _("cast")
    fields = ["person", "character", "is_voice", "position"]
    autocomplete_fields = ["person"]
    makeable = frozenset({"person"})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Credit]:
        return super().get_queryset(request).filter(job=Job.ACTOR)


class CrewForm(RowForm):
    """Anybody but the cast, who have rows of their own."""

    checked = frozenset({"character"})

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        crew = [choice for choice in Job.choices if choice[0] != Job.ACTOR]
        self.fields["job"].choices = [("", "---------"), *crew]  # type: ignore[attr-defined]  # a field of choices


class CrewRows(PagedRows):
    model = Credit
    form = CrewForm
    variable = "makers"
    verbose_name = _("maker")
    verbose_name_plural = _("crew")
    fields = ["job", "person", "position"]
    autocomplete_fields = ["person"]
    makeable = frozenset({"person"})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Credit]:
        return super().get_queryset(request).exclude(job=Job.ACTOR)
