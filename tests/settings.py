"""The site's settings for tests: own folders, a fast hasher, plain file names."""

import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What somebody has set for a site of their own must not change what tests find.
for name in ("SITE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "STATIC_ROOT", "HOST", "PORT"):
    os.environ.pop(name, None)
os.environ["SITE_MODE"] = "development"
os.environ["STATE_DIR"] = str(ROOT / "var" / "test")

from moviemeter.settings import *  # noqa: E402, F403 - reads what was set above
from moviemeter.settings import DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "moviemeter.embedded":
    # The cluster named "test" trades safety for speed.
    DATABASES["default"]["OPTIONS"]["cluster"] = "test"

# A test writes what was read when it wants to.
READING_WRITTEN_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Of this process alone, for another worker or run; conftest.py takes it away.
OWN = Path(tempfile.mkdtemp(prefix="moviemeter-test-"))
MEDIA_ROOT = OWN / "media"
STATIC_ROOT = OWN / "static"
ORIGINALS_ROOT = OWN / "originals"
for folder in (MEDIA_ROOT, STATIC_ROOT, ORIGINALS_ROOT):
    folder.mkdir()
STORAGES["originals"]["OPTIONS"]["location"] = ORIGINALS_ROOT
