"""Old addresses of merged titles and people lead to the right one for good."""

import pytest

from catalog.models import Title
from tests.catalog.merging.test_merging import merged
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
    SeriesFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db

PAGES = {"film": FilmFactory, "serie": SeriesFactory, "persoon": PersonFactory}


def leads_to(client, address):
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Location")


@pytest.mark.parametrize("noun", PAGES)
def test_old_address_leads_to_the_survivor(client, noun):
    old, into = PAGES[noun](name="Oud"), PAGES[noun](name="Nieuw")
    address = old.get_absolute_url()

    merged(old, into)

    assert leads_to(client, address) == (301, into.get_absolute_url())
    assert client.get(address, follow=True).status_code == 200


@pytest.mark.parametrize("noun", PAGES)
def test_chain_of_merges_takes_one_step(client, noun):
    first, second, third = (PAGES[noun](name=name) for name in ("Een", "Twee", "Drie"))
    address = first.get_absolute_url()

    merged(first, second)
    merged(second, third)

    assert leads_to(client, address) == (301, third.get_absolute_url())


def test_old_page_of_credits_leads_to_the_survivor(client):
    old, into = FilmFactory(), FilmFactory()
    CreditFactory(title=old)
    address = f"/film/{old.pk}/medewerkers"

    merged(old, into)

    assert leads_to(client, address) == (301, into.get_absolute_url())


def test_season_of_a_merged_series_leads_to_the_survivors_season(client):
    old, into = SeriesFactory(name="Oud"), SeriesFactory(name="Nieuw")
    SeasonFactory(series=into, season_number=1)
    addresses = [
        SeasonFactory(series=old, season_number=number).get_absolute_url()
        for number in (1, 2)
    ]

    merged(old, into)

    assert [leads_to(client, address) for address in addresses] == [
        (301, f"{into.get_absolute_url()}/seizoen/{number}") for number in (1, 2)
    ]


def test_season_that_went_into_another_leads_there(client):
    series = SeriesFactory()
    old, into = (SeasonFactory(series=series, season_number=n) for n in (1, 2))
    address = old.get_absolute_url()

    merged(old, into)

    assert leads_to(client, address) == (301, into.get_absolute_url())


def test_season_that_went_into_another_of_a_series_that_was_merged_leads_there(client):
    series, other = SeriesFactory(), SeriesFactory()
    old, into = (SeasonFactory(series=series, season_number=n) for n in (1, 2))
    address = old.get_absolute_url()

    merged(old, into)
    merged(series, other)

    into = Title.objects.get(pk=into.pk)
    assert leads_to(client, address) == (301, into.get_absolute_url())


def test_address_of_another_kind_is_not_found(client):
    old, into = FilmFactory(), FilmFactory()
    key = old.pk

    merged(old, into)

    assert client.get(f"/serie/{key}").status_code == 404


def test_survivor_that_nobody_may_see_is_not_told_of(client):
    old, into = FilmFactory(), FilmFactory(visible=False)
    address = old.get_absolute_url()

    merged(old, into)

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/film/999", "/serie/999", "/persoon/999"])
def test_unknown_id_still_helps_to_search(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert Page(answer).attributes("input", name="q") != []


def test_ordinary_page_asks_nothing_about_merges(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    film = FilmFactory()

    with django_assert_max_num_queries(20) as captured:
        client.get(film.get_absolute_url())

    assert [each for each in captured if "merge" in each["sql"]] == []
