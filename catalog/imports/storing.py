"""Staged titles and people put into their own tables, where nobody else wrote."""

# What was written is kept per field in `written`. A field is open to the import while
# it holds what the import wrote last, which at first is nothing. A title's name decides
# with its language, since both make the sort key; a sort title owns all three.

MAKE_TITLES = """
    insert into catalog_title (id, kind, name, original_name, language, sort_name, year,
        end_year, series_id, season_number, episode_count, kijkwijzer_age,
        kijkwijzer_grounds, kijkwijzer_source, visible, sort_key, search_key)
    select f.title_id, s.kind, s.name, s.original_name, s.language, '', s.year,
        s.end_year, p.title_id, s.season_number, s.episode_count, '', '{}', '', true,
        s.sort_key, s.search_key
    from import_found f
    join import_title s on s.key = f.key
    left join import_found p on p.key = f.series_key
    where f.made order by f.title_id
"""
# Years that would contradict each other stay as they are.
OPEN_TITLES = """
    create temporary table import_open on commit drop as
    select key, id, name, original_name, episode_count,
        year and fits as year, end_year and fits as end_year
    from (
        select *, coalesce(
            case when end_year then new_end else old_end end
            >= case when year then new_year else old_year end, true) as fits
        from (
            select f.key, t.id,
                t.sort_name = '' and t.name = coalesce(f.written->>'name', '')
                    and t.language = coalesce(f.written->>'language', '') as name,
                t.original_name
                    = coalesce(f.written->>'original_name', '') as original_name,
                coalesce(t.episode_count::text, '')
                    = coalesce(f.written->>'episode_count', '') as episode_count,
                coalesce(t.year::text, '') = coalesce(f.written->>'year', '') as year,
                coalesce(t.end_year::text, '')
                    = coalesce(f.written->>'end_year', '') as end_year,
                t.year as old_year, t.end_year as old_end,
                s.year as new_year, s.end_year as new_end
            from import_found f
            join import_title s on s.key = f.key
            join catalog_title t on t.id = f.title_id
            where not f.made
        ) as told
    ) as fitting
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
            case when o.year then s.year else t.year end as year,
            case when o.end_year then s.end_year else t.end_year end as end_year,
            case when o.episode_count then s.episode_count
                else t.episode_count end as episode_count
        from import_open o
        join import_title s on s.key = o.key
        join catalog_title t on t.id = o.id
    )
    update catalog_title t set name = w.name, language = w.language,
        sort_key = w.sort_key, search_key = w.search_key,
        original_name = w.original_name, year = w.year, end_year = w.end_year,
        episode_count = w.episode_count
    from wanted w where w.id = t.id
        and (t.name, t.language, t.sort_key, t.search_key, t.original_name, t.year,
            t.end_year, t.episode_count)
        is distinct from
        (w.name, w.language, w.sort_key, w.search_key, w.original_name, w.year,
            w.end_year, w.episode_count)
"""
MAKE_PEOPLE = """
    insert into catalog_person (id, name, sort_name, born_on, born_precision, died_on,
        died_precision, birthplace, birth_country_id, visible, sort_key, search_key)
    select k.person_id, s.name, '', s.born_on, s.born_precision, s.died_on,
        s.died_precision, s.birthplace, s.birth_country, true, s.sort_key, s.search_key
    from import_known k join import_person s on s.key = k.key
    where k.made order by k.person_id
"""
# A death before the birth, both known to the day, is taken from nobody.
OPEN_PEOPLE = """
    create temporary table import_open_person on commit drop as
    select key, id, name, birthplace, birth_country,
        born and fits as born, died and fits as died
    from (
        select *, coalesce(
            case when died then new_died else old_died end
            >= case when born then new_born else old_born end
            or case when died then died_known else died_was_known end <> 'day'
            or case when born then born_known else born_was_known end <> 'day',
            true) as fits
        from (
            select k.key, p.id,
                p.sort_name = '' and p.name = k.written->>'name' as name,
                p.birthplace = coalesce(k.written->>'birthplace', '') as birthplace,
                coalesce(p.birth_country_id, '')
                    = coalesce(k.written->>'birth_country', '') as birth_country,
                coalesce(p.born_on || ' ' || p.born_precision, '')
                    = coalesce(k.written->>'born', '') as born,
                coalesce(p.died_on || ' ' || p.died_precision, '')
                    = coalesce(k.written->>'died', '') as died,
                p.born_on as old_born, p.died_on as old_died,
                s.born_on as new_born, s.died_on as new_died,
                p.born_precision as born_was_known, s.born_precision as born_known,
                p.died_precision as died_was_known, s.died_precision as died_known
            from import_known k
            join import_person s on s.key = k.key
            join catalog_person p on p.id = k.person_id
            where not k.made and not k.second
        ) as told
    ) as fitting
"""
CHANGE_PEOPLE = """
    with wanted as (
        select p.id,
            case when o.name then s.name else p.name end as name,
            case when o.name then s.sort_key else p.sort_key end as sort_key,
            case when o.name then s.search_key else p.search_key end as search_key,
            case when o.born then s.born_on else p.born_on end as born_on,
            case when o.born then s.born_precision
                else p.born_precision end as born_precision,
            case when o.died then s.died_on else p.died_on end as died_on,
            case when o.died then s.died_precision
                else p.died_precision end as died_precision,
            case when o.birthplace then s.birthplace
                else p.birthplace end as birthplace,
            case when o.birth_country then s.birth_country
                else p.birth_country_id end as birth_country_id
        from import_open_person o
        join import_person s on s.key = o.key
        join catalog_person p on p.id = o.id
    )
    update catalog_person p set name = w.name, sort_key = w.sort_key,
        search_key = w.search_key, born_on = w.born_on,
        born_precision = w.born_precision, died_on = w.died_on,
        died_precision = w.died_precision, birthplace = w.birthplace,
        birth_country_id = w.birth_country_id
    from wanted w where w.id = p.id
        and (p.name, p.sort_key, p.search_key, p.born_on, p.born_precision, p.died_on,
            p.died_precision, p.birthplace, p.birth_country_id)
        is distinct from
        (w.name, w.sort_key, w.search_key, w.born_on, w.born_precision, w.died_on,
            w.died_precision, w.birthplace, w.birth_country_id)
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
