"""What readers get of a photograph."""

import datetime
import io

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog.models import Picture
from catalog.models.picture import originals, size_name
from catalog.pictures.sizes import make_sizes, widths_for
from catalog.pictures.storing import ask_anew, give_original
from catalog.pictures.verifying import verify
from tests.factories import PhotographFactory, PictureFactory
from tests.picture_files import (
    CORNERS,
    SCRIPT,
    alike,
    corners,
    exif,
    held,
    jpeg,
    png,
    quarters,
    saved,
)

pytestmark = pytest.mark.django_db


def made(picture):
    make_sizes(picture_id=picture.pk)
    picture.refresh_from_db()
    return picture


def opened(name):
    with default_storage.open(name) as file:
        image = Image.open(io.BytesIO(file.read()))
    image.load()
    return image


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((100, 100), [100]),
        ((319, 400), [319]),
        ((320, 200), [320]),
        ((321, 200), [320, 321]),
        ((960, 960), [320, 640, 960]),
        ((1200, 900), [320, 640, 960, 1200]),
        ((1600, 900), [320, 640, 960, 1600]),
        ((4000, 2600), [320, 640, 960, 1600]),
        ((2000, 3000), [320, 640, 960, 1600]),
        ((2000, 8000), [320, 600]),
    ],
)
def test_widths_are_four_at_most_and_never_beyond_the_original(size, widths):
    assert widths_for(*size) == widths


def test_make_sizes_stores_both_formats_in_every_width_and_a_card(photograph, stored):
    picture = made(photograph(jpeg(quarters(2000, 1500))))

    assert picture.widths == [320, 640, 960, 1600]
    assert str(picture.file).endswith("-1600.jpg")
    assert len(stored.public) == 9
    for width in picture.widths:
        for suffix, form in ((".avif", "AVIF"), (".jpg", "JPEG")):
            image = opened(size_name(str(picture.file), width, suffix))
            assert (image.format, image.size) == (form, (width, width * 3 // 4))
            assert alike(corners(image), CORNERS)
    with picture.social_card.open() as file, Image.open(file) as card:
        assert (card.format, card.size) == ("JPEG", (1200, 630))
    assert (picture.is_shown, picture.waiting_since) == (True, None)


def test_photograph_is_not_shown_until_its_sizes_are_made(photograph):
    picture = photograph()
    before = picture.is_shown

    made(picture)

    assert (before, picture.is_shown) == (False, True)


def test_nothing_of_the_original_but_its_pixels_is_served(photograph, stored):
    content = jpeg(quarters(400, 300), exif=exif(1), comment=SCRIPT) + SCRIPT
    made(photograph(content))

    served = b"".join((stored.media / name).read_bytes() for name in stored.public)

    assert b"Geheime camera" not in served
    assert b"script" not in served
    assert b"Exif" not in served
    assert b"ICC_PROFILE" not in served


def test_original_is_kept_as_it_was_brought_and_privately(photograph, stored):
    content = jpeg(quarters(400, 300), exif=exif(6))

    picture = photograph(content)

    kept = stored.originals / str(picture.original)
    assert kept.read_bytes() == content
    assert kept.stat().st_mode & 0o077 == 0
    assert not any(
        part in str(picture.file)
        for part in (kept.stem, kept.stem[:20], kept.stem[-20:])
    )


@pytest.mark.parametrize(
    ("focus", "seen"),
    [((0, 0), [0, 1]), ((2, 0), [0, 1]), ((4, 4), [2, 3]), ((2, 4), [2, 3])],
)
def test_card_is_cut_around_the_heart(photograph, focus, seen):
    across, down = focus
    picture = made(photograph(jpeg(quarters(600, 900)), focus_x=across, focus_y=down))

    with picture.social_card.open() as file, Image.open(file) as card:
        assert alike(corners(card)[:2], [CORNERS[place] for place in seen])


def test_moved_heart_gets_a_card_of_another_name_and_the_same_sizes(photograph, stored):
    picture = made(photograph())
    before = set(stored.public)

    picture.focus_x = 4
    picture.save()
    made(picture)

    after = set(stored.public)
    assert {name for name in before ^ after if "card" not in name} == set()
    assert len(before - after) == len(after - before) == 1


def test_exchanged_file_takes_the_place_of_the_old_one(photograph, stored):
    picture = made(photograph())
    before = set(stored.public)
    content = png(quarters(400, 400))

    file = io.BytesIO(content)
    give_original(picture, file, verify(file, size=len(content)))
    picture.save()
    shown_meanwhile = picture.is_shown
    made(picture)

    assert (shown_meanwhile, picture.is_shown) == (False, True)
    assert before & set(stored.public) == set()
    assert picture.widths == [320, 400]


def test_making_sizes_twice_changes_nothing(photograph, stored):
    picture = made(photograph())
    before = {name: (stored.media / name).stat().st_mtime_ns for name in stored.public}

    made(picture)

    after = {name: (stored.media / name).stat().st_mtime_ns for name in stored.public}
    assert after == before


def test_asking_anew_makes_what_was_lost(photograph, stored):
    picture = made(photograph())
    names = stored.public
    for name in names:
        (stored.media / name).unlink()

    ask_anew(picture)
    made(picture)

    assert stored.public == names


def test_picture_that_was_deleted_meanwhile_leaves_no_files(photograph, stored):
    picture = photograph()
    key = picture.pk
    Picture.objects.filter(pk=key).delete()

    make_sizes(picture_id=key)

    assert stored.public == []


def test_sizes_of_a_file_that_was_exchanged_meanwhile_are_removed(
    photograph, stored, monkeypatch
):
    picture = photograph()
    other = "pictures/cd/0123456789-800.jpg"
    real_open = originals().open

    def exchanging_open(*arguments, **options):
        Picture.objects.filter(pk=picture.pk).update(file=other)
        return real_open(*arguments, **options)

    monkeypatch.setattr(originals(), "open", exchanging_open)
    made(picture)

    assert (picture.sizes_of, picture.widths, stored.public) == ("", [], [])


def test_ended_picture_gets_no_sizes(photograph, stored):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    picture = made(photograph(ends_on=yesterday))

    assert (picture.is_shown, picture.waiting_since, stored.public) == (False, None, [])


def test_lost_original_is_a_failure_that_is_tried_again(photograph, stored):
    picture = photograph()
    (stored.originals / str(picture.original)).unlink()

    with pytest.raises(FileNotFoundError):
        make_sizes(picture_id=picture.pk)

    assert stored.public == []


def test_making_sizes_writes_no_history(photograph):
    picture = photograph()
    before = Picture.history.count()

    made(picture)

    assert Picture.history.count() == before


@pytest.mark.parametrize(
    ("minutes", "stuck"), [(None, False), (1, False), (9, False), (11, True)]
)
def test_what_waits_for_ten_minutes_is_stuck(minutes, stuck):
    since = minutes and timezone.now() - datetime.timedelta(minutes=minutes)
    picture = PhotographFactory(waiting_since=since, sizes_of="")

    assert (picture.is_stuck, Picture.objects.stuck().exists()) == (stuck, stuck)


def test_drawing_needs_no_sizes(stored):
    picture = made(PictureFactory())

    assert (picture.is_shown, stored.public) == (True, [])


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    width=st.integers(100, 1900),
    height=st.integers(100, 700),
    orientation=st.integers(1, 8),
    form=st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"]),
)
def test_any_photograph_keeps_what_was_promised(
    photograph, width, height, orientation, form
):
    width = min(width, 4 * height)
    height = min(height, 4 * width)
    content = saved(
        held(orientation, quarters(width, height)), form, exif=exif(orientation)
    )

    picture = made(photograph(content))

    assert (picture.width, picture.height) == (width, height)
    assert picture.widths == widths_for(width, height)
    for each in picture.widths:
        for suffix in (".avif", ".jpg"):
            image = opened(size_name(str(picture.file), each, suffix))
            assert image.width == each
            assert abs(image.height - height * each / width) <= 1.5
            assert not {"exif", "icc_profile", "xmp"} & set(image.info)
            assert dict(image.getexif()) == {}
            assert alike(corners(image), CORNERS, within=60)
