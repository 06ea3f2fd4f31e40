"""The titles and people that a story is about, and everything that they are called."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Value

from catalog.models import (
    AlternativeTitle,
    Kind,
    Person,
    PersonMerge,
    Title,
    TitleMerge,
)
from moviemeter.lib.text import filed_person, fold
from news.models import AboutPerson, AboutTitle, Article
from news.proofreading.texts import Text

_ARTICLES = frozenset((
    "de", "het", "een", "the", "a", "an", "la", "le", "les", "un", "une", "il",
    "lo", "der", "die", "das", "el", "los", "las", "den", "det",
))  # fmt: skip
# Where a subtitle begins: «2001: A Space Odyssey», «Ja zuster, nee zuster».
_SUBTITLE = re.compile(r"[:,(]\s| [-–] ")
_LEAST_SURNAME = 6  # Shorter ones differ from too many other words by a letter.


@dataclass(frozen=True, slots=True)
class Called:
    """A name of a title or person; `edits` is how far from it a near-miss may be.

    None where its near-misses are not looked for: it is known, and no more.
    """

    name: str
    folded: str
    edits: int


@dataclass(frozen=True, slots=True)
class Known:
    """A title or person: its own name, all its names, and what it once was.

    `merged` holds the ids by which links may still call it.
    """

    sort: str
    key: int
    name: str
    called: tuple[Called, ...]
    visible: bool
    is_season: bool = False
    merged: frozenset[int] = frozenset()


def known_of(article: Article, texts: Iterable[Text]) -> list[Known]:
    """All that the article links to or has as a subject, in two queries."""
    links = [link for text in texts for link in text.links]
    titles = {link.key for link in links if link.sort == "title"}
    people = {link.key for link in links if link.sort == "person"}
    return [
        *(_title(title) for title in _titles(article, titles)),
        *(_person(person) for person in _people(article, people)),
    ]


def _titles(article: Article, linked: set[int]) -> QuerySet[Title]:
    merges = TitleMerge.objects.filter(undone_at__isnull=True)
    into = merges.filter(old_id__in=linked, into__isnull=False).values("into")
    about = AboutTitle.objects.filter(article=article.pk or 0).values("title")
    wanted = Title.objects.filter(pk__in=linked).values("pk").union(into, about)
    names = AlternativeTitle.objects.filter(title=OuterRef("pk")).order_by("pk")
    return (
        Title.objects.filter(pk__in=wanted)
        .select_related("series")
        .annotate(
            also=ArraySubquery(names.values("name")),
            came=ArraySubquery(merges.filter(into=OuterRef("pk")).values("old_id")),
        )
        .order_by("pk")
    )


def _people(article: Article, linked: set[int]) -> QuerySet[Person]:
    merges = PersonMerge.objects.filter(undone_at__isnull=True)
    into = merges.filter(old_id__in=linked, into__isnull=False).values("into")
    about = AboutPerson.objects.filter(article=article.pk or 0).values("person")
    wanted = Person.objects.filter(pk__in=linked).values("pk").union(into, about)
    return (
        Person.objects.filter(pk__in=wanted)
        .annotate(
            came=ArraySubquery(merges.filter(into=OuterRef("pk")).values("old_id"))
        )
        .order_by("pk")
    )


def _title(title: Title) -> Known:
    own = [title.name, title.original_name, *vars(title)["also"]]
    if title.kind == Kind.SEASON:
        assert title.series is not None  # by constraint
        own += [title.full_name, title.series.name, title.series.original_name]
    return Known(
        "title",
        title.pk,
        title.full_name,
        tuple(_each_once(_title_names(own))),
        title.visible,
        is_season=title.kind == Kind.SEASON,
        merged=frozenset(vars(title)["came"]),
    )


def _person(person: Person) -> Known:
    surname = filed_person(person.name).partition(", ")[0]
    edits = 1 if len(fold(surname)) >= _LEAST_SURNAME else 0
    names = [_whole(person.name), Called(surname, fold(surname), edits)]
    return Known(
        "person",
        person.pk,
        person.name,
        tuple(_each_once(names)),
        person.visible,
        merged=frozenset(vars(person)["came"]),
    )


def _title_names(names: Iterable[str]) -> Iterator[Called]:
    """Each name, and as it is called for short: no article, no subtitle."""
    for name in names:
        yield _whole(name)
        first, _, rest = name.partition(" ")
        if first.lower() in _ARTICLES and rest:
            yield Called(rest, fold(rest), 0)
        main = _SUBTITLE.split(name, maxsplit=1)[0]
        if main != name:
            yield Called(main, fold(main), 0)


def _whole(name: str) -> Called:
    folded = fold(name)
    return Called(name, folded, edits_for(folded))


def edits_for(folded: str) -> int:
    """How many edits make a near-miss of a name: 2 from ten letters on, 1 from five.

    Four letters are too few: «Dark», «Dirk» and «Park» are all words of their own.
    """
    letters = len(folded.replace(" ", ""))
    return 2 if letters >= 10 else 1 if letters >= 5 else 0


def _each_once(names: Iterable[Called]) -> Iterator[Called]:
    """Every name by its folded form, as the one that looks furthest."""
    best: dict[str, Called] = {}
    for each in names:
        there = best.get(each.folded)
        if each.folded and (there is None or there.edits < each.edits):
            best[each.folded] = each
    return iter(best.values())


def names_in_catalogue(folded: Iterable[str]) -> set[str]:
    """Which of these folded texts are the name of some title or person, in a query."""
    wanted = set(folded)
    if not wanted:
        return set()
    titles = Title.objects.filter(search_key__in=wanted).values_list(
        "search_key", Value("title")
    )
    people = Person.objects.filter(search_key__in=wanted).values_list(
        "search_key", Value("person")
    )
    return {key for key, _ in titles.union(people)}
