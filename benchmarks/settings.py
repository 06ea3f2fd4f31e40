"""The site's settings for benchmarks: a database and folders that are gone afterwards.

The embedded PostgreSQL is started anew for them, whatever DATABASE_URL names.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Near and open to all: as root the server's account has to come there.
FOLDER = Path(tempfile.mkdtemp(prefix="mm-bench-", dir="/tmp"))
FOLDER.chmod(0o755)
# Registered first, so that it runs last, after the server has stopped.
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

for name in (
    "DATABASE_URL",
    "SITE_URL",
    "ALLOWED_HOSTS",
    "STATIC_ROOT",
    "HOST",
    "PORT",
):
    os.environ.pop(name, None)
os.environ |= {
    "SITE_MODE": "development",
    "STATE_DIR": str(FOLDER),
    "ORIGINALS_ROOT": str(FOLDER / "originals"),
}

from moviemeter.settings import *  # noqa: E402, F403 - reads what was set above
from moviemeter.settings import DATABASES  # noqa: E402

# The cluster named «test» trades safety for speed, and vacuums only when told to.
DATABASES["default"]["OPTIONS"] = {"cluster": "test", "state": FOLDER / "postgres"}
# What the measuring itself reads is not counted.
READING_WRITTEN_SECONDS = 0
