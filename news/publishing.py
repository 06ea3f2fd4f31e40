"""The life of a story: handed in, published now or later, withdrawn, brought back.

Nothing runs for a story to appear: readers see what is ready and whose moment has come.
"""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.history.revising import quietly
from moviemeter.lib.refusals import Refused
from news.models import Article, Stage, Step, StepKind, Withdrawal
from news.proofreading import proofread


def steps_for(article: Article, member: AbstractUser) -> list[StepKind]:
    """Where this member may let the story go from here, the likeliest first."""
    chief = member.has_perm("news.publish_article")
    edits = chief or member.has_perm("news.edit_article")
    own = edits or article.is_by(member)
    publish = [StepKind.PUBLISHED] if chief else []
    if article.stage == Stage.DRAFT:
        return [*publish, *([StepKind.SUBMITTED] if own else [])]
    if article.stage == Stage.REVIEW:
        return [*publish, *([StepKind.SENT_BACK] if own else [])]
    if not chief:
        return []
    if article.stage == Stage.WITHDRAWN:
        return [StepKind.BROUGHT_BACK]
    if article.is_visible:
        return [StepKind.WITHDRAWN]
    return [StepKind.PUBLISHED, StepKind.UNSCHEDULED]


@transaction.atomic
def hand_in(*, article: Article, by: AbstractUser, note: str = "") -> Step:
    """Let a draft go to the chief. Raises Refused where it is no draft any more."""
    story = _held(article, {Stage.DRAFT})
    return _go(story, Stage.REVIEW, StepKind.SUBMITTED, by=by, note=note)


@transaction.atomic
def send_back(*, article: Article, by: AbstractUser, note: str = "") -> Step:
    """Let a story in review be a draft again, with a word on what it lacks."""
    story = _held(article, {Stage.REVIEW})
    return _go(story, Stage.DRAFT, StepKind.SENT_BACK, by=by, note=note)


@transaction.atomic
def publish(*, article: Article, by: AbstractUser, at: datetime | None = None) -> Step:
    """Let readers see a story from a moment on, or from now.

    A scheduled story gets another moment; one that readers have seen keeps its own.
    Raises Refused for that, for a moment that has passed, and where the second pair of
    eyes sees what may not be published: a picture without rights on that day.
    """
    story = _held(article, {Stage.DRAFT, Stage.REVIEW, Stage.READY})
    now = timezone.now().replace(microsecond=0)
    if story.is_visible:
        raise Refused(_("This story is out already; its moment stays as it is."))
    if at is not None and at <= now:
        raise Refused(
            _("That moment has passed. Publish it now, or choose a later one.")
        )
    story.published_at = at or now
    found = proofread(story, at=story.published_at)
    if blocking := [each.sentence for each in found if each.blocks]:
        raise Refused(" ".join(blocking))
    kind = StepKind.SCHEDULED if at else StepKind.PUBLISHED
    return _go(story, Stage.READY, kind, by=by, moment=story.published_at)


@transaction.atomic
def unschedule(*, article: Article, by: AbstractUser) -> Step:
    """Take a story from the schedule into review. Raises Refused once it is out."""
    story = _held(article, {Stage.READY})
    if story.is_visible:
        raise Refused(_("This story is out already. It can be withdrawn."))
    story.published_at = None
    return _go(story, Stage.REVIEW, StepKind.UNSCHEDULED, by=by)


@transaction.atomic
def withdraw(*, article: Article, by: AbstractUser, reason: str) -> Step:
    """Take a published story back; its address goes on to tell readers why."""
    story = _held(article, {Stage.READY})
    if not story.is_visible:
        raise Refused(_("Readers have not seen this story; take it from the schedule."))
    Withdrawal.objects.create(article=story, reason=reason, withdrawn_by_id=by.pk)
    return _go(story, Stage.WITHDRAWN, StepKind.WITHDRAWN, by=by, note=reason)


@transaction.atomic
def bring_back(*, article: Article, by: AbstractUser) -> Step:
    """Let readers see a withdrawn story again, at its old address and moment."""
    story = _held(article, {Stage.WITHDRAWN})
    Withdrawal.objects.filter(article=story).delete()
    return _go(story, Stage.READY, StepKind.BROUGHT_BACK, by=by)


def _held(article: Article, stages: Collection[Stage]) -> Article:
    """The story as it is stored, held fast, if it is at one of these stages."""
    story = Article.objects.select_for_update().get(pk=article.pk)
    if story.stage not in stages:
        raise Refused(
            _("This story was moved on in the meantime: it is %(stage)s now.")
            % {"stage": story.get_stage_display()}
        )
    return story


def _go(
    story: Article,
    stage: Stage,
    kind: StepKind,
    *,
    by: AbstractUser,
    note: str = "",
    moment: datetime | None = None,
) -> Step:
    story.stage = stage
    with quietly(story):
        story.save(update_fields=["stage", "published_at", "changed_at"])
    return Step.objects.create(
        article=story, kind=kind, taken_by_id=by.pk, note=note, moment=moment
    )
