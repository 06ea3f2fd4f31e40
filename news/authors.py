"""The name above a story, for who has an account and begins one."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from moviemeter.lib.text import slug
from news.models import Author

LONGEST_NAME = 80  # Letters of a name above a story; a username may be longer.


@transaction.atomic
def own_author(member: AbstractUser) -> Author:
    """A member's own byline, made under the username where there is none yet."""
    known = Author.objects.filter(member=member.pk).first()
    if known:
        return known
    name = member.get_username()
    for number in range(1, 100):
        more = "" if number == 1 else f" {number}"
        told = name[: LONGEST_NAME - len(more)] + more
        taken = Author.objects.filter(name=told) | Author.objects.filter(
            slug=slug(told)
        )
        if not taken.exists():
            break
    author, _made = Author.objects.get_or_create(
        member_id=member.pk, defaults={"name": told, "slug": slug(told)}
    )
    return author
