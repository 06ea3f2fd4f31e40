"""Collecting static files where something in them has changed."""

import pytest

from moviemeter.running.collecting import collect_changed


@pytest.fixture
def own_folders(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "moviemeter.storage.StaticStorage"}
    }
    return tmp_path


def test_collect_changed_collects_once(own_folders):
    first = collect_changed()

    assert first > 10
    assert (own_folders / "static" / "staticfiles.json").exists()
    assert collect_changed() == 0


def test_collect_changed_collects_again_when_files_are_gone(own_folders):
    first = collect_changed()
    (own_folders / "static" / "staticfiles.json").unlink()

    assert collect_changed() == first


def test_collect_changed_collects_again_when_the_treatment_changed(
    own_folders, settings
):
    first = collect_changed()

    treated = settings.STORAGES["staticfiles"] | {"OPTIONS": {}}
    settings.STORAGES = settings.STORAGES | {"staticfiles": treated}

    assert collect_changed() == first


def test_collect_changed_keeps_what_an_image_was_made_with_under_another_state_dir(
    own_folders, settings
):
    collect_changed()

    elsewhere = {**settings.STORAGES["default"], "OPTIONS": {"location": "/elsewhere"}}
    settings.STORAGES = settings.STORAGES | {"originals": elsewhere}

    assert collect_changed() == 0
