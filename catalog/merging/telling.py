"""What a merge does, in words: what moves, what gives way, what is filled."""

from dataclasses import dataclass

from django.apps import apps
from django.utils.encoding import force_str
from django.utils.text import capfirst

from catalog.history.wording import field_label
from catalog.models.merge import Merge

# What nobody needs to know to decide: imports' keys, earlier merges, pairs told apart.
UNTOLD = ("imported", "merge", "double")


@dataclass(frozen=True, slots=True)
class RowsTold:
    """Of one sort of rows how many move, and how many stay behind in the record."""

    label: str
    moved: int
    kept: int


@dataclass(frozen=True, slots=True)
class MergeTold:
    """One merge for its preview; of a series there is one for each season as well."""

    name: str
    into: str
    rows: list[RowsTold]
    filled: list[str]
    names: list[str]


def told_rows(merge: Merge) -> MergeTold:
    """The merge's record in words."""
    into = merge.into  # type: ignore[attr-defined]  # of every merge
    labels = [
        label
        for label in sorted({*merge.moved, *merge.kept})
        if not any(word in label for word in UNTOLD)
    ]
    rows = [
        RowsTold(_label(label), len(merge.moved.get(label, [])), _kept(merge, label))
        for label in labels
    ]
    columns = {column.name: column for column in into._meta.fields}
    return MergeTold(
        name=merge.old_name,
        into=str(into),
        rows=rows,
        filled=[field_label(columns[name]) for name in merge.record["filled"]],
        names=merge.record.get("names", []),
    )


def _kept(merge: Merge, label: str) -> int:
    return len(merge.kept.get(label, []))


def _label(label: str) -> str:
    app, model_name, _column = label.split(".")
    model = apps.get_model(app, model_name)
    return str(capfirst(force_str(model._meta.verbose_name_plural)))
