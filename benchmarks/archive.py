"""Fifteen years of a magazine, as artificial as it is large."""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.utils import timezone
from django.utils.text import slugify

from benchmarks.words import Words
from catalog.models import (
    Country,
    Genre,
    Kind,
    LicenceKind,
    Person,
    Picture,
    Title,
    TitleCountry,
    TitleGenre,
)
from community.counting import renew_counters
from news import markup
from news.models import (
    AboutPerson,
    AboutTitle,
    Article,
    Author,
    Reading,
    Role,
    Rubric,
    Stage,
    Tag,
)
from news.models.article_tag import ArticleTag
from news.rendering import RENDERER

STORIES: Final = 15_270
ABOUT_ONE_TITLE: Final = 3_000
YEARS: Final = 15
TITLES: Final = 4_000
WITHOUT_NEWS: Final = 100  # The last titles, that no story names.
PEOPLE: Final = 2_000
AUTHORS: Final = 40
TAGS: Final = 800
TITLES_A_STORY: Final = 3
PEOPLE_A_STORY: Final = 2
PARAGRAPHS: Final = 7
LETTERS: Final = 260  # Of a paragraph; with its links a story has about 2.500.
WIDTHS: Final = [320, 640, 960, 1200]
AT_ONCE = 1_000  # Rows that are written together.


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the stories are about, by whom and under which words."""

    titles: list[Title]
    people: list[Person]
    authors: list[Author]
    tags: list[Tag]
    rubrics: list[Rubric]
    pictures: list[Picture]


def fill(seed: int) -> Subjects:
    """Write the whole archive into an empty, migrated database."""
    chance = random.Random(seed)  # noqa: S311 - no secret, the same for each run
    words = Words(chance)
    subjects = _subjects(words)
    stories = _stories(words, subjects)
    Article.objects.bulk_create(stories, batch_size=AT_ONCE)
    _connect(chance, stories, subjects)
    _readings(chance, stories)
    renew_counters()
    with connection.cursor() as cursor:
        # As autovacuum leaves it after a day.
        cursor.execute("vacuum analyze")
    return subjects


def _subjects(words: Words) -> Subjects:
    pictures = _pictures(words, TITLES + STORIES)
    authors = [f"{words.name(2)} {number}" for number in range(AUTHORS)]
    tags = [f"{words.name(1).lower()} {number}" for number in range(TAGS)]
    return Subjects(
        titles=_titles(words, pictures[:TITLES]),
        people=Person.objects.bulk_create(
            Person(name=words.name(2)) for _ in range(PEOPLE)
        ),
        authors=Author.objects.bulk_create(
            Author(name=name, slug=slugify(name), about=words.line(120))
            for name in authors
        ),
        tags=Tag.objects.bulk_create(
            Tag(name=name, slug=slugify(name)) for name in tags
        ),
        rubrics=list(Rubric.objects.all()),
        pictures=pictures[TITLES:],
    )


def _pictures(words: Words, count: int) -> list[Picture]:
    """Photographs with their sizes, as far as the database knows."""
    names = [f"pictures/{number % 256:02x}/{number:020x}" for number in range(count)]
    return Picture.objects.bulk_create(
        [
            Picture(
                file=(file := f"{name}-{WIDTHS[-1]}.jpg"),
                sizes_of=file,
                widths=WIDTHS,
                width=1200,
                height=675,
                tint=number % 64,
                alt=words.line(70),
                credit=words.name(2),
                licence_kind=LicenceKind.AGENCY,
            )
            for number, name in enumerate(names)
        ],
        batch_size=AT_ONCE,
    )


def _titles(words: Words, posters: list[Picture]) -> list[Title]:
    """Films and some series, from everywhere and of each genre."""
    choose = words.chance.choice
    titles = Title.objects.bulk_create(
        [
            Title(
                kind=Kind.SERIES if number % 8 == 1 else Kind.FILM,
                name=words.name(words.chance.randint(1, 4)),
                year=words.chance.randint(1930, 2026),
                poster=poster,
            )
            for number, poster in enumerate(posters)
        ],
        batch_size=AT_ONCE,
    )
    countries, genres = list(Country.objects.all()), list(Genre.objects.all())
    TitleCountry.objects.bulk_create(
        TitleCountry(title=title, country=choose(countries)) for title in titles
    )
    TitleGenre.objects.bulk_create(
        TitleGenre(title=title, genre=choose(genres)) for title in titles
    )
    return titles


def _stories(words: Words, subjects: Subjects) -> list[Article]:
    """One story after the other, the newest an hour old."""
    chance, now = words.chance, timezone.now() - datetime.timedelta(hours=1)
    step = datetime.timedelta(days=YEARS * 365.25) / STORIES
    often = [1 / (place + 3) for place in range(AUTHORS)]
    titles = {title.pk: title for title in subjects.titles}
    people = {person.pk: person for person in subjects.people}
    stories = []
    for number, picture in enumerate(subjects.pictures):
        body = markup.clean(_body(words, subjects, first=_about_one(number)))
        intro = words.text(200)
        stories.append(
            Article(
                headline=words.line(chance.randint(40, 90)),
                intro=intro,
                body=body,
                html=markup.link(body, titles=titles, people=people),
                renderer=RENDERER,
                word_count=markup.word_count(intro) + markup.word_count(body),
                stage=Stage.READY,
                published_at=now - step * (STORIES - 1 - number),
                rubric=chance.choice(subjects.rubrics),
                author=chance.choices(subjects.authors, often)[0],
                picture=picture,
            )
        )
    return stories


def _about_one(number: int) -> bool:
    """Whether this story is about the title with so many: they lie evenly spread."""
    return number * ABOUT_ONE_TITLE % STORIES < ABOUT_ONE_TITLE


def _body(words: Words, subjects: Subjects, *, first: bool) -> str:
    """Paragraphs that name three titles and two people."""
    chosen = words.chance.sample(
        subjects.titles[1:-WITHOUT_NEWS], k=TITLES_A_STORY - first
    )
    if first:
        chosen = [subjects.titles[0], *chosen]
    links = [f'<a data-title="{title.pk}">{title.name}</a>' for title in chosen]
    people = words.chance.sample(subjects.people, k=PEOPLE_A_STORY)
    links += [f'<a data-person="{each.pk}">{each.name}</a>' for each in people]
    html = ""
    for place in range(PARAGRAPHS):
        if place == PARAGRAPHS // 2:
            html += f"<h2>{words.line(30)}</h2>"
        named = f" {links[place]}." if place < len(links) else ""
        html += f"<p>{words.text(LETTERS)}{named}</p>"
    return html


def _connect(chance: random.Random, stories: list[Article], subjects: Subjects) -> None:
    """What each story is about (its first title) and names, and its tags."""
    titles: list[AboutTitle] = []
    people: list[AboutPerson] = []
    tags: list[ArticleTag] = []
    often = [1 / (place + 3) for place in range(TAGS)]
    for story in stories:
        named = markup.numbers(story.body)
        titles += [
            AboutTitle(article=story, title_id=pk, position=place, role=role)
            for place, pk, role in _roles(named.titles)
        ]
        people += [
            AboutPerson(article=story, person_id=pk, position=place, role=role)
            for place, pk, role in _roles(named.people)
        ]
        chosen = chance.choices(subjects.tags, often, k=chance.randint(1, 4))
        tags += [ArticleTag(article=story, tag=tag) for tag in dict.fromkeys(chosen)]
    AboutTitle.objects.bulk_create(titles, batch_size=AT_ONCE)
    AboutPerson.objects.bulk_create(people, batch_size=AT_ONCE)
    ArticleTag.objects.bulk_create(tags, batch_size=AT_ONCE)


def _roles(keys: list[int]) -> Iterator[tuple[int, int, Role]]:
    """Each with its place; the first is what the story is about."""
    for place, key in enumerate(keys):
        yield place, key, Role.MENTIONED if place else Role.SUBJECT


def _readings(chance: random.Random, stories: list[Article]) -> None:
    """Of today and yesterday, when somebody read each story that there is."""
    today = timezone.localdate()
    Reading.objects.bulk_create(
        [
            Reading(
                article=story,
                day=today - datetime.timedelta(days=ago),
                n=int(chance.paretovariate(1)),
            )
            for story in stories
            for ago in range(2)
        ],
        batch_size=AT_ONCE,
    )
