"""What a title has many of, stored set by set where nobody else touched the set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleSet:
    """Rows of one table; `columns` beside title_id, and the query that wants them.

    The query gives title_id and the columns in their order.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    wanted: str

    @property
    def statements(self) -> tuple[str, ...]:
        """Find the changed sets, empty them, fill them."""
        listed = ", ".join(self.columns)
        cells = ", ".join(f"{column}::text" for column in self.columns)
        parts = {
            "name": self.name,
            "table": self.table,
            "columns": listed,
            "wanted": self.wanted,
            # A row in words; the separator cannot be typed into a form.
            "words": f"concat_ws(E'\\x1f', {cells})",
        }
        return tuple(step.format(**parts) for step in _STEPS)


# A set is open while its digest is what the import wrote last, at first nothing.
_STEPS = (
    "create temporary table wanted_{name} on commit drop as {wanted}",
    """
    create temporary table changed_{name} on commit drop as
    with wanted as (
        select title_id, md5(string_agg({words}, E'\\x1e' order by {words})) as digest
        from wanted_{name} group by title_id
    ), stored as (
        select title_id, md5(string_agg({words}, E'\\x1e' order by {words})) as digest
        from {table} where title_id in (select title_id from import_found)
        group by title_id
    )
    select f.title_id, f.key, coalesce(wanted.digest, '') as digest,
        coalesce(stored.digest, '') <> coalesce(wanted.digest, '') as differs
    from import_found f
    left join wanted on wanted.title_id = f.title_id
    left join stored on stored.title_id = f.title_id
    where f.title_id is not null
        and coalesce(stored.digest, '') = coalesce(f.written->>'{name}', '')
    """,
    """
    delete from {table} where title_id in
    (select title_id from changed_{name} where differs)
    """,
    """
    insert into {table} (title_id, {columns})
    select title_id, {columns} from wanted_{name}
    where title_id in (select title_id from changed_{name} where differs)
    """,
)
STORES_AT = (2, 3)  # The steps whose rows are changes of the catalogue.

SETS = (
    TitleSet(
        "durations",
        "catalog_duration",
        ("minutes", "note", "position"),
        "select f.title_id, told.minutes::integer as minutes, '' as note,"
        " told.place - 1 as position"
        " from import_found f join import_title s on s.key = f.key,"
        " unnest(s.minutes) with ordinality as told (minutes, place)"
        " where f.title_id is not null order by f.title_id, told.place",
    ),
    TitleSet(
        "genres",
        "catalog_titlegenre",
        ("genre_id", "position"),
        "select f.title_id, g.id as genre_id, told.place - 1 as position"
        " from import_found f join import_title s on s.key = f.key,"
        " unnest(s.genres) with ordinality as told (name, place)"
        " join catalog_genre g on g.name = told.name where f.title_id is not null"
        " order by f.title_id, told.place",
    ),
    TitleSet(
        "countries",
        "catalog_titlecountry",
        ("country_id", "position"),
        "select f.title_id, told.code as country_id, told.place - 1 as position"
        " from import_found f join import_title s on s.key = f.key,"
        " unnest(s.countries) with ordinality as told (code, place)"
        " where f.title_id is not null order by f.title_id, told.place",
    ),
    TitleSet(
        "alternatives",
        "catalog_alternativetitle",
        ("name", "language", "country_id", "kind", "search_key"),
        "select f.title_id, s.name, s.language, s.country as country_id, s.kind,"
        " s.search_key from import_found f"
        " join import_alternative s on s.title_key = f.key"
        " where f.title_id is not null order by f.title_id, s.file, s.line",
    ),
    TitleSet(
        "releases",
        "catalog_release",
        ("country_id", "kind", "released_on", "precision"),
        "select f.title_id, s.country as country_id, s.kind, s.released_on,"
        " s.precision from import_found f"
        " join import_release s on s.title_key = f.key"
        " where f.title_id is not null order by f.title_id, s.released_on",
    ),
    TitleSet(
        "trailers",
        "catalog_trailer",
        ("site", "key", "name", "language", "position"),
        "select f.title_id, s.site, s.key, '' as name, s.language, row_number()"
        " over (partition by f.title_id order by s.line) - 1 as position"
        " from import_found f join import_trailer s on s.title_key = f.key"
        " where f.title_id is not null",
    ),
    TitleSet(
        "credits",
        "catalog_credit",
        ("person_id", "job", '"character"', "is_voice", "position"),
        "select f.title_id, k.person_id, c.job, c.character, c.is_voice,"
        " c.position from import_credit c"
        " join import_found f on f.key = c.title_key and f.title_id is not null"
        " join import_known k on k.key = c.person_key and k.person_id is not null"
        " order by f.title_id, c.job, c.position, c.line",
    ),
)
