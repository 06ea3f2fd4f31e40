"""Stories made ready for readers: rendering anew, and what the register sees."""

import io

import pytest
from django.core.management import call_command

from catalog.models import Picture
from catalog.pictures.register import uses
from news.models import Article, ArticlePicture
from news.rendering import AT_ONCE, RENDERER, note_mentions, render_anew
from tests.factories import ArticleFactory, FilmFactory, PictureFactory

pytestmark = pytest.mark.django_db


def figure(picture):
    return f'<figure data-picture="{picture.pk}"></figure>'


# Pictures amid the text


def test_picture_in_a_text_is_used_there_as_the_register_tells():
    picture = PictureFactory()
    article = ArticleFactory(headline="Kop", body=f"<p>Een.</p>{figure(picture)}")

    (use,) = uses(picture)

    assert (use.what, use.name) == ("beeld in de tekst van", "Kop")
    assert use.address == article.get_absolute_url()
    assert list(Picture.objects.used()) == [picture]


def test_picture_that_leaves_the_text_leaves_the_register():
    first, second = PictureFactory(), PictureFactory()
    article = ArticleFactory(body=figure(first) + figure(second) + figure(first))
    before = list(article.picture_rows.values_list("picture", flat=True))

    article.body = figure(second)
    note_mentions(article)

    after = list(article.picture_rows.values_list("picture", flat=True))
    assert (before, after) == ([first.pk, second.pk], [second.pk])
    assert list(Picture.objects.unused()) == [first]


def test_deleted_picture_leaves_its_story_whole(client):
    picture, gone = PictureFactory(credit="© ANP"), PictureFactory()
    article = ArticleFactory(body=f"<p>Een.</p>{figure(gone)}{figure(picture)}")

    gone.delete()
    note_mentions(article)

    html = client.get(article.get_absolute_url()).content.decode()
    assert "Een." in html
    assert "© ANP" in html
    assert ArticlePicture.objects.get().picture == picture


@pytest.mark.parametrize("count", [1, 3, 20])
def test_register_costs_the_same_queries_however_many_stories_show_a_picture(
    django_assert_num_queries, count
):
    picture = PictureFactory()
    for _ in range(count):
        ArticleFactory(body=figure(picture))
    (found,) = Picture.objects.for_register()

    with django_assert_num_queries(0):
        assert len(uses(found)) == count


# Anew


def test_render_anew_takes_what_an_older_renderer_made():
    film = FilmFactory(name="Jaws")
    old = ArticleFactory(body=f'<p><a data-title="{film.pk}">Jaws</a></p>')
    new = ArticleFactory()
    changed = old.changed_at
    Article.objects.filter(pk=old.pk).update(html="oud", renderer=RENDERER - 1)
    Article.objects.filter(pk=new.pk).update(html="nieuw")

    assert render_anew() == 1

    old.refresh_from_db()
    new.refresh_from_db()
    assert film.get_absolute_url() in old.html
    assert (old.renderer, old.changed_at) == (RENDERER, changed)
    assert new.html == "nieuw"


def test_render_anew_goes_on_over_its_batches_and_is_done_then():
    ArticleFactory.create_batch(3)
    Article.objects.update(renderer=0)
    Article.objects.bulk_create(
        Article(
            headline=f"Kop {number}",
            author_id=Article.objects.first().author_id,
            rubric_id=Article.objects.first().rubric_id,
        )
        for number in range(AT_ONCE)
    )

    assert [render_anew(), render_anew()] == [AT_ONCE + 3, 0]
    assert render_anew(everything=True) == AT_ONCE + 3


def test_command_says_how_many_it_rendered():
    ArticleFactory()
    said = [io.StringIO(), io.StringIO()]

    call_command("render_articles", stdout=said[0])
    call_command("render_articles", "--all", stdout=said[1])

    assert [each.getvalue() for each in said] == [
        "Rendered 0 stories anew.\n",
        "Rendered 1 stories anew.\n",
    ]
