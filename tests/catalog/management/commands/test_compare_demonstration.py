"""`manage.py compare_demonstration`: our facts held against public tables."""

import gzip
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

FACTS = "imdb_id title original_title year directors runtime_min countries"
COLUMNS = {
    "films": f"film_id {FACTS}",
    "series": f"series_id {FACTS}",
    "seasons": "season_id series_id season_number first_aired",
    "credits": "title_id kind person_id role",
    "people": "person_id name",
}


@pytest.fixture
def tables(tmp_path):
    """A folder of tables without a row; `tables(row)` adds one to the films."""

    def write(*films):
        for name, columns in COLUMNS.items():
            rows = [columns.split(), *(films if name == "films" else ())]
            text = "".join("\t".join(row) + "\n" for row in rows)
            with gzip.open(tmp_path / f"{name}.tsv.gz", "wt", encoding="utf-8") as file:
                file.write(text)
        return tmp_path

    return write


def compared(folder):
    out = StringIO()
    call_command("compare_demonstration", folder, stdout=out)
    return out.getvalue()


def test_tables_that_know_none_of_our_titles_differ_in_nothing(tables):
    assert compared(tables()) == "0 differences, each explained.\n"


def test_difference_without_a_reason_fails(tables):
    row = ("1", "tt0096163", "Spoorloos", "", "1999", "George Sluizer", "107", "NL")

    with pytest.raises(CommandError, match="1 differences are not explained"):
        compared(tables(row))


def test_folder_without_tables_is_told(tmp_path):
    with pytest.raises(CommandError, match=r"There is no films\.tsv\.gz in"):
        compared(tmp_path)
