"""Cards for sharing: 1200 by 630 in JPEG, since nobody else's page shows a drawing."""

import io
from pathlib import PurePosixPath

import resvg_py
from django.core.files.base import ContentFile
from PIL import Image

from catalog.models import Picture
from catalog.tints import tint_colour

WIDTH, HEIGHT = 1200, 630  # What Open Graph's readers ask for.
QUALITY = 82


def draw_missing_cards() -> int:
    """Draw a card for every drawing without one; returns how many were drawn."""
    drawn = 0
    for picture in Picture.objects.filter(
        social_card="", file__endswith=".svg", withdrawn_at=None
    ):
        draw_card(picture)
        drawn += 1
    return drawn


def draw_card(picture: Picture) -> None:
    """Draw and store a drawing's card: all of it, in the middle of its own colour."""
    with picture.file.open("rb") as file:
        svg = file.read().decode()
    tall = picture.height * WIDTH > picture.width * HEIGHT * 1.5
    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=None if tall else WIDTH,
        height=HEIGHT if tall else None,
        skip_system_fonts=True,
    )
    drawing = Image.open(io.BytesIO(png))
    card = Image.new("RGB", (WIDTH, HEIGHT), _ground(drawing, picture))
    place = ((WIDTH - drawing.width) // 2, (HEIGHT - drawing.height) // 2)
    card.paste(drawing.convert("RGB"), place)
    out = io.BytesIO()
    card.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    name = f"{PurePosixPath(str(picture.file)).stem}.jpg"
    picture.social_card.save(name, ContentFile(out.getvalue()), save=False)
    Picture.objects.filter(pk=picture.pk).update(social_card=picture.social_card.name)


def _ground(drawing: Image.Image, picture: Picture) -> tuple[int, ...] | str:
    """The drawing's own field, from its corner; the tint where the corner is clear."""
    corner = drawing.convert("RGBA").getpixel((1, 1))
    assert isinstance(corner, tuple)  # RGBA pixels are tuples
    return corner[:3] if corner[3] == 255 else tint_colour(picture.tint)
