"""A revision holds the whole of a thing; what an import left comes first."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from catalog.demonstration.loading import save_without_history
from catalog.history.revising import revising
from catalog.models import (
    Credit,
    Film,
    ImportedInput,
    ImportedTitle,
    Person,
    Picture,
    Season,
    Series,
    Title,
    TitleGenre,
)
from catalog.models.revision import revisions_of
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    DurationFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    PlotFactory,
    ReleaseFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleCountryFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    TrailerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ROWS = {
    "alternative_titles": AlternativeTitleFactory,
    "country_rows": TitleCountryFactory,
    "credits": CreditFactory,
    "durations": DurationFactory,
    "genre_rows": TitleGenreFactory,
    "outside_ids": TitleOutsideIdFactory,
    "plots": PlotFactory,
    "releases": ReleaseFactory,
    "stills": StillFactory,
    "trailers": TrailerFactory,
}


def imported(thing):
    """The thing stored as an import stores it: without a line of history."""
    save_without_history(thing)
    return type(thing).objects.get(pk=thing.pk)


def kept(thing):
    """Sort, reason and state of each revision, oldest first."""
    rows = revisions_of(type(thing)).model.objects.filter(id=thing.pk)
    return [
        (row.history_type, row.history_change_reason, row.state)
        for row in rows.order_by("history_date", "history_id")
    ]


def test_every_small_row_of_a_title_is_in_its_revisions():
    small = {
        relation.get_accessor_name()
        for relation in Title._meta.related_objects
        if relation.related_model._meta.app_label == "catalog"
        and not relation.one_to_one
    }

    # Seasons are titles with a history of their own; merges tell of other titles.
    assert set(revisions_of(Title).row_names) == small - {"seasons", "merges"}


@pytest.mark.parametrize("sort", ROWS)
def test_row_of_a_title_is_kept_with_its_next_revision(sort):
    film = FilmFactory()

    with revising(film, by=None):
        row = ROWS[sort](title=film)

    told = kept(film)[-1][2].rows[sort]
    assert [each["id"] for each in told] == [row.pk]


@pytest.mark.parametrize("sort", ROWS)
def test_change_of_rows_alone_is_one_revision_and_none_when_nothing_changed(sort):
    film = FilmFactory()

    with revising(film, by=None):
        ROWS[sort](title=film)
    with revising(film, by=None):
        film.save()

    assert [line[0] for line in kept(film)] == ["+", "~"]


def test_revision_names_the_people_that_its_rows_point_at():
    credit = CreditFactory(person__name="Johanna ter Steege", character="Saskia")

    with revising(credit.title, by=None):
        credit.title.year = 1988
        credit.title.save()

    (row,) = kept(credit.title)[-1][2].rows["credits"]
    assert (row["person"], row["person_id"]) == ("Johanna ter Steege", credit.person_id)


def test_saving_without_a_change_writes_no_revision():
    film = FilmFactory()

    film.save()

    assert len(kept(film)) == 1


@pytest.mark.parametrize(
    ("thing", "column", "old", "new"),
    [
        (lambda: Film(kind="film", name="Oud"), "name", "Oud", "Nieuw"),
        (lambda: Series(kind="series", name="Oud"), "name", "Oud", "Nieuw"),
        (
            lambda: Season(kind="season", series=SeriesFactory(), season_number=1),
            "name",
            "",
            "Nieuw",
        ),
        (lambda: Person(name="Oud"), "name", "Oud", "Nieuw"),
        (
            lambda: Picture(
                file="pictures/a.svg", width=1, height=1, credit="©", licence_kind="own"
            ),
            "credit",
            "©",
            "© ANP",
        ),
    ],
    ids=["film", "series", "season", "person", "picture"],
)
def test_first_edit_of_what_was_imported_keeps_its_imported_state_first(
    thing, column, old, new
):
    found = imported(thing())

    setattr(found, column, new)
    found.save()

    told = [(sort, why, state.fields[column]) for sort, why, state in kept(found)]
    assert told == [("+", "zoals geïmporteerd", old), ("~", None, new)]


def test_imported_state_holds_its_rows():
    film = imported(Film(kind="film", name="Oud"))
    TitleGenreFactory(title=film)

    film.name = "Nieuw"
    film.save()

    assert [row["genre"] for row in kept(film)[0][2].rows["genre_rows"]] == ["drama"]


def test_imported_state_is_dated_by_its_import():
    film = imported(Film(kind="film", name="Oud"))
    ImportedTitle.objects.create(source="open", key="1", title=film)
    ImportedInput.objects.create(source="open", fingerprint="x")
    moment = timezone.now() - timedelta(days=9)
    ImportedInput.objects.update(merged_at=moment)

    film.name = "Nieuw"
    film.save()

    first, second = Title.history.filter(id=film.pk).order_by("history_date")
    assert (first.history_date, first.history_user) == (moment, None)
    assert second.history_date > moment


def test_what_an_import_changed_since_the_last_revision_is_not_put_to_the_editor():
    editor = UserFactory()
    film = FilmFactory(name="Een")
    Title.objects.filter(pk=film.pk).update(year=1988)
    film.refresh_from_db()

    film._history_user = editor
    film.name = "Twee"
    film.save()

    told = Title.history.filter(id=film.pk).order_by("history_date", "history_id")
    assert [
        (row.name, row.year, row.history_user, row.history_change_reason)
        for row in told
    ] == [
        ("Een", None, None, None),
        ("Een", 1988, None, "gewijzigd door import of samenvoegen"),
        ("Twee", 1988, editor, None),
    ]


def test_rows_that_an_import_made_anew_alike_are_no_change():
    film = FilmFactory()
    with revising(film, by=None):
        TitleGenreFactory(title=film)
    TitleGenre.objects.all().delete()
    TitleGenreFactory(title=film)

    film.year = 1988
    film.save()

    assert [line[0] for line in kept(film)] == ["+", "~", "~"]


def test_person_who_got_another_name_changes_no_title():
    credit = CreditFactory()
    film = credit.title
    with revising(film, by=None):
        film.year = 1988
        film.save()
    Person.objects.update(name="Iemand anders")

    with revising(film, by=None):
        film.save()

    assert Credit.objects.get().person.name == "Iemand anders"
    assert len(kept(film)) == 3  # made, as it stood with the credit, the year


def test_removed_thing_is_kept_with_its_rows():
    film = TitleGenreFactory().title

    film.delete()

    last = Title.history.latest()
    assert (last.history_type, [row["genre"] for row in last.rows["genre_rows"]]) == (
        "-",
        ["drama"],
    )


def test_person_keeps_outside_ids():
    person = PersonFactory()

    with revising(person, by=None):
        PersonOutsideIdFactory(person=person, value="nm1")

    assert [row["value"] for row in kept(person)[-1][2].rows["outside_ids"]] == ["nm1"]


def test_revising_keeps_who_and_why():
    editor, film = UserFactory(), FilmFactory()

    with revising(film, by=editor, reason="rechtgezet"):
        film.year = 1988
        film.save()

    last = Title.history.latest()
    assert (last.history_user, last.history_change_reason) == (editor, "rechtgezet")


def test_failure_while_revising_keeps_nothing():
    film = FilmFactory()

    film.year, film.end_year = 1988, 1980
    with pytest.raises(IntegrityError), revising(film, by=None):
        film.save()

    film.refresh_from_db()
    assert (film.year, len(kept(film))) == (None, 1)


def test_saving_costs_the_same_queries_whatever_hangs_on_a_title(
    django_assert_num_queries,
):
    film = FilmFactory()
    with revising(film, by=None):
        CreditFactory.create_batch(20, title=film)
        for factory in (TitleGenreFactory, DurationFactory, PlotFactory):
            factory(title=film)
    film.year = 1988

    # The state before, the save, the state after, the last revision, the new one.
    with django_assert_num_queries(5):
        film.save()


def test_season_and_picture_of_a_title_are_named():
    season = SeasonFactory(series__name="The Wire", poster=PictureFactory(alt="Haven"))

    season.name = "De haven"
    season.save()

    assert kept(season)[-1][2].names == {"series": "The Wire", "poster": "Haven"}
