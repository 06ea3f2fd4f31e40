"""Sweeping: removing photographs' files that no picture names, once a day.

A killed process or a refused transaction may leave some. Drawings are not touched: the
demonstration makes and discards those itself.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.files.storage import Storage, default_storage
from django.db import models
from django.utils import timezone

from catalog.models import Picture
from catalog.models.picture import originals
from catalog.pictures.files import public_files
from catalog.pictures.storing import FOLDER

# Whatever is younger may belong to work that is still under way.
SPARED_FOR = datetime.timedelta(days=1)
# How long an operator can find back what was exchanged or deleted by mistake.
FOUND_BACK_FOR = datetime.timedelta(days=30)
AT_ONCE = 500
SHARD = re.compile(r"[0-9a-f]{2}")


def sweep_files() -> int:
    """Remove what belongs to no picture; returns how many files that were."""
    removed = 0
    for folder in _shards(default_storage, FOLDER):
        known = _readers_files(folder)
        removed += _remove(default_storage, folder, known)
    for folder in _shards(originals(), ""):
        names = _files(originals(), folder)
        removed += _remove(originals(), folder, _kept_originals(names))
    return removed


def _readers_files(folder: str) -> set[str]:
    """The files that readers get of the pictures in this folder."""
    rows = Picture.objects.filter(file__startswith=f"{folder}/")
    return {name for picture in rows.iterator() for name in public_files(picture)}


def _kept_originals(names: list[str]) -> set[str]:
    """Of these originals those of a picture, or of one that was changed recently."""
    kept: set[str] = set()
    since = timezone.now() - FOUND_BACK_FOR
    for start in range(0, len(names), AT_ONCE):
        chunk = names[start : start + AT_ONCE]
        used = Picture.objects.filter(original__in=chunk)
        kept.update(str(name) for name in used.values_list("original", flat=True))
        earlier = _history().filter(original__in=set(chunk) - kept)
        rows = dict(earlier.values_list("original", "id"))
        changed = (
            _history()
            .filter(id__in=rows.values(), history_date__gte=since)
            .values_list("id", flat=True)
        )
        kept.update(name for name, key in rows.items() if key in set(changed))
    return kept


def _history() -> models.QuerySet[Any, Any]:  # Any: a model made when it runs
    """Every line of every picture's history."""
    lines: models.QuerySet[Any, Any] = Picture.history.all()  # type: ignore[attr-defined]  # a manager, once the model is whole
    return lines


def _shards(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, _files_here = storage.listdir(folder)
    except FileNotFoundError:  # Nothing was ever stored.
        return
    for name in sorted(folders):
        if SHARD.fullmatch(name):
            yield f"{folder}/{name}" if folder else name


def _files(storage: Storage, folder: str) -> list[str]:
    return [f"{folder}/{name}" for name in storage.listdir(folder)[1]]


def _remove(storage: Storage, folder: str, kept: Iterable[str]) -> int:
    removed, before = 0, timezone.now() - SPARED_FOR
    for name in sorted(set(_files(storage, folder)) - set(kept)):
        if storage.get_modified_time(name) < before:
            storage.delete(name)
            removed += 1
    return removed
