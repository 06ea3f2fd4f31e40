"""Marks for numbers, in a byte each."""

from hypothesis import given
from hypothesis import strategies as st

from catalog.imports.flags import Flags


@given(st.dictionaries(st.integers(0, 200_000), st.integers(1, 255), max_size=20))
def test_flags_give_back_what_was_set_and_nothing_elsewhere(marks):
    flags = Flags()

    for number, mark in marks.items():
        flags.set(number, mark)

    around = {near for number in marks for near in (number, number + 1)}
    assert {number: flags.get(number) for number in around} == {
        number: marks.get(number, 0) for number in around
    }
