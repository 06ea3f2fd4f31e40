"""The recap of a day: a draft of what readers read best, for an editor to make good."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from html import escape

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from moviemeter.lib import notation
from moviemeter.lib.refusals import Refused
from news.fingerprint import fingerprint
from news.models import (
    AboutPerson,
    AboutTitle,
    Article,
    Author,
    Recap,
    Role,
    Rubric,
    Stage,
)
from news.rendering import note_mentions, render
from news.shortening import beginning

LOCK = 0x7265636170  # Names the lock of whoever drafts a recap.
MOST_STORIES = 12  # More is no recap; the best read come first.
LONGEST_TELLING = 300  # Letters of a story's intro that the recap repeats.


@transaction.atomic
def draft_recap(
    articles: Sequence[Article], *, day: date, author: Author, rubric: Rubric
) -> Article:
    """The draft of that day's recap, the best read of these stories first.

    A day has one: made again it tells the newest order, unless an editor has worked on
    it since, who gets it back as it is. Raises Refused where there is nothing to tell.
    """
    # Whoever asks second waits here for the first: a day without a recap has no row yet
    # that could be held.
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
    known = Recap.objects.filter(day=day).first()
    if known and fingerprint(known.article) != known.digest:
        return known.article
    told = _worth_telling(articles, besides=known.article if known else None)
    if not told:
        raise Refused(
            _("There is nothing to tell of %(day)s: nothing was read.")
            % {"day": notation.day(day)}
        )
    article = known.article if known else Article(stage=Stage.DRAFT)
    _write(article, told, day=day)
    article.author, article.rubric = author, rubric
    article.save()
    note_mentions(article)
    Recap.objects.update_or_create(
        day=day, defaults={"article": article, "digest": fingerprint(article)}
    )
    return article


def _worth_telling(
    articles: Sequence[Article], *, besides: Article | None
) -> list[Article]:
    """Stories that readers see, each once; no recap tells of a recap."""
    recaps = set(
        Recap.objects.filter(article__in=articles).values_list("article", flat=True)
    )
    seen = {article.pk: article for article in articles if article.is_visible}
    found = [article for key, article in seen.items() if key not in recaps]
    return [article for article in found if article != besides][:MOST_STORIES]


def _write(article: Article, told: Sequence[Article], *, day: date) -> None:
    names = {"day": notation.day(day), "n": len(told), "first": told[0].headline}
    article.headline = _("The news of %(day)s") % names
    article.intro = (
        ngettext(
            "What was read best on %(day)s: «%(first)s».",
            "The %(n)s stories that were read best on %(day)s, with at the top:"
            " «%(first)s».",
            len(told),
        )
        % names
    )
    subjects = _Subjects(told)
    article.body = "".join(_paragraphs(story, subjects.of(story)) for story in told)
    article.picture_id = next(
        (story.picture_id for story in told if story.picture_id), None
    )
    render(article)


def _paragraphs(story: Article, about: list[str]) -> str:
    """The story's headline as a link to it, and what it is about in short."""
    address = escape(story.get_absolute_url())
    link = f'<h2><a href="{address}">{escape(story.headline, quote=False)}</a></h2>'
    words = escape(beginning(story.intro, most=LONGEST_TELLING), quote=False)
    names = notation.enumerate_names(about)
    more = " " + _("About %(names)s.") % {"names": names} if about else ""
    return f"{link}<p>{words}{more}</p>"


class _Subjects:
    """Whom stories are about, each linked where the first of them is told."""

    def __init__(self, told: Sequence[Article]) -> None:
        titles = AboutTitle.objects.filter(
            article__in=told, role=Role.SUBJECT, title__visible=True
        )
        people = AboutPerson.objects.filter(
            article__in=told, role=Role.SUBJECT, person__visible=True
        )
        self._links: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for title in titles.select_related("title__series"):
            self._note(title.article_id, "title", title.title_id, title.title.full_name)
        for person in people.select_related("person"):
            self._note(
                person.article_id, "person", person.person_id, person.person.name
            )
        self._told: set[str] = set()

    def _note(self, article: int, sort: str, key: int, name: str) -> None:
        link = f'<a data-{sort}="{key}">{escape(name, quote=False)}</a>'
        self._links[article].append((f"{sort} {key}", link))

    def of(self, story: Article) -> list[str]:
        """Links to what the story is about, without those that were told before."""
        new = [each for each in self._links[story.pk] if each[0] not in self._told]
        self._told.update(key for key, link in new)
        return [link for key, link in new]
