"""Wikidata's items, in both shapes: titles, seasons, people and what they did."""

import json

import pytest

from catalog.imports.source import SourceFailed
from catalog.imports.wikidata import Wikidata
from catalog.models import Credit, Film, Person, Season, Series, Title
from tests.catalog.imports.wikidata import Items, Said, day, dumped, quantity, rest
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def items(tmp_path):
    return Items(tmp_path)


def text(words, language="nl"):
    return {"text": words, "language": language}


def film(shape=rest, labels=None, **changed):
    facts = {
        "P31": "Q11424",
        "P1476": text("De Dijk"),
        "P345": "tt0000001",
        "P4947": "5",
        "P577": [
            Said(day("1990-09-27"), P291=["Q31", "Q142"]),
            Said(day("1990-09-20"), P291="Q55"),
            Said(day("1989-05-00", 10), P291="Q84"),
        ],
        "P2047": [quantity("+95"), Said(quantity("+2", "Q25235"), rank="preferred")],
        "P495": ["Q55", "Q31", "Q99999"],
        "P136": ["Q130232", "Q369747", "Q77777"],
    } | changed
    told = {"nl": "De Dijk", "en": "The Dike"} if labels is None else labels
    return shape("Q100", told, **facts)


def person(key, name, shape=rest, **facts):
    return shape(key, {"nl": name}, **{"P31": "Q5", "P106": "Q33999"} | facts)


@pytest.mark.parametrize("shape", [rest, dumped])
def test_film_comes_with_its_facts_in_either_shape(items, shape):
    items.write(film(shape))

    items.load()

    title = Film.objects.get_queryset().for_page().get()
    assert (title.name, title.language, title.year) == ("De Dijk", "nl", 1989)
    assert title.sort_key == "dijk de"
    assert [row["minutes"] for row in title.duration_list] == [120, 95]
    assert [row["code"] for row in title.country_list] == ["NL", "BE"]
    assert [row["name"] for row in title.genre_list] == ["drama", "oorlog"]
    assert [(row["name"], row["language"]) for row in title.alternative_list] == [
        ("The Dike", "en")
    ]
    assert [
        (row["country"], row["kind"], row["released_on"], row["precision"])
        for row in title.release_list
    ] == [("NL", "cinema", "1990-09-20", "day"), ("BE", "cinema", "1990-09-27", "day")]
    assert sorted((row["source"], row["value"]) for row in title.outside_id_list) == [
        ("imdb", "tt0000001"),
        ("tmdb-film", "5"),
        ("wikidata", "Q100"),
    ]
    assert items.reported("left out") == [
        ("items", "0", "country Q99999, 1 times"),
        ("items", "0", "genre Q77777, 1 times"),
    ]


@pytest.mark.parametrize("name", ["a.json", "a.json.gz", "a.json.bz2"])
def test_dump_has_an_item_a_line(items, name):
    other = dumped("Q7", {"nl": "iets"}, P31="Q8")

    path = items.dump(other, film(dumped), person("Q1", "Jan", dumped), name=name)

    items.load(path)
    assert Title.objects.get().name == "De Dijk"
    assert items.reported("rejected") == []


def test_entity_data_is_read_as_well(items):
    wrapped = {"id": "Q100", "entities": {"Q100": film(dumped)}}
    items.write(wrapped)

    items.load()

    assert Title.objects.get().name == "De Dijk"


def test_preferred_goes_first_and_deprecated_nowhere(items):
    items.write(
        film(
            P1476=[
                Said(text("Oud"), rank="deprecated"),
                Said(text("Gewoon")),
                Said(text("Voorrang"), rank="preferred"),
            ],
            P577=[Said(day("1950-01-01"), rank="deprecated"), day("1990-00-00", 9)],
        )
    )

    items.load()

    title = Title.objects.get()
    assert (title.name, title.year) == ("Voorrang", 1990)


def test_original_in_another_script_stands_beside_the_english_title(items):
    items.write(film(P1476=text("七人の侍", "ja"), labels={"en": "Seven of Them"}))

    items.load()

    title = Title.objects.get()
    assert (title.name, title.original_name) == ("Seven of Them", "七人の侍")
    assert title.language == ""


def test_film_without_an_original_title_goes_by_its_label(items):
    items.write(film(P1476=[], labels={"nl": "De Dijk", "fr": "La Digue"}))

    items.load()

    assert Title.objects.get().name == "De Dijk"


def test_days_of_a_carrier_or_elsewhere_are_no_release_here(items):
    items.write(
        film(
            P577=[
                Said(day("1991-01-01"), P291="Q55", P437="Q5"),
                Said(day("1992-00-00", 9), P291="Q31"),
                Said(day("1993-01-01"), P291="Q142"),
                None,
            ]
        )
    )

    items.load()

    release = Title.objects.get().releases.get()
    assert (release.country_id, str(release.date)) == ("BE", "1992")


def test_series_come_with_their_seasons(items):
    series = rest(
        "Q200",
        {"nl": "Het huis"},
        P31="Q5398426",
        P1476=text("Het huis"),
        P580=day("2001-09-01"),
        P582=day("2003-05-00", 10),
    )
    season = rest(
        "Q201",
        {"nl": "Het huis, seizoen 2"},
        P31="Q3464665",
        P179=Said("Q200", P1545="2"),
        P1113=quantity("+12", "1"),
        P577=Said(day("2002-09-01"), P291="Q55"),
    )
    items.write(series, season)

    items.load()

    title = Series.objects.get_queryset().get()
    assert (title.name, title.year, title.end_year) == ("Het huis", 2001, 2003)
    second = Season.objects.get_queryset().get()
    assert (second.series_id, second.season_number, second.name) == (title.pk, 2, "")
    assert (second.episode_count, second.year) == (12, 2002)
    release = second.releases.get()
    assert (release.country_id, release.kind) == ("NL", "broadcast")


def test_season_without_its_place_in_a_series_is_told(items):
    items.write(rest("Q201", {"nl": "x"}, P31="Q3464665", P179="Q200"))

    items.load()

    assert items.reported("rejected") == [
        ("Q201.json", "1", "season Q201 has no series with a number")
    ]


def test_second_season_of_the_same_number_is_told(items):
    season = {"P31": "Q3464665", "P179": Said("Q200", P1545="1")}
    items.write(
        rest("Q200", {"nl": "Het huis"}, P31="Q5398426"),
        rest("Q201", {}, **season),
        rest("Q202", {}, **season),
    )

    items.load()

    assert Season.objects.get_queryset().count() == 1
    assert items.reported("rejected") == [
        ("Q202.json", "1", "season 1 of Q200 was there before")
    ]


@pytest.mark.parametrize("shape", [rest, dumped])
def test_people_come_with_life_and_parts(items, shape):
    items.write(
        film(
            shape,
            P57="Q1",
            P58=["Q1", None],
            P161=[Said("Q2", P453="Q20"), Said("Q3", P4633="Zus", P453="Q20")],
            P725=Said("Q4", P453="Q21"),
        ),
        person("Q1", "Jan", shape, P569=day("1899-05-10"), P570=day("1987-06-00", 10)),
        person("Q2", "Mies", shape, P19="Q30", P345="nm0000002"),
        person("Q3", "Co", shape, P569=day("1899-05-10", calendar="Q1985786")),
        person("Q4", "Bep", shape, P19="Q31"),
        person("Q5", "Niemand", shape),
        shape("Q20", {"nl": "Beer"}, P31="Q15632617"),
        shape("Q30", {"nl": "Wenen", "en": "Vienna"}, P625="x", P17="Q40"),
        shape("Q31", {"en": "Somewhere"}, P625="x", P17="Q40"),
    )

    items.load()

    rows = Credit.objects.order_by("job", "is_voice", "position").values_list(
        "person__name", "job", "character", "is_voice"
    )
    assert list(rows) == [
        ("Mies", "actor", "Beer", False),
        ("Co", "actor", "Zus", False),
        ("Bep", "actor", "", True),
        ("Jan", "director", "", False),
        ("Jan", "writer", "", False),
    ]
    people = {each.name: each for each in Person.objects.all()}
    assert set(people) == {"Jan", "Mies", "Co", "Bep"}
    assert (str(people["Jan"].born), str(people["Jan"].died)) == (
        "10 mei 1899",
        "juni 1987",
    )
    # A day of the older calendar is another one by ours.
    assert str(people["Co"].born) == "1899"
    # A place of which the Dutch name is unknown stays unnamed, its country is not.
    assert [
        (people[name].birthplace, people[name].birth_country_id)
        for name in ("Jan", "Mies", "Bep")
    ] == [("", None), ("Wenen", "AT"), ("", "AT")]
    assert people["Mies"].outside_ids.get(source="imdb").value == "nm0000002"


def test_changed_life_is_corrected_where_no_editor_was(items):
    items.write(film(P57=["Q1", "Q2"]))
    items.write(person("Q1", "Jan", P569=day("1899-05-10")), person("Q2", "Piet"))
    items.load()
    Person.objects.filter(name="Piet").update(born_on="1950-01-01")
    items.write(
        person("Q1", "Jan", P569=day("1900-00-00", 9)),
        person("Q2", "Piet", P569=day("1951-02-03"), P570=day("1949-01-01")),
    )

    items.load()

    people = {each.name: each for each in Person.objects.all()}
    assert str(people["Jan"].born) == "1900"
    assert (str(people["Piet"].born), people["Piet"].died) == ("1 januari 1950", None)


def test_death_that_contradicts_an_editors_birth_is_not_taken(items):
    items.write(film(P57="Q1"), person("Q1", "Jan"))
    items.load()
    Person.objects.update(born_on="1990-01-01")
    items.write(person("Q1", "Jan", P570=day("1980-01-01")))

    items.load()

    assert Person.objects.get().died is None


def test_existing_title_is_completed_by_its_imdb_id(items):
    ours = FilmFactory(name="Onze dijk")
    ours.outside_ids.create(source="imdb", value="tt0000001")
    items.write(film())

    items.load()

    title = Title.objects.get()
    assert (title, title.name, title.year) == (ours, "Onze dijk", 1989)
    assert title.outside_ids.filter(source="wikidata").exists()


@pytest.mark.parametrize(("with_adult", "films"), [(False, 0), (True, 1)])
@pytest.mark.parametrize("facts", [{"P31": "Q185529"}, {"P136": "Q185529"}])
def test_pornography_comes_only_when_asked_for(items, with_adult, films, facts):
    items.write(film(**facts))

    items.load(with_adult=with_adult)

    assert Title.objects.count() == films


def test_what_is_of_no_known_class_is_counted(items):
    items.write(film(P31=["Q1", "Q2"]))

    items.load()

    assert items.reported("left out") == [("items", "0", "class Q1, Q2, 1 times")]


def test_broken_lines_are_told_and_the_others_land(items):
    path = items.dump(film(dumped))
    lines = path.read_text().splitlines()
    lines[1:1] = ['{"P345": oops},', '["P345"],', ""]
    path.write_text("\n".join(lines))

    items.load(path)

    assert Title.objects.count() == 1
    assert items.reported("rejected") == [
        ("dump.json", "2", "is no JSON"),
        ("dump.json", "3", "is no item"),
    ]


def test_second_run_changes_nothing(items):
    items.write(film(P57="Q1", P161="Q2"), person("Q1", "Jan"), person("Q2", "Mies"))
    items.load()

    assert items.load().changes == 0
    assert items.load(again=True).changes == 0


def test_empty_folder_is_refused(items):
    with pytest.raises(SourceFailed, match=r"There is no \.json in"):
        Wikidata(items.folder)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", b"<html>\n", "is no dump of Wikidata"),
        ("a.json.gz", b"[\n]\n", "is not in gzip, or damaged"),
        ("a.json.bz2", b"[\n]\n", "is not in bzip2, or damaged"),
        (
            "a.json",
            json.dumps({"P345": "\xe9"}, ensure_ascii=False).encode("latin-1"),
            "not in UTF-8",
        ),
    ],
)
def test_file_that_is_no_dump_is_refused(items, name, content, reason):
    path = items.folder / name
    path.write_bytes(content)

    with pytest.raises(SourceFailed, match=reason):
        items.load(path)


def test_truncated_dump_is_refused(items):
    path = items.dump(film(dumped), name="a.json.bz2")
    path.write_bytes(path.read_bytes()[:-9])

    with pytest.raises(SourceFailed, match="ends before its end"):
        items.load(path)


def test_other_file_is_refused(items):
    path = items.folder / "dump.xml"
    path.write_bytes(b"")

    with pytest.raises(SourceFailed, match="and no folder"):
        Wikidata(path)
