"""The staging tables, and how a row of each sort stands in its table."""

import json
from collections.abc import Callable
from typing import Any

from catalog.imports.source import (
    AlternativeRow,
    CreditRow,
    PersonRow,
    ReleaseRow,
    Row,
    ThingRow,
    TitleRow,
    TrailerRow,
)
from moviemeter.lib.partial_dates import PartialDate
from moviemeter.lib.text import filed_person, filed_title, fold

LONGEST_DERIVED = 400  # Letters, as DerivedCharField cuts.

# Unlogged: a crash of the server empties them all alike, the stage's mark as well.
TABLES = {
    "import_stage": "source text, fingerprint text",
    "import_note": "sort text, file text, line integer, reason text",
    "import_title": (
        "file text, line integer, kind text, key text, name text, original_name text,"
        " language text, year smallint, end_year smallint, minutes smallint[],"
        " genres text[], countries text[], outside_ids jsonb, series_key text,"
        " season_number smallint, episode_count smallint,"
        ' sort_key text collate "C", search_key text collate "C"'
    ),
    "import_alternative": (
        "file text, line integer, title_key text, name text, language text,"
        ' country text, kind text, search_key text collate "C"'
    ),
    "import_release": (
        "file text, line integer, title_key text, country text, kind text,"
        " released_on date, precision text"
    ),
    "import_person": (
        "file text, line integer, key text, name text, outside_ids jsonb,"
        " born_on date, born_precision text, died_on date, died_precision text,"
        " birthplace text, birthplace_key text, birth_country text,"
        " if_credited boolean,"
        ' sort_key text collate "C", search_key text collate "C"'
    ),
    "import_credit": (
        "file text, line integer, title_key text, person_key text, job text,"
        " position smallint, character text, character_key text, is_voice boolean"
    ),
    "import_trailer": (
        "file text, line integer, title_key text, site text, key text, language text"
    ),
    "import_thing": "file text, line integer, key text, name text, country text",
}

Values = tuple[Any, ...]  # Any: values of any column


def _title_values(row: TitleRow) -> Values:
    filed = filed_title(row.name, row.language)
    searched = fold(row.name)
    return (
        row.kind.value,
        row.key,
        row.name,
        row.original_name,
        row.language,
        row.year,
        row.end_year,
        list(row.minutes),
        list(row.genres),
        list(row.countries),
        _ids(row.outside_ids),
        row.series_key,
        row.season_number,
        row.episode_count,
        (searched if filed == row.name else fold(filed))[:LONGEST_DERIVED],
        searched[:LONGEST_DERIVED],
    )


def _alternative_values(row: AlternativeRow) -> Values:
    return (
        row.title_key,
        row.name,
        row.language,
        row.country,
        row.kind.value,
        fold(row.name)[:LONGEST_DERIVED],
    )


def _release_values(row: ReleaseRow) -> Values:
    return (row.title_key, row.country, row.kind.value, *_date(row.date))


def _person_values(row: PersonRow) -> Values:
    return (
        row.key,
        row.name,
        _ids(row.outside_ids),
        *_date(row.born),
        *_date(row.died),
        "",
        row.birthplace_key,
        row.birth_country,
        row.if_credited,
        fold(filed_person(row.name))[:LONGEST_DERIVED],
        fold(row.name)[:LONGEST_DERIVED],
    )


def _credit_values(row: CreditRow) -> Values:
    return (
        row.title_key,
        row.person_key,
        row.job.value,
        row.position,
        row.character,
        row.character_key,
        row.is_voice,
    )


def _trailer_values(row: TrailerRow) -> Values:
    return row.title_key, row.site, row.key, row.language


def _thing_values(row: ThingRow) -> Values:
    return row.key, row.name, row.country


def _ids(outside_ids: dict[str, str]) -> str:
    return json.dumps(outside_ids) if outside_ids else "{}"


def _date(known: PartialDate | None) -> tuple[Any, str]:  # Any: a day or nothing
    return (known.date, known.precision.value) if known else (None, "day")


# Any: each function takes the sort of row that it stands beside.
STAGED: dict[type[Row], tuple[str, Callable[[Any], Values]]] = {
    TitleRow: ("import_title", _title_values),
    AlternativeRow: ("import_alternative", _alternative_values),
    ReleaseRow: ("import_release", _release_values),
    PersonRow: ("import_person", _person_values),
    CreditRow: ("import_credit", _credit_values),
    TrailerRow: ("import_trailer", _trailer_values),
    ThingRow: ("import_thing", _thing_values),
}
