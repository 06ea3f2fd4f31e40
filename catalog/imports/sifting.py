"""What is staged made whole, and rows taken out that cannot be stored, with a note."""

# What was staged points at things by key: their names take its place.
NAMES = (
    "create index on import_thing (key)",
    "analyze import_thing",
    (
        "update import_person p set birthplace = t.name, birth_country = t.country"
        " from import_thing t where t.key = p.birthplace_key"
    ),
    (
        "update import_credit c set character = t.name"
        " from import_thing t where t.key = c.character_key and c.character = ''"
    ),
)
INDEXES = (
    "create index on import_title (key)",
    "create index on import_person (key)",
    "create index on import_credit (title_key)",
)
ANALYZE = (
    "analyze import_note, import_title, import_alternative, import_release,"
    " import_person, import_credit, import_trailer"
)
# A season may be there only because of what is told of it: its series comes first.
_UNKNOWN_TITLE = (
    "delete from {table} r where not exists"
    " (select from import_title t where t.key = r.title_key)"
    " returning r.file, r.line, 'unknown title ' || r.title_key"
)
_SECOND = (
    "delete from {table} r using ("
    " select ctid, row_number() over (partition by {same} order by file, line, ctid)"
    " as place from {table}) as f where f.ctid = r.ctid and f.place > 1"
    " returning r.file, r.line, {reason}"
)
# Each takes rows out that cannot be stored, and returns where they stood and why.
CHECKS = (
    _SECOND.format(
        table="import_person",
        same="key",
        reason="'person ' || r.key || ' was there before'",
    ),
    _SECOND.format(
        table="import_title", same="key", reason="r.key || ' was there before'"
    ),
    (
        "delete from import_title r where kind = 'season' and not exists"
        " (select from import_title t where t.key = r.series_key and t.kind = 'series')"
        " returning r.file, r.line, 'unknown title ' || r.series_key"
    ),
    (
        "delete from import_title r using ("
        " select ctid, row_number() over"
        " (partition by series_key, season_number order by file, line) as place"
        " from import_title where kind = 'season') as f"
        " where f.ctid = r.ctid and f.place > 1 returning r.file, r.line,"
        " 'season ' || r.season_number || ' of ' || r.series_key || ' was there before'"
    ),
    _UNKNOWN_TITLE.format(table="import_credit"),
    (
        "delete from import_credit r where not exists"
        " (select from import_person p where p.key = r.person_key)"
        " returning r.file, r.line, 'unknown person ' || r.person_key"
    ),
    _SECOND.format(
        table="import_credit",
        same="title_key, person_key, job, character",
        reason="'the same credit was there before'",
    ),
    _UNKNOWN_TITLE.format(table="import_trailer"),
    _SECOND.format(
        table="import_trailer",
        same="title_key, site, key",
        reason="'the same trailer was there before'",
    ),
    _UNKNOWN_TITLE.format(table="import_alternative"),
    _UNKNOWN_TITLE.format(table="import_release"),
)
# Not worth a note: nobody misses them.
UNTOLD = (
    # The same name again, as in two countries; that it is Dutch tells most.
    (
        "delete from import_alternative r using ("
        " select ctid, row_number() over (partition by title_key, name"
        " order by language <> 'nl', country is null, file, line, ctid) as place"
        " from import_alternative) as f"
        " where f.ctid = r.ctid and f.place > 1"
    ),
    (
        "delete from import_alternative a using import_title t"
        " where t.key = a.title_key and a.name in (t.name, t.original_name)"
    ),
    # A country's first release of a kind, the best known day of it.
    (
        "delete from import_release r using ("
        " select ctid, row_number() over (partition by title_key, country, kind"
        " order by extract(year from released_on), precision = 'year',"
        " precision = 'month', released_on, file, line) as place"
        " from import_release) as f where f.ctid = r.ctid and f.place > 1"
    ),
    (
        "delete from import_person p where if_credited and not exists"
        " (select from import_credit c where c.person_key = p.key)"
    ),
)
# An outside id means one title: the first of the input that has it.
OUTSIDE_IDS = """
    create unlogged table import_{noun}_id as
    select key, file, line, source, value,
        row_number() over (partition by source, value order by file, line, key) as place
    from import_{noun}, jsonb_each_text(outside_ids) as ids (source, value)
    where outside_ids <> '{{}}'
"""
SECOND_USES = """
    with second as (delete from import_{noun}_id where place > 1 returning *)
    insert into import_note
    select 'left out', file, line, source || ' id ' || value || ' was there before'
    from second
"""
# Of one name and year; or of one name, where neither has a year.
LIKELY_DOUBLES = """
    insert into import_note
    select 'likely double', min(file), min(line),
        min(name) || coalesce(' (' || year || ')', '') || ': '
        || string_agg(key, ', ' order by file, line)
    from import_title where kind <> 'season'
    group by kind, search_key, lower(name), year having count(*) > 1
"""


def sifting_steps() -> list[str]:
    """Every statement in order; a row that a check takes out becomes a note."""
    told = [
        f"with bad (file, line, reason) as ({check})"  # noqa: S608 - our own text
        " insert into import_note select 'rejected', file, line, reason from bad"
        for check in CHECKS
    ]
    steps = [*INDEXES, *NAMES, ANALYZE, *told, *UNTOLD]
    for noun in ("title", "person"):
        steps += [OUTSIDE_IDS.format(noun=noun), SECOND_USES.format(noun=noun)]
    return [*steps, LIKELY_DOUBLES, "analyze import_title_id, import_person_id"]
