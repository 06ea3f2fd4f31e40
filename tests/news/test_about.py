"""Rows about titles and people know the moment of their story, whoever changes it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import AboutPerson, AboutTitle, Article, Stage
from tests.factories import ArticleFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db


def moments(article):
    return [
        row.published_at
        for model in (AboutTitle, AboutPerson)
        for row in model.objects.filter(article=article)
    ]


@pytest.fixture
def article():
    story = ArticleFactory(published_at="2026-07-01T07:00:00Z")
    AboutTitle.objects.create(article=story, title=FilmFactory())
    AboutPerson.objects.bulk_create(
        [AboutPerson(article=story, person=PersonFactory())]
    )
    story.refresh_from_db()
    return story


def test_rows_have_the_moment_of_their_story(article):
    assert moments(article) == [article.published_at] * 2


def test_rows_of_what_is_not_ready_have_none(article):
    article.stage = Stage.DRAFT
    article.save()

    assert moments(article) == [None, None]


def test_rows_follow_their_story_to_another_moment_and_back(article):
    later = timezone.now() + timedelta(hours=1)
    Article.objects.update(published_at=later)
    moved = moments(article)
    Article.objects.update(stage=Stage.WITHDRAWN)
    withdrawn = moments(article)
    Article.objects.update(stage=Stage.READY)

    assert (moved, withdrawn) == ([later] * 2, [None] * 2)
    assert moments(article) == [later] * 2
    assert not AboutTitle.objects.published().exists()


def test_row_that_is_saved_with_another_moment_keeps_its_storys(article):
    row = AboutTitle.objects.get()
    row.published_at = None
    row.save()

    assert moments(article) == [article.published_at] * 2
