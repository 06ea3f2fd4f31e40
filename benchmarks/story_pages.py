"""The addresses of the magazine's pages that are measured, the dearest of each sort."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Model, QuerySet
from django.urls import reverse
from django.utils import timezone

from benchmarks.archive import Subjects
from catalog.models import Kind, Title
from moviemeter.pages.news import STORIES_A_PAGE
from moviemeter.pages.sitemaps import IDS_A_FILE
from moviemeter.pages.stories import A_PAGE, news_address
from news.models import AboutTitle, Article, Author, Rubric, Tag

# Queries that a page of each sort may ask for.
ARTICLE, FRONT, LIST = 8, 10, 6
ANY: Final = 1_000  # Where nothing is laid down.

Rows = QuerySet[Any]  # Any: stories, or rows that say what they are about


@dataclass(frozen=True, slots=True)
class Page:
    """One address, and how many queries it may ask for.

    `first` names the page that this one, the last of its list, may not be dearer than.
    """

    name: str
    address: str
    queries: int = ANY
    first: str = ""
    is_html: bool = True


def story_pages(subjects: Subjects) -> Iterator[Page]:
    """Every page on which stories stand."""
    much, without = subjects.titles[0], subjects.titles[-1]
    assert (much.kind, without.kind) == (Kind.FILM, Kind.FILM)
    visible = Article.objects.visible()
    for name, rows in (
        ("article", visible.exclude(titles=much)),
        ("article about the 3.000's film", visible.filter(titles=much)),
    ):
        yield _page(f"{name}, new", rows.order_by("id").last(), ARTICLE)
        yield _page(f"{name}, old", rows.order_by("id").first(), ARTICLE)
    yield Page("front", reverse("home"), FRONT)
    yield from _lists()
    yield Page("most read", reverse("most-read"), LIST)
    yield _page("film with 3.000 stories", much)
    yield _page("film without a story", without)
    about = AboutTitle.objects.filter(title=much).published()
    yield from _both_ends("its news", news_address(much), about, size=A_PAGE)
    yield from _files(much)


def _lists() -> Iterator[Page]:
    """Of all stories, and of a rubric, tags, an author and a month."""
    visible = Article.objects.visible()
    yield from _both_ends("news", reverse("article-list"), visible)
    rubric = _most(Rubric.objects.all())
    of_rubric = visible.filter(rubric=rubric)
    yield from _both_ends("rubric", rubric.get_absolute_url(), of_rubric)
    for name, tag in (
        ("tag of many", _most(Tag.objects.all())),
        ("tag of few", _most(Tag.objects.all(), at=-1)),
    ):
        of_tag = visible.filter(tags=tag)
        yield from _both_ends(name, tag.get_absolute_url(), of_tag)
    author = _most(Author.objects.all())
    of_author = visible.filter(author=author)
    yield from _both_ends("author", author.get_absolute_url(), of_author)
    year = timezone.localdate().year - 5
    of_month = visible.filter(published_at__year=year, published_at__month=3)
    address = reverse("article-month", kwargs={"year": year, "month": 3})
    yield from _both_ends("month", address, of_month)


def _most(rows: Rows, *, at: int = 0) -> Any:  # Any: a rubric, a tag or an author
    """The one with the most stories, or, at -1, the one with the fewest."""
    counted = rows.annotate(n=Count("articles")).filter(n__gt=0)
    return list(counted.order_by("-n", "id"))[at]


def _both_ends(
    name: str, address: str, rows: Rows, *, size: int = STORIES_A_PAGE
) -> Iterator[Page]:
    """A list's first page, and its last at the address that its links would have."""
    first = f"{name}, first page"
    yield Page(first, address, LIST)
    keys = list(rows.order_by(*Article.NEWEST_FIRST).values_list("pk", flat=True))
    place = (len(keys) - 1) // size * size
    if place:
        last = f"{address}?na={keys[place - 1]}"
        yield Page(f"{name}, last page", last, LIST, first)


def _files(title: Title) -> Iterator[Page]:
    """What machines read: feeds and maps of the site."""
    slugs = {"rubric": _most(Rubric.objects.all()), "tag": _most(Tag.objects.all())}
    yield _file("feed", reverse("feed", kwargs={"form": "atom"}))
    for name, thing in slugs.items():
        parts = {"slug": thing.slug, "form": "rss"}
        yield _file(f"feed of a {name}", reverse(f"{name}-feed", kwargs=parts))
    parts = {"pk": title.pk, "form": "atom"}
    yield _file("feed of the 3.000's film", reverse("title-feed", kwargs=parts))
    yield _file("sitemap", reverse("sitemap"))
    newest = Article.objects.visible().order_by("id").last()
    assert newest is not None
    last = {"name": "artikelen", "number": newest.pk // IDS_A_FILE}
    yield _file("sitemap, last stories", reverse("sitemap-range", kwargs=last))
    yield _file("sitemap of news", reverse("news-sitemap"))


def _file(name: str, address: str) -> Page:
    return Page(name, address, is_html=False)


def _page(name: str, thing: Model | None, queries: int = ANY) -> Page:
    assert thing is not None, name
    address: str = thing.get_absolute_url()  # type: ignore[attr-defined]  # of all that have pages
    return Page(name, address, queries)
