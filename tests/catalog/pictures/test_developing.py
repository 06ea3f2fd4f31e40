"""From whatever a file holds to upright pixels in sRGB."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.pictures.developing import develop, opened
from tests.picture_files import (
    BLUE,
    CORNERS,
    GREEN,
    HEIGHT,
    HELD,
    RED,
    WHITE,
    WIDTH,
    alike,
    clear,
    corners,
    deep_grey,
    deep_png,
    exif,
    good,
    held,
    jpeg,
    late_exif_png,
    png,
    quarters,
    saved,
    swapped_profile,
    turned,
)

OPAQUE_GREYS = {"grijs.jpg", "grijs.png", "zwart-wit.png", "16-bit-grijs.png"}
COLOURED = {
    name: content
    for name, content in good().items()
    if name not in {*OPAQUE_GREYS, "doorzichtig-grijs.png", "16-bit.png"}
}


def developed(content, most=1600):
    with opened(io.BytesIO(content)) as image:
        return develop(image, most=most)


@pytest.mark.parametrize("name", COLOURED)
def test_picture_shows_what_it_showed(name):
    image = developed(COLOURED[name])

    assert (image.mode, image.size) == ("RGB", (WIDTH, HEIGHT))
    # Ink, palettes and small files all shift colours a little.
    assert alike(corners(image), CORNERS, within=60)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", HELD)
def test_picture_is_upright_however_the_camera_was_held(orientation, form):
    image = developed(turned(orientation, form))

    assert image.size == (WIDTH, HEIGHT)
    assert alike(corners(image), CORNERS)


def test_orientation_behind_the_pixels_is_read():
    assert alike(corners(developed(late_exif_png())), CORNERS)


def test_odd_orientation_counts_as_upright():
    image = developed(jpeg(exif=exif(99)))

    assert image.size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_clear_becomes_white(mode):
    image = developed(png(clear(mode)))

    assert alike(corners(image)[3:], [(255, 255, 255)], within=2)


def test_grey_of_16_bits_keeps_its_steps():
    image = developed(png(deep_grey()))

    across = [image.getpixel((place, 60))[0] for place in (0, 40, 80, 120, 159)]
    assert across == [0, 64, 128, 193, 255]


def test_colour_of_16_bits_is_kept():
    assert alike([developed(deep_png()).getpixel((80, 60))], [(128, 0, 0)], within=2)


def test_colours_are_those_that_the_profile_means():
    image = developed(jpeg(icc_profile=swapped_profile()))

    seen = corners(image)
    assert alike([seen[0], seen[2]], [BLUE, RED], within=40)


def test_ink_becomes_light():
    image = developed(jpeg(quarters(mode="CMYK")))

    assert alike(corners(image), [RED, GREEN, BLUE, WHITE], within=40)


def test_nothing_is_told_beside_the_pixels():
    image = developed(
        jpeg(exif=exif(1), comment=b"geheim", icc_profile=swapped_profile())
    )

    assert image.info == {}
    for form in ("JPEG", "AVIF"):
        content = saved(image, form)
        assert b"Geheime camera" not in content
        assert b"geheim" not in content


MODES = {"RGB": ["JPEG", "PNG", "WEBP", "AVIF"], "L": ["JPEG", "PNG"]} | {
    "CMYK": ["JPEG"],
    "RGBA": ["PNG", "WEBP"],
    "P": ["PNG", "GIF"],
}


# How long encoding takes is another test's subject, and depends on who else is at work.
@settings(deadline=None)
@given(
    width=st.integers(100, 420),
    height=st.integers(100, 420),
    mode_and_form=st.sampled_from(
        [(mode, form) for mode, forms in MODES.items() for form in forms]
    ),
    orientation=st.sampled_from(list(HELD)),
    most=st.sampled_from([64, 320, 1600]),
)
def test_any_picture_comes_out_upright_plain_and_no_larger(
    width, height, mode_and_form, orientation, most
):
    mode, form = mode_and_form
    image = quarters(width, height, mode)
    told = {} if form == "GIF" else {"exif": exif(orientation)}
    kept = image if form == "GIF" else held(orientation, image)

    found = developed(saved(kept, form, **told), most=most)

    assert (found.mode, found.info) == ("RGB", {})
    assert found.width == min(width, most)
    assert abs(found.height - height * found.width / width) <= 1
    grey = mode == "L"
    wanted = [
        quarters(width, height, "L").convert("RGB").getpixel(place) if grey else colour
        for place, colour in zip(
            ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)),
            CORNERS,
            strict=True,
        )
    ]
    assert alike(corners(found), wanted, within=60)
