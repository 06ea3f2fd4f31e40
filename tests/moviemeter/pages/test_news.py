"""Lists of stories: by month, rubric, tag and author, a page at a time."""

import pytest

from news.models import Rubric
from tests.factories import ArticleFactory, PictureFactory, TagFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


def test_month_holds_the_stories_of_amsterdams_calendar(client):
    ArticleFactory(headline="Nog februari", published_at="2022-02-28T22:59:00Z")
    ArticleFactory(headline="Al maart", published_at="2022-02-28T23:00:00Z")
    ArticleFactory(headline="Nog maart", published_at="2022-03-31T21:59:00Z")
    ArticleFactory(headline="Al april", published_at="2022-03-31T22:00:00Z")

    text = Page(client.get("/nieuws/2022/3/")).text

    assert [
        name in text for name in ("Nog februari", "Al maart", "Nog maart", "Al april")
    ] == [False, True, True, False]


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("1900/1", 200),
        ("2099/12", 200),
        ("1000/1", 404),
        ("2999/12", 404),
        ("2022/0", 404),
        ("2022/13", 404),
    ],
)
def test_month_that_no_story_can_have_is_not_there(client, place, status):
    assert client.get(f"/nieuws/{place}/").status_code == status


def test_each_list_shows_its_own_stories(client):
    tag = TagFactory()
    story = ArticleFactory(headline="Hierin", rubric_slug="lijsten")
    story.tags.add(tag)
    ArticleFactory(headline="Elders")

    for address in (
        Rubric.objects.get(slug="lijsten").get_absolute_url(),
        tag.get_absolute_url(),
        story.author.get_absolute_url(),
    ):
        text = Page(client.get(address)).text
        assert ("Hierin" in text, "Elders" in text) == (True, False), address


@pytest.mark.parametrize("count", [1, 3, 24])
def test_list_costs_the_same_queries_however_many_stories(
    client, django_assert_num_queries, count
):
    for _ in range(count):
        ArticleFactory(picture=PictureFactory())

    with django_assert_num_queries(3):
        client.get("/nieuws/")


def test_pages_go_down_to_the_first_story_and_up_again(client):
    for number in range(25):
        moment = f"2022-03-01T10:{number:02}:00Z"
        ArticleFactory(headline=f"Nummer {number:02}", published_at=moment)

    first = client.get("/nieuws/")
    second = client.get("/nieuws/" + next_of(first))

    assert "Nummer 00" not in Page(first).text
    assert "Nummer 00" in Page(second).text


def next_of(answer):
    (link,) = Page(answer).attributes("a", rel="next")
    return link["href"]
