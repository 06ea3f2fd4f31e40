"""What a thing takes from the other where it has nothing itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from catalog.models import AlternativeTitle, Title

# Columns that say something only together.
FILLED: dict[str, list[tuple[str, ...]]] = {
    "catalog.Title": [
        ("year",),
        ("end_year",),
        ("original_name",),
        ("language",),
        ("episode_count",),
        ("poster",),
        ("kijkwijzer_age", "kijkwijzer_grounds", "kijkwijzer_source"),
    ],
    "catalog.Person": [
        ("born_on", "born_precision"),
        ("died_on", "died_precision"),
        ("birthplace",),
        ("birth_country",),
        ("portrait",),
    ],
}
# The survivor's own, whatever the other says.
OWN: dict[str, list[str]] = {
    "catalog.Title": [
        "kind",
        "name",
        "sort_name",
        "season_number",
        "series",
        "visible",
    ],
    "catalog.Person": ["name", "sort_name", "visible"],
}


def fill(into: models.Model, old: models.Model) -> list[str]:
    """Take over what is empty here and known there, and return the columns.

    Nothing is stored. A value that a constraint forbids beside the others stays away.
    """
    concrete = into._meta.concrete_model
    assert concrete is not None
    filled: list[str] = []
    for columns in FILLED[concrete._meta.label]:
        lead = columns[0]
        if getattr(into, lead) or not getattr(old, lead):
            continue
        if lead == "language" and getattr(into, "name") != getattr(old, "name"):  # noqa: B009 - of a title only
            continue  # It tells of the other name which article goes behind it.
        before = {column: getattr(into, column) for column in columns}
        for column in columns:
            setattr(into, column, getattr(old, column))
        if _is_possible(into):
            filled += columns
        else:
            for column, value in before.items():
                setattr(into, column, value)
    return filled


def add_names(into: Title, old: Title) -> list[str]:
    """Have the other's names as alternative titles where they are new; returns them."""
    known = {into.name, into.original_name}
    known |= set(into.alternative_titles.values_list("name", flat=True))
    added = []
    for name, language in ((old.name, old.language), (old.original_name, "")):
        if name and name not in known:
            known.add(name)
            added.append(name)
            AlternativeTitle.objects.create(title=into, name=name, language=language)
    return added


def _is_possible(thing: Any) -> bool:  # Any: a title or a person
    try:
        thing.validate_constraints()
    except ValidationError:
        return False
    return True
