"""The counter bar: counted by a job, read by pages."""

import pytest
from django.db import IntegrityError

from catalog.models import Job
from community.counting import renew_counters
from community.models import CounterSnapshot
from news.models import Stage
from tests.factories import (
    ArticleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    UserFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def figures(snapshot):
    return {
        name: getattr(snapshot, name)
        for name in (
            "films",
            "series",
            "seasons",
            "actors",
            "members",
            "votes",
            "articles",
        )
    }


def test_renew_counters_counts_what_everybody_can_see():
    film = FilmFactory()
    hidden_film = FilmFactory(visible=False)
    series = SeriesFactory()
    SeriesFactory(visible=False)
    SeasonFactory(series=series)
    SeasonFactory(series=series, visible=False)
    actor = PersonFactory()
    CreditFactory(title=film, person=actor)
    CreditFactory(title=hidden_film, person=actor)
    CreditFactory(title=film, person__visible=False)
    CreditFactory(title=film, job=Job.DIRECTOR)
    UserFactory()
    UserFactory(is_active=False)
    ScoreFactory(title=film, b7=3)
    ScoreFactory(title=series, b1=2, b10=2)
    ArticleFactory()
    ArticleFactory(stage=Stage.DRAFT)

    snapshot = renew_counters()

    assert figures(snapshot) == {
        "films": 1,
        "series": 1,
        "seasons": 1,
        "actors": 1,
        "members": 1,
        "votes": 7,
        "articles": 1,
    }


def test_renew_counters_of_an_empty_site_counts_nothing():
    assert set(figures(renew_counters()).values()) == {0}


def test_renew_counters_twice_leaves_one_snapshot():
    renew_counters()
    FilmFactory()

    renew_counters()

    assert CounterSnapshot.objects.get().films == 1


def test_second_snapshot_is_refused():
    with pytest.raises(IntegrityError, match='"there_is_one_counter_snapshot"'):
        CounterSnapshot.objects.create(pk=2)


def bar(answer):
    """The text of the counter bar."""
    return Page(answer).text_of("ul", class_="counters__list")


@pytest.mark.parametrize("films", [1, 20])
def test_page_reads_the_counters_in_one_query(client, django_assert_num_queries, films):
    FilmFactory.create_batch(films)
    renew_counters()

    with django_assert_num_queries(1):
        answer = client.get("/huisregels/")

    assert bar(answer).startswith(f"{films} film")


def test_page_shows_large_counters_with_dots(client):
    CounterSnapshot.objects.update(films=175714, votes=9330043, members=1)

    assert bar(client.get("/huisregels/")) == (
        "175.714 films 9.330.043 stemmen 1 lid 0 artikelen 0 series 0 seizoenen"
        " 0 acteurs"
    )


def test_page_of_a_site_that_never_counted_shows_noughts(client):
    assert bar(client.get("/huisregels/")) == (
        "0 films 0 stemmen 0 leden 0 artikelen 0 series 0 seizoenen 0 acteurs"
    )
