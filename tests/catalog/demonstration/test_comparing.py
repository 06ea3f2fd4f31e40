"""Comparing our facts with open tables."""

import gzip

import pytest

from catalog.demonstration.comparing import differences, plain_title

FILMS = "film_id imdb_id title original_title year directors runtime_min countries"
SERIES = "series_id imdb_id title original_title year runtime_min countries"
SEASONS = "season_id series_id season_number first_aired"
CREDITS = "title_id kind person_id role"
PEOPLE = "person_id name"

OURS = """
title = "Spoorloos"
year = 1988
imdb = "tt0096163"
countries = ["NL"]
minutes = 107
directors = ["George Sluizer"]
also_known = [{ title = "The Vanishing", language = "en" }]
"""


class Tables:
    """A folder of small tables; `films(…)` writes one, a tuple a row."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("films", "series", "seasons", "credits", "people"):
            self.write(name)

    def write(self, name, *rows):
        columns = globals()[name.upper()].split()
        lines = ["\t".join(row) for row in (columns, *rows)]
        with gzip.open(self.folder / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


@pytest.fixture
def tables(tmp_path):
    (tmp_path / "tables").mkdir()
    return Tables(tmp_path / "tables")


@pytest.fixture
def ours(tmp_path):
    """A folder with one film; `ours(text)` writes another text or file."""
    for name in ("films", "series"):
        (tmp_path / "ours" / name).mkdir(parents=True)

    def write(text, name="films/spoorloos.toml"):
        (tmp_path / "ours" / name).write_text(text, encoding="utf-8")
        return tmp_path / "ours"

    write(OURS)
    return write


def row(**other):
    told = {
        "film_id": "1",
        "imdb_id": "tt0096163",
        "title": "Spoorloos",
        "original_title": "",
        "year": "1988",
        "directors": "George Sluizer",
        "runtime_min": "107",
        "countries": "NL|FR",
    } | other
    return tuple(told[column] for column in FILMS.split())


def compared(ours, tables, text=OURS):
    found = differences(ours(text), tables.folder)
    return [(each.field, each.ours, each.theirs, each.explained) for each in found]


def test_film_like_its_row_differs_in_nothing(ours, tables):
    tables.write("films", row())

    assert compared(ours, tables) == []


def test_film_that_no_table_knows_differs_in_nothing(ours, tables):
    tables.write("films", row(imdb_id="tt1", title="Iets anders"))

    assert compared(ours, tables) == []


def test_every_fact_that_differs_is_told(ours, tables):
    tables.write(
        "films",
        row(title="Anders", year="1989", directors="Jan|Piet", runtime_min="120"),
    )

    assert compared(ours, tables) == [
        ("title", "Spoorloos", "Anders", None),
        ("year", "1988", "1989", None),
        ("directors", "George Sluizer", "Jan, Piet", None),
        ("minutes", "107", "120", None),
    ]


def test_difference_is_told_with_the_reason_of_our_file(ours, tables):
    tables.write("films", row(year="1989"))
    text = OURS + 'differs = { year = "De tabel telt de Amerikaanse première." }\n'

    assert compared(ours, tables, text) == [
        ("year", "1988", "1989", "De tabel telt de Amerikaanse première.")
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "The Vanishing"},
        {"title": "SPOORLOOS!"},
        {"title": "Anders", "original_title": "Spoorloos"},
        {"directors": "george sluizer"},
        {"runtime_min": "106"},
        {"runtime_min": "107.6"},
        {"directors": "", "runtime_min": ""},
    ],
)
def test_what_is_the_same_in_other_words_is_no_difference(ours, tables, other):
    tables.write("films", row(**other))

    assert compared(ours, tables) == []


def test_film_without_an_id_is_found_by_title_and_year(ours, tables):
    text = OURS.replace('imdb = "tt0096163"\n', "")
    tables.write("films", row(imdb_id="", runtime_min="90"))

    assert compared(ours, tables, text) == [("minutes", "107", "90", None)]


@pytest.mark.parametrize("other", [{"imdb_id": "tt9"}, {"countries": "US"}])
def test_namesake_of_the_same_year_is_another_film(ours, tables, other):
    tables.write("films", row(**{"imdb_id": "", "runtime_min": "90"} | other))

    assert compared(ours, tables) == []


def test_row_without_directors_gets_those_of_the_credits(ours, tables):
    tables.write("films", row(directors=""))
    tables.write(
        "credits",
        ("1", "film", "7", "director"),
        ("1", "film", "8", "writer"),
        ("2", "film", "9", "director"),
    )
    tables.write("people", ("7", "Jan Jansen"), ("8", "Piet"), ("9", "Klaas"))

    assert compared(ours, tables) == [
        ("directors", "George Sluizer", "Jan Jansen", None)
    ]


def test_series_has_the_year_of_its_first_season(ours, tables):
    text = 'title = "The Wire"\nyear = 2002\nimdb = "tt0306414"\nminutes = 60\n'
    tables.write("series", ("5", "tt0306414", "The Wire", "", "2008", "60", "US"))
    tables.write(
        "seasons", ("1", "5", "1", "2002-06-02"), ("2", "5", "2", "2003-06-01")
    )

    folder = ours(text, "series/the-wire.toml")

    assert list(differences(folder, tables.folder)) == []


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("De aanslag", "aanslag"),
        ("Aanslag, De", "aanslag"),
        ("L’avventura", "avventura"),
        ("L'avventura", "avventura"),
        ("Die Hard", "hard"),
        ("De", "de"),
    ],
)
def test_plain_title_has_no_article_and_no_signs(title, plain):
    assert plain_title(title) == plain
