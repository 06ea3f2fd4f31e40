"""Keeping what somebody types aside until they save it."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from moviemeter.lib.refusals import Refused
from news import markup
from news.models import Article, Autosave

# What is kept, and how many letters of it: a long text, and names and numbers.
MOST_LETTERS = {"headline": 300, "intro": 2_000, "body": 200_000}
MOST_OF_A_CHOICE = 20
CHOICES = ("rubric", "author", "picture", "trailer")


def keep_aside(
    *, article: Article | None, member: AbstractUser, fields: Mapping[str, str]
) -> Autosave:
    """Keep a form's fields for this member, in place of what was kept before.

    Unknown fields are left out and the text is cleaned as a saved one is. Raises
    Refused where a field is longer than anybody writes.
    """
    # The database knows no letter of number nought.
    told = {
        name: fields.get(name, "").replace("\x00", "")
        for name in (*MOST_LETTERS, *CHOICES)
    }
    for name, value in told.items():
        if len(value) > MOST_LETTERS.get(name, MOST_OF_A_CHOICE):
            raise Refused(_("This is too long to be kept aside; save it yourself."))
    told["body"] = markup.clean(told["body"])
    kept, _made = Autosave.objects.update_or_create(
        article=article, member_id=member.pk, defaults={"fields": told}
    )
    return kept


def kept_aside(*, article: Article | None, member: AbstractUser) -> Autosave | None:
    """What this member typed and did not save, unless the story was saved since."""
    kept = Autosave.objects.filter(article=article, member=member.pk).first()
    if kept and article and kept.saved_at <= article.changed_at:
        return None
    return kept


def forget(*, article: Article | None, member: AbstractUser) -> None:
    """Drop what was kept aside: it was saved, or is not wanted."""
    Autosave.objects.filter(article=article, member=member.pk).delete()
