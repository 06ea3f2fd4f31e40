"""A story's text made ready for readers once, when it is written."""

from catalog.models import Person, PersonMerge, Title, TitleMerge
from news import markup
from news.models import AboutPerson, AboutTitle, Article, Role

RENDERER = 1  # Raise it when stored text is to be rendered anew (render_articles).


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


def note_mentions(article: Article) -> None:
    """Have rows for the titles and people that the text links to, besides subjects."""
    numbers = markup.numbers(article.body)
    titles = Title.objects.filter(pk__in=numbers.titles).values_list("pk", flat=True)
    people = Person.objects.filter(pk__in=numbers.people).values_list("pk", flat=True)
    named = article.title_rows.filter(role=Role.MENTIONED)
    named.exclude(title__in=titles).delete()
    AboutTitle.objects.bulk_create(
        [
            AboutTitle(
                article=article, title_id=pk, role=Role.MENTIONED, position=place
            )
            for place, pk in enumerate(numbers.titles)
            if pk in set(titles)
        ],
        ignore_conflicts=True,
    )
    article.person_rows.filter(role=Role.MENTIONED).exclude(person__in=people).delete()
    AboutPerson.objects.bulk_create(
        [
            AboutPerson(
                article=article, person_id=pk, role=Role.MENTIONED, position=place
            )
            for place, pk in enumerate(numbers.people)
            if pk in set(people)
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
