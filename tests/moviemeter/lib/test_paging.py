"""Paging by key: forward, backward, and from odd places."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.models import Person, Title
from moviemeter.lib.paging import Page, page_of
from tests.factories import FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db

ORDER = ["sort_key", "id"]


def people_page(query="", size=3):
    return page_of(Person.objects.all(), order=ORDER, query=QueryDict(query), size=size)


def walk(step, *, size):
    """Every page's ids, from the first by `after` or from the last by `before`."""
    pages, query = [], ""
    while True:
        page = people_page(query, size)
        pages.append([person.pk for person in page.rows])
        place = getattr(page, step)
        if place is None:
            return pages
        query = f"{'na' if step == 'after' else 'voor'}={place}"


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    names=st.lists(st.sampled_from("aabbcé"), min_size=1, max_size=9),
    size=st.integers(min_value=1, max_value=4),
)
def test_walking_forward_meets_every_row_once_and_in_order(names, size):
    Person.objects.all().delete()
    Person.objects.bulk_create(Person(name=name) for name in names)

    met = [pk for page in walk("after", size=size) for pk in page]

    assert met == list(Person.objects.order_by(*ORDER).values_list("pk", flat=True))


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    names=st.lists(st.sampled_from("aabbcé"), min_size=2, max_size=9),
    size=st.integers(min_value=1, max_value=4),
)
def test_walking_backward_meets_every_earlier_row_once(names, size):
    Person.objects.all().delete()
    Person.objects.bulk_create(Person(name=name) for name in names)
    everybody = list(Person.objects.order_by(*ORDER).values_list("pk", flat=True))
    met, query = [], f"voor={everybody[-1]}"

    while query:
        page = people_page(query, size)
        met = [person.pk for person in page.rows] + met
        query = f"voor={page.before}" if page.before else ""

    assert met == everybody[:-1]


def test_first_page_names_no_page_before_it():
    people = [PersonFactory(name=name) for name in "abcd"]

    page = people_page()

    assert (page.before, page.after) == (None, people[2].pk)


def test_last_page_names_no_page_after_it():
    people = [PersonFactory(name=name) for name in "abcd"]

    page = people_page(f"na={people[2].pk}")

    assert page.rows == [people[3]]
    assert (page.before, page.after) == (people[3].pk, None)


def test_first_page_reached_backwards_names_no_page_before_it():
    people = [PersonFactory(name=name) for name in "abcd"]

    page = people_page(f"voor={people[3].pk}")

    assert page.rows == people[:3]
    assert (page.before, page.after) == (None, people[2].pk)


@pytest.mark.parametrize(
    "query",
    [
        "na=0",
        "na=-1",
        "na=abc",
        "na=",
        "na=1.5",
        "na=999999999",
        "na=99999999999999999999999999",
        "voor=abc",
        "voor=0",
        "na=%00",
        "na=1&na=abc",
        "na=١",
    ],
)
def test_odd_or_unknown_place_gives_the_first_page(query):
    people = [PersonFactory(name=name) for name in "abcd"]

    page = people_page(query)

    assert page.rows == people[:3]
    assert page.before is None


def test_place_that_is_not_in_this_list_gives_the_first_page():
    here = FilmFactory(year=2000)
    hidden = FilmFactory(year=2001, visible=False)

    page = page_of(
        Title.objects.visible(),
        order=Title.NEWEST_FIRST,
        query=QueryDict(f"na={hidden.pk}"),
        size=3,
    )

    assert page.rows == [here]


def test_two_places_at_once_count_as_the_first():
    people = [PersonFactory(name=name) for name in "abcd"]

    page = people_page(f"na={people[0].pk}&voor={people[3].pk}")

    assert page.rows == people[1:]


def test_empty_list_gives_an_empty_page_without_neighbours():
    page = people_page()

    assert (bool(page), page.before, page.after) == (False, None, None)


@pytest.mark.parametrize("count", [2, 4, 9])
@pytest.mark.parametrize("query", ["", "na={}", "voor={}"])
def test_page_costs_one_query_wherever_it_is(count, query, django_assert_num_queries):
    people = [PersonFactory(name=f"naam {number}") for number in range(count)]
    middle = people[count // 2 - (query != "voor={}")]

    with django_assert_num_queries(1):
        assert people_page(query.format(middle.pk))


def test_page_behind_the_last_row_is_empty():
    people = [PersonFactory(name=name) for name in "abc"]

    page = people_page(f"na={people[-1].pk}")

    assert page == Page([])
