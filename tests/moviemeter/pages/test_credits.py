"""The page of everybody who made a film or a series."""

import pytest

from catalog.models import Job
from moviemeter.pages.title import CREDITS_A_PAGE
from tests.factories import (
    CreditFactory,
    FilmFactory,
    SeriesFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def test_credits_name_everybody_by_job_and_billing(client):
    film = FilmFactory(name="Spoorloos")
    CreditFactory(title=film, job=Job.DIRECTOR, person__name="George Sluizer")
    for place, name in ((1, "Tweede"), (0, "Eerste")):
        CreditFactory(title=film, person__name=name, position=place)

    page = Page(client.get(f"{film.get_absolute_url()}/medewerkers"))

    assert page.heading == "Cast en crew van Spoorloos"
    assert page.texts("dd") == ["George Sluizer"]
    assert page.text.index("Eerste") < page.text.index("Tweede")


def test_credits_lead_back_by_way_of_their_title(client):
    film = FilmFactory(name="Spoorloos")
    CreditFactory(title=film)

    page = Page(client.get(f"{film.get_absolute_url()}/medewerkers"))

    steps = page.graph["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == [
        "Voorpagina",
        "Films",
        "Spoorloos",
        "Cast en crew",
    ]
    assert page.meta("og:title") == "Cast en crew van Spoorloos"


def test_credits_go_on_on_a_second_page(client):
    film = FilmFactory()
    for place in range(CREDITS_A_PAGE + 1):
        CreditFactory(title=film, person__name=f"Speler {place}", position=place)
    first = Page(client.get(f"{film.get_absolute_url()}/medewerkers"))

    (following,) = [attrs["href"] for attrs in first.attributes("a", rel="next")]
    second = Page(client.get(f"{film.get_absolute_url()}/medewerkers{following}"))

    assert f"Speler {CREDITS_A_PAGE}" not in first.text
    assert f"Speler {CREDITS_A_PAGE}" in second.text
    assert len(second.attributes("a", rel="prev")) == 1


def test_credits_of_a_title_with_a_crew_alone_show_the_crew(client):
    series = SeriesFactory()
    CreditFactory(title=series, job=Job.CREATOR, person__name="Bea Denker")

    answer = client.get(f"{series.get_absolute_url()}/medewerkers")

    assert answer.status_code == 200
    assert "Bea Denker" in Page(answer).text


@pytest.mark.parametrize("make", [FilmFactory, SeriesFactory])
def test_credits_of_a_title_without_any_are_not_there(client, make):
    answer = client.get(f"{make().get_absolute_url()}/medewerkers")

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [1, 3, 60])
def test_credits_cost_the_same_queries_however_many(
    client, django_assert_num_queries, count
):
    film = FilmFactory()
    for _ in range(count):
        CreditFactory(title=film)
        CreditFactory(title=film, job=Job.WRITER)

    with django_assert_num_queries(4):
        client.get(f"{film.get_absolute_url()}/medewerkers")


@pytest.mark.parametrize("part", ["film", "serie"])
def test_wrong_slug_of_a_credits_page_leads_to_the_right_one(client, part):
    title = {"film": FilmFactory, "serie": SeriesFactory}[part](name="Fargo")
    CreditFactory(title=title)

    answer = client.get(f"/{part}/{title.pk}-fout/medewerkers?na=3")

    assert (answer.status_code, answer.get("Location")) == (
        301,
        f"/{part}/{title.pk}-fargo/medewerkers?na=3",
    )
