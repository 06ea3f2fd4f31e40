"""A story of a source into the magazine: once, and never over an editor's work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from catalog.history.revising import quietly
from moviemeter.lib.text import fold, slug
from news.fingerprint import fingerprint
from news.imports.addresses import old_path, plain_address
from news.imports.intros import with_intro
from news.imports.pictures import NotTaken, Uploads
from news.imports.source import BadItem, Category, Item, Notes, Shown
from news.imports.texts import story_html
from news.imports.wordpress import credit_in
from news.models import Article, Author, ImportedArticle, Rubric, Stage, Tag
from news.models.imported import LONGEST_KEY
from news.rendering import render

LONGEST = {"headline": 150, "author": 80, "tag": 60}  # Letters, as columns take.
# What an import writes of an article.
WRITTEN = (
    *("headline", "intro", "body", "html", "renderer", "word_count", "stage"),
    *("published_at", "author", "rubric", "picture_id"),
)


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    EDITED = "edited"  # By somebody here, so that it was left alone.
    DELETED = "deleted"  # By somebody here, so that it does not come back.


@dataclass(frozen=True, slots=True)
class Choices:
    """What the operator chose: whose stories, and what those get that say nothing."""

    source: str
    author: str = ""
    rubric: Rubric | None = None
    # Slugs of rubrics by what the source calls them.
    rubrics: Mapping[str, str] = field(default_factory=dict)
    uploads: Uploads | None = None
    is_rehearsal: bool = False


class Store:
    """Takes stories in, and knows what they share."""

    def __init__(self, choices: Choices, notes: Notes) -> None:
        self._choices = choices
        self._notes = notes
        self._rubrics = {rubric.slug: rubric for rubric in Rubric.objects.all()}
        self._named = {fold(rubric.name): rubric for rubric in self._rubrics.values()}
        self._authors: dict[str, Author] = {}
        self._tags: dict[str, Tag] = {}

    def forget(self) -> None:
        """What was made in a transaction that failed is not there."""
        self._authors.clear()
        self._tags.clear()
        if self._choices.uploads:
            self._choices.uploads.forget()

    def take(self, item: Item) -> Outcome:
        """Make or correct the story's article. Raises BadItem."""
        if len(item.guid) > LONGEST_KEY:
            raise BadItem(f"its guid has more than {LONGEST_KEY} letters")
        known = (
            ImportedArticle.objects.filter(source=self._choices.source, guid=item.guid)
            .select_related("article")
            .first()
        )
        if known and known.article is None:
            return Outcome.DELETED
        wanted, tags = self._article(item)
        digest = fingerprint(wanted, tags=[tag.pk for tag in tags])
        if known is None:
            self._save(wanted, tags)
            self._remember(item, wanted, digest)
            return Outcome.NEW
        if digest == known.digest:
            return Outcome.SAME
        assert known.article is not None
        if fingerprint(known.article) != known.digest:
            return Outcome.EDITED
        for name in WRITTEN:
            setattr(known.article, name, getattr(wanted, name))
        self._save(known.article, tags)
        self._remember(item, known.article, digest)
        return Outcome.CHANGED

    def _save(self, article: Article, tags: Iterable[Tag]) -> None:
        """As with any import, no history is written of it."""
        with quietly(article):
            article.save()
        article.tags.set(tags)

    def _remember(self, item: Item, article: Article, digest: str) -> None:
        ImportedArticle.objects.update_or_create(
            source=self._choices.source,
            guid=item.guid,
            defaults={
                "path": old_path(item.link),
                "digest": digest,
                "article": article,
            },
        )

    def _article(self, item: Item) -> tuple[Article, list[Tag]]:
        headline = " ".join(item.headline.split())
        _check_headline(headline)
        rubric, tags = self._sections(item)
        body = story_html(
            item.body,
            has_breaks=item.has_breaks,
            picture=lambda address, alt, caption: self._picture(
                item, address, alt, caption
            ),
        )
        intro, body = with_intro(item.intro, body)
        if not intro:
            raise BadItem("it has no text")
        if item.was_public and item.stage == Stage.DRAFT:
            reason = "it has no date, so it is a draft"
            self._notes.add("left out", item.line, item.guid, reason)
        article = Article(
            headline=headline,
            intro=intro,
            body=body,
            stage=item.stage,
            published_at=item.published_at,
            author=self._author(item),
            rubric=rubric,
            picture_id=self._lead(item),
        )
        render(article)
        return article, tags

    # Who and where

    def _author(self, item: Item) -> Author:
        name = item.author if slug(item.author) else self._choices.author
        if not name:
            raise BadItem("it names no author; choose one with --author")
        if len(name) > LONGEST["author"]:
            raise BadItem(f"its author's name is longer than {LONGEST['author']}")
        own = slug(name)
        if own not in self._authors:
            found = Author.objects.filter(name=name).first()
            self._authors[own] = (
                found
                or Author.objects.get_or_create(slug=own, defaults={"name": name})[0]
            )
        return self._authors[own]

    def _sections(self, item: Item) -> tuple[Rubric, list[Tag]]:
        """Its rubric by the first category that is one, and its tags."""
        rubrics = {each.name: self._rubric(each) for each in item.categories}
        found = next((rubric for rubric in rubrics.values() if rubric), None)
        rubric = found or self._choices.rubric
        if rubric is None:
            named = ", ".join(rubrics) or "none"
            raise BadItem(
                f"no rubric for its categories ({named}); choose one with --rubric"
            )
        names = list(item.tags)
        for name, known in rubrics.items():
            if known is None and item.loose:
                names.append(name)
            elif known is None:
                reason = f"category {name}: no rubric is called so"
                self._notes.add("left out", item.line, item.guid, reason)
        tags = {tag.pk: tag for name in names if (tag := self._tag(item, name))}
        return rubric, list(tags.values())

    def _rubric(self, category: Category) -> Rubric | None:
        folded = fold(category.name)
        if chosen := self._choices.rubrics.get(folded):
            return self._rubrics[chosen]
        return (
            self._named.get(folded)
            or self._rubrics.get(category.slug)
            or self._rubrics.get(slug(category.name))
        )

    def _tag(self, item: Item, name: str) -> Tag | None:
        own = slug(name)
        if not own or len(name) > LONGEST["tag"] or len(own) > LONGEST["tag"]:
            reason = f"tag {name[:100]}: too long, or without letters of ours"
            self._notes.add("left out", item.line, item.guid, reason)
            return None
        if own not in self._tags:
            found = Tag.objects.filter(name=name).first()
            self._tags[own] = (
                found or Tag.objects.get_or_create(slug=own, defaults={"name": name})[0]
            )
        return self._tags[own]

    # Pictures

    def _lead(self, item: Item) -> int | None:
        return self._take(item, item.lead) if item.lead else None

    def _picture(self, item: Item, address: str, alt: str, caption: str) -> int | None:
        """A picture of the text, unless it is the lead once more."""
        wanted = plain_address(address)
        if item.lead and plain_address(item.lead.address) == wanted:
            return None
        known = item.shown.get(wanted, Shown(address))
        return self._take(
            item,
            Shown(
                address,
                credit=known.credit or credit_in(caption),
                alt=alt or known.alt,
                caption=caption or known.caption,
            ),
        )

    def _take(self, item: Item, shown: Shown) -> int | None:
        uploads = self._choices.uploads
        try:
            if uploads is None:
                raise NotTaken(
                    f"picture {shown.address[:300]}: no folder with pictures"
                )
            return uploads.take(shown, is_rehearsal=self._choices.is_rehearsal)
        except NotTaken as why:
            self._notes.add("left out", item.line, item.guid, str(why))
            return None


def _check_headline(headline: str) -> None:
    if not headline:
        raise BadItem("it has no headline")
    if len(headline) > LONGEST["headline"]:
        raise BadItem(
            f"its headline has {len(headline)} letters, more than"
            f" {LONGEST['headline']}: shorten it in the file, or bring it by hand"
        )
