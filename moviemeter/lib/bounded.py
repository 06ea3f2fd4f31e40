"""Numbered pages over a long table, for the desk, counted up to a bound."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

MOST_COUNTED = 2_000  # Rows; who wants to see more of them searches or filters.


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
