"""People: names, dates, addresses."""

import datetime

import pytest

from catalog.models import Person
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_person_is_filed_under_the_main_part_of_the_name():
    person = PersonFactory(name="Carice van Houten")

    assert (person.filed_name, person.sort_key, person.search_key) == (
        "Houten, Carice van",
        "houten carice van",
        "carice van houten",
    )


def test_person_with_a_sort_name_is_filed_under_it():
    person = PersonFactory(name="Bong Joon-ho", sort_name="Bong Joon-ho")

    assert person.sort_key == "bong joon ho"


def test_address_of_a_person_has_id_and_slug():
    person = PersonFactory(name="Carice van Houten")

    assert person.get_absolute_url() == f"/persoon/{person.pk}-carice-van-houten"


@pytest.mark.parametrize(
    ("born", "died", "years"),
    [
        (None, None, ""),
        ("1944-01-23", None, "1944"),
        ("1944-01-23", "2019-07-19", "1944-2019"),
    ],
)
def test_years_of_a_person(born, died, years):
    person = PersonFactory(born_on=born, died_on=died)
    person.refresh_from_db()

    assert person.years == years


def test_birthday_is_only_of_those_whose_day_is_known():
    day = datetime.date(1944, 1, 1)
    known = PersonFactory(born_on=day)
    PersonFactory(born_on=day, born_precision="year")
    PersonFactory(born_on=day, born_precision="month")
    PersonFactory(born_on=datetime.date(1944, 1, 2))

    assert list(Person.objects.born_on_day(1, 1)) == [known]
