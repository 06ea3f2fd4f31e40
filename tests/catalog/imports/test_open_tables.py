"""Bad rows of the open tables are told with their place; the rest is imported."""

import gzip

import pytest

from catalog.models import Country, Credit, Film, Person, Title, Trailer
from tests.catalog.imports.conftest import film

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"year": "1869"}, "year 1869 is not in 1870..2100"),
        ({"year": "2101"}, "year 2101 is not in 1870..2100"),
        ({"year": "MCM"}, "year MCM is not in 1870..2100"),
        ({"runtime_min": "0"}, "minutes '0' is not in 1..32767"),
        ({"runtime_min": "-5"}, "minutes '-5' is not in 1..32767"),
        ({"runtime_min": "long"}, "minutes 'long' is not in 1..32767"),
        ({"runtime_min": "32768"}, "minutes '32768' is not in 1..32767"),
        ({"title": " "}, "the name is empty"),
        ({"title": "x" * 301}, "the name has 301 letters, more than 300"),
        ({"title": "a\0b"}, "the name holds a NUL character"),
        ({"film_id": ""}, "film_id '' is no id"),
        ({"film_id": "1"}, "film:1 was there before"),
    ],
)
def test_bad_film_is_told_and_the_others_land(tables, changed, reason):
    good = film(directors="")
    other = {"film_id": "2", "imdb_id": "", "tmdb_id": "", "omdb_id": ""}
    tables.write("films", good, good | other | changed)

    tables.load()

    assert tables.reported("rejected") == [("films.tsv.gz", "3", reason)]
    assert Film.objects.get_queryset().count() == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title_id": "9"}, "unknown title film:9"),
        ({"person_id": "9"}, "unknown person 9"),
        ({"role": "juggler"}, "unknown role 'juggler'"),
        ({"kind": "play"}, "unknown kind 'play'"),
        ({"billing": "first"}, "billing 'first' is not in 0..32767"),
        ({}, "the same credit was there before"),
    ],
)
def test_bad_credit_is_told(filled, changed, reason):
    good = {"kind": "film", "title_id": "1", "person_id": "1", "role": "actor"}
    filled.write("credits", good, good | changed)

    filled.load()

    assert filled.reported("rejected") == [("credits.tsv.gz", "3", reason)]
    assert Credit.objects.filter(job="actor").count() == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"source": "generic"}, "unknown trailer site 'generic'"),
        ({"key": "a b"}, "'a b' is no trailer's key"),
        ({"film_omdb_id": "99"}, "unknown omdb id 99"),
    ],
)
def test_bad_trailer_is_told(filled, changed, reason):
    good = {"film_omdb_id": "71", "source": "vimeo", "key": "1", "language": "en"}
    filled.write("trailers", good, good | changed)

    filled.load()

    assert filled.reported("rejected") == [("trailers.tsv.gz", "3", reason)]
    assert Trailer.objects.count() == 1


def test_season_of_an_unknown_series_is_told(filled):
    row = {"series_id": "8", "season_number": "1", "first_aired": "2001-02-30"}
    filled.write("seasons", row, row | {"first_aired": ""})

    filled.load()

    assert filled.reported("rejected") == [
        ("seasons.tsv.gz", "2", "'2001-02-30' is no day"),
        ("seasons.tsv.gz", "3", "unknown title series:8"),
    ]


def test_row_with_a_cell_too_few_is_told(tables):
    tables.write("people", {"person_id": "1", "name": "Mies"})
    path = tables.path("people")
    # A second member of a gzip file is read on as if it were one.
    path.write_bytes(path.read_bytes() + _packed("2\tJan\n"))

    tables.load()

    assert tables.reported("rejected") == [
        ("people.tsv.gz", "3", "has 2 columns instead of 6")
    ]
    assert Person.objects.get().name == "Mies"


def test_unknown_genres_countries_and_ids_are_counted_and_left_out(tables):
    Country.objects.filter(code="BE").delete()
    tables.write("films", film(directors="", imdb_id="nm12", genres="Silent|Drama"))

    tables.load()

    assert tables.reported("left out") == [
        ("films.tsv.gz", "0", "country BE, 1 times"),
        ("films.tsv.gz", "0", "genre Silent, 1 times"),
        ("films.tsv.gz", "0", "imdb id nm12, 1 times"),
    ]
    assert Title.objects.count() == 1


def test_outside_id_of_two_rows_stays_with_the_first(tables):
    tables.write("films", film(directors=""), film(film_id="2", directors=""))

    tables.load()

    first, second = Film.objects.get_queryset().order_by("pk")
    assert (first.outside_ids.count(), second.outside_ids.count()) == (3, 0)
    assert ("films.tsv.gz", "3", "imdb id tt0000001 was there before") in (
        tables.reported("left out")
    )


def test_unknown_director_is_told(tables):
    tables.write("films", film(directors="Nobody"))

    tables.load()

    assert tables.reported("rejected") == [
        ("films.tsv.gz", "2", "unknown director Nobody")
    ]


def _packed(text):
    return gzip.compress(text.encode())
