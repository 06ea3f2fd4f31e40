"""Taking turns at a story: who is busy with it, and how somebody else takes over."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from news.models import Article, EditLock


@transaction.atomic
def take_lock(*, article: Article, member: AbstractUser) -> EditLock:
    """Make it this member's turn if nobody else is busy; returns whose turn it is.

    Called again it is a sign that the member is still at it.
    """
    lock = _locked(article, member)
    if lock.holder_id == member.pk:
        return _touched(lock)
    return lock if lock.is_held else _handed(lock, member)


@transaction.atomic
def take_over(*, article: Article, member: AbstractUser) -> EditLock:
    """Make it this member's turn, whoever was busy."""
    lock = _locked(article, member)
    return _touched(lock) if lock.holder_id == member.pk else _handed(lock, member)


def release_lock(*, article_id: int, member: AbstractUser) -> None:
    """End this member's turn; somebody else's goes on."""
    EditLock.objects.filter(article=article_id, holder=member.pk).delete()


def busy_elsewhere(article: Article, member: Any) -> EditLock | None:  # Any: or nobody
    """The lock of somebody else who is busy with the story."""
    lock = EditLock.objects.select_related("holder").filter(article=article.pk).first()
    return lock if lock and lock.is_held and lock.holder_id != member.pk else None


def _locked(article: Article, member: AbstractUser) -> EditLock:
    """The story's lock, made for this member where there is none, and held fast."""
    rows = EditLock.objects.select_for_update(of=("self",)).select_related("holder")
    while True:
        EditLock.objects.bulk_create(
            [EditLock(article=article, holder_id=member.pk)], ignore_conflicts=True
        )
        # Its holder may leave between the two, and then it is made anew.
        if lock := rows.filter(article=article).first():
            return lock


def _touched(lock: EditLock) -> EditLock:
    lock.seen_at = timezone.now()
    lock.save(update_fields=["seen_at"])
    return lock


def _handed(lock: EditLock, member: AbstractUser) -> EditLock:
    lock.holder_id = member.pk
    lock.taken_at = lock.seen_at = timezone.now()
    lock.save()
    lock.refresh_from_db(fields=["holder"])
    return lock
