"""A title's stored result."""

from decimal import Decimal

import pytest

from catalog.models import Score
from moviemeter.lib.notation import decimals


def test_score_without_votes_has_no_mean():
    score = Score()

    assert (score.n, score.mean, score.buckets) == (0, None, [0] * 10)


def test_score_of_four_votes_has_no_mean_yet():
    assert Score(n=4, sum=40, b10=4).mean is None


def test_score_of_five_votes_has_a_mean_in_stars():
    assert Score(n=5, sum=37, b7=3, b8=2).mean == Decimal("3.7")


@pytest.mark.parametrize(
    ("score", "written"),
    [
        (Score(n=5, sum=5, b1=5), "0,50"),
        (Score(n=5, sum=50, b10=5), "5,00"),
        (Score(n=8, sum=59, b7=5, b8=3), "3,69"),
    ],
)
def test_mean_is_written_with_two_decimals(score, written):
    assert decimals(score.mean) == written
