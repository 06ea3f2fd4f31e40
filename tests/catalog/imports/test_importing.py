"""An import from files to catalogue, and once more."""

import pytest
from django.db import connection

from catalog.imports import merging
from catalog.imports.source import SourceFailed
from catalog.imports.staging import staged
from catalog.models import (
    Credit,
    Film,
    ImportedTitle,
    Person,
    Plot,
    Release,
    Season,
    Title,
    Trailer,
)
from tests.catalog.imports.conftest import film
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def test_import_brings_a_film_with_all_its_facts(filled):
    filled.load()

    title = Film.objects.get_queryset().for_page().get()
    assert (title.name, title.original_name, title.year) == ("De Dijk", "", 1990)
    assert (title.language, title.sort_key, title.search_key) == (
        "nl",
        "dijk de",
        "de dijk",
    )
    assert title.newest_first == -1990
    assert [row["name"] for row in title.genre_list] == ["drama", "oorlog"]
    assert [row["code"] for row in title.country_list] == ["NL", "BE"]
    assert [row["minutes"] for row in title.duration_list] == [95]
    assert sorted((row["source"], row["value"]) for row in title.outside_id_list) == [
        ("imdb", "tt0000001"),
        ("omdb", "71"),
        ("tmdb-film", "5"),
    ]
    assert Trailer.objects.get().key == "abc_-123XYZ"
    assert not Plot.objects.exists()


def test_import_brings_people_and_credits(filled):
    filled.load()

    rows = Credit.objects.order_by("job").values_list(
        "person__name", "job", "character", "position"
    )
    assert list(rows) == [
        ("Mies van Dam", "actor", "Zus", 0),
        ("Jan Licht", "director", "", 0),
    ]
    person = Person.objects.get(name="Mies van Dam")
    assert (person.sort_key, person.search_key) == ("dam mies van", "mies van dam")
    assert person.outside_ids.get().value == "Q11"


def test_import_brings_seasons_with_their_first_day(filled):
    filled.load()

    season = Season.objects.get_queryset().get()
    assert (season.series.name, season.season_number) == ("Het huis", 2)
    assert (season.name, season.year) == ("", 2002)
    release = Release.objects.get()
    assert (release.title_id, release.country_id) == (season.pk, "NL")
    assert (release.kind, str(release.released_on)) == ("broadcast", "2002-09-01")


def test_derived_columns_are_what_a_save_gives(filled):
    filled.write(
        "films",
        film(title="L'Été à la Plage", languages="fr"),
        film(film_id="2", title="七人の侍", original_title="", imdb_id="", omdb_id=""),
    )
    filled.load()

    for row in [*Title.objects.all(), *Person.objects.all()]:
        stored = (row.sort_key, row.search_key)
        row.save()
        assert (row.sort_key, row.search_key) == stored


def test_title_in_another_script_goes_by_its_latin_name(tables):
    tables.write("films", film(title="七人の侍", original_title="Seven of Them"))

    tables.load()

    title = Film.objects.get_queryset().get()
    assert (title.name, title.original_name) == ("Seven of Them", "七人の侍")


def test_second_run_changes_nothing(filled):
    filled.load()

    assert filled.load().changes == 0
    assert filled.load(again=True).changes == 0


def test_changed_input_updates_what_the_import_wrote(filled):
    filled.load()
    title = Film.objects.get_queryset().get()
    filled.write(
        "films",
        film(title="De Dam", year="1991", genres="Comedy", runtime_min="96")
        | {"tmdb_id": "6"},
    )

    filled.load()

    title = Film.objects.get_queryset().for_page().get(pk=title.pk)
    assert (title.name, title.sort_key, title.year) == ("De Dam", "dam de", 1991)
    assert [row["name"] for row in title.genre_list] == ["komedie"]
    assert [row["minutes"] for row in title.duration_list] == [96]
    assert title.outside_ids.get(source="tmdb-film").value == "6"


def test_what_an_editor_changed_stays(filled):
    filled.load()
    title = Film.objects.get_queryset().get()
    title.name = "De dijk (herzien)"
    title.save()
    title.durations.update(minutes=97)
    filled.write("films", film(title="De Dam", year="1991", runtime_min="96"))

    filled.load()

    title.refresh_from_db()
    assert (title.name, title.year) == ("De dijk (herzien)", 1991)
    assert title.durations.get().minutes == 97


def test_existing_title_of_the_same_imdb_id_is_filled_but_kept(filled):
    ours = FilmFactory(name="Onze dijk", year=None)
    ours.outside_ids.create(source="imdb", value="tt0000001")
    ours.durations.create(minutes=100)
    someone = CreditFactory(title=ours, person=PersonFactory(name="Mies van Dam"))

    filled.load()

    ours.refresh_from_db()
    assert Film.objects.get_queryset().get() == ours
    assert (ours.name, ours.year) == ("Onze dijk", 1990)
    assert ours.durations.get().minutes == 100
    assert ours.credits.get() == someone
    assert ours.outside_ids.get(source="omdb").value == "71"
    # Credited for the same title under the same name: the same person.
    assert Person.objects.get(name="Mies van Dam") == someone.person


def test_removed_title_does_not_come_back(filled):
    filled.load()
    Film.objects.get_queryset().get().delete()
    filled.write("films", film(year="1991"))

    filled.load()

    assert not Film.objects.get_queryset().exists()
    assert ImportedTitle.objects.get(key="film:1").title is None


def test_import_writes_no_history(filled):
    filled.load()

    assert not Title.history.exists()
    assert not Person.history.exists()


def test_likely_doubles_are_told_and_kept(tables):
    tables.write(
        "films",
        film(),
        film(film_id="2", imdb_id="", tmdb_id="", omdb_id=""),
    )

    tables.load()

    assert Film.objects.get_queryset().count() == 2
    assert tables.reported("likely double") == [
        ("films.tsv.gz", "2", "De Dijk (1990): film:1, film:2")
    ]


def test_broken_merge_leaves_the_catalogue_and_goes_on_from_staging(
    filled, monkeypatch
):
    with monkeypatch.context() as broken:
        steps = [*merging._steps()[:-2], ("select 1 / 0", False)]
        broken.setattr(merging, "_steps", lambda: steps)
        with pytest.raises(Exception, match="division by zero"):
            filled.load()
    assert (Title.objects.count(), Person.objects.count()) == (0, 0)
    assert staged() is not None
    told = []
    source = merging.staged()[0]

    merging.merge(
        source,
        staged()[1],
        report=filled.report,
        progress=lambda *words: told.append(words[0]),
    )

    assert set(told) == {"Merging"}
    assert Title.objects.count() == 3
    assert staged() is None


def test_merge_of_another_input_than_the_staged_one_is_refused(tmp_path):
    with pytest.raises(SourceFailed, match="came in between"):
        merging.merge(
            "open", "other", report=tmp_path / "report", progress=lambda *words: None
        )


def test_report_that_cannot_be_written_leaves_the_catalogue(filled):
    filled.report.mkdir()

    with pytest.raises(SourceFailed, match="cannot be written: Is a directory"):
        filled.load()

    assert not Title.objects.exists()
    assert staged() is not None


def test_films_of_one_name_without_a_year_are_likely_doubles(tables):
    nameless = {"year": "", "imdb_id": "", "tmdb_id": "", "omdb_id": ""}
    tables.write(
        "films",
        film(**nameless, directors=""),
        film(**nameless, directors="", film_id="2"),
        film(directors="", film_id="3"),
    )

    tables.load()

    assert tables.reported("likely double") == [
        ("films.tsv.gz", "2", "De Dijk: film:1, film:2")
    ]


def test_film_that_the_catalogue_has_by_name_and_year_is_a_likely_double(tables):
    ours = FilmFactory(name="de dijk", year=1990)
    FilmFactory(name="De Dijk", year=1991)
    tables.write("films", film(directors=""))

    tables.load()

    assert Film.objects.get_queryset().count() == 3
    assert tables.reported("likely double") == [
        ("films.tsv.gz", "2", f"De Dijk (1990): film:1, in the catalogue as {ours.pk}")
    ]


def test_country_of_birth_comes_by_its_english_name(filled):
    filled.write(
        "people",
        {"person_id": "1", "name": "Mies van Dam", "country": "Czech Republic"}
        | {"birthplace": "Prague"},
        {"person_id": "2", "name": "Jan Licht", "country": "Mughal Empire"},
    )

    filled.load()

    rows = Person.objects.order_by("pk").values_list("birth_country", "birthplace")
    assert list(rows) == [("CZ", ""), (None, "")]
    assert ("people.tsv.gz", "0", "country of birth Mughal Empire, 1 times") in (
        filled.reported("left out")
    )


def test_season_that_an_editor_made_is_the_series_season(filled):
    filled.write("seasons")
    filled.load()
    series = Title.objects.get(kind="series")
    ours = Season.objects.create(series=series, season_number=2, name="Eigen")
    filled.write(
        "seasons",
        {"series_id": "1", "season_number": "2", "first_aired": "2002-09-01"},
    )

    filled.load()

    season = Season.objects.get_queryset().get()
    assert (season.pk, season.name, season.year) == (ours.pk, "Eigen", 2002)


def test_last_year_before_the_first_stays_away(filled):
    filled.load()
    series = Title.objects.get(kind="series")
    Title.objects.filter(pk=series.pk).update(year=None, end_year=1999)
    filled.write("series", {"series_id": "1", "title": "Het huis", "year": "2001"})

    filled.load()

    series.refresh_from_db()
    assert (series.year, series.end_year) == (None, 1999)


@pytest.mark.django_db(transaction=True)
def test_two_imports_never_run_at_once(filled):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("select pg_advisory_lock(%s)", [0x696D706F7274])
        with pytest.raises(SourceFailed, match="Another import is running"):
            filled.load()
    finally:
        other.close()
