"""Accounts to look around with on a machine of one's own."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.models import User
from community.roles import CHIEF


@dataclass(frozen=True, slots=True)
class Account:
    """A demonstration account, and in a few words what it may do."""

    username: str
    password: str
    may: str | Promise
    superuser: bool = False
    role: str = ""


# Known to everybody who reads this, so never outside development.
ACCOUNTS = (
    Account("operator", "toon-mij-alles", _("may do everything"), superuser=True),
    Account("redactie", "schrijf-en-knip", _("edits the catalogue"), role=CHIEF),
)


def refuse_in_production() -> None:
    """Raise ImproperlyConfigured outside development, before anything is touched."""
    if not settings.DEVELOPMENT:
        raise ImproperlyConfigured(
            "The demonstration is for SITE_MODE=development only."
        )


def make_accounts() -> list[User]:
    """Make the demonstration accounts, or set them right again."""
    refuse_in_production()
    with transaction.atomic():
        return [_make(account) for account in ACCOUNTS]


def _make(account: Account) -> User:
    known = User.objects.filter(username__iexact=account.username).first()
    member = known or User(username=account.username)
    member.email = f"{account.username}@example.org"
    member.is_active = member.is_staff = True
    member.is_superuser = account.superuser
    # A password that is right already keeps its hash, and its sessions.
    if not member.check_password(account.password):
        member.set_password(account.password)
    member.save()
    member.groups.set(Group.objects.filter(name=account.role))
    member.user_permissions.clear()
    return member
