"""Verifying: whether a file is a still picture that we take, by decoding all of it.

Nothing is believed of its name or of the type that a browser tells. Bytes and pixels
are measured before anything is decoded.
"""

from dataclasses import dataclass
from typing import IO, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from PIL import Image, UnidentifiedImageError

from catalog.pictures.developing import (
    develop,
    opened,
    orientation_of,
    upright,
)
from catalog.tints import tint_of
from moviemeter.lib.refusals import Refused

MOST_BYTES: Final = 32 * 1024 * 1024
LEAST_SIDE: Final = 100  # Smaller is an icon, not a picture.
MOST_SIDE: Final = 16_000  # A little less than any of the formats can hold.
MOST_TIMES: Final = 4  # As wide as high, or as high as wide: no page has such a place.
FIRST_BYTES: Final = 512
A_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is taken, and how many pixels fit in 200 MiB while decoding."""

    name: str | Promise
    suffix: str
    most_pixels: int


JPEG: Final = Format("JPEG", ".jpg", 50 * A_MILLION)
# Its coefficients are all kept in memory until the last scan was read.
PROGRESSIVE: Final = Format(_lazy("progressive JPEG"), ".jpg", 24 * A_MILLION)
FORMATS: Final = {
    "JPEG": JPEG,
    # A JPEG with further pictures behind the first, such as telephones make.
    "MPO": JPEG,
    "PNG": Format("PNG", ".png", 20 * A_MILLION),
    "WEBP": Format("WebP", ".webp", 10 * A_MILLION),
    "AVIF": Format("AVIF", ".avif", 10 * A_MILLION),
    "GIF": Format("GIF", ".gif", 20 * A_MILLION),
}

# What telephones' photos begin with.
HEIC: Final = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"))


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in a file: its suffix, its size once upright, its mean tint."""

    suffix: str
    width: int
    height: int
    tint: int


def verify(file: IO[bytes], *, size: int) -> Verified:
    """What the file of `size` bytes holds; raises Refused where it isn't taken."""
    _check_bytes(size)
    first = file.read(FIRST_BYTES)
    file.seek(0)
    try:
        with opened(file) as image:
            return _decoded(image)
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused(_far_too_large()) from None
    except UnidentifiedImageError:
        raise Refused(_why_unknown(first)) from None
    except Exception:  # noqa: BLE001, RUF100 - damaged files fail in as many ways
        raise Refused(_damaged()) from None


def _decoded(image: Image.Image) -> Verified:
    """What is in the picture, all of it decoded; it fails as Pillow does."""
    form = _form(image)
    _check_measures(image.size, form)
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise Refused(
            _(
                "This picture moves, and only still ones are taken. Save one of its"
                " images as a JPEG or PNG, and choose that file."
            )
        )
    size = image.size  # A JPEG tells a smaller one after it was developed.
    small = develop(image, most=64)
    width, height = upright(size, orientation_of(image))
    mean = small.resize((1, 1), Image.Resampling.BOX)
    red, green, blue = mean.tobytes()
    tint = tint_of(f"#{red:02x}{green:02x}{blue:02x}")
    return Verified(form.suffix, width, height, tint)


def _form(image: Image.Image) -> Format:
    if image.format == "JPEG" and image.info.get("progressive"):
        return PROGRESSIVE
    return FORMATS[image.format or ""]


# The refusals, each with a way out


def _check_bytes(size: int) -> None:
    if size == 0:
        raise Refused(
            _("This file is empty. Save the picture again, and choose that file.")
        )
    if size > MOST_BYTES:
        raise Refused(
            _(
                "This file is %(size)s MB, and at most %(most)s MB is taken. Make the"
                " picture smaller, or save it as a JPEG."
            )
            % {"size": size // 1024**2, "most": MOST_BYTES // 1024**2}
        )


def _check_measures(size: tuple[int, int], form: Format) -> None:
    measures = {"width": size[0], "height": size[1], "format": form.name}
    if min(size) < LEAST_SIDE:
        raise Refused(
            _(
                "This picture is %(width)s by %(height)s pixels, and each side must be"
                " at least %(least)s. Look for a larger one."
            )
            % {**measures, "least": LEAST_SIDE}
        )
    if max(size) > MOST_SIDE:
        raise Refused(
            _(
                "This picture is %(width)s by %(height)s pixels, and no side may be"
                " over %(most)s. Make it smaller."
            )
            % {**measures, "most": MOST_SIDE}
        )
    if max(size) > MOST_TIMES * min(size):
        raise Refused(
            _(
                "This picture is %(width)s by %(height)s pixels, and no side may be"
                " over %(most)s times the other. Cut it first."
            )
            % {**measures, "most": MOST_TIMES}
        )
    if size[0] * size[1] > form.most_pixels:
        raise Refused(
            _(
                "This picture is %(width)s by %(height)s pixels. As a %(format)s it may"
                " have %(most)s million, as an ordinary JPEG %(ordinary)s million. Make"
                " it smaller, or save it so."
            )
            % {
                **measures,
                "most": form.most_pixels // A_MILLION,
                "ordinary": JPEG.most_pixels // A_MILLION,
            }
        )


def _far_too_large() -> str:
    return _(
        "This picture has more pixels than can be read. An ordinary JPEG may have"
        " %(most)s million: make it smaller."
    ) % {"most": JPEG.most_pixels // A_MILLION}


def _damaged() -> str:
    return _(
        "This picture is damaged or not whole. Open it on your own computer, save it"
        " again, and choose that file."
    )


def _why_unknown(first: bytes) -> str:
    """Why a file that opens as none of our formats is refused, by its first bytes."""
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _begins_as_ours(first):
        return _damaged()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")):
        return _(
            "SVG isn't taken, since it can hold scripts. Save the picture as a PNG, and"
            " choose that file."
        )
    if first[4:8] == b"ftyp" and first[8:12] in HEIC:
        return _(
            "This is a HEIC photo, and few browsers show those. Save it as a JPEG, and"
            " choose that file."
        )
    if first.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return _("TIFF isn't taken. Save the picture as a JPEG or PNG.")
    if first.startswith(b"%PDF"):
        return _(
            "This is a PDF. Take the picture out of it, and save that as a JPEG or PNG."
        )
    return _(
        "This isn't a picture that we can read. JPEG, PNG, WebP, AVIF and still GIF are"
        " taken."
    )


def _begins_as_ours(first: bytes) -> bool:
    return (
        first.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF87a", b"GIF89a"))
        or (first.startswith(b"RIFF") and first[8:12] == b"WEBP")
        or first[4:12] in {b"ftypavif", b"ftypavis"}
    )
