"""A story appears at its moment everywhere, without anything having run."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from community.counting import renew_counters
from community.models import CounterSnapshot
from news.models import Stage
from tests.factories import ArticleFactory, PictureFactory

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PLACES = (
    "/",
    "/nieuws/",
    "/nieuws/rubriek/nieuws/",
    "/feeds/nieuws.atom",
    "/feeds/rubriek/nieuws.rss",
    "/sitemap-artikelen-0.xml",
    "/nieuws-sitemap.xml",
)


def kept(answer):
    """For how many seconds anybody may keep the answer."""
    return int(answer["Cache-Control"].partition("max-age=")[2])


def local(text):
    """A moment by Amsterdam's clock; of an hour that comes twice the first."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


@pytest.mark.parametrize(
    "moment",
    [
        local("2026-07-01 09:00"),
        local("2026-12-31 23:30"),
        # The night without an hour between two and three, and the one with two.
        local("2026-03-29 01:59"),
        local("2026-03-29 02:30"),
        local("2026-03-29 03:00"),
        local("2026-10-25 02:30"),
        local("2026-10-25 02:30") + timedelta(hours=1),
        local("2026-10-25 03:00"),
    ],
    ids=str,
)
def test_story_is_everywhere_at_its_moment_and_no_page_is_kept_beyond(client, moment):
    earlier = ArticleFactory(published_at=moment - timedelta(hours=3))
    story = ArticleFactory(headline="Op het uur", published_at=moment)
    address = story.get_absolute_url()
    renew_counters()

    for seconds in (30, 1):
        with time_machine.travel(moment - timedelta(seconds=seconds), tick=False):
            assert client.get(address).status_code == 404
            for place in (*PLACES, earlier.get_absolute_url()):
                answer = client.get(place)
                assert address.encode() not in answer.content, place
                assert kept(answer) == seconds, place

    with time_machine.travel(moment, tick=False):
        assert client.get(address).status_code == 200
        for place in PLACES:
            assert address.encode() in client.get(place).content, place


def test_what_is_kept_longer_ends_with_the_day_on_which_a_licence_ends(client):
    picture = PictureFactory(social_card="cards/a.jpg", ends_on="2026-03-29")
    with time_machine.travel(local("2026-03-29 23:59:10"), tick=False):
        ArticleFactory(picture=picture)

        answer = client.get("/feeds/nieuws.atom")

        assert b"cards/a.jpg" in answer.content
        assert [kept(client.get(place)) for place in PLACES] == [50] * len(PLACES)
    with time_machine.travel(local("2026-03-30 00:00"), tick=False):
        assert b"cards/a.jpg" not in client.get("/feeds/nieuws.atom").content


def test_empty_feed_ends_with_the_first_story(client):
    moment = local("2026-07-01 09:00")
    ArticleFactory(published_at=moment)

    with time_machine.travel(moment - timedelta(seconds=7), tick=False):
        assert kept(client.get("/feeds/nieuws.atom")) == 7
        assert kept(client.get("/robots.txt")) == 7


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.REVIEW, Stage.WITHDRAWN])
def test_story_that_will_not_appear_shortens_nothing(client, stage):
    moment = local("2026-07-01 09:00")
    ArticleFactory(published_at=moment, stage=stage)

    with time_machine.travel(moment - timedelta(seconds=7), tick=False):
        assert kept(client.get("/nieuws/")) == 60


def test_page_during_which_a_story_appears_is_not_kept(client):
    """Whether the page has the story depends on which of its queries came first."""
    moment = local("2026-07-01 09:00")
    ArticleFactory(published_at=moment)

    with time_machine.travel(moment - timedelta(milliseconds=1), tick=True):
        assert kept(client.get("/nieuws/")) == 0


def test_page_of_a_site_that_never_counted_ends_in_time_as_well(client):
    moment = local("2026-07-01 09:00")
    ArticleFactory(published_at=moment)
    CounterSnapshot.objects.all().delete()

    with time_machine.travel(moment - timedelta(seconds=7), tick=False):
        assert kept(client.get("/nieuws/")) == 7


@pytest.mark.parametrize("place", ["/huisregels/", "/feeds/nieuws.atom"])
def test_next_moment_costs_no_query(client, django_assert_num_queries, place):
    ArticleFactory()
    ArticleFactory(published_at=datetime.now(UTC) + timedelta(seconds=9))

    with django_assert_num_queries(1):
        answer = client.get(place)

    assert kept(answer) <= 9
