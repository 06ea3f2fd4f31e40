"""Two at one story, and what is typed before it is saved."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.autosaving import keep_aside
from news.locking import release_lock, take_lock
from news.models import Article, Autosave, EditLock, Stage
from news.models.edit_lock import BUSY_FOR
from tests.at_once import at_once
from tests.factories import ArticleFactory, UserFactory
from tests.forms import filled
from tests.people import member_with
from tests.reading import Page

pytestmark = pytest.mark.django_db

AFTER_A_WHILE = BUSY_FOR + datetime.timedelta(seconds=1)


@pytest.fixture
def article():
    return ArticleFactory(
        stage=Stage.DRAFT, published_at=None, headline="Oud", body="<p>Oud.</p>"
    )


@pytest.fixture
def other():
    """A second chief, with a browser of their own."""
    member = member_with("hoofdredacteur")
    client = Client()
    client.force_login(member)
    client.member = member
    return client


def change(article):
    return reverse("admin:news_article_change", args=[article.pk])


def autosave(article, word=""):
    return f"/beheer/news/article/{article.pk if article else 'add'}/tussentijds/{word}"


def open_form(client, article):
    return filled(Page(client.get(change(article))))


def text(answer):
    return Page(answer).text_of("div", id="content")


# Whose turn it is


def test_opening_the_form_makes_it_ones_turn(desk, chief, article):
    desk.get(change(article))

    assert EditLock.objects.get().holder == chief


def test_second_who_opens_it_reads_who_is_busy(desk, chief, other, article):
    desk.get(change(article))

    page = Page(other.get(change(article)))

    assert f"{chief} is bezig met dit verhaal" in page.text_of("div", id="content")
    assert "body" not in page.areas
    assert EditLock.objects.get().holder == chief


def test_second_takes_over_and_the_first_loses_no_letter(desk, chief, other, article):
    form = open_form(desk, article)

    other.post(reverse("admin:take_over_article", args=[article.pk]))
    answer = desk.post(change(article), form | {"headline": "Getypt"})

    article.refresh_from_db()
    page = Page(answer)
    assert article.headline == "Oud"
    assert f"{other.member} heeft dit verhaal overgenomen" in text(answer)
    assert page.attributes("input", name="headline", value="Getypt")


def test_first_saves_all_the_same_and_the_others_version_stays(desk, other, article):
    form = open_form(desk, article)
    other.post(reverse("admin:take_over_article", args=[article.pk]))
    other.post(
        change(article), open_form(other, article) | {"headline": "Van de ander"}
    )

    refused = desk.post(change(article), form | {"headline": "Van mij"})
    desk.post(change(article), form | {"headline": "Van mij", "_overwrite": "1"})

    article.refresh_from_db()
    assert "nadat je het opende" in text(refused)
    assert article.headline == "Van mij"
    assert "Van de ander" in Article.history.values_list("headline", flat=True)


def test_turn_ends_when_the_story_is_saved(desk, article):
    form = open_form(desk, article)

    desk.post(change(article), form)

    assert not EditLock.objects.exists()


def test_turn_goes_on_when_the_form_stays_open(desk, chief, article):
    form = open_form(desk, article)

    desk.post(change(article), form | {"_continue": "1"})

    assert EditLock.objects.get().holder == chief


def test_turn_ends_by_itself_after_a_while_without_a_sign(desk, other, article):
    desk.get(change(article))

    with time_machine.travel(timezone.now() + AFTER_A_WHILE):
        page = Page(other.get(change(article)))

    assert "body" in page.areas
    assert EditLock.objects.get().holder == other.member


def test_turn_ends_when_the_page_is_left(desk, article):
    desk.get(change(article))

    desk.post(autosave(article), {"leaving": "1"})

    assert not EditLock.objects.exists()


def test_leaving_keeps_aside_what_was_typed_last(desk, article):
    desk.get(change(article))

    desk.post(autosave(article), {"headline": "Half getypt", "leaving": "1"})

    assert Autosave.objects.get().fields["headline"] == "Half getypt"
    assert not EditLock.objects.exists()


def test_turn_ends_when_the_page_is_left_with_too_much_to_keep(desk, article):
    desk.get(change(article))

    desk.post(autosave(article), {"headline": "x" * 301, "leaving": "1"})

    assert not EditLock.objects.exists()


def test_leaving_does_not_end_somebody_elses_turn(desk, other, article):
    other.get(change(article))

    desk.post(autosave(article), {"leaving": "1"})

    assert EditLock.objects.get().holder == other.member


def test_who_only_looks_takes_no_turn(client, writer, article):
    client.force_login(writer)

    client.get(change(article))

    assert not EditLock.objects.exists()


def test_who_only_looks_takes_nothing_over(client, writer, article):
    client.force_login(writer)

    answer = client.post(reverse("admin:take_over_article", args=[article.pk]))

    assert answer.status_code == 403


def test_sign_of_life_tells_who_took_over(desk, other, article):
    desk.get(change(article))
    other.post(reverse("admin:take_over_article", args=[article.pk]))

    told = desk.post(autosave(article)).json()

    assert told["busy"].startswith(f"{other.member} heeft dit verhaal overgenomen")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_open_it_at_once_one_has_the_turn():
    article = ArticleFactory()
    members = UserFactory.create_batch(8)

    locks = at_once(
        *(
            lambda member=member: take_lock(article=article, member=member)
            for member in members
        )
    )

    assert len({lock.holder_id for lock in locks}) == 1
    assert EditLock.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_opening_the_form_just_as_another_page_is_left_gives_the_turn():
    article, member = ArticleFactory(), UserFactory()

    def opens():
        return [take_lock(article=article, member=member) for time in range(150)]

    def leaves():
        for _time in range(300):
            release_lock(article_id=article.pk, member=member)

    first, second, *_left = at_once(opens, opens, leaves, leaves)

    assert {lock.holder_id for lock in [*first, *second]} == {member.pk}


# What is typed and not saved


def test_typed_text_is_kept_aside_and_offered_again(desk, article):
    desk.get(change(article))

    told = desk.post(
        autosave(article), {"headline": "Half getypt", "body": "<p>Nieuw.</p>"}
    ).json()
    offered = desk.get(change(article))
    restored = Page(desk.get(change(article), {"terughalen": "1"}))

    article.refresh_from_db()
    assert told["kept"].startswith("Tussentijds bewaard om")
    assert article.headline == "Oud"
    assert "dat niet is bewaard" in text(offered)
    assert restored.attributes("input", name="headline", value="Half getypt")
    assert restored.areas["body"] == "<p>Nieuw.</p>"


def test_kept_text_of_a_new_story_is_offered_at_the_next_new_one(desk):
    desk.post(autosave(None), {"headline": "Begin", "intro": "Intro."})

    page = Page(desk.get("/beheer/news/article/add/", {"terughalen": "1"}))

    assert page.attributes("input", name="headline", value="Begin")


def test_text_that_was_refused_is_kept_aside(desk, other, article):
    form = open_form(desk, article)
    other.post(reverse("admin:take_over_article", args=[article.pk]))

    desk.post(change(article), form | {"headline": "Getypt"})
    add = "/beheer/news/article/add/"
    desk.post(add, filled(Page(desk.get(add)), headline="Zonder intro"))

    kept = Autosave.objects.order_by("pk")
    assert [each.fields["headline"] for each in kept] == ["Getypt", "Zonder intro"]


def test_refused_text_beyond_all_measure_is_shown_again(desk, article):
    form = open_form(desk, article)

    answer = desk.post(change(article), form | {"headline": "x" * 301})

    assert Page(answer).attributes("input", name="headline", value="x" * 301)
    assert not Autosave.objects.exists()


def test_kept_text_goes_when_the_story_is_saved(desk, article):
    form = open_form(desk, article)
    desk.post(autosave(article), {"headline": "Half"})

    desk.post(change(article), form | {"headline": "Heel"})

    assert not Autosave.objects.exists()


def test_kept_text_is_thrown_away_on_request(desk, article):
    desk.post(autosave(article), {"headline": "Half"})

    answer = desk.post(autosave(article, "weg/"), follow=True)

    assert not Autosave.objects.exists()
    assert "weggegooid" in Page(answer).text_of("ul", class_="messagelist")


def test_kept_text_is_nobody_elses(desk, other, article):
    desk.post(autosave(article), {"headline": "Van mij"})

    with time_machine.travel(timezone.now() + AFTER_A_WHILE):
        page = Page(other.get(change(article), {"terughalen": "1"}))

    assert page.attributes("input", name="headline", value="Oud")


def test_kept_text_is_cleaned_as_a_saved_one_is(chief, article):
    keep_aside(
        article=article,
        member=chief,
        fields={"body": "<p>Tekst<script>x()</script></p>", "onbekend": "x"},
    )

    fields = Autosave.objects.get().fields
    assert fields["body"] == "<p>Tekst</p>"
    assert "onbekend" not in fields


@pytest.mark.parametrize(("field", "letters"), [("body", 200_001), ("rubric", 21)])
def test_text_beyond_all_measure_is_not_kept_aside(desk, article, field, letters):
    answer = desk.post(autosave(article), {"headline": "x", field: "1" * letters})

    assert answer.status_code == 422
    assert "te lang" in answer.json()["refused"]
    assert not Autosave.objects.exists()


@pytest.mark.parametrize("word", ["", "weg/"])
def test_kept_text_is_only_for_who_may_write(client, writer, article, word):
    client.force_login(writer)

    assert client.post(autosave(article, word), {"headline": "x"}).status_code == 403
    assert client.get(autosave(article, word)).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_keep_aside_at_once_leave_one_text():
    article, member = ArticleFactory(), UserFactory()

    at_once(
        *(
            lambda number=number: keep_aside(
                article=article, member=member, fields={"headline": str(number)}
            )
            for number in range(6)
        )
    )

    assert Autosave.objects.count() == 1


def test_letter_that_the_database_does_not_know_costs_nothing_else(desk, article):
    answer = desk.post(autosave(article), {"headline": "Half\x00 getypt"})

    assert answer.status_code == 200
    assert Autosave.objects.get().fields["headline"] == "Half getypt"
