"""What the database refuses, by the sentence that names it, and allows just beside."""

import datetime

import pytest
from django.db import IntegrityError, connection

from catalog.models import (
    Credit,
    Duration,
    Film,
    Job,
    Person,
    PersonOutsideId,
    Picture,
    Plot,
    Release,
    Score,
    Season,
    Series,
    Still,
    Title,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
    Trailer,
)
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
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleCountryFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    TrailerFactory,
)

pytestmark = pytest.mark.django_db


def refuses(name):
    return pytest.raises(IntegrityError, match=rf'"{name}"')


# Titles


def test_title_of_an_unknown_kind_is_refused():
    with refuses("a_title_is_a_film_a_series_or_a_season"):
        Title.objects.create(kind="boek", name="Boek")


@pytest.mark.parametrize("kind", ["film", "series"])
def test_film_or_series_inside_a_series_is_refused(kind):
    series = SeriesFactory()

    with refuses("a_season_and_only_a_season_has_a_series_and_a_number"):
        Title.objects.create(kind=kind, name="X", series=series, season_number=1)


@pytest.mark.parametrize("kind", ["film", "series"])
def test_film_or_series_with_a_number_is_refused(kind):
    with refuses("a_season_and_only_a_season_has_a_series_and_a_number"):
        Title.objects.create(kind=kind, name="X", season_number=1)


def test_season_without_a_series_is_refused():
    with refuses("a_season_and_only_a_season_has_a_series_and_a_number"):
        Season.objects.create(season_number=1)


def test_season_without_a_number_is_refused():
    series = SeriesFactory()

    with refuses("a_season_and_only_a_season_has_a_series_and_a_number"):
        Season.objects.create(series=series)


def test_season_may_have_number_nought_and_no_name():
    season = SeasonFactory(season_number=0, name="")

    assert Season.objects.get() == season


@pytest.mark.parametrize("kind", [Film, Series])
def test_film_or_series_without_a_name_is_refused(kind):
    with refuses("a_film_or_series_has_a_name"):
        kind.objects.create(name="")


@pytest.mark.parametrize("year", [0, 1869, 2101])
def test_title_of_an_impossible_year_is_refused(year):
    with refuses("a_title_is_of_a_year_in_which_film_exists"):
        Film.objects.create(name="X", year=year)


@pytest.mark.parametrize("year", [None, 1870, 2100])
def test_title_of_a_possible_or_unknown_year_is_kept(year):
    FilmFactory(year=year)

    assert Film.objects.get().year == year


def test_film_with_a_last_year_is_refused():
    with refuses("a_series_ends_after_it_began"):
        Film.objects.create(name="X", year=2000, end_year=2001)


def test_series_that_ends_before_it_began_is_refused():
    with refuses("a_series_ends_after_it_began"):
        Series.objects.create(name="X", year=2001, end_year=2000)


def test_series_may_end_in_the_year_in_which_it_began():
    SeriesFactory(year=2001, end_year=2001)

    assert Series.objects.get().years == "2001"


def test_classification_without_a_source_is_refused():
    with refuses("a_classification_names_its_source"):
        Film.objects.create(name="X", kijkwijzer_age="12")


def test_classification_with_a_source_is_kept():
    FilmFactory(kijkwijzer_age="12", kijkwijzer_source="kijkwijzer.nl")

    assert Film.objects.get().get_kijkwijzer_age_display() == "vanaf 12 jaar"


def test_second_season_with_the_same_number_is_refused():
    season = SeasonFactory()

    with refuses("one_season_per_series_and_number"):
        SeasonFactory(series=season.series, season_number=season.season_number)


def test_other_series_may_have_a_season_with_the_same_number():
    SeasonFactory(season_number=1)
    SeasonFactory(season_number=1)

    assert Season.objects.count() == 2


def test_series_with_seasons_is_not_deleted():
    season = SeasonFactory()

    with pytest.raises(IntegrityError, match="protected"):
        season.series.delete()


# Scores


def test_score_that_counts_other_than_its_votes_is_refused():
    film = FilmFactory()

    with refuses("a_score_counts_each_of_its_votes"):
        Score.objects.create(title=film, n=2, sum=10, b5=1)


def test_score_with_a_vote_in_every_bucket_is_kept():
    ScoreFactory(**{f"b{half}": half for half in range(1, 11)})

    assert Score.objects.get().n == 55


def test_second_score_of_a_title_is_refused():
    score = ScoreFactory()

    with pytest.raises(IntegrityError, match="catalog_score_pkey"):
        Score.objects.create(title=score.title)


def test_scores_leave_room_on_their_page_to_be_updated_in_place():
    with connection.cursor() as cursor:
        cursor.execute("select reloptions from pg_class where relname='catalog_score'")
        options = cursor.fetchone()

    assert options == (["fillfactor=70"],)


# People


def test_person_without_a_name_is_refused():
    with refuses("a_person_has_a_name"):
        Person.objects.create(name="")


def test_person_who_died_before_being_born_is_refused():
    with refuses("a_person_is_born_before_dying"):
        Person.objects.create(name="X", born_on="1950-01-02", died_on="1950-01-01")


def test_person_who_died_on_the_first_day_is_kept():
    PersonFactory(born_on="1950-01-01", died_on="1950-01-01")

    assert Person.objects.get().years == "1950-1950"


def test_person_with_an_uncertain_date_is_not_held_to_their_order():
    PersonFactory(born_on="1950-06-01", died_on="1950-01-01", died_precision="year")

    assert Person.objects.get().died.iso == "1950"


# Pictures


@pytest.mark.parametrize("lacking", ["credit", "licence_kind"])
def test_picture_without_a_credit_or_a_licence_is_refused(lacking):
    with refuses("a_picture_has_a_credit_and_a_licence"):
        PictureFactory(**{lacking: ""})


@pytest.mark.parametrize("odd", [{"width": 0}, {"height": 0}, {"tint": 64}])
def test_picture_without_a_size_or_with_an_unknown_tint_is_refused(odd):
    with refuses("a_picture_has_a_size_and_a_tint"):
        PictureFactory(**odd)


def test_picture_of_one_dot_with_the_last_tint_is_kept():
    PictureFactory(width=1, height=1, tint=63)

    assert Picture.objects.get().tint == 63


def test_second_picture_of_the_same_file_is_refused():
    picture = PictureFactory()

    with pytest.raises(IntegrityError, match="catalog_picture_file"):
        PictureFactory(file=str(picture.file))


# What hangs on a title or a person: once is kept, the same again is refused.

TWICE = {
    "a_title_has_an_alternative_title_once": (
        AlternativeTitleFactory,
        ["title", "name", "language"],
        {"language": "fr"},
    ),
    "a_title_has_a_country_once": (
        TitleCountryFactory,
        ["title", "country"],
        {"code": "BE"},
    ),
    "a_title_has_a_genre_once": (
        TitleGenreFactory,
        ["title", "genre"],
        {"name": "horror"},
    ),
    "a_title_has_a_duration_once": (
        DurationFactory,
        ["title", "minutes", "note"],
        {"note": "final cut"},
    ),
    "one_credit_per_title_person_job_and_role": (
        CreditFactory,
        ["title", "person", "job", "character"],
        {"character": "Rex"},
    ),
    "one_plot_per_title_and_language": (
        PlotFactory,
        ["title", "language"],
        {"language": "en"},
    ),
    "one_release_per_title_country_and_kind": (
        ReleaseFactory,
        ["title", "country", "kind"],
        {"kind": "home"},
    ),
    "a_title_shows_a_picture_once": (StillFactory, ["title", "picture"], None),
    "a_title_has_a_trailer_once": (
        TrailerFactory,
        ["title", "site", "key"],
        {"site": "vimeo"},
    ),
    "an_outside_id_means_one_title": (
        TitleOutsideIdFactory,
        ["source", "value"],
        {"source": "omdb"},
    ),
    "an_outside_id_means_one_person": (
        PersonOutsideIdFactory,
        ["source", "value"],
        {"source": "omdb"},
    ),
}


@pytest.mark.parametrize("name", TWICE)
def test_row_that_is_there_already_is_refused(name):
    make, key, _ = TWICE[name]
    row = make()

    with refuses(name):
        make(**{column: getattr(row, column) for column in key})


@pytest.mark.parametrize("name", [name for name in TWICE if TWICE[name][2]])
def test_row_that_differs_in_one_thing_is_kept(name):
    make, key, other = TWICE[name]
    row = make()

    same = {column: getattr(row, column) for column in key}
    if "code" in other or "name" in other:
        del same[key[-1]]
    make(**same | other)

    assert type(row)._default_manager.count() == 2


@pytest.mark.parametrize("odd", [{"character": "Rex"}, {"is_voice": True}])
def test_role_or_voice_of_somebody_behind_the_camera_is_refused(odd):
    with refuses("only_a_player_has_a_role_or_lends_a_voice"):
        CreditFactory(job=Job.DIRECTOR, **odd)


def test_player_may_have_a_role_and_lend_a_voice():
    CreditFactory(character="Woody", is_voice=True)

    assert Credit.objects.get().character == "Woody"


def test_duration_of_nothing_is_refused():
    with refuses("a_duration_is_not_nothing"):
        DurationFactory(minutes=0)


def test_duration_of_a_minute_is_kept():
    DurationFactory(minutes=1)

    assert str(Duration.objects.get()) == "1"


def test_film_takes_what_hangs_on_it_along_when_it_is_deleted():
    film = FilmFactory()
    for make in (
        PlotFactory,
        ReleaseFactory,
        TitleOutsideIdFactory,
        TrailerFactory,
        StillFactory,
        TitleGenreFactory,
        TitleCountryFactory,
        CreditFactory,
        ScoreFactory,
    ):
        make(title=film)

    film.delete()

    left = [
        model.objects.count()
        for model in (
            *(Plot, Release, TitleOutsideId, Trailer, Still),
            *(TitleGenre, TitleCountry, Credit, Score),
        )
    ]
    assert left == [0] * 9
    assert PersonOutsideId.objects.count() == 0


def test_film_stays_when_its_poster_is_deleted():
    film = FilmFactory(poster=PictureFactory())

    film.poster.delete()

    film.refresh_from_db()
    assert film.poster is None


def test_every_constraint_of_ours_is_held_by_the_database():
    with connection.cursor() as cursor:
        cursor.execute(
            "select conname from pg_constraint union select indexname from pg_indexes"
        )
        held = {name for (name,) in cursor.fetchall()}

    ours = {
        constraint.name
        for model in (Title, Person, Picture, Score, Credit, Duration, Plot, Release)
        for constraint in model._meta.constraints
    }

    assert ours - held == set()


def test_release_of_a_known_day_is_told_as_a_day():
    release = ReleaseFactory(released_on=datetime.date(1988, 10, 27))

    assert str(release) == "Nederland: 27 oktober 1988"
