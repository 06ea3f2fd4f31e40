"""Which title or person a staged row is: by key, by outside id, or a new one."""

# Each makes or completes `import_found` (titles) and `import_known` (people), tables of
# one transaction. %(source)s is the source's name; %(titles)s and %(people)s are the
# sequences of ids. Without an id a row is of what an editor removed here, or another
# row of the source is it already: nothing is made of it.
FIND_TITLES = (
    """
    create temporary table import_found on commit drop as
    select s.key, s.kind, s.series_key, s.season_number, i.title_id,
        false as made, i.id is not null as known,
        coalesce(i.is_second, false) as second,
        coalesce(i.written, '{}'::jsonb) as written
    from import_title s
    left join catalog_importedtitle i on i.source = %(source)s and i.key = s.key
    """,
    "create index on import_found (key)",
    "create index on import_found (title_id)",
    # IMDb is asked first; what another row of the source already is stays that.
    """
    with matches as (
        select distinct on (f.key) f.key, t.id
        from import_found f
        join import_title_id o on o.key = f.key
        join catalog_titleoutsideid x on x.source = o.source and x.value = o.value
        join catalog_title t on t.id = x.title_id and t.kind = f.kind
        where not f.known
        order by f.key, o.source <> 'imdb', o.source
    ), single as (
        select distinct on (id) key, id from matches m
        where not exists (select from import_found g where g.title_id = m.id)
        order by id, key
    )
    update import_found f set title_id = single.id from single where f.key = single.key
    """,
    """
    update import_found f set title_id = new.id, made = true from (
        select key, nextval(%(titles)s) as id from (
            select f.key from import_found f join import_title s on s.key = f.key
            where not f.known and f.title_id is null and f.kind <> 'season'
            order by s.file, s.line
        ) as ordered
    ) as new where f.key = new.key
    """,
    """
    update import_found f set title_id = single.id from (
        select distinct on (t.id) t.id, c.key from import_found c
        join import_found p on p.key = c.series_key
        join catalog_title t
            on t.series_id = p.title_id and t.season_number = c.season_number
        where c.kind = 'season' and not c.known
            and not exists (select from import_found g where g.title_id = t.id)
        order by t.id, c.key
    ) as single where f.key = single.key
    """,
    """
    update import_found f set title_id = new.id, made = true from (
        select key, nextval(%(titles)s) as id from (
            -- Two series of the source that were merged here may both have it.
            select distinct on (p.title_id, f.season_number) f.key, s.file, s.line
            from import_found f
            join import_title s on s.key = f.key
            join import_found p on p.key = f.series_key and p.title_id is not null
            where f.kind = 'season' and not f.known and f.title_id is null
                and not exists (
                    select from catalog_title t where t.series_id = p.title_id
                        and t.season_number = f.season_number
                )
            order by p.title_id, f.season_number, s.file, s.line
        ) as single order by file, line
    ) as new where f.key = new.key
    """,
    "analyze import_found",
)
# Somebody of the same name, credited for the same title, is the same person.
FIND_PEOPLE = (
    """
    create temporary table import_known on commit drop as
    select s.key, i.person_id, false as made, i.id is not null as known,
        coalesce(i.is_second, false) as second,
        coalesce(i.written, '{}'::jsonb) as written
    from import_person s
    left join catalog_importedperson i on i.source = %(source)s and i.key = s.key
    """,
    "create index on import_known (key)",
    "create index on import_known (person_id)",
    """
    with matches as (
        select k.key, x.person_id, 0 as place from import_known k
        join import_person_id o on o.key = k.key
        join catalog_personoutsideid x on x.source = o.source and x.value = o.value
        where not k.known
        union all
        select k.key, p.id, 1 from import_known k
        join import_person s on s.key = k.key
        join import_credit c on c.person_key = k.key
        join import_found f on f.key = c.title_key and not f.made
        join catalog_credit ours on ours.title_id = f.title_id
        join catalog_person p on p.id = ours.person_id and p.name = s.name
        where not k.known
    ), single as (
        select distinct on (person_id) key, person_id from (
            select distinct on (key) key, person_id from matches
            order by key, place, person_id
        ) as best
        where not exists
            (select from import_known g where g.person_id = best.person_id)
        order by person_id, key
    )
    update import_known k set person_id = single.person_id
    from single where k.key = single.key
    """,
    """
    update import_known k set person_id = new.id, made = true from (
        select key, nextval(%(people)s) as id from (
            select k.key from import_known k join import_person s on s.key = k.key
            where not k.known and k.person_id is null order by s.file, s.line
        ) as ordered
    ) as new where k.key = new.key
    """,
    "analyze import_known",
)
# Of two keys of the source that a merge made one title, one leads; the other was needed
# to find its seasons' series, and writes nothing.
SET_SECOND_TITLES_ASIDE = "update import_found set title_id = null where second"
# Both keys of one person may be credited for one title, for one and the same job.
DROP_SECOND_CREDITS = """
    delete from import_credit c using import_known k
    where c.person_key = k.key and k.second and exists (
        select from import_credit o join import_known other on other.key = o.person_key
        where o.title_key = c.title_key and o.job = c.job and o.character = c.character
            and other.person_id = k.person_id and other.key <> k.key
            and (not other.second or other.key < k.key)
    )
"""
# A new title beside one of the same name and year that the source does not know.
DOUBLES = """
    with others as materialized (
        select t.id, t.kind, t.search_key, lower(t.name) as name, t.year
        from catalog_title t where t.kind <> 'season'
            and not exists (select from import_found g where g.title_id = t.id)
    )
    insert into import_note
    select 'likely double', s.file, s.line,
        s.name || coalesce(' (' || s.year || ')', '') || ': ' || s.key || ', '
        || 'in the catalogue as ' || min(t.id)
    from import_found f join import_title s on s.key = f.key
    join others t on t.kind = f.kind and t.search_key = s.search_key
        and t.name = lower(s.name) and t.year is not distinct from s.year
    where f.made
    group by s.file, s.line, s.name, s.year, s.key
"""
