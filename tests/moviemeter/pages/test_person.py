"""A person's page."""

import datetime

import pytest

from catalog.models import Country, Job
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    ScoreFactory,
    SeasonFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def read(client, thing):
    return Page(client.get(thing.get_absolute_url()))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"born_on": "1944-01-23", "birthplace": "Breukelen"},
            "Geboren op 23 januari 1944 in Breukelen",
        ),
        ({"born_on": "1944-01-01", "born_precision": "month"}, "in januari 1944"),
        ({"born_on": "1944-01-01", "born_precision": "year"}, "Geboren in 1944"),
        ({"birthplace": "Breukelen"}, "Geboren in Breukelen"),
        ({"died_on": "2019-07-19"}, "overleden op 19 juli 2019"),
    ],
)
def test_person_tells_of_a_life_as_far_as_it_is_known(client, facts, told):
    page = read(client, PersonFactory(**facts))

    assert told in page.text


def test_person_born_abroad_tells_in_which_country(client):
    person = PersonFactory(
        birthplace="Gent", birth_country=Country.objects.get(code="BE")
    )

    assert "Geboren in Gent (België)" in read(client, person).text


def test_person_without_anything_says_what_is_not_known(client):
    page = read(client, PersonFactory(name="Niemand"))

    assert page.heading == "Niemand"
    assert "Geboren" not in page.text
    assert "Er zijn nog geen titels bekend" in page.text


def test_person_shows_work_by_job_the_largest_first_and_newest_first(client):
    person = PersonFactory(name="Rutger Hauer")
    for name, year in (("Oud", 1973), ("Nieuw", 1982), ("Ongedateerd", None)):
        CreditFactory(person=person, title__name=name, title__year=year)
    CreditFactory(person=person, job=Job.DIRECTOR, title__name="Zelf")

    page = read(client, person)

    assert page.texts("h2")[:2] == ["Als acteur", "Als regisseur"]
    assert "Acteur en regisseur" in page.text
    assert [text.split()[0] for text in page.texts("th", scope="row")] == [
        "Nieuw",
        "Oud",
        "Ongedateerd",
        "Zelf",
    ]
    assert ("3 titels" in page.text, "1 titel" in page.text) == (True, True)


def test_person_shows_roles_votes_and_scores(client):
    person = PersonFactory()
    film = FilmFactory(name="Blade Runner", year=1982)
    CreditFactory(person=person, title=film, character="Roy Batty", is_voice=True)
    ScoreFactory(title=film, b9=1500)

    rows = read(client, person).texts("tr")

    assert rows[1] == "Blade Runner 1982 Roy Batty (stem) 1.500 4,50"


def test_person_shows_no_hidden_work(client):
    person = PersonFactory()
    CreditFactory(person=person, title__name="Geheim", title__visible=False)

    html = client.get(person.get_absolute_url()).content.decode()

    assert "Geheim" not in html


def test_person_shows_a_season_with_its_series(client):
    person = PersonFactory()
    season = SeasonFactory(series__name="The Wire", season_number=2)
    CreditFactory(person=person, title=season)

    assert "The Wire: seizoen 2" in read(client, person).text


def test_person_shows_the_portrait_with_its_credit_while_it_may(client):
    portrait = PictureFactory(alt="Getekend portret", credit="MovieMeter")
    person = PersonFactory(portrait=portrait)

    page = read(client, person)

    assert page.attributes("img")[0]["alt"] == "Getekend portret"
    assert "Beeld: MovieMeter" in page.text


def test_person_whose_portrait_has_expired_shows_it_nowhere(client):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011
    portrait = PictureFactory(
        credit="© ANP", social_card="cards/verlopen.jpg", ends_on=yesterday
    )
    person = PersonFactory(portrait=portrait)

    html = client.get(person.get_absolute_url()).content.decode()

    assert [words in html for words in (str(portrait.file), "© ANP", "verlopen")] == [
        False,
        False,
        False,
    ]


def test_person_tells_machines_who_they_are(client):
    person = PersonFactory(
        name="Rutger Hauer", born_on="1944-01-23", birthplace="Breukelen"
    )
    CreditFactory(person=person, title__name="Blade Runner")
    PersonOutsideIdFactory(person=person, value="nm0000442")

    page = read(client, person)

    thing = page.graph["Person"]
    assert (thing["name"], thing["birthDate"], thing["jobTitle"], thing["sameAs"]) == (
        "Rutger Hauer",
        "1944-01-23",
        ["acteur"],
        ["https://www.imdb.com/name/nm0000442/"],
    )
    assert [
        step["name"] for step in page.graph["BreadcrumbList"]["itemListElement"]
    ] == ["Voorpagina", "Personen", "Rutger Hauer"]
    assert page.meta("og:type") == "profile"
    assert page.meta("description") == "Rutger Hauer, bekend van Blade Runner."


def test_person_with_an_uncertain_birthday_tells_machines_no_day(client):
    person = PersonFactory(born_on="1944-01-01", born_precision="year")

    assert "birthDate" not in read(client, person).graph["Person"]


def test_hidden_and_unknown_people_are_not_there(client):
    hidden = PersonFactory(visible=False)

    answers = [
        client.get(address).status_code
        for address in (hidden.get_absolute_url(), "/persoon/999999", "/persoon/x")
    ]

    assert answers == [404, 404, 404]


@pytest.mark.parametrize("count", [1, 3, 25])
def test_person_costs_the_same_queries_however_much_work(
    client, django_assert_num_queries, count
):
    person = PersonFactory(
        portrait=PictureFactory(), birth_country=Country.objects.get(code="NL")
    )
    for _ in range(count):
        credit = CreditFactory(person=person, title__poster=PictureFactory())
        ScoreFactory(title=credit.title, b7=6)
        CreditFactory(person=person, job=Job.DIRECTOR, title=SeasonFactory())
        PersonOutsideIdFactory(person=person)

    with django_assert_num_queries(5):
        client.get(person.get_absolute_url())
