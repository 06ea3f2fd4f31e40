"""Putting stories into the magazine, any number of times."""

from datetime import UTC, datetime

import pytest

from moviemeter.lib.text_files import FileRefused
from news.demonstration.loading import load_articles
from news.models import Article, Author, Role, Stage, Tag
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TrailerFactory,
)
from tests.news.demonstration.test_reading import STORY, written

pytestmark = pytest.mark.django_db

AUTHORS = '[[authors]]\nname = "Redactie"\nabout = "Wij."\n'
LINKED = STORY.replace(
    "Rex zoekt.",
    "[Spoorloos](films/spoorloos-1988), [Dark](series/dark-2017) en"
    " [Tim Krabbé](person).",
)


@pytest.fixture
def film():
    return StillFactory(title=FilmFactory(name="Spoorloos", year=1988)).title


@pytest.fixture
def series():
    return SeriesFactory(name="Dark", year=2017)


@pytest.fixture
def writer():
    return PersonFactory(name="Tim Krabbé")


@pytest.fixture
def folder(tmp_path, film, series, writer):
    (tmp_path / "authors.toml").write_text(AUTHORS, "utf-8")
    return tmp_path


def load(folder, text=LINKED):
    """The one story of the folder, loaded from this text."""
    assert load_articles(folder=written(folder, text)) == 1
    return Article.objects.get()


def rows(article):
    return [(row.title.name, row.role) for row in article.title_rows.all()]


def test_load_stores_what_a_file_tells(folder, film, series, writer):
    article = load(
        folder,
        LINKED + 'tags = ["Boekverfilming"]\npeople = ["Tim Krabbé"]\n'
        'corrections = [{ text = "Een jaar.", at = 2022-02-03T10:00:00+01:00 }]\n',
    )

    assert article.headline == "Waar is Saskia?"
    assert article.is_visible
    assert (article.rubric.slug, str(article.author)) == ("klassiekers", "Redactie")
    assert article.picture == film.stills.get().picture
    assert article.html == (
        f'<p><a class="title-hint" href="{film.get_absolute_url()}"'
        f' data-card="{film.get_absolute_url()}/kaart">Spoorloos</a>,'
        f' <a class="title-hint" href="{series.get_absolute_url()}"'
        f' data-card="{series.get_absolute_url()}/kaart">Dark</a> en'
        f' <a class="person-hint" href="{writer.get_absolute_url()}"'
        f' data-card="{writer.get_absolute_url()}/kaart">Tim Krabbé</a>.</p>'
    )
    assert set(rows(article)) == {
        ("Spoorloos", Role.SUBJECT),
        ("Dark", Role.MENTIONED),
    }
    assert article.person_rows.get().role == Role.SUBJECT
    assert [tag.slug for tag in article.tags.all()] == ["boekverfilming"]
    assert article.corrections.get().corrected_at == datetime(2022, 2, 3, 9, tzinfo=UTC)


def test_load_again_writes_nothing(folder):
    before = load(folder)

    again = load(folder)

    assert (again.pk, again.changed_at) == (before.pk, before.changed_at)


def test_load_of_a_corrected_file_corrects_its_story(folder):
    before = load(folder, LINKED + 'tags = ["Oud"]\n')

    again = load(
        folder,
        STORY.replace('["films/spoorloos-1988"]', '["series/dark-2017"]')
        + 'tags = ["Nieuw"]\n',
    )

    assert again.pk == before.pk
    assert again.changed_at > before.changed_at
    assert rows(again) == [("Dark", Role.SUBJECT)]
    assert [str(tag) for tag in again.tags.all()] == ["Nieuw"]
    assert Tag.objects.count() == 2


def test_corrected_headline_and_corrected_moment_keep_the_story(folder):
    before = load(folder)

    renamed = load(folder, LINKED.replace("Waar is", "Hier is"))
    moved = load(folder, LINKED.replace("Waar is", "Hier is").replace("09:15", "10:00"))

    assert renamed.pk == moved.pk == before.pk
    assert moved.headline == "Hier is Saskia?"


def test_story_of_an_editor_with_the_same_headline_is_left_alone(folder):
    theirs = ArticleFactory(headline="Waar is Saskia?")

    load_articles(folder=written(folder, LINKED))

    theirs.refresh_from_db()
    assert theirs.body == "<p>De eerste alinea.</p>"
    assert Article.objects.count() == 2


def test_withdrawn_story_stays_withdrawn(folder):
    article = load(folder)
    Article.objects.filter(pk=article.pk).update(stage=Stage.WITHDRAWN)

    again = load(folder, LINKED.replace("Over een film", "Anders"))

    assert again.stage == Stage.WITHDRAWN
    assert again.intro == article.intro


def test_season_is_named_behind_its_series(folder, series):
    season = SeasonFactory(series=series, season_number=2)

    article = load(folder, STORY.replace("Rex zoekt.", "[Twee](series/dark-2017#2)"))

    assert season.get_absolute_url() in article.html


def test_trailer_is_the_first_of_its_title(folder, film):
    trailer = TrailerFactory(title=film)

    article = load(folder, LINKED + 'trailer = "films/spoorloos-1988"\n')

    assert article.trailer == trailer


def test_namesake_who_came_later_is_not_linked(folder, writer):
    PersonFactory(name="Tim Krabbé")

    article = load(folder)

    assert article.person_rows.get().person == writer


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("films/spoorloos-1988", "films/weg-1900", "no title films/weg-1900"),
        ("films/spoorloos-1988", "films/jaws-1975", "no title films/jaws-1975"),
        ('"films/spoorloos-1988"\n', '"series/dark-2017"\n', "has no still"),
        ("series/dark-2017", "series/dark-2017#9", "no title series/dark-2017#9"),
        ("series/dark-2017", "series/dark-2017#x", "no title series/dark-2017#x"),
        ("Tim Krabbé", "Tim Krabbe", "nobody is named 'Tim Krabbe'"),
        ("klassiekers", "oud", "unknown rubric oud"),
        ("Redactie", "Niemand", "unknown author Niemand"),
        ("subjects", 'trailer = "films/spoorloos-1988"\nsubjects', "has no trailer"),
        ("Tim", "# Tim", None),
    ],
)
def test_file_that_names_what_is_not_there_is_refused_by_name(folder, old, new, fault):
    text = LINKED.replace(old, new) if fault else STORY.replace("Rex zoekt.", "# Rex")

    with pytest.raises(FileRefused, match=fault or "<h1>") as refusal:
        load_articles(folder=written(folder, text))

    assert str(refusal.value).startswith("saskia.toml: ")
    assert (Article.objects.count(), Author.objects.count()) == (0, 0)
