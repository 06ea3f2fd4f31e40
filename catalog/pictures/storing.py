"""Storing: a picture's row gets its original, and its sizes are asked for."""

import secrets
from typing import IO

from django.db import transaction
from django.utils import timezone

from catalog.models import Picture
from catalog.models.picture import originals
from catalog.pictures.files import card_name, public_files, remove_public
from catalog.pictures.originals import keep_original
from catalog.pictures.verifying import Verified
from moviemeter.lib.jobs import ask

FOLDER = "pictures"
WIDEST = 1600
# As a poster is when it is as wide as that; what is taller still becomes narrower.
TALLEST = 2400


def give_original(picture: Picture, file: IO[bytes], found: Verified) -> None:
    """Store what was verified as the picture's original; the row is yet to be saved.

    Readers' names are new, so that nothing old is kept for what is new.
    """
    picture.original = keep_original(file, suffix=found.suffix)
    mark = secrets.token_hex(10)
    largest = largest_width(found.width, found.height)
    picture.file = f"{FOLDER}/{mark[:2]}/{mark}-{largest}.jpg"
    picture.width, picture.height = found.width, found.height
    picture.tint = found.tint


def largest_width(width: int, height: int) -> int:
    """How wide the largest size of a picture is: never more than its original."""
    return min(width, WIDEST, max(1, width * TALLEST // height))


def needs_files(picture: Picture) -> bool:
    """Whether readers may see the picture, and lack one of its files."""
    if not picture.is_current:
        return False
    if picture.is_drawing or not picture.original:
        return picture.withdrawn_at is not None
    return not picture.has_files or str(picture.social_card) != card_name(picture)


@transaction.atomic
def ask_for_sizes(picture: Picture) -> None:
    """Have the picture's files made by a job; it counts as waiting until they are."""
    picture.waiting_since = timezone.now()
    Picture.objects.filter(pk=picture.pk).update(waiting_since=picture.waiting_since)
    ask("make_sizes", lock=f"picture-{picture.pk}", picture_id=picture.pk)


@transaction.atomic
def ask_anew(picture: Picture) -> None:
    """Have every file made again, also those that should be there."""
    if not picture.is_drawing:
        Picture.objects.filter(pk=picture.pk).update(sizes_of="")
    ask_for_sizes(picture)


@transaction.atomic
def delete_picture(picture: Picture) -> None:
    """Delete the row, and once that is certain all of its files."""
    names, original = public_files(picture), str(picture.original)
    picture.delete()

    def remove() -> None:
        remove_public(names)
        if original:
            originals().delete(original)

    transaction.on_commit(remove)
