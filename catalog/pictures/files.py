"""The names of a picture's files in the storage that everybody can read."""

import io
from collections.abc import Iterable
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from catalog.models import Picture
from catalog.models.picture import size_name

AVIF, JPEG = ".avif", ".jpg"
ENCODINGS: dict[str, dict[str, object]] = {
    AVIF: {"format": "AVIF", "quality": 60, "speed": 7},
    JPEG: {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True},
}
# Speed 8 takes a sixth of the time, for a tenth of a decibel: for the large sizes only.
LARGE = 1_000_000
LARGE_SPEED = 8


def card_name(picture: Picture) -> str:
    """The name of a photograph's card: another where its heart is moved."""
    file = PurePosixPath(str(picture.file))
    stem = file.stem.rpartition("-")[0]
    return str(file.with_name(f"{stem}-card-{picture.focus_x}{picture.focus_y}.jpg"))


def size_names(file: str, widths: Iterable[int]) -> list[str]:
    return [size_name(file, width, suffix) for width in widths for suffix in ENCODINGS]


def public_files(picture: Picture) -> list[str]:
    """Every file of a picture that readers can fetch."""
    names = [str(picture.file)] if picture.is_drawing else []
    if picture.sizes_of:
        names += size_names(picture.sizes_of, picture.widths)
    return [*names, str(picture.social_card)] if picture.social_card else names


def remove_public(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


def put(name: str, image: Image.Image) -> None:
    """Store a picture under exactly this name, over what an earlier attempt left."""
    options = ENCODINGS[PurePosixPath(name).suffix]
    if "speed" in options and image.width * image.height > LARGE:
        options = {**options, "speed": LARGE_SPEED}
    out = io.BytesIO()
    image.save(out, **options)  # type: ignore[arg-type]  # by format
    put_bytes(name, out.getvalue())


def put_bytes(name: str, content: bytes) -> None:
    default_storage.delete(name)
    kept = default_storage.save(name, ContentFile(content))
    assert kept == name  # else somebody else makes the same sizes
