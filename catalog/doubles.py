"""Finding pairs of titles and of people that may be one and the same.

A job fills the tables of likely doubles; the desk reads no more than a page of them.
"""

from dataclasses import dataclass

from django.db import connection, models, transaction

from catalog.models import (
    LikelyPersonDouble,
    LikelyTitleDouble,
    NotPersonDouble,
    NotTitleDouble,
)
from catalog.models.double import LikelyDouble, NotDouble

LOCK = 0x646F75626C65  # Names the lock of whoever looks for doubles.
# Joins over whole tables; without it they go to disk.
WORK_MEMORY = "64MB"

# Names that fold to nothing, as «…», say nothing. A title in its own script is not
# folded by the database, so there capitals alone make no difference.
TITLES = """
    with pairs as (
        select a.id as first, b.id as second, case
            when a.year = b.year then 'same-year'
            when a.year is null and b.year is null then 'no-year'
            else 'year-apart' end as likeness
        from catalog_title a
        join catalog_title b on b.search_key = a.search_key and b.kind = a.kind
            and b.id > a.id
        where a.kind <> 'season' and a.search_key <> ''
            and (abs(a.year - b.year) <= 1 or a.year is null and b.year is null)
        union all
        select least(a.id, b.id), greatest(a.id, b.id), 'original-name'
        from catalog_title a
        join catalog_title b on b.kind = a.kind and b.id <> a.id
            and abs(a.year - b.year) <= 1
            and lower(a.original_name) in (lower(b.original_name), lower(b.name))
        where a.kind <> 'season' and a.original_name <> ''
    )
    select first, second, likeness, array_position(
            array['same-year', 'original-name', 'no-year', 'year-apart'], likeness
        ) + case when exists (
            select from catalog_titleoutsideid x join catalog_titleoutsideid y
                on y.source = x.source and y.title_id = second
            where x.title_id = first
        ) then {doubtful} else 0 end as place
    from pairs
"""
PEOPLE = """
    with named as (
        select id, search_key, born_on from (
            select id, search_key, born_on, count(*) over (partition by search_key) as n
            from catalog_person where search_key <> ''
        ) as p where n > 1
    ), credited as (
        select distinct n.id, n.search_key, n.born_on, c.title_id
        from named n join catalog_credit c on c.person_id = n.id
    ), pairs as (
        select a.id as first, b.id as second, 'same-birth' as likeness
        from named a join named b on b.search_key = a.search_key
            and b.born_on = a.born_on and b.id > a.id
        union all
        select a.id, b.id, 'same-title'
        from credited a join credited b on b.title_id = a.title_id
            and b.search_key = a.search_key and b.id > a.id
        where a.born_on is null or b.born_on is null
    )
    select first, second, likeness, array_position(
            array['same-birth', 'same-title'], likeness
        ) + case when exists (
            select from catalog_personoutsideid x join catalog_personoutsideid y
                on y.source = x.source and y.person_id = second
            where x.person_id = first
        ) then {doubtful} else 0 end as place
    from pairs
"""
FIND = """
    create temporary table found_double on commit drop as
    select distinct on (first, second) first, second, likeness, place
    from ({pairs}) as p
    where not exists (select from {apart} n
        where n.first_id = p.first and n.second_id = p.second)
    order by first, second, place
"""
FORGET = """
    delete from {likely} l where not exists (select from found_double f
        where (f.first, f.second, f.likeness, f.place)
            = (l.first_id, l.second_id, l.likeness, l.place))
"""
KEEP = """
    insert into {likely} (first_id, second_id, likeness, place, found_at)
    select first, second, likeness, place, now() from found_double
    order by place, first, second
    on conflict (first_id, second_id) do nothing
"""


@dataclass(frozen=True, slots=True)
class Found:
    """How many likely doubles there are now."""

    titles: int
    people: int


def find_doubles() -> Found:
    """Look through all titles and people, and have the tables hold what was found.

    Pairs that somebody told apart stay away. Who looks at the same time waits.
    """
    return Found(
        titles=_find(TITLES, LikelyTitleDouble, NotTitleDouble),
        people=_find(PEOPLE, LikelyPersonDouble, NotPersonDouble),
    )


def tell_apart(pair: LikelyDouble, *, by: models.Model) -> NotDouble:
    """Remember that the two are two; the pair is not shown again."""
    apart = NotTitleDouble if isinstance(pair, LikelyTitleDouble) else NotPersonDouble
    with transaction.atomic():
        told, _ = apart._default_manager.get_or_create(
            first_id=pair.first_id,  # type: ignore[attr-defined]  # of every pair
            second_id=pair.second_id,  # type: ignore[attr-defined]  # as above
            defaults={"decided_by_id": by.pk},
        )
        pair.delete()
    return told


@transaction.atomic
def _find(pairs: str, likely: type[LikelyDouble], apart: type[NotDouble]) -> int:
    tables = {"likely": likely._meta.db_table, "apart": apart._meta.db_table}
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(f"set local work_mem = '{WORK_MEMORY}'")
        wanted = pairs.format(doubtful=LikelyDouble.DOUBTFUL)
        cursor.execute(FIND.format(pairs=wanted, **tables))
        found = int(cursor.rowcount)
        cursor.execute(FORGET.format(**tables))
        cursor.execute(KEEP.format(**tables))
        cursor.execute("drop table found_double")
    return found
