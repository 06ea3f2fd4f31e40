"""Several people in a sentence."""

import pytest

from moviemeter.templatetags.people import linked
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["A"], '<a href="/persoon/1-a">A</a>'),
        (
            ["A", "B", "C"],
            '<a href="/persoon/1-a">A</a>, <a href="/persoon/2-b">B</a>'
            ' en <a href="/persoon/3-c">C</a>',
        ),
    ],
)
def test_linked_people_stand_in_a_dutch_enumeration(names, written):
    people = [
        PersonFactory(pk=number, name=name) for number, name in enumerate(names, 1)
    ]

    assert linked(people) == written


def test_linked_name_is_escaped():
    person = PersonFactory(pk=1, name="<b>\"'&")

    assert linked([person]) == ('<a href="/persoon/1-b">&lt;b&gt;&quot;&#x27;&amp;</a>')
