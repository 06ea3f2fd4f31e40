"""Several changes of one thing and its rows, kept as one revision."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models, transaction

from catalog.models.revision import revisions_of


@contextmanager
def revising(
    thing: models.Model, *, by: models.Model | None, reason: str = ""
) -> Iterator[None]:
    """Keep what happens to the thing and its rows inside as one revision, or as none.

    The thing is locked until the transaction ends; its own saves write no history.
    """
    revisions = revisions_of(type(thing))
    with transaction.atomic():
        lock(type(thing), thing.pk)
        before = revisions.before(thing.pk)
        with quietly(thing):
            yield
        revisions.keep(thing.pk, before, by=by, reason=reason or None)


@contextmanager
def quietly(thing: models.Model) -> Iterator[None]:
    """Saves and removals of the thing inside write no history of their own."""
    thing.skip_history_when_saving = True  # type: ignore[attr-defined]  # its own switch
    try:
        yield
    finally:
        del thing.skip_history_when_saving  # type: ignore[attr-defined]  # as above


def lock(model: type[models.Model], *keys: int) -> list[models.Model]:
    """The rows of these keys, locked in the order of their ids against a deadlock."""
    rows = model._base_manager.select_for_update().filter(pk__in=keys)
    return list(rows.order_by("pk"))
