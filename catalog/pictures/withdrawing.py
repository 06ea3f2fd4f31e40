"""Withdrawing: when a licence has ended, readers' files are taken away.

Pages stop showing the picture the moment its last day ends, by themselves. Its files
stay to be fetched by their address until the daily job that stands here.
"""

from django.core.files.base import File
from django.core.files.storage import Storage, default_storage
from django.db import models
from django.utils import timezone

from catalog.models import Picture
from catalog.models.picture import originals
from catalog.pictures.files import public_files, remove_public
from catalog.pictures.storing import ask_for_sizes
from catalog.social_cards import draw_card

AT_ONCE = 200


def withdraw_ended() -> int:
    """Take away the files of every picture whose licence has ended; how many it did."""
    withdrawn = 0
    ended = Picture.objects.ended().filter(withdrawn_at=None).order_by("pk")
    while batch := list(ended[:AT_ONCE]):
        for picture in batch:
            _withdraw(picture)
        withdrawn += len(batch)
    return withdrawn


def ask_for_lacking() -> int:
    """Ask for the files of pictures that may be shown again, or were put back."""
    withdrawn = models.Q(withdrawn_at__isnull=False)
    without_sizes = ~models.Q(original="") & ~models.Q(sizes_of=models.F("file"))
    lacking = Picture.objects.current().filter(
        withdrawn | without_sizes, waiting_since=None
    )
    for picture in lacking:
        ask_for_sizes(picture)
    return len(lacking)


def _withdraw(picture: Picture) -> None:
    names = public_files(picture)
    if picture.is_drawing:
        _copy(str(picture.file), default_storage, originals())
    # The row first: should the rest fail, files without a row are swept up.
    Picture.objects.filter(pk=picture.pk).update(
        withdrawn_at=timezone.now(),
        waiting_since=None,
        sizes_of="",
        widths=[],
        social_card="",
    )
    remove_public(names)


def bring_back(picture: Picture) -> None:
    """Put a drawing back where readers find it, with a card for sharing."""
    _copy(str(picture.file), originals(), default_storage)
    Picture.objects.filter(pk=picture.pk).update(withdrawn_at=None, waiting_since=None)
    originals().delete(str(picture.file))
    draw_card(picture)


def _copy(name: str, source: Storage, target: Storage) -> None:
    """A drawing has no other original; one that was moved already is left."""
    if source.exists(name) and not target.exists(name):
        with source.open(name, "rb") as file:
            target.save(name, File(file))
