"""Putting the demonstration's stories into the magazine, any number of times."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from django.db import transaction

from catalog.demonstration.loading import save_without_history
from moviemeter.lib.text import slug
from moviemeter.lib.text_files import FileRefused
from news.demonstration.catalogue import Finder
from news.demonstration.markdown import TextRefused, html_of
from news.demonstration.reading import (
    FOLDER,
    ArticleText,
    read_articles,
    read_authors,
)
from news.models import (
    AboutPerson,
    AboutTitle,
    Article,
    Author,
    Correction,
    Role,
    Rubric,
    Stage,
    Tag,
)
from news.rendering import note_mentions, render

Thing = TypeVar("Thing")

STORED = [field.name for field in Article._meta.concrete_fields if field.name != "id"]


@transaction.atomic
def load_articles(*, folder: Path = FOLDER) -> int:
    """Make or correct every story of the folder's files; returns how many there are.

    The catalogue's demonstration has to be there. A story is found back among those of
    its author by headline, or else by its moment, and keeps its number; what is as its
    file says is not written again, and what was withdrawn stays so. Raises FileRefused
    and then changes nothing.
    """
    texts = read_articles(folder)
    loader = _Loader(folder)
    for text in texts:
        try:
            loader.load(text)
        except TextRefused as fault:
            raise FileRefused(f"{text.file}.toml: {fault}") from None
    return len(texts)


class _Loader:
    """What one run knows."""

    def __init__(self, folder: Path) -> None:
        self.finder = Finder()
        self.rubrics = {rubric.slug: rubric for rubric in Rubric.objects.all()}
        self.authors = {
            row.name: Author.objects.update_or_create(
                slug=slug(row.name), defaults={"name": row.name, "about": row.about}
            )[0]
            for row in read_authors(folder)
        }

    def load(self, text: ArticleText) -> None:
        author = _named(self.authors, text.author, "author")
        known = _known(text, author)
        article = known or Article(author=author)
        if article.stage == Stage.WITHDRAWN:
            return
        before = _state(article) if known else None
        self._write(article, text)
        if _state(article) != before:
            save_without_history(article)
        article.tags.set([_tag(name) for name in text.tags])
        self._note_subjects(article, text)
        note_mentions(article)
        _note_corrections(article, text)

    def _write(self, article: Article, text: ArticleText) -> None:
        article.headline, article.intro = text.headline, text.intro
        article.rubric = _named(self.rubrics, text.rubric, "rubric")
        article.stage, article.published_at = Stage.READY, text.published
        article.picture_id = self.finder.still(text.picture)
        article.trailer_id = self.finder.trailer(text.trailer) if text.trailer else None
        article.body = html_of(text.body, self.finder)
        render(article)

    def _note_subjects(self, article: Article, text: ArticleText) -> None:
        """Have the file's titles and people as subjects, in its order, no others."""
        titles = [self.finder.title(file) for file in text.subjects]
        people = [self.finder.person(name) for name in text.people]
        article.title_rows.exclude(title__in=titles).filter(role=Role.SUBJECT).delete()
        article.person_rows.exclude(person__in=people).filter(
            role=Role.SUBJECT
        ).delete()
        for place, title in enumerate(titles):
            AboutTitle.objects.update_or_create(
                article=article,
                title_id=title,
                defaults={"role": Role.SUBJECT, "position": place},
            )
        for place, person in enumerate(people):
            AboutPerson.objects.update_or_create(
                article=article,
                person_id=person,
                defaults={"role": Role.SUBJECT, "position": place},
            )


def _named(known: Mapping[str, Thing], name: str, sort: str) -> Thing:
    if name not in known:
        raise TextRefused(f"unknown {sort} {name}")
    return known[name]


def _known(text: ArticleText, author: Author) -> Article | None:
    own = Article.objects.filter(author=author).order_by("pk")
    by_headline = own.filter(headline=text.headline).first()
    return by_headline or own.filter(published_at=text.published).first()


def _state(article: Article) -> dict[str, object]:
    return {name: article.serializable_value(name) for name in STORED}


def _tag(name: str) -> Tag:
    return Tag.objects.get_or_create(slug=slug(name), defaults={"name": name})[0]


def _note_corrections(article: Article, text: ArticleText) -> None:
    wanted = [(each.text, each.at) for each in text.corrections]
    there = list(article.corrections.values_list("text", "corrected_at"))
    if there != wanted:
        article.corrections.all().delete()
        Correction.objects.bulk_create(
            Correction(article=article, text=said, corrected_at=at)
            for said, at in wanted
        )
