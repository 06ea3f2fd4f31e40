"""What was written, kept by the source's key: an import knows its own work by it."""

from catalog.imports.sets import SETS

_TITLE_FIELDS = {
    "name": "s.name",
    "language": "s.language",
    "original_name": "s.original_name",
    "year": "coalesce(s.year::text, '')",
    "end_year": "coalesce(s.end_year::text, '')",
    "episode_count": "coalesce(s.episode_count::text, '')",
}
_PERSON_FIELDS = {
    "name": "s.name",
    "birthplace": "s.birthplace",
    "birth_country": "coalesce(s.birth_country, '')",
    "born": "coalesce(s.born_on || ' ' || s.born_precision, '')",
    "died": "coalesce(s.died_on || ' ' || s.died_precision, '')",
}
# The name and the language of a title are open together.
_OPEN_WITH = {"language": "name"}
_WRITTEN = """
    create temporary table written_{noun} on commit drop as
    select f.key, f.{noun}_id, f.written as before, f.written
        || jsonb_strip_nulls(jsonb_build_object({fields}))
        || coalesce(ids.told, '{{}}') as written
    from {found} f
    join import_{noun} s on s.key = f.key
    left join {opened} o on o.key = f.key
    left join (
        select i.key, jsonb_object_agg('id ' || i.source, i.value) as told
        from import_{noun}_id i join {found} g on g.key = i.key
        join catalog_{noun}outsideid x
            on x.{noun}_id = g.{noun}_id and x.source = i.source and x.value = i.value
        group by i.key
    ) as ids on ids.key = f.key
    {sets}
    where f.{noun}_id is not null
"""
_KEEP = """
    insert into catalog_imported{noun} as i (source, key, {noun}_id, written)
    select %(source)s, key, {noun}_id, written from written_{noun}
    where before is distinct from written order by {noun}_id
    on conflict (source, key) do update set written = excluded.written
"""


def remembering_steps() -> list[str]:
    """Every statement, in order; they leave written_title and written_person behind."""
    digests = [
        f"'{rows.name}', case when {rows.name}.digest"
        f" <> coalesce(f.written->>'{rows.name}', '') then {rows.name}.digest end"
        for rows in SETS
    ]
    title = {
        "noun": "title",
        "found": "import_found",
        "opened": "import_open",
        "fields": ", ".join([*_told(_TITLE_FIELDS), *digests]),
        "sets": " ".join(
            f"left join changed_{rows.name} as {rows.name} on {rows.name}.key = f.key"
            for rows in SETS
        ),
    }
    person = {
        "noun": "person",
        "found": "import_known",
        "opened": "import_open_person",
        "fields": ", ".join(_told(_PERSON_FIELDS)),
        "sets": "",
    }
    return [
        step.format(**each) for each in (title, person) for step in (_WRITTEN, _KEEP)
    ]


def _told(fields: dict[str, str]) -> list[str]:
    """Each field that was written anew; null, which is dropped, where it was not."""
    return [
        f"'{name}', case when (f.made or o.{_OPEN_WITH.get(name, name)})"
        f" and {value} <> coalesce(f.written->>'{name}', '') then {value} end"
        for name, value in fields.items()
    ]
