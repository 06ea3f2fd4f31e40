"""Two states of one thing side by side: field by field, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext as _

from catalog.history.wording import (
    NOTHING,
    field_label,
    field_value,
    place_in_words,
    row_in_words,
    rows_label,
)
from catalog.models.revision import Row, State, revisions_of, without_names

ADDED, GONE, CHANGED = "added", "gone", "changed"
MOST_WORDS = 90  # Letters of a value in the list of revisions.


@dataclass(frozen=True, slots=True)
class Change:
    """A field or a row that differs; `mark` is added, gone or changed."""

    mark: str
    label: str
    old: str
    new: str

    @property
    def mark_in_words(self) -> str:
        return {ADDED: _("added"), GONE: _("gone"), CHANGED: _("changed")}[self.mark]


@dataclass(frozen=True, slots=True)
class RowsChange:
    """All rows of one sort that differ."""

    label: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rows_unknown`: one of the two is from before rows were kept."""

    fields: list[Change] = field(default_factory=list)
    rows: list[RowsChange] = field(default_factory=list)
    rows_unknown: bool = False

    def __bool__(self) -> bool:
        return bool(self.fields or self.rows)

    @property
    def sentences(self) -> list[str]:
        """What changed in a few words each: «Jaar: 1988 → 1989»."""
        told = [
            f"{each.label}: {_short(each.old)} → {_short(each.new)}"
            for each in self.fields
        ]
        return told + [f"{each.label}: {_counted(each.changes)}" for each in self.rows]


def compare(model: type[models.Model], old: State, new: State) -> Comparison:
    """What differs from the old state to the new one."""
    revisions = revisions_of(model)
    unknown = old.rows is None or new.rows is None
    rows = []
    if old.rows is not None and new.rows is not None:
        for sort in revisions.row_names:
            before, after = old.rows.get(sort, []), new.rows.get(sort, [])
            changes = list(_row_changes(model, sort, before, after))
            if changes:
                rows.append(RowsChange(rows_label(model, sort), changes))
    return Comparison(list(_field_changes(model, old, new)), rows, unknown)


def unique_columns(model: type[models.Model], sort: str) -> list[str]:
    """The columns that tell one row of the thing from another, as constraints have it.

    Empty where no constraint does.
    """
    revisions = revisions_of(model)
    owner, columns = revisions.row_key(sort), revisions.row_columns(sort)
    by_name = {column.name: column.attname for column in columns}
    rules = revisions.row_model(sort)._meta.constraints
    for rule in rules:
        if isinstance(rule, models.UniqueConstraint) and rule.fields:
            return [by_name[name] for name in rule.fields if name != owner]
    return []


def _field_changes(
    model: type[models.Model], old: State, new: State
) -> Iterator[Change]:
    for column in revisions_of(model).tracked:
        if old.fields[column.attname] == new.fields[column.attname]:
            continue
        before, after = field_value(column, old), field_value(column, new)
        mark = ADDED if before == NOTHING else GONE if after == NOTHING else CHANGED
        yield Change(mark, field_label(column), before, after)


def _row_changes(
    model: type[models.Model], sort: str, old: list[Row], new: list[Row]
) -> Iterator[Change]:
    """Rows that differ: same rows first, then by id, then by what makes them unique."""
    lost, found = _without_same(old, new)
    pairs: list[tuple[Row, Row]] = []
    for columns in (["id"], unique_columns(model, sort)):
        if columns:
            pairs += _paired(lost, found, columns)
    for before, after in pairs:
        told = row_in_words(model, sort, before), row_in_words(model, sort, after)
        if told[0] == told[1]:
            told = (
                f"{told[0]} · {place_in_words(before)}",
                f"{told[1]} · {place_in_words(after)}",
            )
        yield Change(CHANGED, "", *told)
    for row in lost:
        yield Change(GONE, "", row_in_words(model, sort, row), NOTHING)
    for row in found:
        yield Change(ADDED, "", NOTHING, row_in_words(model, sort, row))


def _without_same(old: list[Row], new: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of each side that the other side has not."""
    found = list(new)
    lost = []
    plain = [without_names(row) for row in found]
    for row in old:
        wanted = without_names(row)
        if wanted in plain:
            at = plain.index(wanted)
            del plain[at], found[at]
        else:
            lost.append(row)
    return lost, found


def _paired(
    lost: list[Row], found: list[Row], columns: list[str]
) -> list[tuple[Row, Row]]:
    """Take pairs out of both lists that agree in these columns."""
    pairs = []
    by_key = {tuple(row.get(each) for each in columns): row for row in found}
    for row in list(lost):
        other = by_key.pop(tuple(row.get(each) for each in columns), None)
        if other is not None:
            lost.remove(row)
            found.remove(other)
            pairs.append((row, other))
    return pairs


def _short(words: str) -> str:
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"


def _counted(changes: list[Change]) -> str:
    """«2 erbij, 1 weg», or the row itself where it is one."""
    if len(changes) == 1:
        (only,) = changes
        both = _short(only.old), _short(only.new)
        return {
            ADDED: _("added: %(row)s") % {"row": both[1]},
            GONE: _("gone: %(row)s") % {"row": both[0]},
            CHANGED: f"{both[0]} → {both[1]}",
        }[only.mark]
    marks = [change.mark for change in changes]
    told = [
        _("%(n)s added") % {"n": marks.count(ADDED)} if ADDED in marks else "",
        _("%(n)s gone") % {"n": marks.count(GONE)} if GONE in marks else "",
        _("%(n)s changed") % {"n": marks.count(CHANGED)} if CHANGED in marks else "",
    ]
    return ", ".join(words for words in told if words)
