"""What a merge took along, given back when the merged thing is put back.

The thing's own small rows are in its revision; here is all else: votes, credits of a
person, seasons, keys of imports, whatever app they stand in.
"""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F
from django.utils import timezone

from catalog.models import PersonMerge, Score, TitleMerge
from catalog.models.merge import Merge
from catalog.models.revision import revisions_of
from catalog.models.score import HALF_STARS

MERGES: dict[str, type[TitleMerge | PersonMerge]] = {
    "catalog.Title": TitleMerge,
    "catalog.Person": PersonMerge,
}
SCORE = "catalog.score.title"


def unmerge(model: type[models.Model], key: int) -> Merge | None:
    """Give back what moved with the merge of this id, and return it as undone.

    None where it was not merged. What was changed at the other since stays there.
    """
    merges = MERGES.get(revisions_of(model).cls._meta.label)
    if merges is None:
        return None
    rows = merges._default_manager.filter(old_id=key, undone_at__isnull=True)
    merge = rows.select_for_update().first()
    if merge is None:
        return None
    own = _own_rows(model)
    for label, ids in merge.moved.items():
        if label not in own:
            _move_back(label, ids, merge)
    for label, kept in merge.kept.items():
        if label == SCORE:
            _part_scores(merge, kept)
        elif label not in own:
            owner = _model(label)
            owner._base_manager.bulk_create(
                [owner(**row) for row in kept], ignore_conflicts=True
            )
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])
    return merge


def _own_rows(model: type[models.Model]) -> set[str]:
    """Labels of the rows that a revision of the model holds itself."""
    revisions = revisions_of(model)
    return {
        f"{revisions.row_model(sort)._meta.label_lower}.{revisions.row_key(sort)}"
        for sort in revisions.row_names
    }


def _model(label: str) -> type[models.Model]:
    app, name, _column = label.split(".")
    return apps.get_model(app, name)


def _move_back(label: str, ids: list[Any], merge: Any) -> None:  # Any: keys, a merge
    model, column = _model(label), label.split(".")[2]
    back: dict[str, Any] = {column: merge.old_id}  # Any: values of any column
    if any(each.name == "is_second" for each in model._meta.fields):
        back["is_second"] = False
    rows = model._base_manager.filter(pk__in=ids, **{column: merge.into_id})
    rows.update(**back)


def _part_scores(merge: Any, kept: list[dict[str, int]]) -> None:  # Any: of a title
    """Take the votes out of the survivor's score that came with the merge.

    A score that has been recounted to less since is left to the next recount.
    """
    columns = ["n", "sum", *(f"b{half}" for half in HALF_STARS)]
    for row in kept:
        enough = {f"{column}__gte": row[column] for column in columns}
        less = {column: F(column) - row[column] for column in columns}
        Score.objects.filter(title_id=merge.into_id, **enough).update(**less)
        Score.objects.get_or_create(title_id=merge.old_id, defaults=_counts(row))


def _counts(row: dict[str, int]) -> dict[str, int]:
    return {column: value for column, value in row.items() if column != "title_id"}
