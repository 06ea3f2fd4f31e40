"""What the largest files that are taken cost: time, and memory beside the site."""

import subprocess
import sys

import pytest
from django.conf import settings
from PIL import Image

from tests.picture_files import exif

MOST_MEMORY = 300  # MiB
MOST_SECONDS = 5


def noisy(mode, width, height):
    """A picture with the grain of a photograph in every channel, tile by tile."""
    tile = Image.effect_noise((500, 500), 40).resize((1000, 1000))
    turns = [tile.transpose(turn) for turn in Image.Transpose][: len(mode)]
    bands = Image.merge(mode, turns[: len(mode)]) if len(mode) > 1 else tile
    image = Image.new(mode, (width, height))
    for left in range(0, width, 1000):
        for top in range(0, height, 1000):
            image.paste(bands, (left, top))
    return image


# Each as large as it may be, and of the sort that costs most.
LARGEST = {
    "staand.jpg": ("RGB", (8660, 5770), {"quality": 80, "exif": exif(6)}),
    "progressief.jpg": (
        "CMYK",
        (6000, 3990),
        {"quality": 70, "progressive": True, "subsampling": 0},
    ),
    "doorzichtig.png": ("RGBA", (5400, 3700), {"compress_level": 1}),
    "doorzichtig.webp": ("RGBA", (3650, 2730), {"lossless": True, "method": 0}),
    "doorzichtig.avif": ("RGBA", (3650, 2730), {"subsampling": "4:4:4", "speed": 10}),
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("name", LARGEST)
def test_largest_file_takes_little_time_and_memory(tmp_path, name):
    mode, size, options = LARGEST[name]
    path = tmp_path / name
    noisy(mode, *size).save(path, **options)

    told = subprocess.run(
        [sys.executable, "-m", "tests.picture_costs", path],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )

    verifying, making, memory = map(float, told.stdout.split())
    assert verifying <= MOST_SECONDS
    assert making <= MOST_SECONDS
    assert memory <= MOST_MEMORY
