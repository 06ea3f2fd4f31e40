"""An earlier state put back, fields and rows in one go, as a new revision."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from catalog.history.comparing import Comparison, compare, unique_columns
from catalog.history.revising import lock, quietly
from catalog.history.unmerging import MERGES, unmerge
from catalog.history.wording import field_label, row_in_words
from catalog.models.kinds import PROXIES
from catalog.models.picture import Picture
from catalog.models.revision import (
    Revision,
    Row,
    State,
    revisions_of,
    without_names,
)
from moviemeter.lib.notation import clock
from moviemeter.lib.refusals import Refused


@dataclass(frozen=True, slots=True)
class Restoring:
    """What putting a revision back would do; `skipped` says what stays away and why.

    `seen` is a mark of the thing as it stands, so that nobody overwrites what came in
    between.
    """

    model: type[models.Model]
    key: Any  # Any: a key of any sort
    now: State | None
    then: State
    changes: Comparison
    skipped: list[str] = field(default_factory=list)

    @property
    def seen(self) -> str:
        told = [self.now.fields, self.now.rows] if self.now else []
        text = json.dumps(told, default=str, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def plan_restoring(model: type[models.Model], revision: Revision) -> Restoring:
    """What it takes to have the thing as it was then. Raises Refused."""
    return _Planner(model, revision).plan()


@transaction.atomic
def restore(
    model: type[models.Model], revision: Revision, *, by: models.Model, seen: str
) -> Restoring:
    """Put the revision back and keep that as a new revision.

    `seen` is the mark of the plan that `by` agreed to. Raises Refused where the thing
    has changed since, or the state cannot be.
    """
    revisions = revisions_of(model)
    key = getattr(revision, revisions.cls._meta.pk.attname)
    lock(model, key)
    before = revisions.before(key)
    plan = plan_restoring(model, revision)
    if plan.seen != seen:
        raise Refused(_("It was changed in the meantime; look at it once more."))
    moment = clock(cast(Any, revision).history_date)  # simple-history's column
    _store_fields(plan)
    _store_rows(plan)
    if plan.now is None:
        unmerge(model, key)
    reason = _("put back to %(moment)s") % {"moment": moment}
    revisions.keep(key, before, by=by, reason=reason)
    return plan


class _Planner:
    """Finds out what of a revision still can be."""

    def __init__(self, model: type[models.Model], revision: Revision) -> None:
        self.model = model
        self.revisions = revisions_of(model)
        self.state = revision.state
        self.key = getattr(revision, self.revisions.cls._meta.pk.attname)
        self.now = self.revisions.stored(self.key)
        self.skipped: list[str] = []

    def plan(self) -> Restoring:
        if self.now is None and self.revisions.cls is Picture:
            raise Refused(_("The picture's file is gone with it; upload it again."))
        state = State(self._fields(), self._rows(), dict(self.state.names))
        if state.rows is None and self.now is not None:
            state = replace(state, rows=self.now.rows)
        empty = State(dict.fromkeys(state.fields), {}, {})
        changes = compare(self.model, self.now or empty, state)
        plan = Restoring(self.model, self.key, self.now, state, changes, self.skipped)
        _check(plan)
        return plan

    def _fields(self) -> dict[str, Any]:  # Any: values of any column
        fields = dict(self.now.fields) if self.now else dict(self.state.fields)
        for column in self.revisions.tracked:
            if self.now is None or _is_put_back(column):
                value = self.state.fields[column.attname]
                if isinstance(column, models.ForeignKey) and value is not None:
                    value = self._key_now(column, value, fields[column.attname])
                fields[column.attname] = value
        return fields

    def _key_now(
        self,
        column: models.ForeignKey[Any, Any],  # Any: to and from any
        value: Any,
        otherwise: Any,
    ) -> Any:
        """The id of the thing, of what it went into, or else what the column has."""
        found = _living(column.related_model, {value}).get(value)
        if found is not None:
            return found
        self.skipped.append(
            _("%(field)s: «%(name)s» is no longer there.")
            % {
                "field": field_label(column),
                "name": self.state.names.get(column.name, value),
            }
        )
        if self.now is None and column.null:
            return None
        return otherwise

    def _rows(self) -> dict[str, list[Row]] | None:
        if self.state.rows is None:
            return None
        return {
            sort: self._living_rows(sort, self.state.rows.get(sort, []))
            for sort in self.revisions.row_names
        }

    def _living_rows(self, sort: str, rows: list[Row]) -> list[Row]:
        """The rows whose people, pictures … are there, each once, and free to be."""
        columns = self.revisions.row_columns(sort)
        for column in columns:
            if isinstance(column, models.ForeignKey):
                rows = self._with_living(sort, rows, column)
        unique = unique_columns(self.model, sort)
        once: dict[tuple[Any, ...], Row] = {}  # Any: values of any column
        for at, row in enumerate(rows):
            once.setdefault(tuple(row.get(each) for each in unique) or (at,), row)
        return self._free(sort, list(once.values()))

    def _with_living(
        self,
        sort: str,
        rows: list[Row],
        column: models.ForeignKey[Any, Any],  # Any: to and from any
    ) -> list[Row]:
        wanted = {row[column.attname] for row in rows if row.get(column.attname)}
        living = _living(column.related_model, wanted)
        kept = []
        for row in rows:
            value = row.get(column.attname)
            if value is None or value in living:
                kept.append({**row, column.attname: living.get(value)})
            else:
                told = row_in_words(self.model, sort, row)
                self.skipped.append(
                    _("«%(row)s» stays away: who or what it names is gone.")
                    % {"row": told}
                )
        return kept

    def _free(self, sort: str, rows: list[Row]) -> list[Row]:
        """The rows that no other thing has now, as an outside id may be another's."""
        model, owner = self.revisions.row_model(sort), self.revisions.row_key(sort)
        for rule in model._meta.constraints:
            if not isinstance(rule, models.UniqueConstraint) or owner in rule.fields:
                continue
            others = model._default_manager.exclude(**{f"{owner}_id": self.key})
            values = [row[rule.fields[-1]] for row in rows]
            taken = set(
                others.filter(**{f"{rule.fields[-1]}__in": values}).values_list(
                    *rule.fields
                )
            )
            free = []
            for row in rows:
                if tuple(row[name] for name in rule.fields) not in taken:
                    free.append(row)
                    continue
                told = row_in_words(self.model, sort, row)
                self.skipped.append(
                    _("«%(row)s» stays away: another one has it now.") % {"row": told}
                )
            rows = free
        return rows


def _is_put_back(column: models.Field[Any, Any]) -> bool:  # Any: of any column
    """Files and what is measured of them stay as they are; so does what a title is."""
    return (
        column.editable
        and not column.primary_key
        and column.name != "kind"
        and not isinstance(column, models.FileField)
    )


def _living(model: type[models.Model], keys: set[Any]) -> dict[Any, Any]:  # Any: keys
    """Which of the keys are there, each with the one that stands for it now."""
    manager = model._base_manager
    found = set(manager.filter(pk__in=keys).values_list("pk", flat=True))
    living = {key: key for key in found}
    merges = MERGES.get(model._meta.label)
    if merges and keys - found:
        rows = merges._default_manager.filter(
            old_id__in=keys - found, into__isnull=False, undone_at__isnull=True
        )
        living |= dict(rows.values_list("old_id", "into_id"))
    return living


def _thing(plan: Restoring) -> models.Model:
    """The thing as the plan has it, not stored."""
    model = PROXIES.get(plan.then.fields.get("kind", ""), plan.model)
    thing = model._base_manager.filter(pk=plan.key).first() or model(pk=plan.key)
    for name, value in plan.then.fields.items():
        setattr(thing, name, value)
    return thing


def _check(plan: Restoring) -> None:
    thing = _thing(plan)
    try:
        thing.clean_fields(
            exclude=[
                column.name
                for column in thing._meta.fields
                if isinstance(column, models.ForeignKey | models.FileField)
            ]
        )
        thing.validate_constraints()
    except ValidationError as error:
        told = " ".join(error.messages)
        raise Refused(
            _("That state can't be put back as things are now: %(reason)s")
            % {"reason": told}
        ) from error


def _store_fields(plan: Restoring) -> None:
    thing = _thing(plan)
    with quietly(thing):
        if plan.now is None:
            thing.save(force_insert=True)
        else:
            thing.save(force_update=True)


def _store_rows(plan: Restoring) -> None:
    """Let the thing have the plan's rows: what is there already stays."""
    revisions = revisions_of(plan.model)
    if plan.then.rows is None:
        return
    now = (plan.now.rows if plan.now else None) or {}
    for sort, wanted in plan.then.rows.items():
        model, owner = revisions.row_model(sort), revisions.row_key(sort)
        stored = now.get(sort, [])
        kept = [without_names(row) for row in stored]
        plain = [without_names(row) for row in wanted]
        gone = [row["id"] for row in stored if without_names(row) not in plain]
        model._base_manager.filter(pk__in=gone).delete()
        columns = [column.attname for column in revisions.row_columns(sort)]
        model._default_manager.bulk_create(
            model(
                **{f"{owner}_id": plan.key},
                **{name: row[name] for name in columns if name in row},
            )
            for row in wanted
            if without_names(row) not in kept
        )
