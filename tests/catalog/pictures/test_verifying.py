"""Whether a file is a picture that we take."""

import io

import pytest
from PIL import Image

from catalog.pictures.verifying import Refused, verify
from catalog.tints import tint_of
from tests import picture_files

GOOD, BAD = picture_files.good(), picture_files.bad()


def verified(content):
    return verify(io.BytesIO(content), size=len(content))


@pytest.mark.parametrize("name", GOOD)
def test_good_file_is_taken_with_the_size_that_it_has_upright(name):
    found = verified(GOOD[name])

    assert (found.width, found.height) == (picture_files.WIDTH, picture_files.HEIGHT)


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_with_a_way_out(name):
    content, beginning = BAD[name]

    with pytest.raises(Refused) as refusal:
        verified(content)

    assert str(refusal.value).startswith(beginning)
    assert str(refusal.value).endswith(".")


def test_files_are_told_apart_by_what_they_hold():
    suffixes = {name: verified(GOOD[name]).suffix for name in GOOD}

    assert suffixes["heet-png.png"] == suffixes["heet-niets"] == ".jpg"
    assert suffixes["heet-svg.svg"] == ".png"
    assert suffixes["telefoon.jpg"] == ".jpg"


def test_tint_is_the_mean_colour():
    found = verified(picture_files.png(Image.new("RGB", (100, 100), "#a06020")))

    assert found.tint == tint_of("#a06020")


def test_table_is_as_long_as_it_was_meant_to_be():
    assert len(GOOD) + len(BAD) >= 40
