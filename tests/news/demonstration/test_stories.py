"""The demonstration's own stories: all of them, as readers get them."""

import re
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from catalog.demonstration.loading import load_demonstration
from catalog.demonstration.reading import read_titles
from catalog.models import LicenceKind
from news import markup
from news.demonstration.loading import load_articles
from news.demonstration.reading import read_articles, read_authors
from news.models import (
    AboutPerson,
    AboutTitle,
    Article,
    Author,
    Correction,
    Role,
    Rubric,
    Tag,
)
from news.proofreading import proofread

TEXTS = read_articles()
TITLES = list(read_titles())
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def each(function):
    return pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.file)(function)


def plain(text):
    """The words of the body, its marks gone."""
    return re.sub(r"[*#>]|!\[\]\([^)]*\)", "", LINK.sub(r"\1", text.body))


def test_there_are_stories_in_every_rubric_and_of_every_year():
    rubrics = Counter(text.rubric for text in TEXTS)
    years = {text.published.year for text in TEXTS}

    assert len(TEXTS) >= 24
    assert len(rubrics) == 7
    assert min(rubrics.values()) >= 3
    assert years == set(range(2021, 2027))


def test_everybody_who_signs_is_told_about_and_signs():
    signed = {text.author for text in TEXTS}

    assert signed == {author.name for author in read_authors()}
    assert all(author.about for author in read_authors())


@each
def test_story_is_of_a_fitting_length_and_has_a_quote_and_a_subject(text):
    words = plain(text).split()

    assert 250 <= len(words) <= 600
    assert 15 <= len(text.intro.split()) <= 50
    assert len(text.headline) <= 80
    assert text.body.count("\n> ") == 1
    assert 1 <= len(text.subjects) <= 3
    assert text.tags


@each
def test_story_shows_each_picture_once(text):
    shown = [text.picture, *re.findall(r"!\[\]\(([^)]+)\)", text.body)]

    assert len(shown) == len(set(shown))


@each
def test_story_is_dutch(text):
    words = re.findall(r"\w+", plain(text).lower())

    dutch = sum(words.count(word) for word in ("de", "het", "een", "en", "van", "is"))
    english = sum(words.count(word) for word in ("and", "of the", "with", "his"))
    assert dutch > len(words) / 8
    assert english <= 2


@each
def test_story_was_published_by_day_and_after_its_subjects_began(text):
    moment = text.published.astimezone(ZoneInfo("Europe/Amsterdam"))
    years = {f"{room(title)}/{title.file}": title.year for title in TITLES}

    assert 7 <= moment.hour <= 18
    assert moment.utcoffset() == text.published.utcoffset()
    assert moment <= datetime(2026, 11, 1, tzinfo=moment.tzinfo)
    assert all(years[file.split("#")[0]] <= moment.year for file in text.subjects)


@each
def test_story_links_each_person_of_the_catalogue_where_first_named(text):
    known = {name for title in TITLES for name in title.names if " " in name}
    found = {
        name: re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.body)
        for name in known
        if name in text.body
    }
    odd = [
        name
        for name, first in found.items()
        if first and text.body[first.start() - 1] != "["
    ]

    assert odd == []


@each
def test_story_links_its_subjects_and_every_title_once(text):
    targets = [target for words, target in LINK.findall(text.body)]
    titles = [target for target in targets if "/" in target]
    people = [words for words, target in LINK.findall(text.body) if target == "person"]

    assert set(text.subjects) <= set(titles)
    assert set(text.people) <= set(people)
    assert [title for title, n in Counter(titles).items() if n > 1] == []
    assert [name for name, n in Counter(people).items() if n > 1] == []


@each
def test_story_links_each_title_of_the_catalogue_where_first_named(text):
    linked = {
        title.title: text.body.find(f"({room(title)}/{title.file})") for title in TITLES
    }
    odd = [
        words
        for words in re.findall(r"(?<!\*)\*([^*\n]+)\*", text.body)
        if words in linked and not -1 < linked[words] < text.body.find(f"*{words}*")
    ]

    assert odd == []


@each
def test_link_to_a_title_says_its_name(text):
    names = {f"{room(title)}/{title.file}": title.title for title in TITLES}
    odd = [
        (words, target)
        for words, target in LINK.findall(re.sub(r"!\[\]\([^)]*\)", "", text.body))
        if target in names
        and words != names[target]
        and words != names[target].split(",")[0]
    ]

    assert odd == []


def room(title):
    return "films" if title.kind == "film" else "series"


def kept():
    """Every row by number, and when each story was last written."""
    rows = {
        model: sorted(model.objects.values_list("pk", flat=True))
        for model in (AboutPerson, AboutTitle, Author, Correction, Tag)
    }
    return rows | {Article: sorted(Article.objects.values_list("pk", "changed_at"))}


@pytest.mark.django_db
def test_whole_demonstration_loads_and_loads_again_without_a_change(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load_demonstration()

    count = load_articles()

    assert count == len(TEXTS) == Article.objects.visible().count()
    assert not Rubric.objects.filter(articles=None).exists()
    odd = [article.headline for article in Article.objects.all() if faults(article)]
    assert odd == []
    assert [
        finding for article in Article.objects.all() for finding in seen(article)
    ] == []
    before = kept()
    assert load_articles() == count
    assert kept() == before


def seen(article):
    """What the second pair of eyes sees."""
    found = proofread(article, at=article.published_at)
    return [(article.headline, each.sentence) for each in found]


def faults(article):
    """What a reader would miss or stumble over."""
    numbers = markup.numbers(article.body)
    subjects = article.title_rows.filter(role=Role.SUBJECT)
    linked = article.html.count('<a class="title-hint"')
    named = article.html.count('<a class="person-hint"')
    picture = article.picture
    wanted = {
        "a picture of our own with a credit": picture.credit
        and picture.alt
        and picture.licence_kind == LicenceKind.OWN,
        "subjects": subjects.exists(),
        "every link an address": linked == len(numbers.titles)
        and named == len(numbers.people),
        "nothing by number but figures": "data-title" not in article.html
        and "data-person" not in article.html,
        "a quote": article.html.count("<blockquote data-pull") == 1,
        "no marks left": not re.search(r"\]\(|\*|&lt;|^#", article.html),
    }
    return [name for name, good in wanted.items() if not good]


@pytest.mark.django_db
def test_pages_of_all_stories_answer_with_their_pictures(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load_demonstration()
    load_articles()

    odd = []
    for article in Article.objects.select_related("picture"):
        page = client.get(article.get_absolute_url())
        html = page.content.decode()
        figures = html.count('<figure class="figure">')
        if figures != 1 + article.body.count("<figure") or "Beeld: " not in html:
            odd.append((article.headline, page.status_code, figures))

    assert odd == []
