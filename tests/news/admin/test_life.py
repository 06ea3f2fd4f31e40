"""The pages of a story's steps."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from community.roles import MODERATOR
from news.models import Article, Reading, Stage, Step, Withdrawal
from tests.factories import ArticleFactory, AuthorFactory, FilmFactory, PictureFactory
from tests.forms import filled
from tests.people import member_with
from tests.reading import Page

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 3, 28, 12, 0, tzinfo=datetime.UTC)


def step(article, word):
    return reverse("admin:news_article_step", args=[article.pk, word])


def draft(**fields):
    return ArticleFactory(stage=Stage.DRAFT, published_at=None, **fields)


def said(answer):
    page = Page(answer)
    return " ".join(
        page.text_of("ul", class_=name)
        for name in ("messagelist", "errorlist", "errorlist nonfield")
    )


def test_chief_publishes_now(desk):
    article = draft()

    answer = desk.post(step(article, "publiceren"), {"when": "nu"}, follow=True)

    article.refresh_from_db()
    assert article.is_visible
    assert "lezers zien het nu" in said(answer)


def test_chief_schedules_by_amsterdams_clock(desk):
    article = draft()

    with time_machine.travel(NOW, tick=False):
        page = Page(desk.get(step(article, "publiceren")))
        desk.post(
            step(article, "publiceren"),
            {"when": "later", "day": "2026-03-29", "hour": "09:00"},
        )

    article.refresh_from_db()
    assert "daar is het nu 13:00 uur" in page.text_of("div", id="content")
    # The clock went forward in the night: nine o'clock is seven in UTC.
    assert article.published_at == datetime.datetime(
        2026, 3, 29, 7, tzinfo=datetime.UTC
    )


@pytest.mark.parametrize(
    ("day", "hour", "sentence"),
    [
        ("2026-03-29", "02:30", "02:30 bestaat niet"),
        ("2026-10-25", "02:30", "02:30 komt twee keer voor"),
        ("2026-03-28", "09:00", "Dat moment is voorbij"),
        ("2026-03-29", "", "de dag en het uur allebei"),
        ("", "", "de dag en het uur allebei"),
        ("31-02-2026", "09:00", "geldige datum"),
    ],
)
def test_moment_that_can_not_be_is_refused_and_kept_in_the_form(
    desk, day, hour, sentence
):
    article = draft()

    with time_machine.travel(NOW, tick=False):
        answer = desk.post(
            step(article, "publiceren"), {"when": "later", "day": day, "hour": hour}
        )

    article.refresh_from_db()
    assert answer.status_code == 422
    assert sentence in said(answer)
    assert article.stage == Stage.DRAFT
    assert Page(answer).attributes(
        "input", name="hour", **({"value": hour} if hour else {})
    )


def test_writer_hands_in_with_a_word(client, writer):
    client.force_login(writer)
    article = draft(author=AuthorFactory(member=writer))

    client.post(step(article, "indienen"), {"note": "Embargo tot vrijdag."})

    article.refresh_from_db()
    assert article.stage == Stage.REVIEW
    assert Step.objects.get().note == "Embargo tot vrijdag."


@pytest.mark.parametrize("word", ["publiceren", "intrekken", "uit-de-planning"])
def test_writer_can_not_publish_or_withdraw(client, writer, word):
    client.force_login(writer)
    article = draft(author=AuthorFactory(member=writer))

    answer = client.post(
        step(article, word), {"when": "nu", "reason": "x"}, follow=True
    )

    article.refresh_from_db()
    assert article.stage == Stage.DRAFT
    assert "Dat kan nu niet met dit verhaal" in said(answer)


def test_who_has_no_business_with_stories_is_kept_out(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("buiten", is_staff=True))

    answer = client.post(step(draft(), "publiceren"), {"when": "nu"})

    assert answer.status_code == 403


def test_withdrawing_asks_for_a_reason_that_readers_see(desk, client):
    article = ArticleFactory()

    empty = desk.post(step(article, "intrekken"), {"reason": ""})
    desk.post(step(article, "intrekken"), {"reason": "De bron trok het in."})
    answer = client.get(article.get_absolute_url())

    assert empty.status_code == 422
    assert answer.status_code == 410
    assert "De bron trok het in." in Page(answer).text
    assert Withdrawal.objects.count() == 1


def test_withdrawn_story_is_offered_no_preview_that_shows_nothing(desk, client):
    article = ArticleFactory()
    desk.post(step(article, "intrekken"), {"reason": "De bron klopte niet."})

    answer = desk.get(reverse("admin:news_article_change", args=[article.pk]))

    assert "/nieuws/voorbeeld/" not in answer.content.decode()
    assert article.get_absolute_url() in answer.content.decode()


def test_unknown_step_is_not_found(desk):
    assert desk.get(step(draft(), "verbranden")).status_code == 404


@pytest.mark.parametrize(
    "word", ["publiceren", "indienen", "terugsturen", "uit-de-planning", "terughalen"]
)
def test_looking_at_a_step_takes_none(desk, word):
    article = draft()

    desk.get(step(article, word))

    article.refresh_from_db()
    assert (article.stage, Step.objects.count()) == (Stage.DRAFT, 0)


def test_saving_may_lead_to_a_step(desk):
    article = draft()
    change = reverse("admin:news_article_change", args=[article.pk])
    form = filled(Page(desk.get(change)), headline="Nieuwe kop", _step="publiceren")

    answer = desk.post(change, form)

    article.refresh_from_db()
    assert article.headline == "Nieuwe kop"
    assert answer["Location"] == step(article, "publiceren")


def test_form_tells_the_story_of_the_story(desk):
    article = draft()
    desk.post(step(article, "indienen"), {"note": "Klaar."})
    desk.post(step(article, "publiceren"), {"when": "nu"})

    answer = desk.get(reverse("admin:news_article_change", args=[article.pk]))

    text = Page(answer).text_of("section", class_="life")
    assert text.startswith("Gepubliceerd:")
    assert "ingediend" in text
    assert "«Klaar.»" in text


# The second pair of eyes, and the recap


def test_publishing_shows_what_the_second_pair_of_eyes_sees(desk):
    film = FilmFactory(name="All of Us Are Dead")
    article = draft(
        headline="Nieuws over All of Uss Are Dead",
        body=f'<p><a data-title="{film.pk}">All of Us Are Dead</a> is er.</p>',
    )

    page = Page(desk.get(step(article, "publiceren")))
    reading = Page(desk.get(step(article, "nakijken")))

    for each in (page, reading):
        assert each.text_of("mark") == "All of Uss Are Dead"


def test_picture_without_rights_on_the_day_stands_in_the_way(desk):
    article = draft(picture=PictureFactory(ends_on=datetime.date(2020, 1, 1)))

    answer = desk.post(step(article, "publiceren"), {"when": "nu"})

    article.refresh_from_db()
    assert (answer.status_code, article.stage) == (422, Stage.DRAFT)
    assert "vóór de publicatie" in said(answer)


def test_recap_is_drafted_from_what_was_read_yesterday(desk, chief):
    article = ArticleFactory(headline="Veel gelezen")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Reading.objects.create(article=article, day=yesterday, n=7)

    answer = desk.post("/beheer/news/article/recap/")

    recap = Article.objects.exclude(pk=article.pk).get()
    assert answer["Location"] == f"/beheer/news/article/{recap.pk}/change/"
    assert (recap.stage, recap.author.member) == (Stage.DRAFT, chief)
    assert "Veel gelezen" in recap.body


def test_recap_of_a_day_on_which_nobody_read_is_refused_kindly(desk):
    answer = desk.post("/beheer/news/article/recap/", follow=True)

    assert "is niets te vertellen" in Page(answer).text_of("ul", class_="messagelist")


def test_recap_is_drafted_by_who_may_write_and_never_by_looking(client):
    client.force_login(member_with(MODERATOR))

    assert client.post("/beheer/news/article/recap/").status_code == 403
    assert client.get("/beheer/news/article/recap/").status_code == 405
