"""IMDb's public tables: what is taken from them, and what is left out."""

import pytest

from catalog.models import Credit, Film, Person, Season, Series, Title
from tests.catalog.imports.imdb import ImdbTables

pytestmark = pytest.mark.django_db

FILM = r"tt0000001 | movie | {} | {} | 0 | 1990 | \N | 95 | Drama,War,Film-Noir"


@pytest.fixture
def tables(tmp_path):
    tables = ImdbTables(tmp_path)
    tables.write("title.basics", FILM.format("De Dijk", "De Dijk"))
    return tables


@pytest.fixture
def series(tables):
    tables.write(
        "title.basics",
        r"tt0000002 | tvSeries | Het huis | Het huis | 0 | 2001 | 2003 | 50 | \N",
        r"tt0000011 | tvEpisode | Een | Een | 0 | 2001 | \N | 50 | \N",
        r"tt0000012 | tvEpisode | Twee | Twee | 0 | 2002 | \N | 50 | \N",
        r"tt0000013 | tvEpisode | Drie | Drie | 0 | \N | \N | 50 | \N",
    )
    tables.write(
        "title.episode",
        r"tt0000012 | tt0000002 | 1 | 2",
        r"tt0000011 | tt0000002 | 1 | 1",
        r"tt0000013 | tt0000002 | 2 | 1",
        r"tt0000014 | tt0000002 | \N | \N",
        r"tt0000015 | tt0009999 | 1 | 1",
    )
    return tables


def alternatives():
    rows = Title.objects.get().alternative_titles.order_by("id")
    return list(rows.values_list("name", "language", "country_id", "kind"))


def test_film_comes_with_its_facts(tables):
    tables.load()

    film = Film.objects.get_queryset().for_page().get()
    assert (film.name, film.original_name, film.year) == ("De Dijk", "", 1990)
    assert [row["name"] for row in film.genre_list] == ["drama", "oorlog"]
    assert [row["minutes"] for row in film.duration_list] == [95]
    assert film.outside_id_list == [{"source": "imdb", "value": "tt0000001"}]
    assert tables.reported("left out") == [
        ("title.basics.tsv.gz", "0", "genre Film-Noir, 1 times")
    ]


def test_quotes_are_letters_like_others(tables):
    tables.write("title.basics", FILM.format('"Ja', '"Ja'))

    tables.load()

    assert Title.objects.get().name == '"Ja'


def test_original_title_goes_before_the_english_one(tables):
    tables.write("title.basics", FILM.format("The Return", "De terugkeer"))

    tables.load()

    assert Title.objects.get().name == "De terugkeer"
    assert alternatives() == [("The Return", "en", None, "release")]


def test_original_in_another_script_stands_beside_the_english_title(tables):
    tables.write("title.basics", FILM.format("Seven of Them", "七人の侍"))

    tables.load()

    film = Title.objects.get()
    assert (film.name, film.original_name) == ("Seven of Them", "七人の侍")
    assert alternatives() == []


def test_titles_of_the_low_countries_and_international_english_ones_are_kept(tables):
    tables.write(
        "title.akas",
        r"tt0000001 | 1 | De Dijk | \N | \N | original | \N | 1",
        r"tt0000001 | 2 | La Digue | BE | fr | imdbDisplay | \N | 0",
        "tt0000001 | 3 | Dijkje | NL | \\N | working\x02alternative | \\N | 0",
        r"tt0000001 | 4 | The Dike | XWW | en | imdbDisplay | \N | 0",
        r"tt0000001 | 5 | Der Deich | DE | \N | imdbDisplay | \N | 0",
        r"tt0000001 | 6 | Deichmann | XWW | de | imdbDisplay | \N | 0",
        r"tt0000001 | 7 | Dike | NL | en | \N | literal English title | 0",
        r"tt0000001 | 8 | De Dijk | NL | \N | imdbDisplay | \N | 0",
        r"tt0000001 | 9 | La Digue | NL | \N | dvd | \N | 0",
        r"tt0000099 | 1 | Ander | NL | \N | dvd | \N | 0",
    )

    tables.load()

    assert alternatives() == [
        ("La Digue", "fr", "BE", "release"),
        ("Dijkje", "", "NL", "working"),
        ("The Dike", "en", None, "release"),
    ]


def test_seasons_are_gathered_from_their_episodes(series):
    done = series.load()

    assert (done.films, done.series, done.seasons) == (0, 1, 2)
    title = Series.objects.get_queryset().get()
    assert (title.name, title.year, title.end_year) == ("Het huis", 2001, 2003)
    seasons = Season.objects.get_queryset().order_by("season_number")
    assert list(
        seasons.values_list("season_number", "episode_count", "year", "series", "name")
    ) == [(1, 2, 2001, title.pk, ""), (2, 1, None, title.pk, "")]


def test_more_episodes_correct_the_season(series):
    series.load()
    series.write("title.episode", r"tt0000011 | tt0000002 | 1 | 1")

    series.load()

    first = Season.objects.get_queryset().get(season_number=1)
    assert (first.episode_count, first.year) == (1, 2001)


def test_people_come_with_what_they_did(tables):
    tables.write(
        "title.principals",
        r'tt0000001 | 1 | nm0000001 | actress | \N | ["Zus","\"Mie\""]',
        r'tt0000001 | 2 | nm0000002 | actor | \N | ["Beer (voice)"]',
        r'tt0000001 | 3 | nm0000003 | self | \N | ["Self"]',
        r"tt0000001 | 4 | nm0000004 | director | \N | \N",
        r"tt0000001 | 5 | nm0000005 | writer | novel | \N",
        r"tt0000001 | 6 | nm0000006 | composer | \N | \N",
        r'tt0000001 | 7 | nm0000007 | archive_footage | \N | ["Self"]',
    )
    tables.write("title.crew", "tt0000001 | nm0000004 | nm0000005,nm0000001")
    tables.write(
        "name.basics",
        *(
            f"nm000000{number} | Persoon {number} | \\N | \\N | actor | tt0000001"
            for number in range(1, 9)
        ),
    )

    tables.load()

    rows = Credit.objects.order_by("job", "position").values_list(
        "person__name", "job", "character", "is_voice"
    )
    assert list(rows) == [
        ("Persoon 1", "actor", 'Zus / "Mie"', False),
        ("Persoon 2", "actor", "Beer", True),
        ("Persoon 3", "actor", "zichzelf", False),
        ("Persoon 5", "author", "", False),
        ("Persoon 6", "composer", "", False),
        ("Persoon 4", "director", "", False),
        ("Persoon 1", "writer", "", False),
    ]
    # Nobody comes who is not credited for a title that did.
    assert not Person.objects.filter(name__in=("Persoon 7", "Persoon 8")).exists()


def test_years_of_a_life_are_known_to_the_year(tables):
    tables.write("title.crew", r"tt0000001 | nm0000001,nm0000002,nm0000003 | \N")
    tables.write(
        "name.basics",
        r"nm0000001 | Fred | 1899 | 1987 | actor | \N",
        r"nm0000002 | Mies | 1987 | 1899 | actor | \N",
        r"nm0000003 | Homer | -750 | \N | writer | \N",
    )

    tables.load()

    people = Person.objects.order_by("name")
    assert [(person.name, str(person.born), str(person.died)) for person in people] == [
        ("Fred", "1899", "1987"),
        ("Homer", "None", "None"),
        ("Mies", "None", "None"),
    ]
    assert tables.reported("left out")[:2] == [
        ("name.basics.tsv.gz", "0", "death before birth, 1 times"),
        ("name.basics.tsv.gz", "0", "year of a life -750, 1 times"),
    ]


@pytest.mark.parametrize(("with_adult", "films"), [(False, 0), (True, 1)])
def test_pornography_comes_only_when_asked_for(tables, with_adult, films):
    row = FILM.format("Dijk", "Dijk").replace(" | 0 | 1990", " | 1 | 1990")
    tables.write("title.basics", row)

    tables.load(with_adult=with_adult)

    assert Title.objects.count() == films
    told = ("title.basics.tsv.gz", "0", "title of pornography, 1 times")
    assert (told in tables.reported("left out")) is not with_adult


def test_titles_of_other_types_are_counted(tables):
    tables.write(
        "title.basics",
        r"tt0000001 | short | Kort | Kort | 0 | 1894 | \N | 1 | \N",
        r"tt0000002 | videoGame | Spel | Spel | 0 | 1994 | \N | \N | \N",
    )

    tables.load()

    assert not Title.objects.exists()
    assert tables.reported("left out") == [
        ("title.basics.tsv.gz", "0", "title of type short, 1 times"),
        ("title.basics.tsv.gz", "0", "title of type videoGame, 1 times"),
    ]


@pytest.mark.parametrize(
    ("name", "row", "reason"),
    [
        ("title.basics", "x1 | movie | A | A | 0 | 1 | 1 | 1 | A", "'x1' is no id"),
        ("title.basics", FILM.format("A", "A").replace("1990", "12"), "year 12 is not"),
        ("title.principals", r"tt0000001 | 1 | nm1 | actor | \N | \N", "'nm1' is no"),
        (
            "title.principals",
            r"tt0000001 | 1 | nm0000001 | actor | \N | [oops",
            "characters '[oops' are no JSON",
        ),
        (
            "title.principals",
            r"tt0000001 | 1 | nm0000001 | actor | \N | [1]",
            "characters '[1]' are no list of names",
        ),
        ("title.crew", "tt0000001 | Jan | Piet", "'Jan' is no id of IMDb"),
        ("title.akas", "tt0000001 | 1", "has 2 columns instead of 8"),
    ],
)
def test_bad_row_is_told_with_its_place(tables, name, row, reason):
    tables.write(name, row)

    tables.load()

    ((file, line, told),) = tables.reported("rejected")
    assert (file, line) == (f"{name}.tsv.gz", "2")
    assert told.startswith(reason)


def test_names_that_are_missing_are_told(tables):
    tables.write("title.crew", r"tt0000001 | nm0000009 | \N")

    tables.load()

    assert tables.reported("rejected") == [
        ("title.crew.tsv.gz", "2", "unknown person nm0000009")
    ]


def test_name_that_is_there_twice_comes_once(tables):
    tables.write("title.crew", r"tt0000001 | nm0000001 | \N")
    row = r"nm0000001 | Fred | \N | \N | actor | \N"
    tables.write("name.basics", row, row)

    tables.load()

    assert Person.objects.get().name == "Fred"
    assert tables.reported("rejected") == [
        ("name.basics.tsv.gz", "3", "person nm0000001 was there before")
    ]


def test_second_run_changes_nothing(series):
    series.write("title.crew", r"tt0000002 | nm0000001 | \N")
    series.write("name.basics", r"nm0000001 | Fred | 1899 | \N | actor | \N")
    series.load()

    assert series.load().changes == 0
    assert series.load(again=True).changes == 0
