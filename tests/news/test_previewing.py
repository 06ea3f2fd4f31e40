"""A story that is not out yet, shown to somebody without an account."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from news import publishing
from news.models import Stage
from news.previewing import preview_address
from tests.factories import ArticleFactory, UserFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


def draft():
    return ArticleFactory(headline="Nog geheim", stage=Stage.DRAFT, published_at=None)


def test_preview_shows_a_draft_to_a_visitor_and_to_no_machine(client):
    answer = client.get(preview_address(draft()))

    page = Page(answer)
    assert page.heading == "Nog geheim"
    assert "Dit is een voorbeeld" in page.text
    assert page.meta("robots") == "noindex"
    assert page.data == []
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_preview_tells_its_moment_as_html_knows_moments(client):
    page = Page(client.get(preview_address(draft())))

    told = next(attributes for tag, attributes in page.elements if tag == "time")
    assert datetime.datetime.fromisoformat(told["datetime"]).microsecond == 0


def test_preview_ends_after_a_week(client):
    address = preview_address(draft())
    later = timezone.now() + datetime.timedelta(days=7, minutes=1)

    with time_machine.travel(later):
        answer = client.get(address)

    assert answer.status_code == 404


def test_preview_address_leads_on_once_the_story_is_out(client):
    article = draft()
    address = preview_address(article)
    publishing.publish(article=article, by=UserFactory())

    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (302, article.get_absolute_url())


def test_preview_of_a_withdrawn_story_is_gone(client):
    article = ArticleFactory()
    address = preview_address(article)
    publishing.withdraw(article=article, by=UserFactory(), reason="Fout.")

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("spoiled", ["x", "MQ:a:b", "", "MQ"])
def test_preview_address_that_was_tampered_with_shows_nothing(client, spoiled):
    good = preview_address(draft())

    address = f"/nieuws/voorbeeld/{spoiled}" if spoiled else good[:-1] + "_"

    assert client.get(address).status_code == 404


def test_address_of_one_story_shows_no_other(client):
    one, other = draft(), draft()
    token = preview_address(one).rsplit("/", 1)[1]
    value = preview_address(other).rsplit("/", 1)[1].split(":")[0]

    mixed = ":".join([value, *token.split(":")[1:]])

    assert client.get(f"/nieuws/voorbeeld/{mixed}").status_code == 404
