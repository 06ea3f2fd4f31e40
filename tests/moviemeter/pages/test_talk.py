"""How much people talk about a story, on its card, its page and the front page."""

import datetime

import pytest
from django.utils import timezone

from moviemeter.pages.talk import most_discussed
from news.models import AboutTitle
from tests.factories import ArticleFactory, FilmFactory, ThreadFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "1 reactie"), (2, "2 reacties"), (14_000, "14.000 reacties")],
)
def test_card_and_page_tell_how_many_comments_a_story_has(client, count, told):
    story = ThreadFactory(comment_count=count).article
    film = FilmFactory()
    AboutTitle.objects.create(article=story, title=film)

    for address in ("/", "/nieuws/", story.get_absolute_url(), film.get_absolute_url()):
        assert told in Page(client.get(address)).text


def test_story_that_nobody_talked_about_tells_nothing_of_it(client):
    story = ArticleFactory()
    ThreadFactory(comment_count=0)

    for address in ("/", "/nieuws/", story.get_absolute_url()):
        assert "reactie" not in Page(client.get(address)).text


def test_front_page_lists_what_is_talked_about_most(client):
    few = ThreadFactory(comment_count=3).article
    many = ThreadFactory(comment_count=30).article
    ArticleFactory()

    page = Page(client.get("/"))

    assert most_discussed(most=6) == [many, few]
    assert "Meest besproken" in page.texts("h2")


def test_front_page_has_no_list_before_people_talk(client):
    ArticleFactory()

    assert "Meest besproken" not in Page(client.get("/")).texts("h2")


def test_old_hidden_and_coming_stories_are_not_in_the_list():
    now = timezone.now()
    for moment in (now - datetime.timedelta(days=15), now + datetime.timedelta(days=1)):
        ThreadFactory(comment_count=9, article__published_at=moment)
    ThreadFactory(comment_count=9, article__stage="withdrawn")

    assert most_discussed(most=6) == []


@pytest.mark.parametrize("count", [1, 12])
def test_list_costs_one_query(django_assert_num_queries, count):
    ThreadFactory.create_batch(count, comment_count=2)

    with django_assert_num_queries(1):
        most_discussed(most=6)
