"""Whether a story's pictures may be shown, and can be by everybody.

Only these findings block: nothing is published without a credit, a kind of licence
and the right to show it on the day of publication.
"""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Picture
from moviemeter.lib.notation import day
from news import markup
from news.models import Article
from news.proofreading.finding import Field, Finding, Sort


def picture_findings(article: Article, *, at: datetime) -> Iterator[Finding]:
    """What is the matter with the lead picture and those in the text, in a query."""
    parts = markup.parts(markup.clean(article.body))
    shown = [part.key for part in parts if part.sort == "picture"]
    lead = article.picture_id
    wanted = list(dict.fromkeys([*([lead] if lead else []), *shown]))
    pictures = Picture.objects.in_bulk(wanted)
    if not lead:
        told = _("There is no lead picture: its cards stand without one.")
        yield Finding(Sort.NO_PICTURE, told, Field.PICTURE)
    for key in wanted:
        picture = pictures.get(key)
        if picture is None:
            told = _("Picture #%(id)s is no longer in the library.")
            yield _blocking(Sort.PICTURE_FILES, told % {"id": key}, key)
        else:
            yield from _about(picture, at)


def _about(picture: Picture, at: datetime) -> Iterator[Finding]:
    names = {"picture": f"«{picture}» (#{picture.pk})"}
    if not picture.credit.strip() or not picture.licence_kind:
        told = _("%(picture)s lacks its credit or its kind of licence.")
        yield _blocking(Sort.RIGHTS, told % names, picture.pk)
    if picture.ends_on is not None and picture.ends_on < timezone.localdate(at):
        told = _("The licence of %(picture)s ends on %(day)s, before publication.")
        names["day"] = day(picture.ends_on)
        yield _blocking(Sort.RIGHTS, told % names, picture.pk)
    elif picture.withdrawn_at is not None:
        told = _("The files of %(picture)s were taken away and are not back yet.")
        yield _blocking(Sort.PICTURE_FILES, told % names, picture.pk)
    elif not picture.has_files:
        told = _("The sizes of %(picture)s are not made yet: it doesn't show so far.")
        yield Finding(
            Sort.PICTURE_FILES, told % names, Field.PICTURE, picture=picture.pk
        )
    if not picture.alt.strip():
        told = _("%(picture)s lacks a description for those who can't see it.")
        yield Finding(
            Sort.NO_DESCRIPTION, told % names, Field.PICTURE, picture=picture.pk
        )


def _blocking(sort: Sort, told: str, picture: int) -> Finding:
    return Finding(sort, told, Field.PICTURE, blocks=True, picture=picture)
