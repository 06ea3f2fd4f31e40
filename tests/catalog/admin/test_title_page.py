"""A title's page on the desk: its small rows, its cast, its limits."""

import pytest
from django.urls import reverse

from catalog.admin import cast
from catalog.models import AlternativeTitle, Credit, Job, Release, Season, TitleGenre
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    DurationFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    PlotFactory,
    ReleaseFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleCountryFactory,
    TitleGenreFactory,
)
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db


def address(title):
    return reverse(f"admin:catalog_{title.kind}_change", args=[title.pk])


def opened(desk, title, query=""):
    return filled(Page(desk.get(address(title) + query)))


def added(form, prefix, **row):
    """The form with one more row, as the page's script adds it."""
    total = int(form[f"{prefix}-TOTAL_FORMS"])
    fields = {f"{prefix}-{total}-{name}": value for name, value in row.items()}
    return form | fields | {f"{prefix}-TOTAL_FORMS": str(total + 1)}


def full_film(rows):
    film = FilmFactory(poster=PictureFactory())
    for number in range(rows):
        CreditFactory(title=film, position=number)
        CreditFactory(title=film, job=Job.WRITER, position=number)
        AlternativeTitleFactory(title=film, name=f"Naam {number}")
        DurationFactory(title=film, minutes=90 + number)
        StillFactory(title=film)
    for name in ("drama", "thriller", "mystery")[:rows]:
        TitleGenreFactory(title=film, name=name)
    for code in ("NL", "BE", "FR")[:rows]:
        TitleCountryFactory(title=film, code=code)
        ReleaseFactory(title=film, code=code)
    return film


@pytest.mark.parametrize("rows", [1, 3, 20])
def test_page_of_a_film_costs_the_same_queries_however_much_it_has(
    desk, django_assert_num_queries, rows
):
    film = full_film(rows)
    desk.get(address(FilmFactory()))

    with django_assert_num_queries(19):
        desk.get(address(film))


@pytest.mark.parametrize("rows", [1, 20])
def test_saving_asks_for_no_row_that_nobody_touched(
    desk, django_assert_max_num_queries, rows
):
    film = full_film(rows)
    form = opened(desk, film)
    desk.post(address(film), form)

    # Six of them keep the state before, and the one after, as whole revisions.
    with django_assert_max_num_queries(48):
        answer = desk.post(address(film), form | {"name": "Anders"})

    assert answer.status_code == 302
    film.refresh_from_db()
    assert film.name == "Anders"


def test_player_is_added_behind_the_others(desk):
    film = FilmFactory()
    CreditFactory(title=film, position=4)
    somebody = PersonFactory()
    form = opened(desk, film)

    form = added(form, "credits-2", person=somebody.pk, character="Raymond")
    desk.post(address(film), form)

    credit = Credit.objects.get(person=somebody)
    assert (credit.job, credit.character, credit.position) == (
        Job.ACTOR,
        "Raymond",
        5,
    )


def test_makers_and_players_have_rows_of_their_own(desk):
    film = FilmFactory()
    maker = CreditFactory(title=film, job=Job.DIRECTOR)
    player = CreditFactory(title=film)

    form = opened(desk, film)

    assert form["credits-0-id"] == str(maker.pk)
    assert form["credits-2-0-id"] == str(player.pk)


def test_same_credit_twice_is_refused_in_dutch_and_what_was_typed_stays(desk):
    credit = CreditFactory(character="Rex")
    form = opened(desk, credit.title)

    form = added(form, "credits-2", person=credit.person_id, character="Rex")
    answer = desk.post(address(credit.title), form | {"name": "Anders"})

    assert answer.status_code == 200
    assert Credit.objects.count() == 1
    again = filled(Page(answer))
    assert (again["name"], again["credits-2-1-character"]) == ("Anders", "Rex")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"kijkwijzer_age": "12"},
            "Vermeld ook de bron van de beoordeling.",
        ),
        ({"name": ""}, "Een film of serie heeft een titel nodig."),
    ],
)
def test_constraint_speaks_dutch(desk, changes, told):
    film = FilmFactory(name="Spoorloos")

    answer = desk.post(address(film), opened(desk, film) | changes)

    assert told in Page(answer).text


def test_genre_that_is_there_already_is_refused(desk):
    film = TitleGenreFactory(name="drama").title
    genre = film.genres.get()

    form = added(opened(desk, film), "genre_rows", genre=genre.pk)
    answer = desk.post(address(film), form)

    assert answer.status_code == 200
    assert TitleGenre.objects.count() == 1


def test_row_is_changed_and_another_removed_in_one_go(desk):
    film = FilmFactory()
    kept = AlternativeTitleFactory(title=film, name="Een")
    AlternativeTitleFactory(title=film, name="Twee")
    release = ReleaseFactory(title=film)
    form = opened(desk, film)

    form |= {
        "alternative_titles-0-name": "Anders",
        "alternative_titles-1-DELETE": "on",
        "releases-0-released_on": "03-11-1988",
    }
    desk.post(address(film), form)

    assert list(AlternativeTitle.objects.values_list("id", "name")) == [
        (kept.pk, "Anders")
    ]
    release = Release.objects.get(pk=release.pk)
    assert release.released_on.isoformat() == "1988-11-03"


def test_grounds_of_a_classification_are_ticked(desk):
    film = FilmFactory()

    desk.post(
        address(film),
        opened(desk, film)
        | {
            "kijkwijzer_age": "12",
            "kijkwijzer_grounds": ["angst", "geweld"],
            "kijkwijzer_source": "kijkwijzer.nl",
        },
    )

    film.refresh_from_db()
    assert sorted(film.kijkwijzer_grounds) == ["angst", "geweld"]


def test_long_cast_is_shown_a_page_at_a_time_and_each_is_saved(desk, monkeypatch):
    monkeypatch.setattr(cast, "ROWS_A_PAGE", 2)
    film = FilmFactory()
    players = [CreditFactory(title=film, position=number) for number in range(5)]

    page = Page(desk.get(address(film) + "?rolverdeling=3"))
    form = filled(page)
    desk.post(
        address(film) + "?rolverdeling=3", form | {"credits-2-0-character": "Lemorne"}
    )

    places = [a.get("href", "") for a in page.attributes("a")]
    links = [place for place in places if "rolverdeling" in place]
    assert links == [f"?rolverdeling={number}#credits-2-group" for number in (1, 2)]
    assert form["credits-2-0-id"] == str(players[4].pk)
    assert Credit.objects.get(character="Lemorne") == players[4]
    assert Credit.objects.count() == 5


def test_odd_page_of_the_cast_is_the_first(desk):
    credit = CreditFactory()

    for odd in ("0", "-1", "x", "99999999999999999999"):
        form = opened(desk, credit.title, f"?rolverdeling={odd}")
        assert form["credits-2-0-id"] == str(credit.pk)


def test_seasons_are_listed_on_their_series_and_one_is_added(desk):
    series = SeriesFactory()
    SeasonFactory(series=series, season_number=1)
    form = opened(desk, series)

    form = added(form, "seasons", season_number="2", year="2003", visible="on")
    desk.post(address(series), form)

    season = Season.objects.get(season_number=2)
    assert (season.kind, season.series, season.year) == ("season", series, 2003)


def test_season_of_a_number_that_is_taken_is_refused(desk):
    season = SeasonFactory(season_number=1)

    form = added(opened(desk, season.series), "seasons", season_number="1")
    answer = desk.post(address(season.series), form)

    assert answer.status_code == 200
    assert Season.objects.count() == 1


@pytest.mark.parametrize("count", [1, 12])
def test_page_of_a_series_costs_the_same_queries_however_long_it_ran(
    desk, django_assert_num_queries, count
):
    series = SeriesFactory()
    for number in range(count):
        SeasonFactory(series=series, season_number=number)
    desk.get(address(SeasonFactory().series))

    with django_assert_num_queries(18):
        desk.get(address(series))


def test_person_shows_their_work_and_leads_to_it(desk, django_assert_num_queries):
    person = PersonFactory()
    for number in range(12):
        CreditFactory(person=person, title__name=f"Film {number}", title__year=1980)
    place = reverse("admin:catalog_person_change", args=[person.pk])
    desk.get(reverse("admin:catalog_person_change", args=[PersonFactory().pk]))

    with django_assert_num_queries(7):
        answer = desk.get(place)

    links = [a.get("href") for a in Page(answer).attributes("a")]
    assert {
        address(credit.title) for credit in person.credits.select_related("title")
    } <= set(links)


def test_plot_that_nobody_touched_is_not_changed_by_how_browsers_end_lines(desk):
    plot = PlotFactory(text="Een.\n\nTwee.")
    form = opened(desk, plot.title)

    desk.post(address(plot.title), form | {"plots-0-text": "Een.\r\n\r\nTwee."})

    plot.refresh_from_db()
    assert plot.text == "Een.\n\nTwee."
    assert not plot.title.history.filter(history_type="~").exists()
