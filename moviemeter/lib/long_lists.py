"""Long lists on the desk: searched, counted up to a bound, never gone through whole."""

from abc import abstractmethod
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.db.models import ForeignKey, QuerySet
from django.forms import Field, ModelChoiceField
from django.http import HttpRequest
from django.utils.functional import cached_property

from moviemeter.lib.choosing import ChosenSelect

ROWS_A_PAGE = 50
MOST_COUNTED = 2_000  # Rows; who wants to see more of them searches or filters.

Rows = QuerySet[Any]  # Any: rows of whatever the list is of


class BoundedPaginator(Paginator[Any]):  # Any: rows of whatever the list is of
    """Pages of the first `MOST_COUNTED` rows, however many there are.

    `count` is exact below the bound; `is_bounded` tells that there may be more.
    """

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if isinstance(rows, QuerySet):
            # Without its order the count stops at the bound in whatever order is cheap.
            return rows.order_by()[:MOST_COUNTED].count()
        return min(len(rows), MOST_COUNTED)

    @property
    def is_bounded(self) -> bool:
        return self.count >= MOST_COUNTED


class LongListAdmin(admin.ModelAdmin[Any]):  # Any: rows of whatever the list is of
    """What there are hundreds of thousands of, newest first until it is searched."""

    # Tells Django that there is a search; `find` answers it.
    search_fields = ["pk"]
    ordering = ["-id"]
    paginator = BoundedPaginator
    list_per_page = ROWS_A_PAGE
    # No «show all»: nobody reads that, and the server would have to write it.
    list_max_show_all = 0
    show_full_result_count = False
    # A count beside each choice of a filter would count them all.
    show_facets = admin.ShowFacets.NEVER

    def formfield_for_dbfield(
        self,
        db_field: Any,  # Any: as ModelAdmin
        request: HttpRequest,
        **options: Any,
    ) -> Field | None:
        field = super().formfield_for_dbfield(db_field, request, **options)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # What others use as well is not deleted from here.
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(
        self,
        db_field: ForeignKey[Any, Any],
        request: HttpRequest,
        **options: Any,  # Any: as ModelAdmin
    ) -> ModelChoiceField[Any] | None:
        if db_field.name in self.autocomplete_fields:
            options["widget"] = ChosenSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **options)

    @abstractmethod
    def find(self, rows: Rows, words: str) -> Rows:
        """The rows that these words name, best first: each list has its own way."""

    def get_search_results(
        self, request: HttpRequest, queryset: Rows, search_term: str
    ) -> tuple[Rows, bool]:
        """What is found, best first unless a column was chosen to sort by."""
        if not search_term.strip():
            return queryset, False
        found = self.find(queryset, search_term)
        if request.GET.get(ORDER_VAR):
            found = found.order_by(*queryset.query.order_by)
        return found, False
