"""The demonstration's files: all of ours are read, a bad one is refused by name."""

import re

import pytest

from catalog.demonstration.reading import read_people, read_titles
from catalog.drawing import MOTIFS, PALETTES
from catalog.models import Kind
from moviemeter.lib.text_files import FileRefused

TITLES = list(read_titles())
PEOPLE = list(read_people())

FILM = """
title = "Spoorloos"
year = 1988
language = "nl"
countries = ["NL"]
genres = ["thriller"]
plot = "Rex zoekt Saskia."
"""


def written(folder, text, name="films/spoorloos.toml"):
    """A folder with this one file."""
    for room in ("films", "series", "people"):
        (folder / room).mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_demonstration_is_large_enough_to_look_around_in():
    kinds = [text.kind for text in TITLES]
    people = {name for text in TITLES for name in text.names}

    assert kinds.count(Kind.FILM) >= 80
    assert kinds.count(Kind.SERIES) >= 15
    assert len(people) >= 400


@pytest.mark.parametrize("text", TITLES, ids=lambda text: text.file)
def test_plot_has_two_paragraphs_of_a_fitting_length(text):
    paragraphs = [part for part in text.plot.strip().split("\n\n") if part.strip()]

    assert len(paragraphs) == 2
    assert 50 <= len(text.plot.split()) <= 110


@pytest.mark.parametrize("text", TITLES, ids=lambda text: text.file)
def test_plot_is_dutch(text):
    words = re.findall(r"\w+", text.plot.lower())

    dutch = sum(words.count(word) for word in ("de", "het", "een", "en", "van", "is"))
    english = sum(words.count(word) for word in ("the", "and", "of", "with", "his"))
    assert dutch > 4
    assert english <= 3


def test_every_person_is_told_once():
    names = [person.name for person in PEOPLE]

    assert len(names) == len(set(names))


def test_every_outside_id_is_of_one_title():
    ids = [text.imdb for text in TITLES if text.imdb]

    assert len(ids) == len(set(ids))


def test_everybody_with_dates_was_born_before_dying():
    odd = [
        person.name
        for person in PEOPLE
        if person.born and person.died and person.born[:4] >= person.died[:4]
    ]

    assert odd == []


def test_what_an_editor_pinned_exists():
    palettes = {palette.name for palette in PALETTES}

    odd = [
        text.file
        for text in TITLES
        if (text.poster.palette and text.poster.palette not in palettes)
        or (text.poster.motif and text.poster.motif not in MOTIFS)
    ]

    assert odd == []


def test_series_count_their_seasons_without_gaps():
    odd = [
        text.file
        for text in TITLES
        if text.kind == Kind.SERIES
        and [season.number for season in text.seasons]
        != list(range(1, len(text.seasons) + 1))
    ]

    assert odd == []


def test_small_file_is_read_as_it_stands(tmp_path):
    (text,) = read_titles(written(tmp_path, FILM))

    assert (text.kind, text.file, text.title, text.year, text.seasons) == (
        Kind.FILM,
        "spoorloos",
        "Spoorloos",
        1988,
        [],
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (FILM + 'regisseur = "x"\n', "unknown key regisseur"),
        (FILM + "poster = { colour = 1 }\n", "unknown key colour"),
        (FILM + "title = \n", "spoorloos.toml"),
        (FILM.replace('title = "Spoorloos"', ""), "title"),
        ("\x00", "spoorloos.toml"),
        (FILM + "releases = 3\n", "spoorloos.toml"),
        (FILM + "poster = 3\n", "spoorloos.toml"),
        (FILM + 'minutes = "107"\n', "minutes is '107'"),
        (FILM + "end_year = true\n", "end_year is True"),
        (FILM + "composers = [1]\n", "composers is"),
    ],
)
def test_bad_file_of_a_film_is_refused_by_name(tmp_path, text, fault):
    with pytest.raises(FileRefused, match=fault) as refusal:
        list(read_titles(written(tmp_path, text)))

    assert str(refusal.value).startswith("spoorloos.toml: ")


def test_file_that_is_no_utf8_is_refused_by_name(tmp_path):
    written(tmp_path, "")
    (tmp_path / "films/spoorloos.toml").write_bytes(b'title = "\xff"')

    with pytest.raises(FileRefused, match=r"^spoorloos\.toml: "):
        list(read_titles(tmp_path))


@pytest.mark.parametrize(
    "entry",
    [
        'name = "X"\nborn = "23-01-1944"',
        'name = "X"\ndied = "1944-13"',
        'name = "X"\nhoogte = 1',
        'born = "1944"',
    ],
)
def test_bad_file_of_people_is_refused_by_name(tmp_path, entry):
    folder = written(tmp_path, f"[[people]]\n{entry}\n", "people/wereld.toml")

    with pytest.raises(FileRefused, match=r"^wereld\.toml: "):
        list(read_people(folder))
