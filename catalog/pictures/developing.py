"""Developing: from whatever a file holds to upright pixels in sRGB, and nothing else.

The picture is made small first, since every later step then costs little memory.
"""

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from PIL import Image, ImageCms

ORIENTATION: Final = 0x0112  # EXIF's own number for it.
# What undoes each of EXIF's orientations; 1 is upright.
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ON_ITS_SIDE: Final = frozenset((5, 6, 7, 8))
# The colour spaces of profiles by the modes that they describe.
SPACES: Final = {"RGB": "RGB", "L": "GRAY", "CMYK": "CMYK"}
WHITE: Final = "white"  # Where a picture is clear; so are most pages that it came from.

# A process does several things at once; one decoding at a time keeps its memory.
_one_at_a_time = threading.Lock()
# What Pillow opens; an MPO is opened as the JPEG that it begins as.
OPENED: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Image.Image]:
    """The picture in a file, not yet decoded; others wait until it is closed."""
    with _one_at_a_time, warnings.catch_warnings():
        # Of damaged EXIF and many pixels, which are dealt with here.
        warnings.simplefilter("ignore")
        with Image.open(file, formats=OPENED) as image:
            yield image


def orientation_of(image: Image.Image) -> int:
    """How a picture was held, 1 to 8; upright where its EXIF can't be read."""
    if image.format == "PNG":
        image.load()  # Its EXIF may stand behind the pixels.
    try:
        held = image.getexif().get(ORIENTATION, 1)
    except Exception:  # noqa: BLE001, RUF100 - damaged EXIF fails in many ways
        return 1
    return held if held in TURNS else 1


def upright(size: tuple[int, int], held: int) -> tuple[int, int]:
    """The width and height of a picture that was held so, once it is turned."""
    return size[::-1] if held in ON_ITS_SIDE else size


def develop(image: Image.Image, *, most: int) -> Image.Image:
    """The whole picture decoded: RGB in sRGB, upright, at most `most` wide.

    It carries no metadata. Decoding fails in as many ways as files can be damaged.
    """
    held = orientation_of(image)
    width, height = upright(image.size, held)
    wide = min(most, width)
    size = upright((wide, max(1, round(height * wide / width))), held)
    profile = image.info.get("icc_profile")
    # A JPEG is read at a half, a quarter or an eighth; other formats know no such way.
    image.draft(None, size)
    small = _plain(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    small = _in_srgb(_on_white(small), profile)
    if held in TURNS:
        small = small.transpose(TURNS[held])
    small.info = {}
    return small


def _plain(image: Image.Image) -> Image.Image:
    """The pixels in a mode that can be resized: L, RGB, RGBA, LA or CMYK."""
    image.load()
    if image.mode.startswith("I;16"):
        # 65,535 levels of grey become 255; a plain conversion would clip them.
        return image.point(lambda level: level * (1 / 256) + 0).convert("L")
    if image.mode in {"I", "F"}:
        return image.point(lambda level: level * (1 / 256) + 0).convert("L")
    if "transparency" in image.info or image.mode in {"PA", "RGBa", "La"}:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "RGBA", "LA", "CMYK"}:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in {"RGBA", "LA"}:
        return image
    clear = image.getchannel("A")
    opaque = image.convert("RGB")
    ground = Image.new("RGB", image.size, WHITE)
    ground.paste(opaque, mask=clear)
    return ground


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as screens show them; unchanged where the profile is no good."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if source.profile.xcolor_space.strip() == SPACES[image.mode]:
                converted = ImageCms.profileToProfile(
                    image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                assert converted is not None  # only a conversion in place gives none
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")
