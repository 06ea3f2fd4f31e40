"""What is typed in a story is not lost, and nobody is written over unawares."""

import time

import pytest

from community.models import User
from news.locking import take_over
from news.models import Autosave, EditLock, Stage
from tests.browser.test_writing import opened
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

A_WHILE = 45_000  # Milliseconds of the page's own clock: some times around.
ADD = "/beheer/news/article/add/"


def opened_at_a_stopped_clock(desk, address):
    desk.clock.install()
    text = opened(desk, address)
    # The page takes note of what it began with.
    desk.clock.run_for(2_000)
    return text


def soon(holds):
    """Whether it comes to hold: what a page sends as it is left takes a moment."""
    end = time.monotonic() + 10
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    return holds()


def draft():
    return ArticleFactory(stage=Stage.DRAFT, published_at=None, headline="Oud")


def test_what_is_typed_is_kept_aside_and_comes_back(desk):
    text = opened_at_a_stopped_clock(desk, ADD)

    desk.fill("#id_headline", "Half een kop")
    text.click()
    desk.keyboard.type("Half een zin")
    desk.clock.run_for(A_WHILE)
    desk.wait_for_selector(".autosave:has-text('Tussentijds bewaard om')")
    desk.goto("/beheer/")
    opened(desk, ADD)
    desk.click("text=Ga ermee verder")
    desk.wait_for_selector(".story-editor .ProseMirror:has-text('Half een zin')")

    assert desk.input_value("#id_headline") == "Half een kop"
    kept = Autosave.objects.get()
    assert kept.fields["body"] == "<p>Half een zin</p>"


def test_what_was_typed_last_is_kept_when_the_page_is_left(desk):
    opened_at_a_stopped_clock(desk, ADD)

    desk.fill("#id_headline", "Nog net getypt")
    desk.goto("/beheer/")
    opened(desk, ADD)

    assert "dat niet is bewaard" in desk.inner_text("#content")
    assert Autosave.objects.get().fields["headline"] == "Nog net getypt"


def test_nothing_is_kept_of_a_form_that_was_only_looked_at(desk):
    article = draft()
    opened_at_a_stopped_clock(desk, f"/beheer/news/article/{article.pk}/change/")

    with desk.expect_response("**/tussentijds/"):
        desk.clock.run_for(A_WHILE)
    assert EditLock.objects.get().holder == User.objects.get(username="redactie")
    desk.goto("/beheer/")

    assert soon(lambda: not EditLock.objects.exists())
    assert not Autosave.objects.exists()


def test_page_tells_who_took_over_and_saving_loses_nothing(desk):
    article, other = draft(), UserFactory(username="collega")
    opened_at_a_stopped_clock(desk, f"/beheer/news/article/{article.pk}/change/")

    take_over(article=article, member=other)
    desk.fill("#id_headline", "Van mij")
    desk.clock.run_for(A_WHILE)
    desk.wait_for_selector(".autosave--busy:has-text('collega heeft dit verhaal')")
    desk.click("[name=_save]")
    desk.wait_for_selector("text=en is niet bewaard")
    typed = desk.input_value("#id_headline")
    desk.click("text=Bewaar de mijne toch")
    desk.wait_for_selector(".messagelist .success")

    article.refresh_from_db()
    assert (typed, article.headline) == ("Van mij", "Van mij")
