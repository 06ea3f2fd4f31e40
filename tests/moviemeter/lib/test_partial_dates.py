"""Dates of which the day or the month may be unknown."""

from datetime import date

import pytest

from moviemeter.lib.partial_dates import PartialDate, Precision, partial_date


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1944-01-23", "23 januari 1944"),
        ("1944-01", "januari 1944"),
        ("1944", "1944"),
    ],
)
def test_partial_date_is_written_as_far_as_it_is_known(text, written):
    assert str(PartialDate.parse(text)) == written


@pytest.mark.parametrize("text", ["1944-01-23", "1944-01", "1944", "0001"])
def test_iso_of_a_parsed_date_is_the_text_it_came_from(text):
    assert PartialDate.parse(text).iso == text


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "44",
        "1944-1-23",
        "1944-13",
        "1944-02-30",
        "1944-00",
        "1944-01-23-01",
        "23-01-1944",
        "19a4",
        "1944/01/23",
        "0000",
        " 944",
    ],
)
def test_parse_refuses_what_is_no_date(odd):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(odd)


def test_parse_exact_keeps_the_precision_beside_the_date():
    known = PartialDate.parse_exact("1944-01-01", Precision.YEAR)

    assert (known.iso, known.year) == ("1944", 1944)


def test_partial_date_of_two_columns_is_none_where_nothing_is_known():
    assert partial_date(None, "day") is None


def test_partial_date_of_two_columns_joins_them():
    assert partial_date(date(1944, 1, 1), "month") == PartialDate.parse("1944-01")
