"""Paging by key: the last page of a list costs what its first page costs.

A page's address carries the id of the row before or behind it (`?na=812`, `?voor=812`);
the row's own sort values are looked up and compared as one tuple, which a plain index
on the same columns answers; all in the one query that a first page costs as well.
There are no page numbers, no OFFSET and no COUNT.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django import forms
from django.db import models
from django.http import QueryDict

Row = TypeVar("Row", bound=models.Model)


class PlaceForm(forms.Form):
    """Where in a list a page starts; an odd value counts as none."""

    na = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    voor = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    @property
    def place(self) -> tuple[int | None, int | None]:
        self.is_valid()
        return self.cleaned_data.get("na"), self.cleaned_data.get("voor")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows of one page; `after` and `before` are ids for the neighbours' addresses."""

    rows: list[Row]
    after: int | None = None
    before: int | None = None

    def __bool__(self) -> bool:
        return bool(self.rows)


class RowBeyond(models.Func):
    """`(a, b, id) > (x, y, z)`, the comparison that an index on (a, b, id) answers."""

    conditional = True
    output_field = models.BooleanField()

    def __init__(self, columns: list[str], values: Sequence[object], sign: str) -> None:
        """`values` are plain ones or expressions, such as another query's columns."""
        row = models.Func(*columns, template="(%(expressions)s)")
        marks = [
            value if hasattr(value, "resolve_expression") else models.Value(value)
            for value in values
        ]
        super().__init__(
            row,
            models.Func(*marks, template="(%(expressions)s)"),
            template="%(expressions)s",
            arg_joiner=f" {sign} ",
        )


def page_of(
    rows: models.QuerySet[Row], *, order: list[str], query: QueryDict, size: int
) -> Page[Row]:
    """The page of `rows` that `query` names, in `order` (`id` last).

    All columns go up, or all go down («-published_at», «-id»), as one index does. A
    place that is not in the list any more gives the first page.
    """
    columns = [column.removeprefix("-") for column in order]
    falling = order[0].startswith("-")
    after, before = PlaceForm(query).place
    backwards = after is None and before is not None
    place = before if backwards else after
    there = rows
    if place:
        sign = "<" if backwards != falling else ">"
        there = rows.filter(RowBeyond(columns, _values_at(rows, columns, place), sign))
    keys = [f"-{column}" for column in columns] if backwards != falling else columns
    found = list(there.order_by(*keys)[: size + 1])
    if place and not found and not rows.filter(pk=place).exists():
        return page_of(rows, order=order, query=QueryDict(), size=size)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page([])
    return Page(
        rows=found,
        after=found[-1].pk if more or backwards else None,
        before=found[0].pk if (more if backwards else place) else None,
    )


def _values_at(
    rows: models.QuerySet[Row], columns: list[str], place: int
) -> list[object]:
    """The sort values of the row at that place, looked up inside the page's own query.

    They are nothing where the list has no such row, and then nothing lies beyond it.
    """
    here = rows.filter(pk=place).order_by()
    looked_up = [models.Subquery(here.values(name)[:1]) for name in columns[:-1]]
    return [*looked_up, place]
