"""Edits between two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.proofreading.distance import distance

WORDS = st.text("abcd ", max_size=9)


def plainly(one, other):
    """The same by the definition, step by step."""
    if not one or not other:
        return len(one) + len(other)
    costs = [
        plainly(one[1:], other) + 1,
        plainly(one, other[1:]) + 1,
        plainly(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        costs.append(plainly(one[2:], other[2:]) + 1)
    return min(costs)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("hauer", "hauer", 0),
        ("hauer", "hauser", 1),
        ("hauer", "huaer", 1),
        ("hauer", "huer", 1),
        ("hauer", "houer", 1),
        ("all of us are dead", "all of uss are ded", 2),
        ("hauer", "bervoets", 3),
        ("", "ab", 2),
    ],
)
def test_distance_counts_edits_up_to_one_beyond_the_most(one, other, edits):
    assert distance(one, other, 2) == distance(other, one, 2) == edits


@given(
    st.text("abc", max_size=6),
    st.text("abc", max_size=6),
    st.integers(min_value=0, max_value=3),
)
def test_distance_is_that_of_the_definition(one, other, most):
    assert distance(one, other, most) == min(plainly(one, other), most + 1)


@given(WORDS, WORDS)
def test_distance_is_alike_both_ways_and_none_to_itself(one, other):
    assert distance(one, other, 4) == distance(other, one, 4)
    assert distance(one, one, 4) == 0
