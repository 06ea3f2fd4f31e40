"""A revision: the whole of a thing as it stood, who made it so, when and why.

History keeps a thing's own columns; here its small rows come beside them (of a title
its genres, credits, names …), so that an earlier state is compared and put back whole.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Func, Max, OuterRef, Value, signals
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.models import HistoricalRecords

from catalog.models.imported import ImportedInput, ImportedPerson, ImportedTitle
from moviemeter.lib.derived import DerivedCharField

MADE, CHANGED, REMOVED = "+", "~", "-"
LONGEST_REASON = 100  # Letters, as simple-history's column takes.
IMPORTS = {"catalog.Title": ImportedTitle, "catalog.Person": ImportedPerson}

Row = dict[str, Any]  # Any: values of any column, as JSON has them


@dataclass(frozen=True, slots=True)
class State:
    """A thing at one moment; `rows` is None where a revision is older than its rows.

    `fields` are the model's columns, `names` what the things behind its foreign keys
    were called. A row carries its id, and beside `person_id` the person's name.
    """

    fields: dict[str, Any]  # Any: values of any column
    rows: dict[str, list[Row]] | None
    names: dict[str, str] = field(default_factory=dict)

    def same_as(self, other: "State") -> bool:
        """Whether an editor sees no difference; what is unknown makes none."""
        if self.fields != other.fields:
            return False
        if self.rows is None or other.rows is None:
            return True
        sorts = self.rows.keys() | other.rows.keys()
        return all(
            _in_order(self.rows.get(sort, [])) == _in_order(other.rows.get(sort, []))
            for sort in sorts
        )


def without_names(row: Row) -> Row:
    """The row's own values: no id, no names of what it points at, nothing empty.

    What is empty is left out, so that a column of a later day does not differ.
    """
    return {
        column: value
        for column, value in row.items()
        if column != "id"
        and f"{column}_id" not in row
        and value not in (None, "", [], False)
    }


def _in_order(rows: list[Row]) -> list[str]:
    return sorted(json.dumps(without_names(row), sort_keys=True) for row in rows)


class Revision(models.Model):
    """What a revision holds beside the columns of its thing."""

    # Written by Revisions only; null in lines from before rows were kept.
    rows = models.JSONField(null=True, editable=False)
    names = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    @property
    def state(self) -> State:
        columns = cast(Any, self).tracked_fields  # simple-history puts it there
        return State(
            fields={each.attname: getattr(self, each.attname) for each in columns},
            rows=self.rows,
            names=self.names,
        )


@dataclass(frozen=True, slots=True)
class Before:
    """A thing as it stood before it was touched; no state where it was not there."""

    state: State | None
    at: datetime


class Revisions(HistoricalRecords):
    """The history of a model whose small rows, by related name, belong to it.

    One revision per save, none where nothing changed. What stood before a change and is
    not the last revision, since imports write no history, is kept as a revision first.
    """

    def __init__(self, *, rows: Sequence[str] = (), excluded: Sequence[str]) -> None:
        super().__init__(  # type: ignore[no-untyped-call]  # simple-history has none
            bases=[Revision], excluded_fields=list(excluded)
        )
        self.row_names = tuple(rows)

    def finalize(self, sender: type[models.Model], **more: Any) -> None:  # Any: signal
        super().finalize(sender, **more)  # type: ignore[no-untyped-call]  # as above
        if sender is self.cls:
            _REVISIONS[sender] = self
            signals.pre_save.connect(self.pre_save, sender=sender, weak=False)

    def connect(self, proxy: type[models.Model]) -> None:
        """Listen to a proxy as well: signals tell the class that was saved."""
        setattr(proxy._meta, "simple_history_manager_attribute", "history")  # noqa: B010 - unknown to Options
        signals.pre_save.connect(self.pre_save, sender=proxy, weak=False)
        signals.post_save.connect(self.post_save, sender=proxy, weak=False)
        signals.pre_delete.connect(self.pre_delete, sender=proxy, weak=False)
        signals.post_delete.connect(self.post_delete, sender=proxy, weak=False)

    # What signals call

    def pre_save(
        self, instance: models.Model, **more: Any
    ) -> None:  # Any: as signals give
        if not _is_quiet(instance, more):
            _keep_on(instance, self.before(instance.pk))

    def post_save(  # type: ignore[override]  # as signals give, by name
        self,
        instance: models.Model,
        *,
        created: bool,
        **more: Any,  # Any: as signals give
    ) -> None:
        if _is_quiet(instance, more):
            return
        by, reason = self._told(instance)
        if created:
            self.write(
                self._new(instance), sort=MADE, by=by, reason=reason, at=timezone.now()
            )
        else:
            self.keep(instance.pk, _taken_from(instance), by=by, reason=reason)

    def pre_delete(self, instance: models.Model, **more: Any) -> None:  # Any: signal
        if not _is_quiet(instance, more):
            _keep_on(instance, self.before(instance.pk))

    def post_delete(  # type: ignore[override]  # as signals give, by name
        self, instance: models.Model, **more: Any
    ) -> None:
        if _is_quiet(instance, more):
            return
        by, reason = self._told(instance)
        state = _taken_from(instance).state
        if state is not None:
            at = timezone.now()
            self.write(state, sort=REMOVED, by=by, reason=reason, at=at)

    # What other rooms call

    def before(self, pk: Any) -> Before:  # Any: a key of any sort
        """The stored state, to be handed to `keep` after a change; one query."""
        return Before(self.stored(pk) if pk else None, timezone.now())

    def keep(
        self,
        pk: Any,  # Any: a key of any sort
        before: Before,
        *,
        by: models.Model | None,
        reason: str | None = None,
    ) -> Revision | None:
        """Write what changed since `before` as one revision; None where nothing did.

        A state that stood there without a revision, as after an import, is kept first.
        """
        after = self.stored(pk)
        if after is None or (before.state and after.same_as(before.state)):
            return None
        sort = MADE
        if before.state is not None:
            sort = CHANGED
            self._keep_unwritten(pk, before)
        return self.write(after, sort=sort, by=by, reason=reason, at=timezone.now())

    def write(
        self,
        state: State,
        *,
        sort: str,
        by: models.Model | None,
        reason: str | None,
        at: datetime,
    ) -> Revision:
        return cast(
            Revision,
            self.model._default_manager.create(
                **state.fields,
                rows=state.rows,
                names=state.names,
                history_type=sort,
                history_user=by,
                history_change_reason=reason[:LONGEST_REASON] if reason else None,
                history_date=at,
            ),
        )

    def stored(self, pk: Any) -> State | None:  # Any: a key of any sort
        """The thing with its rows as the database has it, in one query."""
        columns = [each.attname for each in self.tracked]
        values = (
            self.cls._base_manager.filter(pk=pk)
            .values(*columns, **self._named(), **self._row_arrays())
            .first()
        )
        if values is None:
            return None
        return State(
            fields={column: values[column] for column in columns},
            rows={sort: values[f"rows_{sort}"] for sort in self.row_names},
            names={
                key.name: values[f"named_{key.name}"]
                for key in self._keys
                if values[f"named_{key.name}"]
            },
        )

    @property
    def model(self) -> type[models.Model]:
        """The table of this model's revisions."""
        return cast(type[models.Model], self.cls.history.model)

    @property
    def tracked(self) -> list[models.Field[Any, Any]]:  # Any: of any column
        found = self.fields_included(self.cls)  # type: ignore[no-untyped-call]  # as above
        return cast("list[models.Field[Any, Any]]", found)

    def row_model(self, sort: str) -> type[models.Model]:
        """Whose rows hang on the thing under this related name."""
        return self._relation(sort).model

    def row_key(self, sort: str) -> str:
        """The rows' column that points at the thing."""
        return self._relation(sort).name

    def row_columns(self, sort: str) -> list[models.Field[Any, Any]]:
        """The rows' own columns in their order, but for what the site derives."""
        owner = self._relation(sort)
        return [
            each
            for each in owner.model._meta.concrete_fields
            if each is not owner
            and not each.primary_key
            and each.editable
            and not isinstance(each, DerivedCharField | models.GeneratedField)
        ]

    def _relation(
        self, sort: str
    ) -> models.ForeignKey[Any, Any]:  # Any: to and from any
        return cast(
            "models.ForeignKey[Any, Any]",
            cast(
                Any, self.cls._meta.get_field(sort)
            ).field,  # a relation from elsewhere
        )

    @property
    def _keys(self) -> list[models.ForeignKey[Any, Any]]:  # Any: to and from any
        return [each for each in self.tracked if isinstance(each, models.ForeignKey)]

    def _named(self) -> dict[str, Any]:  # Any: expressions of many classes
        return {f"named_{key.name}": _name_of(key) for key in self._keys}

    def _row_arrays(self) -> dict[str, ArraySubquery]:
        return {f"rows_{sort}": self._row_array(sort) for sort in self.row_names}

    def _row_array(self, sort: str) -> ArraySubquery:
        owner = self._relation(sort)
        columns: dict[str, Any] = {"id": F("pk")}  # Any: expressions of many classes
        for each in self.row_columns(sort):
            columns[each.attname] = F(each.attname)
            if isinstance(each, models.ForeignKey):
                columns[each.name] = _name_of(each)
        order = [*(owner.model._meta.ordering or []), "pk"]
        rows = owner.model._default_manager.filter(**{owner.name: OuterRef("pk")})
        return ArraySubquery(rows.order_by(*order).values(row=JSONObject(**columns)))

    def _keep_unwritten(self, pk: Any, before: Before) -> None:  # Any: a key
        assert before.state is not None
        last = cast(
            Revision | None,
            self.model._default_manager.filter(**{self.cls._meta.pk.attname: pk})
            .order_by("-history_date", "-history_id")
            .first(),
        )
        if last is not None and last.state.same_as(before.state):
            return
        at = before.at - timedelta(microseconds=1)
        imported_at = _imported_at(self.cls, pk)
        told_at = cast(Any, last).history_date if last else None  # simple-history's
        if imported_at and (told_at is None or told_at < imported_at < at):
            at = imported_at
        self.write(
            before.state,
            sort=CHANGED if last else MADE,
            by=None,
            reason=_("changed by import or merging") if last else _("as imported"),
            at=at,
        )

    def _new(self, instance: models.Model) -> State:
        """A thing that was just made: it cannot have rows yet."""
        linked = {key.name: getattr(instance, key.name) for key in self._keys}
        return State(
            fields={
                each.attname: getattr(instance, each.attname) for each in self.tracked
            },
            rows={sort: [] for sort in self.row_names},
            names={name: str(thing) for name, thing in linked.items() if thing},
        )

    def _told(self, instance: models.Model) -> tuple[models.Model | None, str | None]:
        """Who is at work, and why, as the instance or the request tells."""
        reason = self.get_change_reason_for_object(  # type: ignore[no-untyped-call]  # as above
            instance, CHANGED, None
        )
        by = self.get_history_user(instance)  # type: ignore[no-untyped-call]  # as above
        return by, reason


_REVISIONS: dict[type[models.Model], Revisions] = {}


def revisions_of(model: type[models.Model]) -> Revisions:
    """The history of a model, or of what it is a proxy of."""
    concrete = model._meta.concrete_model
    assert concrete is not None
    return _REVISIONS[concrete]


def _name_of(
    key: models.ForeignKey[Any, Any],
) -> Func | F:  # Any: to and from any
    """What the thing behind a foreign key is called, as an expression."""
    if key.related_model._meta.label != "catalog.Picture":
        return F(f"{key.name}__name")
    told = [NullIf(F(f"{key.name}__{each}"), Value("")) for each in ("alt", "caption")]
    return Coalesce(*told, F(f"{key.name}__file"), output_field=models.TextField())


def _imported_at(model: type[models.Model], pk: Any) -> datetime | None:  # Any: a key
    imports = IMPORTS.get(model._meta.label)
    if imports is None:
        return None
    rows = imports._default_manager.filter(**{f"{model._meta.model_name}_id": pk})
    found = ImportedInput.objects.filter(source__in=rows.values("source"))
    return cast("datetime | None", found.aggregate(at=Max("merged_at"))["at"])


def _is_quiet(instance: models.Model, told: dict[str, Any]) -> bool:  # Any: signal
    """Whether nothing is to be kept: an import, a fixture, or somebody who keeps it."""
    return hasattr(instance, "skip_history_when_saving") or bool(told.get("raw"))


def _keep_on(instance: models.Model, before: Before) -> None:
    instance.__dict__["_before"] = before


def _taken_from(instance: models.Model) -> Before:
    return cast(Before, instance.__dict__.pop("_before"))
