"""Lists on the desk that are searched, never counted nor gone through as a whole."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import QuerySet
from django.forms import Field
from django.http import HttpRequest

from moviemeter.lib.bounded import BoundedPaginator

ROWS_A_PAGE = 50

Rows = QuerySet[Any]  # Any: titles of a kind, or people


class LongListAdmin(admin.ModelAdmin[Any]):  # Any: titles of a kind, or people
    """What there are hundreds of thousands of."""

    # Tells Django that there is a search; `find` answers it.
    search_fields = ["search_key"]
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

    def find(self, rows: Rows, words: str) -> Rows:
        """The rows that these words name, best first."""
        raise NotImplementedError

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
