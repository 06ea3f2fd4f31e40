"""Counting what is read: what counts, what is never lost, what is shown."""

import datetime
import logging
import os
import threading
import time
from contextlib import contextmanager

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Reading, Stage
from news.reading import (
    CANDIDATES,
    KEPT_DAYS,
    MOST_WAITING,
    Tally,
    forget_readings,
    is_machine,
    most_read,
    read_lately,
    tally,
)
from tests.factories import ArticleFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
NOON = "2026-07-01 12:00:00+02:00"
TODAY = datetime.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def nothing_counted():
    tally.flush()
    yield
    tally.flush()


def read(client, address, **headers):
    headers.setdefault("user-agent", FIREFOX)
    return client.get(address, headers=headers)


def numbers():
    tally.flush()
    return list(Reading.objects.order_by("day", "article").values_list("article", "n"))


# What counts


def test_story_that_is_read_counts_on_its_day_in_amsterdam(client):
    article = ArticleFactory(published_at="2026-06-01T12:00:00Z")
    for moment in ("2026-06-30 21:59:59+00:00", "2026-06-30 22:00:00+00:00"):
        with time_machine.travel(moment, tick=False):
            read(client, article.get_absolute_url())

    tally.flush()

    days = Reading.objects.order_by("day").values_list("day", "n")
    assert list(days) == [(datetime.date(2026, 6, 30), 1), (TODAY, 1)]


def test_readings_add_up_over_writes(client):
    article = ArticleFactory()

    for _ in range(2):
        read(client, article.get_absolute_url())
        read(client, article.get_absolute_url())
        tally.flush()

    assert numbers() == [(article.pk, 4)]


def test_reading_writes_nothing_while_somebody_waits(client):
    article = ArticleFactory()

    with CaptureQueriesContext(connection) as queries:
        read(client, article.get_absolute_url())

    said = {query["sql"].partition(" ")[0] for query in queries}
    assert said == {"SELECT"}


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://x/bot.html)"},
        {"user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)"},
        {"user-agent": "curl/8.5.0"},
        {"user-agent": "facebookexternalhit/1.1 preview"},
        {"user-agent": ""},
        {"sec-purpose": "prefetch;prerender"},
    ],
)
def test_machines_and_pages_fetched_in_advance_do_not_count(client, headers):
    read(client, ArticleFactory().get_absolute_url(), **headers)

    assert numbers() == []


def test_only_whole_answers_of_visible_stories_count(client):
    article = ArticleFactory(headline="Kop")
    draft = ArticleFactory(stage=Stage.DRAFT)
    gone = ArticleFactory(stage=Stage.WITHDRAWN)
    first = read(client, article.get_absolute_url())
    tally.flush()
    Reading.objects.all().delete()

    client.head(article.get_absolute_url(), headers={"user-agent": FIREFOX})
    again = read(client, article.get_absolute_url(), **{"if-none-match": first["ETag"]})
    read(client, f"/nieuws/oude-kop-{article.pk}")
    read(client, draft.get_absolute_url())
    read(client, "/nieuws/")
    with pytest.raises(Exception, match="withdrawal"):
        read(client, gone.get_absolute_url())

    assert again.status_code == 304
    assert numbers() == []


@pytest.mark.parametrize("agent", [FIREFOX, "Mozilla/5.0 (Linux; CUBOT NOTE 20)"])
def test_browser_is_no_machine(agent):
    assert not is_machine(agent)


# What is never lost


def test_counts_wait_while_the_database_is_away_and_it_is_told_once(caplog):
    article, own = ArticleFactory(), Tally(seconds=0)
    own.add(article.pk)
    with away(), caplog.at_level(logging.ERROR):
        own.flush()
        own.add(article.pk)
        own.flush()

    own.flush()

    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert Reading.objects.get().n == 2


@contextmanager
def away():
    """The table is away, as far as this transaction is concerned."""
    with connection.cursor() as cursor:
        cursor.execute("alter table news_reading rename to news_away")
        cursor.execute("savepoint here")
        yield
        cursor.execute("rollback to savepoint here")
        cursor.execute("alter table news_away rename to news_reading")


def test_counts_that_wait_are_bounded():
    own = Tally(seconds=0)

    for number in range(MOST_WAITING + 50):
        own.add(number)
    own.add(0)

    assert len(own._counts) == MOST_WAITING
    assert own._counts.most_common(1)[0][1] == 2


def test_story_that_was_deleted_keeps_nothing_from_being_written():
    article, gone = ArticleFactory(), ArticleFactory()
    for each in (article, gone):
        tally.add(each.pk)
    gone.delete()

    assert numbers() == [(article.pk, 1)]


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_lose_nothing():
    articles = [ArticleFactory().pk for _ in range(20)]
    tallies = [Tally(seconds=0) for _ in range(4)]

    def work(own, keys):
        try:
            for _ in range(15):
                for key in keys:
                    own.add(key)
                own.flush()
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(own, articles[:: 1 if even else -1]))
        for own, even in zip(tallies, [True, False] * 2, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [own._counts for own in tallies] == [{}] * 4
    assert set(Reading.objects.values_list("n", flat=True)) == {60}
    assert Reading.objects.count() == 20


@pytest.mark.django_db(transaction=True)
def test_thread_writes_by_itself_and_leaves_no_connection():
    article, own = ArticleFactory(), Tally(seconds=0.05)
    own.add(article.pk)

    deadline = time.monotonic() + 10
    while not Reading.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    own.seconds = 3600
    time.sleep(0.2)

    assert Reading.objects.get().n == 1
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
            " and query ilike '%news_reading%'"
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db(transaction=True)
def test_process_that_forks_and_its_child_each_count_their_own():
    article, own = ArticleFactory(), Tally(seconds=0)
    own.add(article.pk)

    child = os.fork()
    if child == 0:
        own.add(article.pk)
        own._write_last()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    own.flush()

    assert Reading.objects.get().n == 2


# What is shown


def reading(n, *, days_ago=0, **story):
    article = ArticleFactory(published_at="2026-06-01T12:00:00Z", **story)
    day = TODAY - datetime.timedelta(days=days_ago)
    Reading.objects.create(article=article, day=day, n=n)
    return article


def test_most_read_of_a_day_are_its_visible_stories_best_first():
    second, first = reading(3), reading(9)
    reading(99, stage=Stage.DRAFT)
    reading(99, days_ago=1)

    assert most_read(TODAY, 5) == [first, second]
    assert most_read(TODAY, 1) == [first]
    assert most_read(TODAY - datetime.timedelta(days=9), 5) == []


def test_read_lately_adds_today_to_yesterday():
    both, today, yesterday = reading(4), reading(6), reading(5, days_ago=1)
    Reading.objects.create(article=both, day=TODAY - datetime.timedelta(days=1), n=4)
    reading(99, days_ago=2)
    reading(99, stage=Stage.WITHDRAWN)

    with time_machine.travel(NOON, tick=False):
        found = list(read_lately())

    assert found == [both, today, yesterday]
    assert [story.times_read for story in found] == [8, 6, 5]


def test_most_read_is_found_by_its_index_however_much_was_read():
    articles = ArticleFactory.create_batch(3)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into news_reading (article_id, day, n)"
            " select %s, date '2020-01-01' + step, step from generate_series(1, 3000)"
            " as step",
            [articles[0].pk],
        )
        cursor.execute("analyze news_reading")

    plan = Reading.objects.best_of(TODAY)[:CANDIDATES].explain()

    assert "reading_best_of_day" in plan
    assert "Sort" not in plan


def test_what_is_old_is_forgotten():
    today = timezone.localdate()
    for days in (0, KEPT_DAYS, KEPT_DAYS + 1):
        Reading.objects.create(
            article=ArticleFactory(), day=today - datetime.timedelta(days=days), n=1
        )

    assert forget_readings() == 1
    assert Reading.objects.count() == 2


# Pages


def test_page_of_the_most_read_tells_them_in_order_and_how_they_are_counted(client):
    reading(3, headline="Tweede"), reading(9, headline="Eerste")

    with time_machine.travel(NOON, tick=False):
        page = Page(client.get("/nieuws/meest-gelezen/"))

    assert page.texts("h2")[:2] == ["Eerste", "Tweede"]
    assert "bij benadering" in page.text


def test_page_without_readings_says_so(client):
    assert "Er is nog niets geteld" in Page(client.get("/nieuws/meest-gelezen/")).text


def test_front_page_has_the_most_read_once_there_are_any(client):
    before = Page(client.get("/")).text
    reading(3, headline="Veel gelezen")

    with time_machine.travel(NOON, tick=False):
        after = Page(client.get("/"))

    assert "Meest gelezen" not in before
    assert after.texts("h2")[0] == "Meest gelezen"
    assert after.links.count("/nieuws/meest-gelezen/") == 1


@pytest.mark.parametrize("count", [1, 3, 25])
def test_most_read_cost_the_same_queries_however_many(
    client, django_assert_num_queries, count
):
    for _ in range(count):
        reading(3)

    with time_machine.travel(NOON, tick=False):
        with django_assert_num_queries(2):
            client.get("/nieuws/meest-gelezen/")
        with django_assert_num_queries(8):
            client.get("/")
