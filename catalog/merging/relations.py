"""Every column that points at a title or a person, whichever app it stands in."""

import json
from dataclasses import dataclass, field
from typing import Any, cast

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Exists, OuterRef, Q


@dataclass(frozen=True, slots=True)
class Relation:
    """A foreign key; records and rules know it as `catalog.credit.title`."""

    model: type[models.Model]
    key: models.ForeignKey[Any, Any]  # Any: to and from any

    @property
    def label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.key.name}"

    def rows_of(self, thing: models.Model) -> models.QuerySet[Any]:  # Any: any model
        return self.model._base_manager.filter(**{self.key.name: thing.pk})


@dataclass(slots=True)
class Moving:
    """One relation while a thing goes into another, and what became of its rows.

    `moved` are ids, `kept` whole rows that had no place at the other.
    """

    relation: Relation
    old: models.Model
    into: models.Model
    moved: list[Any] = field(default_factory=list)  # Any: keys of any sort
    kept: list[dict[str, Any]] = field(default_factory=list)  # Any: any column

    @property
    def rows(self) -> models.QuerySet[Any]:  # Any: of any model
        """What still hangs on the old thing."""
        return self.relation.rows_of(self.old)

    @property
    def others(self) -> models.QuerySet[Any]:  # Any: of any model
        """What hangs on the thing that stays."""
        return self.relation.rows_of(self.into)

    def keep(self, rows: models.QuerySet[Any]) -> None:  # Any: of any model
        """Note these rows whole, and take them away."""
        values = list(rows.order_by("pk").values())
        self.kept += json.loads(json.dumps(values, cls=DjangoJSONEncoder))
        self.relation.model._base_manager.filter(
            pk__in=[row[self.relation.model._meta.pk.attname] for row in values]
        ).delete()

    def move(self, rows: models.QuerySet[Any], **more: Any) -> None:  # Any: any column
        """Hang these rows on the other, with `more` columns changed."""
        ids = list(rows.order_by("pk").values_list("pk", flat=True))
        found = self.relation.model._base_manager.filter(pk__in=ids)
        found.update(**{self.relation.key.name: self.into.pk}, **more)
        self.moved += ids

    def colliding(self) -> models.QuerySet[Any]:  # Any: of any model
        """Rows for which the other has one already, as unique constraints say."""
        collisions = Q(pk__in=[])
        for columns, condition in self._unique():
            same = {column: OuterRef(column) for column in columns}
            twin = self.others.filter(condition, **same)
            collisions |= Q(Exists(twin)) & condition
        return self.rows.filter(collisions)

    def _unique(self) -> list[tuple[list[str], Q]]:
        """The other columns of each unique constraint that this key is part of."""
        own = self.relation.key.name
        meta = self.relation.model._meta
        rules = [(list(names), Q()) for names in meta.unique_together]
        rules += [
            (list(rule.fields), rule.condition or Q())
            for rule in meta.constraints
            if isinstance(rule, models.UniqueConstraint)
        ]
        if self.relation.key.unique:
            rules.append(([own], Q()))
        return [
            ([name for name in names if name != own], condition)
            for names, condition in rules
            if own in names
        ]


def relations(model: type[models.Model]) -> list[Relation]:
    """Every relation to the model, in the order of their labels."""
    found = {}
    for each in model._meta.get_fields(include_hidden=True):
        if not each.auto_created or each.concrete or each.many_to_many:
            continue
        key = cast("models.ForeignKey[Any, Any]", cast(Any, each).field)  # by the above
        owner = key.model._meta.concrete_model
        assert owner is not None
        relation = Relation(owner, key)
        found[relation.label] = relation
    return [found[label] for label in sorted(found)]
