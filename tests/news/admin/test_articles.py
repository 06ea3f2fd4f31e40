"""Writing a story at the desk."""

import pytest
from django.urls import reverse
from django.utils import timezone

from community.roles import CHIEF, EDITOR, MODERATOR, WRITER
from news.models import AboutTitle, Article, Author, Role, Rubric, Stage
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    TagFactory,
    TrailerFactory,
)
from tests.forms import filled
from tests.people import member_with
from tests.reading import Page

pytestmark = pytest.mark.django_db

ADD = "/beheer/news/article/add/"
LIST = "/beheer/news/article/"


def address(article, page="change"):
    return reverse(f"admin:news_article_{page}", args=[article.pk])


def draft(**fields):
    return ArticleFactory(stage=Stage.DRAFT, published_at=None, **fields)


def begin(client, **changes):
    """Fill in the form of a new story and save it."""
    rubric = Rubric.objects.get(slug="nieuws")
    form = filled(Page(client.get(ADD)), headline="Kop", intro="Intro.")
    return client.post(ADD, form | {"rubric": str(rubric.pk), **changes})


def change(client, article, **changes):
    form = filled(Page(client.get(address(article))))
    return client.post(address(article), form | changes)


def told(answer):
    """What the page says is wrong."""
    page = Page(answer)
    return page.text_of("ul", class_="errorlist") + page.text_of(
        "ul", class_="errorlist nonfield"
    )


# Making one


def test_chief_begins_a_story_as_a_draft(desk):
    author = AuthorFactory()

    begin(desk, author=str(author.pk), body="<p>Een <b>tekst</b>.</p>")

    article = Article.objects.get()
    assert (article.headline, article.stage) == ("Kop", Stage.DRAFT)
    assert (article.author, article.published_at) == (author, None)
    assert article.word_count == 3
    assert "tekst" in article.html


def test_writer_begins_a_story_under_their_own_name(client, writer):
    client.force_login(writer)

    begin(client)
    begin(client, headline="Nog een kop")

    assert {article.author.member for article in Article.objects.all()} == {writer}
    assert Author.objects.get().name == writer.username


def test_story_gets_its_subjects_tags_picture_and_trailer(desk):
    film, person, named = FilmFactory(), PersonFactory(), FilmFactory()
    tag, picture = TagFactory(), PictureFactory()
    trailer = TrailerFactory(title=film)

    begin(
        desk,
        author=str(AuthorFactory().pk),
        body=f'<p><a data-title="{named.pk}">Een film</a></p>',
        picture=str(picture.pk),
        trailer=str(trailer.pk),
        tag_choice=[str(tag.pk)],
        **{
            "title_rows-TOTAL_FORMS": "1",
            "title_rows-0-title": str(film.pk),
            "person_rows-TOTAL_FORMS": "1",
            "person_rows-0-person": str(person.pk),
        },
    )

    article = Article.objects.get()
    titles = [(row.title_id, row.role) for row in article.title_rows.all()]
    assert titles == [(named.pk, Role.MENTIONED), (film.pk, Role.SUBJECT)]
    assert [row.person for row in article.person_rows.all()] == [person]
    assert (article.picture, article.trailer) == (picture, trailer)
    assert list(article.tags.all()) == [tag]


def test_title_that_the_text_names_becomes_the_subject(desk):
    film = FilmFactory()
    article = draft(body=f'<p><a data-title="{film.pk}">Een film</a></p>')

    change(
        desk,
        article,
        **{"title_rows-TOTAL_FORMS": "1", "title_rows-0-title": str(film.pk)},
    )

    row = AboutTitle.objects.get()
    assert (row.title_id, row.role) == (film.pk, Role.SUBJECT)


def test_subject_that_is_taken_off_stays_named_while_the_text_links_to_it(desk):
    film = FilmFactory()
    article = draft(body=f'<p><a data-title="{film.pk}">Een film</a></p>')
    article.title_rows.update(role=Role.SUBJECT)

    change(desk, article, **{"title_rows-0-DELETE": "on"})

    assert AboutTitle.objects.get().role == Role.MENTIONED


def test_what_may_not_be_in_a_story_is_gone_when_it_is_saved(desk):
    article = draft()

    change(
        desk,
        article,
        body='<p onclick="x()">Tekst<script>x()</script></p><img src="x">',
    )

    article.refresh_from_db()
    assert article.body == "<p>Tekst</p>"


def test_form_with_a_mistake_keeps_what_was_typed(desk):
    answer = begin(desk, headline="", body="<p>Lang aan gewerkt.</p>")

    page = Page(answer)
    assert "Dit veld is verplicht." in told(answer)
    assert page.areas["body"] == "<p>Lang aan gewerkt.</p>"
    assert not Article.objects.exists()


def test_text_beyond_all_measure_is_refused(desk):
    answer = begin(desk, author=str(AuthorFactory().pk), body="a" * 200_001)

    assert "te lang voor één verhaal" in told(answer)
    assert not Article.objects.exists()


# Who may


@pytest.mark.parametrize(
    ("role", "adds", "changes", "deletes"),
    [
        (WRITER, 200, False, 403),
        (EDITOR, 200, True, 403),
        (CHIEF, 200, True, 302),
        (MODERATOR, 403, None, 403),
    ],
)
def test_role_gets_what_it_may_with_a_draft_of_others(
    client, role, adds, changes, deletes
):
    client.force_login(member_with(role))
    article = draft(headline="Van een ander")

    added = client.get(ADD)
    shown = client.get(address(article))
    deleted = client.post(address(article, "delete"), {"post": "yes"})

    assert added.status_code == adds
    assert deleted.status_code == deletes
    if changes is None:
        assert shown.status_code == 403
    else:
        assert ("body" in Page(shown).areas) == changes


def test_nobody_without_a_role_gets_in(client):
    assert client.get(LIST).status_code == 302


def test_story_that_readers_saw_is_not_deleted(desk):
    article = ArticleFactory()

    answer = desk.post(address(article, "delete"), {"post": "yes"})

    assert answer.status_code == 403


def test_published_story_is_read_by_an_editor_as_it_stands(client, editor):
    client.force_login(editor)
    article = ArticleFactory(body="<p>Wat er <strong>staat</strong>.</p>")

    answer = client.get(address(article))

    assert "Wat er <strong>staat</strong>." in answer.content.decode()
    assert "body" not in Page(answer).areas


def test_editor_may_not_post_a_change_to_a_published_story(client, editor):
    client.force_login(editor)
    article = ArticleFactory(headline="Oud")

    answer = client.post(address(article), {"headline": "Nieuw"})

    article.refresh_from_db()
    assert (answer.status_code, article.headline) == (403, "Oud")


def test_long_username_is_shortened_above_a_story(client):
    writer = member_with(WRITER, username="n" * 150)
    other = member_with(WRITER, username="n" * 149)
    for member in (writer, other):
        client.force_login(member)
        begin(client)

    names = [author.name for author in Author.objects.order_by("pk")]
    assert names == ["n" * 80, "n" * 78 + " 2"]


def test_writer_can_not_write_under_another_name(client, writer):
    client.force_login(writer)

    begin(client, author=str(AuthorFactory(name="Iemand anders").pk))

    assert Article.objects.get().author.member == writer


# The list


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same_with_any_number(desk, django_assert_num_queries, count):
    ArticleFactory.create_batch(count)

    with django_assert_num_queries(7):
        desk.get(LIST)


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        ("concept", "Concept"),
        ("nakijken", "Na te kijken"),
        ("gepland", "Gepland"),
        ("gepubliceerd", "Verschenen"),
        ("ingetrokken", "Weg"),
        ("onzin", None),
    ],
)
def test_list_shows_what_is_at_a_stage(desk, stage, found):
    tomorrow = timezone.now() + timezone.timedelta(days=1)
    draft(headline="Concept")
    ArticleFactory(headline="Na te kijken", stage=Stage.REVIEW)
    ArticleFactory(headline="Gepland", published_at=tomorrow)
    ArticleFactory(headline="Verschenen")
    ArticleFactory(headline="Weg", stage=Stage.WITHDRAWN)

    page = Page(desk.get(LIST, {"stand": stage}))

    rows = page.texts("th", class_="field-headline")
    assert rows == [found] if found else len(rows) == 5


def test_list_shows_ones_own(client, writer):
    client.force_login(writer)
    draft(headline="Van mij", author__member=writer)
    draft(headline="Van een ander")

    page = Page(client.get(LIST, {"eigen": "ja"}))

    assert page.texts("th", class_="field-headline") == ["Van mij"]


def test_list_is_searched_by_words_of_the_headline(desk):
    draft(headline="Cannes kiest een winnaar")
    draft(headline="Iets anders")

    page = Page(desk.get(LIST, {"q": "winnaar cannes"}))

    assert page.texts("th", class_="field-headline") == ["Cannes kiest een winnaar"]


def test_first_page_tells_an_editor_what_waits_to_be_read(client, editor, writer):
    ArticleFactory(stage=Stage.REVIEW, published_at=None)
    draft()

    client.force_login(editor)
    told = Page(client.get("/beheer/")).text_of("div", id="content")
    client.force_login(writer)
    untold = Page(client.get("/beheer/")).text_of("div", id="content")

    assert "1 verhaal wacht op nakijken" in told
    assert "wacht op nakijken" not in untold


# History


def revisions(article):
    return list(
        Article.history.filter(id=article.pk).order_by("history_date", "history_id")
    )


def test_story_saved_with_its_rows_is_one_revision(desk, chief):
    article = draft(body="<p>Oud.</p>")
    tag = TagFactory(name="cannes")

    change(desk, article, body="<p>Nieuw.</p>", tag_choice=[str(tag.pk)])

    last = revisions(article)[-1]
    assert (last.body, last.history_user) == ("<p>Nieuw.</p>", chief)
    assert [row["tag"] for row in last.rows["tag_rows"]] == ["cannes"]


def test_step_in_its_life_is_no_revision(desk):
    article = draft()
    before = len(revisions(article))

    desk.post(
        reverse("admin:news_article_step", args=[article.pk, "publiceren"]),
        {"when": "nu"},
    )

    assert len(revisions(article)) == before


def test_two_revisions_of_a_story_are_told_apart(desk):
    article = draft(body="<p>Oude tekst.</p>")
    change(desk, article, body="<p>Nieuwe tekst.</p>")
    old, new = revisions(article)[-2:]

    answer = desk.get(
        f"/beheer/news/article/{article.pk}/history/vergelijken/",
        {"old": old.pk, "new": new.pk},
    )

    text = Page(answer).text_of("div", id="content")
    assert "Oude tekst." in text
    assert "Nieuwe tekst." in text


def test_earlier_text_is_put_back_for_readers_and_the_story_stays_out(desk):
    film, other = FilmFactory(), FilmFactory()
    article = ArticleFactory(body=f'<p>Over <a data-title="{film.pk}">een</a>.</p>')
    change(desk, article, body=f'<p>Nu <a data-title="{other.pk}">ander</a>.</p>')
    first = revisions(article)[0]
    at = f"/beheer/news/article/{article.pk}/history/{first.pk}/"

    desk.post(at, filled(Page(desk.get(at))))

    article.refresh_from_db()
    assert (article.stage, article.is_visible) == (Stage.READY, True)
    assert film.get_absolute_url() in article.html
    assert [row.title_id for row in article.title_rows.all()] == [film.pk]


def test_earlier_text_is_put_back_in_the_form_that_texts_have_now(desk):
    article = draft(body="<p>Nieuw.</p>")
    first = revisions(article)[0]
    Article.history.filter(pk=first.pk).update(
        body="<div>Van <b>vroeger</b>.<script>x()</script></div>"
    )
    at = f"/beheer/news/article/{article.pk}/history/{first.pk}/"

    desk.post(at, filled(Page(desk.get(at))))

    article.refresh_from_db()
    assert article.body == "<p>Van <strong>vroeger</strong>.</p>"
    assert article.html == article.body


def test_deleted_draft_comes_back_as_a_draft(desk):
    article = draft(headline="Weg en terug", body="<p>Tekst.</p>")
    key = article.pk
    change(desk, article, body="<p>Tekst twee.</p>")
    desk.post(address(article, "delete"), {"post": "yes"})
    last = Article.history.filter(id=key).latest()
    at = f"/beheer/news/article/{key}/history/{last.pk}/"

    desk.post(at, filled(Page(desk.get(at))))

    back = Article.objects.get(pk=key)
    assert (back.headline, back.stage) == ("Weg en terug", Stage.DRAFT)
    assert back.html == "<p>Tekst twee.</p>"
