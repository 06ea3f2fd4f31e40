"""Stories as an editor has them under hand."""

from datetime import UTC, datetime

import pytest

from news.models import Article, Rubric
from news.proofreading import proofread
from tests.factories import AuthorFactory, PhotographFactory

MOMENT = datetime(2022, 3, 7, 12, tzinfo=UTC)


@pytest.fixture
def story(db):
    """Makes an article that is not saved, with nothing the matter but what is told."""
    picture = PhotographFactory(alt="Een man aan een tafel")
    author = AuthorFactory()

    def make(body="", *, headline="Een kop", intro="Waar het over gaat.", **columns):
        return Article(
            headline=headline,
            intro=intro,
            body=body,
            author=author,
            rubric=Rubric.objects.get(slug="nieuws"),
            **{"picture": picture, **columns},
        )

    return make


@pytest.fixture
def found(story):
    """The findings about a story with this text, but for its lack of links."""

    def read(body="", *, at=MOMENT, **columns):
        findings = proofread(story(body, **columns), at=at)
        return [each for each in findings if each.sort not in {"no-links"}]

    return read


def told(findings):
    """What is told of which words, where."""
    return [(each.sort, each.field, each.words) for each in findings]


def title(film, words=None):
    return f'<a data-title="{film.pk}">{words or film.name}</a>'


def person(somebody, words=None):
    return f'<a data-person="{somebody.pk}">{words or somebody.name}</a>'
