"""Sizes: what readers get of a photograph, made from its original by a job.

AVIF and JPEG in up to four widths, each resized from the one before, and a card for
sharing cut around the picture's heart. Never larger than the original.
"""

from PIL import Image

from catalog.models import Picture
from catalog.models.picture import FOCUS_STEPS, originals, size_name
from catalog.pictures.developing import develop, opened
from catalog.pictures.files import (
    ENCODINGS,
    card_name,
    public_files,
    put,
    remove_public,
    size_names,
)
from catalog.pictures.storing import WIDEST, largest_width, needs_files
from catalog.pictures.withdrawing import bring_back
from catalog.social_cards import HEIGHT, WIDTH

WIDTHS = (320, 640, 960, WIDEST)


def widths_for(width: int, height: int) -> list[int]:
    """The widths that a picture of this size is made in, smallest first."""
    largest = largest_width(width, height)
    return sorted({each for each in WIDTHS if each <= largest} | {largest})


def make_sizes(*, picture_id: int) -> None:
    """Make the files that a picture lacks; it may be asked for again at any time.

    Raises OSError where the original can't be read, as Pillow and storages do.
    """
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is None:
        return
    if not needs_files(picture):
        _settle(picture)
    elif picture.is_drawing:
        bring_back(picture)
    else:
        _make(picture)


def _settle(picture: Picture) -> None:
    """Nothing is waited for; the file is named, lest another came meanwhile."""
    Picture.objects.filter(pk=picture.pk, file=str(picture.file)).update(
        waiting_since=None
    )


def _make(picture: Picture) -> None:
    widths, file = widths_for(picture.width, picture.height), str(picture.file)
    outdated = set(public_files(picture))
    card = card_name(picture)
    with (
        originals().open(str(picture.original)) as original,
        opened(original) as image,
    ):
        largest = develop(image, most=widths[-1])
    if not picture.has_files:
        _put_sizes(file, largest, widths)
    put(card, _cut_card(largest, picture.focus_x, picture.focus_y))
    made = Picture.objects.filter(pk=picture.pk, file=file).update(
        sizes_of=file,
        widths=widths,
        social_card=card,
        waiting_since=None,
        withdrawn_at=None,
    )
    current = {*size_names(file, widths), card}
    # A row that was deleted or given another file meanwhile has no use for these.
    remove_public(outdated - current if made else current)


def _put_sizes(file: str, largest: Image.Image, widths: list[int]) -> None:
    """Store every width in every format, each made from the next larger one."""
    size = largest
    for width in reversed(widths):
        if width != size.width:
            height = max(1, round(largest.height * width / largest.width))
            size = size.resize((width, height), Image.Resampling.LANCZOS)
        for suffix in ENCODINGS:
            put(size_name(file, width, suffix), size)


def _cut_card(image: Image.Image, focus_x: int, focus_y: int) -> Image.Image:
    """1200 by 630 out of the picture, as far towards its heart as its edges allow."""
    scale = min(image.width / WIDTH, image.height / HEIGHT)
    width, height = WIDTH * scale, HEIGHT * scale
    # Never below nothing, where a fraction was rounded.
    left = max(0.0, image.width - width) * focus_x / (FOCUS_STEPS - 1)
    top = max(0.0, image.height - height) * focus_y / (FOCUS_STEPS - 1)
    right, bottom = min(image.width, left + width), min(image.height, top + height)
    return image.resize(
        (WIDTH, HEIGHT),
        Image.Resampling.LANCZOS,
        box=(left, top, right, bottom),
    )
