"""Putting the demonstration into the catalogue, any number of times."""

import shutil

import pytest
from django.core.files.storage import default_storage

from catalog.demonstration.loading import load_demonstration
from catalog.demonstration.reading import FOLDER
from catalog.models import (
    AlternativeTitle,
    Credit,
    Film,
    Person,
    Picture,
    Plot,
    Release,
    Season,
    Series,
    Still,
    Title,
)
from moviemeter.lib.text_files import FileRefused

pytestmark = pytest.mark.django_db

FILES = (
    "films/spoorloos-1988.toml",
    "films/toy-story-1995.toml",
    "films/parasite-2019.toml",
    "series/the-wire-2002.toml",
)


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def folder(tmp_path):
    """A few of our own files, free to change."""
    for room in ("films", "series", "people"):
        (tmp_path / "texts" / room).mkdir(parents=True)
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path / "texts" / name)
    shutil.copytree(FOLDER / "people", tmp_path / "texts/people", dirs_exist_ok=True)
    return tmp_path / "texts"


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def kept():
    return {
        model.__name__: sorted(model.objects.values_list("pk", flat=True))
        for model in (Title, Person, Picture)
    } | {
        model.__name__: model.objects.count()
        for model in (AlternativeTitle, Credit, Plot, Release, Still)
    }


def history():
    return sum(model.history.count() for model in (Title, Person, Picture))


def test_load_tells_how_much_there_is(folder):
    loaded = load_demonstration(folder=folder)

    assert (loaded.films, loaded.series, loaded.seasons) == (3, 1, 5)
    assert loaded.people == Person.objects.count() > 30
    assert [kind.objects.count() for kind in (Film, Series, Season)] == [3, 1, 5]


def test_load_stores_what_a_file_tells(folder):
    load_demonstration(folder=folder)

    film = Title.objects.for_page().get(name="Spoorloos")
    assert (film.year, film.language, film.duration_list) == (
        1988,
        "nl",
        [{"minutes": 107, "note": ""}],
    )
    assert [row["name"] for row in film.genre_list] == ["thriller", "mystery"]
    assert [row["code"] for row in film.country_list] == ["NL", "FR"]
    assert [row["name"] for row in film.alternative_list] == [
        "The Vanishing",
        "L’homme qui voulait savoir",
    ]
    cast = Credit.objects.cast().filter(title=film).order_by("position")
    assert (cast[0].person.name, cast[0].character) == ("Gene Bervoets", "Rex Hofman")


def test_load_marks_voices(folder):
    load_demonstration(folder=folder)

    woody = Credit.objects.get(title__name="Toy Story", character="Woody")
    assert (woody.person.name, woody.is_voice) == ("Tom Hanks", True)


def test_load_draws_a_poster_for_every_title_and_a_portrait_for_everybody(folder):
    load_demonstration(folder=folder)

    assert Title.objects.filter(poster=None).count() == 0
    assert Person.objects.filter(portrait=None).count() == 0
    assert all(default_storage.exists(str(row.file)) for row in Picture.objects.all())


def test_load_again_changes_nothing_and_writes_no_history(folder):
    load_demonstration(folder=folder)
    before = kept()

    load_demonstration(folder=folder)

    assert kept() == before
    assert history() == 0


def test_load_of_a_corrected_file_corrects_its_title(folder):
    load_demonstration(folder=folder)
    film = Film.objects.get(name="Spoorloos")
    change(folder, "films/spoorloos-1988.toml", "minutes = 107", "minutes = 106")
    change(folder, "films/spoorloos-1988.toml", '"thriller", "mystery"', '"horror"')

    load_demonstration(folder=folder)

    again = Title.objects.for_page().get(name="Spoorloos")
    assert again.pk == film.pk
    assert [row["minutes"] for row in again.duration_list] == [106]
    assert [row["name"] for row in again.genre_list] == ["horror"]


def test_load_of_a_corrected_name_finds_its_title_by_outside_id(folder):
    load_demonstration(folder=folder)
    film = Film.objects.get(name="Spoorloos")
    change(folder, "films/spoorloos-1988.toml", '"Spoorloos"', '"Spoorloos!"')

    load_demonstration(folder=folder)

    assert Film.objects.get(pk=film.pk).name == "Spoorloos!"
    assert Film.objects.count() == 3


def test_load_takes_away_drawings_of_an_earlier_fact(folder):
    load_demonstration(folder=folder)
    old = str(Film.objects.get(name="Spoorloos").poster.file)
    change(folder, "films/spoorloos-1988.toml", "year = 1988", "year = 1987")

    load_demonstration(folder=folder)

    assert not default_storage.exists(old)
    assert not Picture.objects.filter(file=old).exists()


def test_load_leaves_pictures_of_others_alone(folder):
    others = Picture.objects.create(
        file="pictures/foto.jpg",
        width=1,
        height=1,
        credit="© ANP",
        licence_kind="agency",
    )

    load_demonstration(folder=folder)

    assert Picture.objects.filter(pk=others.pk).exists()


def test_load_tells_how_far_it_is(folder):
    heard = []

    load_demonstration(
        folder=folder, progress=lambda done, every: heard.append((done, every))
    )

    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"thriller", "mystery"', '"kookprogramma"', "kookprogramma"),
        ('"NL", "FR"', '"XX"', "XX"),
        ("minutes = 107", "lengte = 107", "lengte"),
        ("1988-10-27", "27-10-1988", "27-10-1988"),
        ("year = 1988", "year = ", "spoorloos-1988"),
        ('country = "NL", kind', 'country = "XX", kind', "XX"),
        ('kind = "cinema"', 'kind = "theater"', "theater"),
        ("minutes = 107", 'poster = { palette = "paars" }', "paars"),
        ('["Gene Bervoets", "Rex Hofman"]', '["Gene Bervoets"]', "Gene Bervoets"),
    ],
)
def test_load_of_a_bad_file_is_refused_by_name_and_stores_nothing(
    folder, old, new, fault
):
    change(folder, "films/spoorloos-1988.toml", old, new)

    with pytest.raises(FileRefused) as refusal:
        load_demonstration(folder=folder)

    assert "spoorloos-1988" in str(refusal.value)
    assert fault in str(refusal.value)
    assert [model.objects.count() for model in (Title, Person, Picture)] == [0, 0, 0]


def test_person_from_a_country_that_there_is_not_is_refused(folder):
    change(folder, "people/low-countries.toml", 'country = "NL"', 'country = "QQ"')

    with pytest.raises(FileRefused, match="unknown country QQ"):
        load_demonstration(folder=folder)

    assert not Title.objects.exists()
