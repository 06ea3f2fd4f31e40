"""An import after two of its own titles or people were merged on the desk."""

import pytest

from catalog.models import Credit, Film, ImportedTitle, Person, Season, Series, Title
from tests.catalog.imports.conftest import film
from tests.catalog.merging.test_merging import merged

pytestmark = pytest.mark.django_db

SECOND = {"film_id": "2", "imdb_id": "tt0000002", "tmdb_id": "", "omdb_id": "72"}


def credit(person, title="1", role="actor"):
    return {
        "kind": "film",
        "title_id": title,
        "person_id": person,
        "role": role,
        "character": "",
        "billing": "1",
    }


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"year": "1991", "genres": "Comedy"},
        {"genres": ""},
        {"title": "De dijk", "runtime_min": "96"},
    ],
    ids=["alike", "another year", "no genres", "another name"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_import_after_merging_films_changes_nothing(filled, changed, turned):
    filled.write("films", film(), film(**SECOND, **changed))
    filled.load()
    old, into = Film.objects.get_queryset().order_by("pk", "id")
    if turned:
        old, into = into, old
    merged(old, into)

    done = filled.load(again=True)

    assert (done.changes, Film.objects.count()) == (0, 1)
    keys = ImportedTitle.objects.filter(title=into).values_list("is_second", flat=True)
    assert sorted(keys) == [False, True]


def test_correction_of_the_leading_key_still_arrives(filled):
    filled.write("films", film(), film(**SECOND, year="1991"))
    filled.load()
    into, old = Film.objects.get_queryset().order_by("year")
    merged(old, into)

    filled.write("films", film(year="1989"), film(**SECOND, year="1995"))
    filled.load()

    assert Film.objects.get_queryset().get().year == 1989


def test_new_season_of_a_merged_series_hangs_on_the_survivor(filled):
    series = [
        {"series_id": number, "title": "Het huis", "year": "2001"} for number in "12"
    ]
    seasons = [
        {"series_id": number, "season_number": "1", "name": "Season 1"}
        for number in "12"
    ]
    filled.write("series", *series)
    filled.write("seasons", *seasons)
    filled.load()
    into, old = Series.objects.get_queryset().order_by("pk")
    merged(old, into)

    filled.write(
        "seasons",
        *seasons,
        {"series_id": "2", "season_number": "2", "name": "Season 2"},
    )
    done = filled.load()

    told = Season.objects.get_queryset().order_by("season_number")
    assert [(row.series_id, row.season_number) for row in told] == [
        (into.pk, 1),
        (into.pk, 2),
    ]
    assert (done.seasons, Series.objects.count()) == (1, 1)


def test_new_season_of_both_merged_series_comes_once(filled):
    numbers = ("1", "2")
    filled.write(
        "series",
        *({"series_id": number, "title": "Het huis"} for number in numbers),
    )
    filled.write("seasons")
    filled.load()
    into, old = Series.objects.get_queryset().order_by("pk")
    merged(old, into)
    filled.write(
        "seasons",
        *({"series_id": number, "season_number": "3"} for number in numbers),
    )

    done = filled.load()

    assert Season.objects.get_queryset().get().series_id == into.pk
    assert (done.seasons, filled.load(again=True).changes) == (1, 0)


@pytest.mark.parametrize("both", [False, True], ids=["one title", "the same title"])
def test_import_after_merging_people_changes_nothing(filled, both):
    filled.write("films", film(), film(**SECOND, title="Anders"))
    filled.write(
        "people",
        {"person_id": "1", "name": "Mies van Dam", "wikidata_id": "Q11"},
        {"person_id": "2", "name": "Mies Van Dam", "wikidata_id": "Q12"},
    )
    filled.write("credits", credit("1"), credit("2", "1" if both else "2"))
    filled.load()
    into, old = Person.objects.filter(search_key="mies van dam").order_by("pk")
    merged(old, into)

    done = filled.load(again=True)

    assert (done.changes, Person.objects.filter(pk=old.pk).count()) == (0, 0)


def test_new_title_credited_to_both_keys_of_one_person_gets_one_credit(filled):
    people = [
        {"person_id": "1", "name": "Mies van Dam"},
        {"person_id": "2", "name": "Mies Van Dam"},
    ]
    filled.write("people", *people)
    filled.write("credits", credit("1"), credit("2"))
    filled.load()
    into, old = Person.objects.filter(search_key="mies van dam").order_by("pk")
    merged(old, into)

    filled.write("films", film(), film(**SECOND, title="Nieuw", directors=""))
    filled.write(
        "credits", credit("1"), credit("2"), credit("1", "2"), credit("2", "2")
    )
    filled.load()

    new = Title.objects.get(name="Nieuw")
    assert list(Credit.objects.filter(title=new).values_list("person")) == [(into.pk,)]
