"""A story's text made ready for readers once, when it is written."""

from typing import Final

from django.db import transaction

from catalog.models import Person, PersonMerge, Picture, Title, TitleMerge
from news import markup
from news.models import AboutPerson, AboutTitle, Article, ArticlePicture, Role

RENDERER: Final = (
    1  # Raise it when stored text is to be rendered anew (render_articles).
)
AT_ONCE = 100  # Stories that are locked together while they are rendered anew.


def render(article: Article) -> None:
    """Clean the body and make `html` of it; the article is not saved."""
    article.body = markup.clean(article.body)
    numbers = markup.numbers(article.body)
    article.html = markup.link(
        article.body,
        titles=_titles(numbers.titles),
        people=_people(numbers.people),
    )
    article.word_count = markup.word_count(article.intro) + markup.word_count(
        article.body
    )
    article.renderer = RENDERER


def render_anew(*, everything: bool = False) -> int:
    """Render what an older renderer made, or all there is; returns how many that was.

    An editor who saves meanwhile waits for a moment, and nothing counts as changed.
    """
    count, last = 0, 0
    while keys := _batch(after=last, everything=everything):
        with transaction.atomic():
            found = Article.objects.select_for_update(of=("self",)).filter(pk__in=keys)
            for article in found.order_by("pk"):
                render(article)
                Article.objects.filter(pk=article.pk).update(
                    body=article.body,
                    html=article.html,
                    word_count=article.word_count,
                    renderer=article.renderer,
                )
                note_mentions(article)
                count += 1
        last = keys[-1]
    return count


def _batch(*, after: int, everything: bool) -> list[int]:
    rows = Article.objects.filter(pk__gt=after).order_by("pk")
    if not everything:
        rows = rows.filter(renderer__lt=RENDERER)
    return list(rows.values_list("pk", flat=True)[:AT_ONCE])


def note_mentions(article: Article) -> None:
    """Have rows for what the text names and shows, besides its subjects.

    They tell where a title, a person or a picture is used. What is gone meanwhile gets
    no row, and the story is shown without it.
    """
    numbers = markup.numbers(article.body)
    _note_titles(article, numbers.titles)
    _note_people(article, numbers.people)
    _note_pictures(article, numbers.pictures)


def _note_titles(article: Article, numbers: list[int]) -> None:
    there = set(Title.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    named = article.title_rows.filter(role=Role.MENTIONED)
    named.exclude(title__in=there).delete()
    AboutTitle.objects.bulk_create(
        [
            AboutTitle(
                article=article, title_id=pk, role=Role.MENTIONED, position=place
            )
            for place, pk in enumerate(numbers)
            if pk in there
        ],
        ignore_conflicts=True,
    )


def _note_people(article: Article, numbers: list[int]) -> None:
    there = set(Person.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    named = article.person_rows.filter(role=Role.MENTIONED)
    named.exclude(person__in=there).delete()
    AboutPerson.objects.bulk_create(
        [
            AboutPerson(
                article=article, person_id=pk, role=Role.MENTIONED, position=place
            )
            for place, pk in enumerate(numbers)
            if pk in there
        ],
        ignore_conflicts=True,
    )


def _note_pictures(article: Article, numbers: list[int]) -> None:
    there = set(Picture.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    shown = ArticlePicture.objects.filter(article=article)
    shown.exclude(picture__in=there).delete()
    ArticlePicture.objects.bulk_create(
        [
            ArticlePicture(article=article, picture_id=pk, position=place)
            for place, pk in enumerate(numbers)
            if pk in there
        ],
        ignore_conflicts=True,
    )


def _titles(ids: list[int]) -> dict[int, Title]:
    """Visible titles by id, merged ones by their old id too.

    A season comes with its series, which its address needs.
    """
    found = Title.objects.visible().select_related("series").in_bulk(ids)
    merges = TitleMerge.objects.filter(old_id__in=ids, undone_at__isnull=True)
    for merge in merges.filter(into__visible=True).select_related("into__series"):
        if merge.into is not None:
            found.setdefault(merge.old_id, merge.into)
    return found


def _people(ids: list[int]) -> dict[int, Person]:
    """Visible people by id, merged ones by their old id too."""
    found = Person.objects.visible().in_bulk(ids)
    merges = PersonMerge.objects.filter(old_id__in=ids, undone_at__isnull=True)
    for merge in merges.filter(into__visible=True).select_related("into"):
        if merge.into is not None:
            found.setdefault(merge.old_id, merge.into)
    return found
