"""Columns and values of a revision as an editor reads them."""

from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.dateparse import parse_date
from django.utils.encoding import force_str
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.models.revision import Row, State, revisions_of
from moviemeter.lib.notation import clock, day

NOTHING = "–"


def field_label(column: models.Field[Any, Any]) -> str:  # Any: of any column
    return str(capfirst(force_str(column.verbose_name)))


def rows_label(model: type[models.Model], sort: str) -> str:
    """What rows under this related name are called together."""
    several = revisions_of(model).row_model(sort)._meta.verbose_name_plural
    return str(capfirst(force_str(several)))


def field_value(column: models.Field[Any, Any], state: State) -> str:  # Any: column
    """The column's value in words: a label, a name, «ja», a day; «–» for nothing."""
    return in_words(column, state.fields[column.attname], state.names.get(column.name))


def in_words(
    column: models.Field[Any, Any],
    value: Any,  # Any: of any column
    name: str | None = None,
) -> str:
    """One value in words; `name` is of the thing behind a foreign key."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(column, models.ForeignKey):
        return name or f"#{value}"
    if isinstance(column, ArrayField):
        return ", ".join(in_words(column.base_field, each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column.choices:
        known = dict(column.flatchoices)
        return force_str(known.get(value, value))
    return _moment(column, value)


def row_in_words(model: type[models.Model], sort: str, row: Row) -> str:
    """«Johanna ter Steege · rol: Saskia»: what the row holds, nothing of what is empty.

    A choice, a name or a text of the row's key stands by itself, all else by its label.
    """
    told = []
    for column in revisions_of(model).row_columns(sort):
        value = row.get(column.attname)
        if value in (None, "", False) or column.name == "position":
            continue
        words = in_words(column, value, row.get(column.name))
        if value is True:
            told.append(force_str(column.verbose_name))
        elif column.choices or isinstance(column, models.ForeignKey) or not told:
            told.append(words)
        else:
            told.append(f"{column.verbose_name}: {words}")
    return " · ".join(told) or NOTHING


def place_in_words(row: Row) -> str:
    """«plaats 3», for a row that has only moved; empty where rows have no order."""
    if "position" not in row:
        return ""
    return _("place %(number)s") % {"number": row["position"] + 1}


def _moment(column: models.Field[Any, Any], value: Any) -> str:  # Any: any column
    if isinstance(value, datetime):
        return clock(value)
    if isinstance(column, models.DateField) and isinstance(value, str):
        value = parse_date(value) or value
    return day(value) if isinstance(value, date) else str(value)
