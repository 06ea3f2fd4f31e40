"""Merging two titles or two people: everything arrives, or nothing happens."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.history.revising import lock, quietly
from catalog.imports.staging import LOCK
from catalog.merging.fields import add_names, fill
from catalog.merging.relations import Moving, relations
from catalog.merging.rules import rule_of
from catalog.models import Kind, Person, PersonMerge, Title, TitleMerge
from catalog.models.kinds import PROXIES
from catalog.models.merge import Merge
from catalog.models.revision import REMOVED, Before, revisions_of
from moviemeter.lib.refusals import Refused

SEASONS = "catalog.title.series"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do: its rows of `Merge`, the first of the things themselves.

    `seen` is a mark of both as they stand, for `merge_titles` or `merge_people`.
    """

    merges: list[Merge]
    seen: str


@transaction.atomic
def merge_titles(
    *, old: Title, into: Title, by: models.Model, reason: str = "", seen: str
) -> TitleMerge:
    """Let one title become part of another of its kind, and return the merge.

    Seasons with the same number are merged as well. Raises Refused where the two are
    no pair, either has changed since `seen`, or an import runs.
    """
    merging = _Merging(Title, old.pk, into.pk, by, reason)
    merging.check(seen)
    return cast(TitleMerge, merging.run()[0])


@transaction.atomic
def merge_people(
    *, old: Person, into: Person, by: models.Model, reason: str = "", seen: str
) -> PersonMerge:
    """Let one person become part of another, and return the merge.

    Raises Refused where either has changed since `seen`, or an import runs.
    """
    merging = _Merging(Person, old.pk, into.pk, by, reason)
    merging.check(seen)
    return cast(PersonMerge, merging.run()[0])


def preview_merge(
    model: type[models.Model], *, old_id: int, into_id: int, by: models.Model
) -> Preview:
    """What merging would do: it is done, and taken back. Raises Refused."""
    with transaction.atomic():
        merging = _Merging(model, old_id, into_id, by, "")
        preview = Preview(merges=merging.run(), seen=merging.seen)
        transaction.set_rollback(True)
    return preview


class _Merging:
    """One merge with its locks; a series takes its seasons along."""

    def __init__(
        self,
        model: type[models.Model],
        old_id: int,
        into_id: int,
        by: models.Model,
        reason: str,
    ) -> None:
        self.model = model
        self.by = by
        self.reason = reason
        self.merges: list[Merge] = []
        self._refuse_beside_import()
        found = {thing.pk: thing for thing in lock(model, old_id, into_id)}
        if old_id == into_id:
            raise Refused(_("Choose another one to merge with."))
        if len(found) < 2:
            raise Refused(_("One of the two is gone or was merged already."))
        self.old, self.into = found[old_id], found[into_id]
        if isinstance(self.old, Title) and isinstance(self.into, Title):
            _refuse_other_sorts(self.old, self.into)
            series = [old_id, into_id]
            # In the order of ids, as every lock here.
            list(
                Title.objects.select_for_update()
                .filter(series__in=series)
                .order_by("pk")
            )
        before = [
            revisions_of(model).before(thing.pk) for thing in (self.old, self.into)
        ]
        self.seen = _mark(before)

    def check(self, seen: str) -> None:
        if seen != self.seen:
            raise Refused(_("One of the two was changed meanwhile; look once more."))

    def run(self) -> list[Merge]:
        self._merge(self.old, self.into)
        return self.merges

    def _merge(self, old: models.Model, into: models.Model) -> None:
        revisions = revisions_of(self.model)
        before = {thing.pk: revisions.before(thing.pk) for thing in (old, into)}
        merge = self._merge_row(old, into)
        self.merges.append(merge)
        merge.record = self._walk(old, into)
        merge.record["filled"] = fill(into, old)
        if isinstance(into, Title) and isinstance(old, Title):
            merge.record["names"] = add_names(into, old)
        merge.save()
        told = {"name": str(old), "id": old.pk}
        old_id = old.pk
        with quietly(into), quietly(old):
            into.save()
            old.delete()
        reason = _("merged with «%(name)s» (%(id)s)") % told
        revisions.keep(into.pk, before[into.pk], by=self.by, reason=reason)
        self._end_history(before[old_id], into)

    def _walk(self, old: models.Model, into: models.Model) -> dict[str, Any]:
        """Move what hangs on the old thing; ids and whole rows by relation."""
        moved: dict[str, list[Any]] = {}  # Any: keys of any sort
        kept: dict[str, list[dict[str, Any]]] = {}  # Any: values of any column
        for relation in relations(self.model):
            moving = Moving(relation, old, into)
            rule: Callable[[Moving], None] = rule_of(relation.label)
            if relation.label == SEASONS:
                rule = self._merge_seasons
            rule(moving)
            if moving.moved:
                moved[relation.label] = moving.moved
            if moving.kept:
                kept[relation.label] = moving.kept
        return {"moved": moved, "kept": kept}

    def _merge_seasons(self, moving: Moving) -> None:
        ours = {season.season_number: season for season in moving.others}
        for season in moving.rows.order_by("season_number"):
            other = ours.get(season.season_number)
            if other is not None:
                self._merge(season, other)
        moving.move(moving.rows)

    def _merge_row(self, old: models.Model, into: models.Model) -> Merge:
        told = {
            "old_id": old.pk,
            "old_name": str(old)[:400],
            "into": into,
            "reason": self.reason,
            "merged_by": self.by,
        }
        if isinstance(old, Title):
            told |= {"old_series": old.series, "old_number": old.season_number}
            return TitleMerge(**told)
        return PersonMerge(**told)

    def _end_history(self, before: Before, into: models.Model) -> None:
        assert before.state is not None
        reason = _("merged into «%(name)s» (%(id)s)")
        revisions_of(self.model).write(
            before.state,
            sort=REMOVED,
            by=self.by,
            reason=reason % {"name": str(into)[:60], "id": into.pk},
            at=timezone.now(),
        )

    def _refuse_beside_import(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_xact_lock_shared(%s)", [LOCK])
            row = cursor.fetchone()
        if not (row and row[0]):
            raise Refused(_("An import is running; merge when it has ended."))


def _refuse_other_sorts(old: Title, into: Title) -> None:
    if old.kind != into.kind:
        raise Refused(
            _("A %(one)s and a %(other)s can't be one.")
            % {"one": Kind(old.kind).label, "other": Kind(into.kind).label}
        )
    if old.series_id != into.series_id:
        raise Refused(_("Only seasons of the same series can be one."))


def _mark(before: list[Before]) -> str:
    told = [(each.state.fields, each.state.rows) for each in before if each.state]
    text = json.dumps(told, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kind_of(model: type[models.Model]) -> type[models.Model]:
    """The model in which merging happens: Title for its proxies."""
    return Title if model in PROXIES.values() else model
