"""Everything is versioned: who, when, what; an import is where history begins."""

import pytest

from catalog.demonstration.loading import save_without_history
from catalog.models import Film, Picture, Season, Series, Title
from tests.factories import (
    FilmFactory,
    PersonFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

FACTORIES = {Film: FilmFactory, Series: SeriesFactory, Season: SeasonFactory}


def lines(row):
    """Every line of a row's history, oldest first: sort and name."""
    return [
        (line.history_type, line.name)
        for line in Title.history.filter(id=row.pk).order_by("history_id")
    ]


@pytest.mark.parametrize("kind", FACTORIES)
def test_making_a_title_through_its_kind_writes_one_line(kind):
    title = FACTORIES[kind](name="Nieuw")

    assert lines(title) == [("+", "Nieuw")]


@pytest.mark.parametrize("kind", FACTORIES)
def test_saving_a_title_through_its_kind_writes_one_line_with_what_changed(kind):
    title = FACTORIES[kind](name="Oud")

    title.name = "Nieuw"
    title.save()

    assert lines(title) == [("+", "Oud"), ("~", "Nieuw")]


@pytest.mark.parametrize("kind", FACTORIES)
def test_saving_a_title_as_a_plain_title_writes_one_line(kind):
    title = Title.objects.get(pk=FACTORIES[kind](name="Oud").pk)

    title.name = "Nieuw"
    title.save()

    assert lines(title) == [("+", "Oud"), ("~", "Nieuw")]


@pytest.mark.parametrize("kind", FACTORIES)
def test_deleting_a_title_through_its_kind_writes_one_line(kind):
    title = FACTORIES[kind](name="Weg")
    key = title.pk

    title.delete()

    told = Title.history.filter(id=key).order_by("history_id")
    assert [line.history_type for line in told] == ["+", "-"]


def test_history_tells_who_changed_a_title():
    editor = UserFactory()
    film = FilmFactory()

    film._history_user = editor
    film.year = 1988
    film.save()

    last = Title.history.filter(id=film.pk).latest()
    assert (last.history_user, last.year) == (editor, 1988)


def test_history_of_a_title_can_be_put_back():
    film = FilmFactory(name="Spoorloos", year=1988)
    film.name = "Spoorlos"
    film.save()

    Title.history.filter(id=film.pk).earliest().instance.save()

    assert Film.objects.get().name == "Spoorloos"


@pytest.mark.parametrize("kind", FACTORIES)
def test_import_writes_no_history(kind):
    row = {"name": "Ingevoerd"}
    if kind is Season:
        row |= {"series": SeriesFactory(), "season_number": 1}

    title = kind(kind=kind.objects.kind, **row)
    save_without_history(title)

    assert lines(title) == []


def test_person_writes_one_line_at_each_save_and_at_the_end():
    person = PersonFactory(name="Oud")
    key = person.pk
    person.name = "Nieuw"
    person.save()
    person.delete()

    told = type(person).history.filter(id=key).order_by("history_id")

    assert [(line.history_type, line.name) for line in told] == [
        ("+", "Oud"),
        ("~", "Nieuw"),
        ("-", "Nieuw"),
    ]


def test_picture_writes_one_line_at_each_save():
    picture = PictureFactory(credit="© ANP")

    picture.credit = "© ANP / Jan"
    picture.save()

    told = Picture.history.order_by("history_id").values_list("credit", flat=True)
    assert list(told) == ["© ANP", "© ANP / Jan"]
