"""Staged titles and people put into their own tables, where nobody else wrote."""

# What was written is kept per field in `written`. A field is open to the import while
# it holds what the import wrote last, which at first is nothing. The name decides with
# the language, since both make the sort key; whoever set a sort title owns all three.

MAKE_TITLES = """
    insert into catalog_title (id, kind, name, original_name, language, sort_name, year,
        series_id, season_number, kijkwijzer_age, kijkwijzer_grounds, kijkwijzer_source,
        visible, sort_key, search_key)
    select f.title_id, s.kind, s.name, s.original_name, s.language, '', s.year,
        p.title_id, s.season_number, '', '{}', '', true, s.sort_key, s.search_key
    from import_found f
    join import_title s on s.key = f.key
    left join import_found p on p.key = f.series_key
    where f.made order by f.title_id
"""
OPEN_TITLES = """
    create temporary table import_open on commit drop as
    select f.key, t.id,
        t.sort_name = '' and t.name = coalesce(f.written->>'name', '')
            and t.language = coalesce(f.written->>'language', '') as name,
        t.original_name = coalesce(f.written->>'original_name', '') as original_name,
        coalesce(t.year::text, '') = coalesce(f.written->>'year', '')
            and (t.end_year is null or s.year <= t.end_year) as year
    from import_found f
    join import_title s on s.key = f.key
    join catalog_title t on t.id = f.title_id
    where not f.made
"""
CHANGE_TITLES = """
    with wanted as (
        select t.id,
            case when o.name then s.name else t.name end as name,
            case when o.name then s.language else t.language end as language,
            case when o.name then s.sort_key else t.sort_key end as sort_key,
            case when o.name then s.search_key else t.search_key end as search_key,
            case when o.original_name then s.original_name
                else t.original_name end as original_name,
            case when o.year then s.year else t.year end as year
        from import_open o
        join import_title s on s.key = o.key
        join catalog_title t on t.id = o.id
    )
    update catalog_title t set name = w.name, language = w.language,
        sort_key = w.sort_key, search_key = w.search_key,
        original_name = w.original_name, year = w.year
    from wanted w where w.id = t.id
        and (t.name, t.language, t.sort_key, t.search_key, t.original_name, t.year)
        is distinct from
        (w.name, w.language, w.sort_key, w.search_key, w.original_name, w.year)
"""
REMEMBER_TITLE_FIELDS = """
    update import_found f set written = f.written
        || case when f.made or o.name
            then jsonb_build_object('name', s.name, 'language', s.language)
            else '{}' end
        || case when f.made or o.original_name
            then jsonb_build_object('original_name', s.original_name) else '{}' end
        || case when f.made or o.year
            then jsonb_build_object('year', coalesce(s.year::text, '')) else '{}' end
    from import_title s left join import_open o on o.key = s.key
    where s.key = f.key and f.title_id is not null
"""
MAKE_PEOPLE = """
    insert into catalog_person (id, name, sort_name, born_precision, died_precision,
        birthplace, visible, sort_key, search_key)
    select k.person_id, s.name, '', 'day', 'day', '', true, s.sort_key, s.search_key
    from import_known k join import_person s on s.key = k.key
    where k.made order by k.person_id
"""
CHANGE_PEOPLE = """
    update catalog_person p
    set name = s.name, sort_key = s.sort_key, search_key = s.search_key
    from import_known k join import_person s on s.key = k.key
    where p.id = k.person_id and not k.made and not k.second and p.sort_name = ''
        and p.name = k.written->>'name' and p.name <> s.name
"""
REMEMBER_PEOPLE_FIELDS = """
    update import_known k set written = k.written || jsonb_build_object('name', s.name)
    from import_person s, catalog_person p
    where s.key = k.key and p.id = k.person_id
        and (k.made or p.name = s.name and k.written ? 'name')
"""
# An id of the import's own gives way to a new one; an id of somebody else stays.
CHANGE_IDS = """
    delete from catalog_{noun}outsideid x using {found} f, import_{noun}_id o
    where x.{noun}_id = f.{noun}_id and o.key = f.key and o.source = x.source
        and f.written->>('id ' || x.source) = x.value and o.value <> x.value
"""
MAKE_IDS = """
    insert into catalog_{noun}outsideid ({noun}_id, source, value)
    select f.{noun}_id, o.source, o.value
    from {found} f join import_{noun}_id o on o.key = f.key
    where f.{noun}_id is not null and not exists (
        select from catalog_{noun}outsideid x
        where x.{noun}_id = f.{noun}_id and x.source = o.source
    ) and not coalesce(f.written->>('id ' || o.source) = o.value, false)
    order by f.{noun}_id, o.source
    on conflict (source, value) do nothing
"""
REMEMBER_IDS = """
    update {found} f set written = f.written || ids.told from (
        select o.key, jsonb_object_agg('id ' || o.source, o.value) as told
        from import_{noun}_id o join {found} g on g.key = o.key
        join catalog_{noun}outsideid x
            on x.{noun}_id = g.{noun}_id and x.source = o.source and x.value = o.value
        group by o.key
    ) as ids where ids.key = f.key
"""
REMEMBER = """
    insert into catalog_imported{noun} as i (source, key, {noun}_id, written)
    select %(source)s, f.key, f.{noun}_id, f.written
    from {found} f where f.{noun}_id is not null order by f.{noun}_id
    on conflict (source, key) do update set written = excluded.written
    where i.written <> excluded.written
"""
