"""Storages of each test's own, and photographs that went through the library."""

import io

import pytest
from django.conf import settings as site

from catalog.models import LicenceKind, Picture
from catalog.pictures.storing import give_original
from catalog.pictures.verifying import verify
from tests.picture_files import jpeg, quarters


class Stored:
    """What lies in the two storages, by name."""

    def __init__(self, folder):
        self.media, self.originals = folder / "media", folder / "originals"

    @staticmethod
    def _names(root):
        return sorted(
            path.relative_to(root).as_posix()
            for path in root.rglob("*")
            if path.is_file()
        )

    @property
    def public(self):
        return self._names(self.media)

    @property
    def private(self):
        return self._names(self.originals)


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    """Two empty folders: what everybody can fetch, and what nobody can."""
    found = Stored(tmp_path)
    found.media.mkdir()
    found.originals.mkdir()
    settings.MEDIA_ROOT = found.media
    storages = {**site.STORAGES}
    options = {**storages["originals"]["OPTIONS"], "location": found.originals}
    storages["originals"] = {**storages["originals"], "OPTIONS": options}
    settings.STORAGES = storages
    return found


@pytest.fixture
def photograph():
    """Makes a photograph's row with its original, as the desk does; no sizes yet."""

    def make(content=None, **told):
        content = content or jpeg(quarters(800, 600))
        picture = Picture(credit="© ANP", licence_kind=LicenceKind.AGENCY, **told)
        file = io.BytesIO(content)
        give_original(picture, file, verify(file, size=len(content)))
        picture.save()
        return picture

    return make
