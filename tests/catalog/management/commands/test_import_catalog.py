"""The command: one sentence, or status 2 with one sentence and nothing stored."""

import gzip
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from catalog.imports.staging import staged
from catalog.models import Person, Title
from tests.catalog.imports.conftest import COLUMNS, Tables, film
from tests.catalog.imports.imdb import ImdbTables

pytestmark = pytest.mark.django_db


@pytest.fixture
def tables(tmp_path):
    tables = Tables(tmp_path)
    tables.write("people", {"person_id": "1", "name": "Mies"})
    tables.write("films", film(directors="", title="Été"))
    return tables


def run(tables):
    told = io.StringIO()
    call_command(
        "import_catalog", "open", tables.folder, report=tables.report, stdout=told
    )
    return told.getvalue()


def refusal(folder):
    with pytest.raises(CommandError) as caught:
        call_command("import_catalog", "open", folder)
    assert caught.value.returncode == 2
    assert (Title.objects.count(), Person.objects.count()) == (0, 0)
    assert staged() is None
    return str(caught.value)


def test_command_tells_what_it_did_and_then_that_nothing_changed(tables):
    first, second = run(tables), run(tables)

    assert "1 new films, 0 series, 0 seasons and 1 people; 0 rows rejected" in first
    assert second == "0 changes.\n"


def test_wrong_path_is_refused(tmp_path):
    assert refusal(tmp_path / "no") == f"There is no folder {tmp_path / 'no'}."


def test_missing_file_is_refused(tables):
    path = tables.path("trailers")
    path.unlink()

    assert refusal(tables.folder) == f"There is no file {path}."


def test_truncated_file_is_refused(tables):
    path = tables.path("films")
    path.write_bytes(path.read_bytes()[:-9])

    assert refusal(tables.folder) == f"{path} ends before its end: fetch it again."


def test_file_that_is_not_gzip_is_refused(tables):
    path = tables.path("films")
    path.write_bytes(gzip.decompress(path.read_bytes()))

    assert refusal(tables.folder) == f"{path} is not in gzip, or damaged."


def test_latin_1_is_refused(tables):
    tables.write("films", film(title="Été"), encoding="latin-1")

    expected = f"{tables.path('films')} is not in UTF-8."
    assert refusal(tables.folder) == expected


def test_wrong_header_is_refused(tables):
    tables.write("films", columns=[*COLUMNS["films"][2:], "name"])

    assert refusal(tables.folder) == (
        f"The header of {tables.path('films')} lacks film_id, title:"
        " is this the right file?"
    )


def test_imdb_comes_with_a_word_on_its_licence(tmp_path):
    ImdbTables(tmp_path)
    warned = io.StringIO()

    call_command(
        "import_catalog",
        "imdb",
        tmp_path,
        report=tmp_path / "report.tsv",
        stdout=io.StringIO(),
        stderr=warned,
    )

    assert "personal and non-commercial use only" in warned.getvalue()


def test_pornography_of_tables_that_do_not_tell_it_is_refused(tables):
    with pytest.raises(CommandError, match="do not tell what is pornography"):
        call_command("import_catalog", "open", tables.folder, adult=True)


def test_import_in_a_session_that_has_used_temporary_tables_before(tables):
    with connection.cursor() as cursor:
        cursor.execute("create temporary table before_it on commit drop as select 1")
        cursor.execute("drop table before_it")

    assert "1 new films" in run(tables)
