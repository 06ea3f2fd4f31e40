"""A folder of small tables in the format of the open ones, made by each test."""

import csv
import gzip
import io

import pytest

from catalog.imports.importing import import_catalog
from catalog.imports.open_tables import OpenTables

FILMS = [
    "film_id",
    "title",
    "original_title",
    "year",
    "release_date",
    "runtime_min",
    "countries",
    "languages",
    "genres",
    "directors",
    "imdb_id",
    "tmdb_id",
    "omdb_id",
    "overview",
]
COLUMNS = {
    "films": FILMS,
    "people": ["person_id", "name", "wikidata_id", "birthplace", "country", "sources"],
    "credits": [
        "kind",
        "title_id",
        "person_id",
        "role",
        "character",
        "billing",
        "source",
    ],
    "series": [
        "series_id",
        "title",
        "year",
        "imdb_id",
        "genres",
        "countries",
        "runtime_min",
        "omdb_id",
        "overview",
    ],
    "seasons": ["series_id", "season_number", "name", "first_aired", "episode_count"],
    "trailers": ["film_omdb_id", "source", "key", "language"],
}


class Tables:
    def __init__(self, folder):
        self.folder = folder
        self.report = folder / "report.tsv"
        for name in COLUMNS:
            self.write(name)

    def path(self, name):
        return self.folder / f"{name}.tsv.gz"

    def write(self, name, *rows, columns=None, encoding="utf-8"):
        text = io.StringIO(newline="")
        columns = columns or COLUMNS[name]
        writer = csv.DictWriter(text, columns, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        packed = gzip.compress(text.getvalue().encode(encoding))
        self.path(name).write_bytes(packed)

    def load(self, **options):
        return import_catalog(
            source=OpenTables(self.folder),
            report=self.report,
            progress=lambda stage, done, total: None,
            **options,
        )

    def reported(self, what):
        """File, line and reason of the report's rows of this sort."""
        with self.report.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t"))[1:]
        return [tuple(line[1:]) for line in lines if line[0] == what]


@pytest.fixture
def tables(tmp_path):
    return Tables(tmp_path)


@pytest.fixture
def filled(tables):
    """A film with a player, a director and a trailer, and a series with a season."""
    tables.write(
        "people",
        {"person_id": "1", "name": "Mies van Dam", "wikidata_id": "Q11"},
        {"person_id": "2", "name": "Jan Licht"},
    )
    tables.write("films", film())
    tables.write(
        "series",
        {"series_id": "1", "title": "Het huis", "year": "2001", "countries": "NL"},
    )
    tables.write(
        "seasons",
        {
            "series_id": "1",
            "season_number": "2",
            "name": "Season 2",
            "first_aired": "2002-09-01",
        },
    )
    tables.write(
        "credits",
        {
            "kind": "film",
            "title_id": "1",
            "person_id": "1",
            "role": "actor",
            "character": "Zus",
            "billing": "1",
        },
    )
    tables.write(
        "trailers",
        {"film_omdb_id": "71", "source": "youtube", "key": "abc_-123XYZ"}
        | {"language": "en"},
    )
    return tables


def film(**changed):
    return {
        "film_id": "1",
        "title": "De Dijk",
        "year": "1990",
        "runtime_min": "95",
        "countries": "NL|BE",
        "languages": "nl",
        "genres": "Drama|War|Silent",
        "directors": "Jan Licht",
        "imdb_id": "tt0000001",
        "tmdb_id": "5",
        "omdb_id": "71",
        "overview": "Not ours to copy.",
    } | changed
