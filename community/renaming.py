"""Changing a username: by the crew alone, never without a line in the public log."""

from django.db import transaction

from community.models import Rename, User


@transaction.atomic
def rename_member(
    *, member: User, new_username: str, by: User | None, reason: str
) -> Rename:
    """Give the member another username and log it; the database refuses any other way.

    Raises IntegrityError where the name is taken, in whatever case, or has no reason.
    """
    rename = Rename.objects.create(
        member=member,
        old_username=member.username,
        new_username=new_username,
        renamed_by=by,
        reason=reason,
    )
    member.username = new_username
    member.save(update_fields=["username"])
    return rename
