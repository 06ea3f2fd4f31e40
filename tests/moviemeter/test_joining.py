"""One stylesheet and one script, served under one name each."""

import pytest
from django.contrib.staticfiles.finders import get_finder
from django.core.management import call_command

from moviemeter.joining import JOINED, JoinedFilesFinder, joined


def test_finder_offers_the_joined_files_and_no_others():
    found = {
        name: storage.open(name).read().decode()
        for name, storage in JoinedFilesFinder().list([])
    }

    assert found == {name: joined(kind) for kind, name in JOINED.items()}


def test_finder_finds_no_file_on_disk():
    finder = get_finder("moviemeter.joining.JoinedFilesFinder")

    assert (finder.find("site.css"), finder.find("site.css", find_all=True)) == (
        None,
        [],
    )


@pytest.mark.parametrize("kind", ["css", "js"])
def test_joining_twice_gives_the_same(kind):
    assert joined(kind) == joined(kind)


def test_collected_files_are_kept_for_ever_under_the_mark_of_their_content(
    settings, tmp_path
):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "moviemeter.storage.StaticStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    (stylesheet,) = tmp_path.glob("site.????????????.css")
    text = stylesheet.read_text(encoding="utf-8")
    assert 'url("fonts/piazzolla-latin.' in text
    assert stylesheet.with_name(f"{stylesheet.name}.gz").exists()
    assert not list(tmp_path.glob("css/*"))
