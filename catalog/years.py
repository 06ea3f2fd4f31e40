"""Years from which there is something to see."""

from django.db import connection

from catalog.models import Kind
from catalog.models.title import EARLIEST_YEAR, LATEST_YEAR

# One probe of an index for each year: the same few hundred, however many titles.
YEARS_WITH_TITLES = """
select each_year from generate_series(%s::int, %s::int) as each_year
where exists (
    select from catalog_title
    where newest_first = -each_year and visible and kind in (%s, %s)
)
order by each_year desc
"""


def years_with_titles() -> list[int]:
    """Every year with a visible film or series, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            YEARS_WITH_TITLES, [EARLIEST_YEAR, LATEST_YEAR, Kind.FILM, Kind.SERIES]
        )
        return [year for (year,) in cursor.fetchall()]
