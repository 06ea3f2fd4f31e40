"""Pages over a whole catalogue: as many queries as ever, and no table read through."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Country, Film, Genre, Person, Season, Series, Title
from tests.imported import reading

pytestmark = pytest.mark.imported

# Rows that one step of a plan may touch, where tables have hundreds of thousands.
MOST_ROWS = 6_000
# These do not grow with the catalogue.
MAY_BE_SCANNED = {
    "catalog_genre",
    "catalog_country",
    "community_countersnapshot",
}
LISTS = [
    "/",
    "/film/",
    "/serie/",
    "/persoon/",
    "/persoon/?vanaf=m",
    "/genre/",
    "/genre/drama/",
    "/genre/roadmovie/",
    "/land/",
    "/land/nederland/",
    "/land/ijsland/",
    "/jaar/",
    "/jaar/1988/",
    "/decennium/1980/",
    "/zoeken?q=zwarte+boek&in=films",
    "/zoeken?q=jan+de&in=personen",
]
# Every row that holds the word is read and ranked, from an index.
COMMON_WORDS = ["/zoeken?q=and", "/zoeken?q=the"]
# Of each sort the one with the most on its page.
RICHEST = {
    # By somebody who directed more than one: those stand on its page as well.
    Film: "select title_id from catalog_credit c join catalog_title t"
    " on t.id = c.title_id where kind = 'film' and title_id in (select min(title_id)"
    " from catalog_credit where job = 'director' group by person_id"
    " having count(*) > 1) group by 1 order by count(*) desc, 1 limit 1",
    Series: "select series_id from catalog_title where kind = 'season'"
    " group by 1 order by count(*) desc limit 1",
    Season: "select max(id) from catalog_title where kind = 'season' and series_id ="
    " (select series_id from catalog_title where kind = 'season'"
    " group by 1 order by count(*) desc limit 1)",
    Person: "select person_id from catalog_credit group by 1"
    " order by count(*) desc limit 1",
}


def asked(client, address):
    """The queries of a page, which must be there to read."""
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return [query["sql"] for query in captured]


def richest():
    """Addresses of the film, series, season and person with the most to show."""
    found = []
    for model, query in RICHEST.items():
        with connection.cursor() as cursor:
            cursor.execute(query)
            (pk,) = cursor.fetchone()
        found.append(model.objects.get(pk=pk).get_absolute_url())
    return [*found, f"{found[0]}/medewerkers"]


def deep_pages():
    """Addresses of pages behind the row that stands in the middle of each list."""
    drama, nl = Genre.objects.get(name="drama"), Country.objects.get(code="NL")
    rows = Title.objects.filter(kind__in=("film", "series"))
    lists = {
        "/film/": rows.filter(kind="film"),
        "/serie/": rows.filter(kind="series"),
        "/genre/drama/": rows.filter(genre_rows__genre=drama),
        "/land/nederland/": rows.filter(country_rows__country=nl),
        "/jaar/1988/": rows.filter(year=1988),
    }
    pages = []
    for address, titles in lists.items():
        middle = titles.newest_first()[titles.count() // 2]
        pages += [f"{address}?na={middle.pk}", f"{address}?voor={middle.pk}"]
    someone = Person.objects.order_by("sort_key")[60_000]
    return [*pages, f"/persoon/?na={someone.pk}"]


def read_through(query, most):
    """Where the query's plan reads much of a table that grows, in words."""
    with connection.cursor() as cursor:
        cursor.execute(f"explain (analyze, format json) {query}")
        (told,) = cursor.fetchone()
    plan = (json.loads(told) if isinstance(told, str) else told)[0]["Plan"]
    return [words for node in nodes(plan) if (words := too_much(node, most))]


def nodes(plan):
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def too_much(node, most):
    """What is wrong with a step of a plan; nothing where all is well."""
    table = node.get("Relation Name")
    if table is None or table in MAY_BE_SCANNED:
        return ""
    rows = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    rows += node.get("Rows Removed by Index Recheck", 0)
    rows = round(rows * node["Actual Loops"])
    with connection.cursor() as cursor:
        cursor.execute(
            "select reltuples from pg_class where oid = to_regclass(%s)", [table]
        )
        (size,) = cursor.fetchone()
    scans = node["Node Type"] == "Seq Scan" and size > MOST_ROWS
    return (
        f"{node['Node Type']}: {rows} rows of {table}" if (scans or rows > most) else ""
    )


def problems(client, addresses, most=MOST_ROWS):
    return {
        (address, re.sub(r"\s+", " ", query)[:300]): found
        for address in addresses
        for query in asked(client, address)
        if query.startswith("SELECT") and (found := read_through(query, most))
    }


def test_no_list_reads_through_a_table(client, imported):
    assert problems(client, LISTS) == {}


def test_no_search_for_a_common_word_reads_through_a_table(client, imported):
    assert problems(client, COMMON_WORDS, most=100_000) == {}


def test_no_deep_page_reads_through_a_table(client, imported):
    assert problems(client, deep_pages()) == {}


def test_no_title_or_person_reads_through_a_table(client, imported):
    assert problems(client, richest()) == {}


def test_pages_ask_as_often_as_those_of_the_demonstration(
    client, catalogues, django_db_blocker
):
    counts = []
    with django_db_blocker.unblock():
        for name in catalogues:
            with reading(name):
                pages = [*LISTS, *COMMON_WORDS, *richest()]
                names = [*LISTS, *COMMON_WORDS, *RICHEST, "credits"]
                asks = [len(asked(client, page)) for page in pages]
                counts.append(dict(zip(names, asks, strict=True)))

    assert counts[0] == counts[1]


def test_counter_bar_tells_the_true_totals(client, imported):
    html = client.get("/").content.decode()

    counted = {
        kind: Title.objects.filter(kind=kind, visible=True).count()
        for kind in ("film", "series", "season")
    }
    assert counted["film"] > 150_000
    for number in counted.values():
        assert f"{number:,}".replace(",", ".") in html
