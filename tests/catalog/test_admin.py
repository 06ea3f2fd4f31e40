"""The catalogue on the editors' desk."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from catalog.models import Credit, Film, Kind, Person, Season, Series, Title
from community.demonstration import ACCOUNTS, make_accounts
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
    UserFactory,
)
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db

FACTORIES = {
    "film": FilmFactory,
    "series": SeriesFactory,
    "season": SeasonFactory,
    "person": PersonFactory,
    "picture": PictureFactory,
}


def address(name, page, *arguments):
    return reverse(f"admin:catalog_{name}_{page}", args=arguments)


@pytest.fixture
def operator():
    return make_accounts()[0]


@pytest.fixture
def editor():
    return make_accounts()[1]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


# Who gets in


def test_visitor_is_asked_to_log_in(client):
    answer = client.get("/beheer/", follow=True)

    assert answer.redirect_chain == [("/beheer/login/?next=/beheer/", 302)]
    assert Page(answer).attributes("input", name="username") != []


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.username)
def test_demonstration_account_logs_in_at_the_desk(client, account):
    make_accounts()
    page = Page(client.get("/beheer/login/"))

    answer = client.post(
        "/beheer/login/",
        filled(page, username=account.username, password=account.password),
        follow=True,
    )

    assert (answer.status_code, answer.redirect_chain[-1]) == (200, ("/beheer/", 302))
    assert "Films" in answer.content.decode()


def test_reader_with_an_account_does_not_get_in(client):
    client.force_login(UserFactory())

    answer = client.get("/beheer/", follow=True)

    assert Page(answer).attributes("input", name="username") != []


def test_wrong_password_is_told_in_dutch(client):
    make_accounts()

    answer = client.post("/beheer/login/", {"username": "operator", "password": "x"})

    assert "Voer de correcte gebruikersnaam en wachtwoord" in answer.content.decode()


def test_staff_without_permission_sees_nothing_of_the_catalogue(client):
    client.force_login(UserFactory(is_staff=True))

    statuses = [
        client.get(address(name, "changelist")).status_code for name in FACTORIES
    ]

    assert statuses == [403] * 5


def test_staff_who_may_look_may_not_change(client):
    member = UserFactory(is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_film"))
    client.force_login(member)
    film = FilmFactory(name="Spoorloos")

    looked = client.get(address("film", "change", film.pk))
    changed = client.post(address("film", "change", film.pk), {"name": "X"})

    assert (looked.status_code, changed.status_code) == (200, 403)


# Lists and pages


@pytest.mark.parametrize("name", FACTORIES)
def test_list_on_the_desk_shows_what_there_is(desk, name):
    thing = FACTORIES[name]()

    html = desk.get(address(name, "changelist")).content.decode()

    assert address(name, "change", thing.pk) in html


@pytest.mark.parametrize("name", ["film", "series", "person"])
def test_list_on_the_desk_is_searched_without_accents(desk, name):
    found, other = FACTORIES[name](name="Amélie"), FACTORIES[name](name="Iets")

    html = desk.get(address(name, "changelist"), {"q": "amelie"}).content.decode()

    assert (
        address(name, "change", found.pk) in html,
        address(name, "change", other.pk) in html,
    ) == (True, False)


@pytest.mark.parametrize("name", ["film", "series", "season", "person", "picture"])
def test_empty_form_on_the_desk_opens(desk, name):
    answer = desk.get(address(name, "add"))

    assert answer.status_code == 200


@pytest.mark.parametrize("count", [1, 3, 20])
def test_list_of_seasons_costs_the_same_queries_however_long(
    desk, django_assert_num_queries, count
):
    SeasonFactory.create_batch(count)

    with django_assert_num_queries(7):
        desk.get(address("season", "changelist"))


# Saving


@pytest.mark.parametrize("name", FACTORIES)
def test_thing_is_opened_and_saved_as_it_stands(desk, name):
    thing = FACTORIES[name]()
    page = Page(desk.get(address(name, "change", thing.pk)))

    answer = desk.post(address(name, "change", thing.pk), filled(page))

    assert (answer.status_code, answer["Location"]) == (
        302,
        address(name, "changelist"),
    )


@pytest.mark.parametrize("name", ["film", "series", "season", "person"])
def test_change_is_kept_with_who_made_it(desk, editor, name):
    thing = FACTORIES[name](name="Oud")
    page = Page(desk.get(address(name, "change", thing.pk)))

    desk.post(address(name, "change", thing.pk), filled(page, name="Nieuw"))

    thing = type(thing).objects.get(pk=thing.pk)
    model = Person if name == "person" else Title
    told = model.history.filter(id=thing.pk).order_by("history_id")
    assert thing.name == "Nieuw"
    assert [(line.history_type, line.name) for line in told] == [
        ("+", "Oud"),
        ("~", "Nieuw"),
    ]
    assert told.last().history_user == editor


@pytest.mark.parametrize("name", ["film", "series", "season", "person"])
def test_history_is_shown_and_an_earlier_state_opens(desk, name):
    thing = FACTORIES[name](name="Oud")
    thing.name = "Nieuw"
    thing.save()
    model = Person if name == "person" else Title
    first = model.history.filter(id=thing.pk).earliest()

    listed = desk.get(address(name, "history", thing.pk))
    opened = desk.get(address(name, "revision", thing.pk, first.history_id))

    assert (listed.status_code, opened.status_code) == (200, 200)
    assert Page(opened).texts("ins") == ["Oud"]


def test_new_film_is_a_film(desk):
    page = Page(desk.get(address("film", "add")))

    desk.post(
        address("film", "add"),
        filled(page, name="De terugreis", language="nl", year="2024", visible="on"),
    )

    film = Film.objects.get()
    assert (film.kind, film.sort_key, film.year) == (Kind.FILM, "terugreis de", 2024)


def test_new_season_belongs_to_a_series(desk):
    series = SeriesFactory()
    page = Page(desk.get(address("season", "add")))

    desk.post(
        address("season", "add"),
        filled(page, series=str(series.pk), season_number="2", visible="on"),
    )

    season = Season.objects.get()
    assert (season.kind, season.series_id, season.season_number) == (
        Kind.SEASON,
        series.pk,
        2,
    )


@pytest.mark.parametrize(
    ("name", "faulty"),
    [
        ("film", {"name": ""}),
        ("film", {"name": "X", "year": "1700"}),
        ("film", {"name": "X", "kijkwijzer_age": "12"}),
        ("series", {"name": "X", "year": "2000", "end_year": "1999"}),
        ("season", {"name": "X"}),
        ("person", {"name": ""}),
        ("person", {"name": "X", "born_on": "02-01-1950", "died_on": "01-01-1950"}),
    ],
)
def test_form_with_a_fault_is_shown_again_and_nothing_is_kept(desk, name, faulty):
    page = Page(desk.get(address(name, "add")))

    answer = desk.post(address(name, "add"), filled(page, **faulty))

    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()
    assert (Title.objects.count(), Person.objects.count()) == (0, 0)


def test_dates_are_written_and_read_in_the_dutch_way(desk):
    person = PersonFactory(born_on="1944-01-23")
    page = Page(desk.get(address("person", "change", person.pk)))

    form = filled(page)
    desk.post(address("person", "change", person.pk), form | {"died_on": "19-07-2019"})

    person.refresh_from_db()
    assert form["born_on"] == "23-01-1944"
    assert person.died_on.isoformat() == "2019-07-19"


def test_credit_of_a_film_is_removed_on_its_page(desk):
    film = FilmFactory()
    kept, gone = CreditFactory(title=film), CreditFactory(title=film)
    page = Page(desk.get(address("film", "change", film.pk)))

    form = filled(page)
    (prefix,) = {
        key.rpartition("-")[0]
        for key, value in form.items()
        if key.startswith("credits-") and key.endswith("-id") and value == str(gone.pk)
    }
    desk.post(address("film", "change", film.pk), form | {f"{prefix}-DELETE": "on"})

    assert list(Credit.objects.all()) == [kept]


def test_titles_of_every_kind_are_edited_as_what_they_are(client, operator):
    client.force_login(operator)
    film = FilmFactory()

    answers = [
        client.get(address("title", "changelist")).status_code,
        client.get(address("title", "add")).status_code,
        client.post(address("title", "change", film.pk), {"name": "X"}).status_code,
        client.post(address("title", "delete", film.pk), {"post": "yes"}).status_code,
    ]

    assert Film.objects.count() == 1
    assert answers[1:3] == [403, 403]


def test_editor_deletes_a_film_and_history_keeps_it(desk, editor):
    film = FilmFactory(name="Weg")

    desk.post(address("film", "delete", film.pk), {"post": "yes"})

    last = Title.history.filter(id=film.pk).latest()
    assert Film.objects.count() == 0
    assert (last.history_type, last.name, last.history_user) == ("-", "Weg", editor)


def test_title_is_found_while_typing_its_series(desk):
    SeriesFactory(name="The Wire")
    SeriesFactory(name="Fargo")
    FilmFactory(name="The Wire, de film")

    answer = desk.get(
        "/beheer/autocomplete/",
        {
            "term": "wire",
            "app_label": "catalog",
            "model_name": "season",
            "field_name": "series",
        },
    )

    found = [row["text"] for row in answer.json()["results"]]
    assert found == ["The Wire"]
    assert Series.objects.count() == 2
