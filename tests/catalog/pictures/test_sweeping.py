"""Files that belong to no picture."""

import datetime
import os

import pytest
from django.utils import timezone

from catalog.models import Picture
from catalog.pictures.sizes import make_sizes
from catalog.pictures.storing import delete_picture
from catalog.pictures.sweeping import sweep_files

pytestmark = pytest.mark.django_db

TWO_DAYS = 2 * 24 * 3600


def put(folder, name, *, age=TWO_DAYS):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    then = timezone.now().timestamp() - age
    os.utime(path, (then, then))


def age_all(folder):
    then = timezone.now().timestamp() - TWO_DAYS
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def test_files_without_a_picture_are_removed(stored):
    put(stored.media, "pictures/ab/0123-320.avif")
    put(stored.originals, "ab/0123.jpg")

    assert sweep_files() == 2

    assert (stored.public, stored.private) == ([], [])


def test_files_of_a_picture_are_kept(photograph, stored):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    age_all(stored.media)
    age_all(stored.originals)
    before = (stored.public, stored.private)

    assert sweep_files() == 0

    assert (stored.public, stored.private) == before


def test_young_files_are_spared_since_work_may_be_under_way(stored):
    put(stored.media, "pictures/ab/0123-320.avif", age=60)
    put(stored.originals, "ab/0123.jpg", age=60)

    assert sweep_files() == 0


def test_drawings_and_what_lies_elsewhere_are_not_touched(stored):
    put(stored.media, "pictures/affiche-x-0123456789.svg")
    put(stored.media, "cards/affiche-x.jpg")
    put(stored.originals, "pictures/affiche-x-0123456789.svg")

    assert sweep_files() == 0


def test_original_can_be_found_back_for_thirty_days(photograph, stored):
    picture = photograph()
    older = str(picture.original)
    picture.original = "ab/other.jpg"
    picture.save()
    age_all(stored.originals)

    kept = sweep_files()
    Picture.history.update(history_date=timezone.now() - datetime.timedelta(days=31))
    removed = sweep_files()

    assert (kept, removed) == (0, 1)
    assert older not in stored.private


def test_deleted_picture_takes_its_files_along(
    photograph, stored, django_capture_on_commit_callbacks
):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    picture.refresh_from_db()

    with django_capture_on_commit_callbacks(execute=True):
        delete_picture(picture)

    assert (stored.public, stored.private) == ([], [])


def test_sweeping_before_anything_was_stored_removes_nothing(stored):
    stored.originals.rmdir()

    assert sweep_files() == 0
