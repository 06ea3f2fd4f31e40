"""What differs between two states, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.history.comparing import compare
from catalog.models import Person, Title
from catalog.models.revision import State, revisions_of

FIELDS = {
    "id": 1,
    "kind": "film",
    "name": "Spoorloos",
    "original_name": "",
    "language": "nl",
    "sort_name": "",
    "year": 1988,
    "end_year": None,
    "season_number": None,
    "episode_count": None,
    "kijkwijzer_age": "",
    "kijkwijzer_grounds": [],
    "kijkwijzer_source": "",
    "visible": True,
    "series_id": None,
    "poster_id": None,
}
CREDIT = {
    "id": 5,
    "person_id": 3,
    "person": "Johanna ter Steege",
    "job": "actor",
    "character": "Saskia",
    "is_voice": False,
    "position": 0,
}


def state(rows=None, names=None, **fields):
    return State(FIELDS | fields, rows if rows is not None else {}, names or {})


def told(old, new):
    """Mark, label and both sides of all that differs."""
    found = compare(Title, old, new)
    rows = [(each, group.label) for group in found.rows for each in group.changes]
    return [(each.mark, each.label, each.old, each.new) for each in found.fields] + [
        (each.mark, label, each.old, each.new) for each, label in rows
    ]


def test_states_that_are_alike_have_no_difference():
    assert not compare(Title, state(), state())


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ({"year": 1988}, {"year": 1989}, ("changed", "Jaar", "1988", "1989")),
        ({"year": None}, {"year": 1989}, ("added", "Jaar", "–", "1989")),
        ({"year": 1988}, {"year": None}, ("gone", "Jaar", "1988", "–")),
        (
            {"visible": True},
            {"visible": False},
            ("changed", "Zichtbaar voor iedereen", "ja", "nee"),
        ),
        (
            {"kijkwijzer_age": ""},
            {"kijkwijzer_age": "12"},
            ("added", "Kijkwijzerleeftijd", "–", "vanaf 12 jaar"),
        ),
        (
            {"kijkwijzer_grounds": ["geweld"]},
            {"kijkwijzer_grounds": ["geweld", "angst"]},
            ("changed", "Kijkwijzergronden", "geweld", "geweld, angst"),
        ),
        (
            {"poster_id": None},
            {"poster_id": 4, "names": {"poster": "Een brug"}},
            ("added", "Affiche", "–", "Een brug"),
        ),
        ({"poster_id": None}, {"poster_id": 4}, ("added", "Affiche", "–", "#4")),
    ],
)
def test_field_is_told_by_its_dutch_name_and_value(old, new, difference):
    assert told(state(**old), state(**new)) == [difference]


def test_rows_are_told_as_added_gone_and_changed():
    other = CREDIT | {"id": 6, "person_id": 4, "person": "Gene Bervoets"}
    third = CREDIT | {"id": 7, "person_id": 5, "person": "Bernard-Pierre Donnadieu"}

    found = told(
        state({"credits": [CREDIT, other]}),
        state({"credits": [CREDIT | {"character": "Saskia Wagter"}, third]}),
    )

    first = "Johanna ter Steege · rolverdeling · rol: Saskia"
    assert found == [
        ("changed", "Medewerkers", first, f"{first} Wagter"),
        ("gone", "Medewerkers", "Gene Bervoets · rolverdeling · rol: Saskia", "–"),
        (
            "added",
            "Medewerkers",
            "–",
            "Bernard-Pierre Donnadieu · rolverdeling · rol: Saskia",
        ),
    ]


def test_row_that_only_moved_tells_its_places():
    found = told(
        state({"credits": [CREDIT]}), state({"credits": [CREDIT | {"position": 2}]})
    )

    assert [(old[-8:], new[-8:]) for _, _, old, new in found] == [
        ("plaats 1", "plaats 3")
    ]


def test_row_that_was_made_anew_with_another_value_is_one_change():
    plot = {"id": 1, "language": "nl", "text": "Oud", "author": "A", "licence": "own"}

    found = told(
        state({"plots": [plot]}), state({"plots": [plot | {"id": 9, "text": "Nieuw"}]})
    )

    assert [mark for mark, *_ in found] == ["changed"]


def test_state_from_before_rows_were_kept_says_so():
    old = State(FIELDS, None, {})

    found = compare(Title, old, state({"credits": [CREDIT]}, year=1999))

    assert (found.rows_unknown, len(found.fields), found.rows) == (True, 1, [])


def test_sentences_say_what_changed_in_a_few_words():
    other = CREDIT | {"id": 6, "person_id": 4}

    found = compare(
        Title, state({"credits": []}), state({"credits": [CREDIT, other]}, year=1999)
    )

    assert found.sentences == ["Jaar: 1988 → 1999", "Medewerkers: 2 toegevoegd"]


def test_dates_are_told_in_dutch():
    revisions = revisions_of(Person)
    fields = {column.attname: None for column in revisions.tracked}
    born = revisions.cls._meta.get_field("born_on").to_python("1944-01-23")

    found = compare(
        Person, State(fields, {}, {}), State(fields | {"born_on": born}, {}, {})
    )

    assert [change.new for change in found.fields] == ["23 januari 1944"]


rows = st.lists(
    st.builds(
        lambda number, place, role: (
            CREDIT
            | {"id": number, "person_id": number % 7, "position": place}
            | {"character": role}
        ),
        st.integers(1, 20),
        st.integers(0, 5),
        st.sampled_from(["", "A", "B"]),
    ),
    max_size=12,
    unique_by=lambda row: row["id"],
)


@given(rows, rows)
def test_comparison_loses_and_invents_no_row(old, new):
    found = compare(Title, state({"credits": old}), state({"credits": new}))

    marks = [change.mark for group in found.rows for change in group.changes]
    changed = marks.count("changed")
    assert len(old) - len(new) == marks.count("gone") - marks.count("added")
    assert changed + marks.count("gone") <= len(old)
    assert changed + marks.count("added") <= len(new)


@given(rows)
def test_rows_differ_not_from_themselves_in_any_order(old):
    assert not compare(
        Title, state({"credits": old}), state({"credits": [*reversed(old)]})
    )
