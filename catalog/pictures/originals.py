"""Originals: the files as they were brought, under names that nobody can guess."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import IO

from django.core.files.base import File

from catalog.models.picture import originals

# What was stored by the work under way, to be removed if that fails.
_stored: ContextVar[list[str] | None] = ContextVar("stored", default=None)


def keep_original(file: IO[bytes], *, suffix: str) -> str:
    """Store a file of this suffix, such as «.png»; returns the name it is kept by."""
    mark = secrets.token_hex(16)
    file.seek(0)
    name = originals().save(f"{mark[:2]}/{mark}{suffix}", File(file))
    stored = _stored.get()
    if stored is not None:
        stored.append(name)
    return name


@contextmanager
def undone_on_failure() -> Iterator[None]:
    """Remove the originals that were stored inside, where it ends in a failure.

    It goes around the transaction, so that a refusal at its very end counts as well.
    """
    stored: list[str] = []
    token = _stored.set(stored)
    try:
        yield
    except BaseException:
        for name in stored:
            originals().delete(name)
        raise
    finally:
        _stored.reset(token)
