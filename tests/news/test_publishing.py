"""The life of a story, step by step."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.roles import CHIEF, EDITOR, MODERATOR, OPERATOR, WRITER
from moviemeter.lib.refusals import Refused
from news import publishing
from news.models import Article, Stage, Step, StepKind, Withdrawal
from tests.at_once import at_once
from tests.factories import ArticleFactory, AuthorFactory, UserFactory
from tests.people import member_with

pytestmark = pytest.mark.django_db

NINE = datetime.datetime(2022, 3, 7, 8, 0, tzinfo=datetime.UTC)  # in Amsterdam


def draft(**fields):
    return ArticleFactory(stage=Stage.DRAFT, published_at=None, **fields)


def review(**fields):
    return ArticleFactory(stage=Stage.REVIEW, published_at=None, **fields)


def scheduled():
    return ArticleFactory(published_at=timezone.now() + datetime.timedelta(days=1))


def withdrawn():
    article = ArticleFactory()
    publishing.withdraw(article=article, by=UserFactory(), reason="Niet waar.")
    article.refresh_from_db()
    return article


STATES = {
    "draft": draft,
    "review": review,
    "scheduled": scheduled,
    "published": ArticleFactory,
    "withdrawn": withdrawn,
}


def test_story_goes_from_draft_to_readers():
    article, by = draft(), UserFactory()

    publishing.hand_in(article=article, by=by, note="Graag vandaag.")
    publishing.publish(article=article, by=by)

    assert Article.objects.visible().get() == article
    told = [(step.kind, step.note, step.taken_by) for step in article.steps.all()]
    assert told == [("published", "", by), ("submitted", "Graag vandaag.", by)]


def test_scheduled_story_is_seen_from_its_moment_on():
    by = UserFactory()
    with time_machine.travel(NINE - datetime.timedelta(hours=1), tick=False):
        article = draft()
        step = publishing.publish(article=article, by=by, at=NINE)
    with time_machine.travel(NINE - datetime.timedelta(seconds=1), tick=False):
        before = Article.objects.visible().count()
    with time_machine.travel(NINE, tick=False):
        after = Article.objects.visible().count()

    assert (before, after) == (0, 1)
    assert (step.kind, step.moment) == (StepKind.SCHEDULED, NINE)


def test_scheduled_story_gets_another_moment():
    article = scheduled()
    later = timezone.now() + datetime.timedelta(days=3)

    publishing.publish(article=article, by=UserFactory(), at=later)

    article.refresh_from_db()
    assert article.published_at == later


def test_scheduled_story_goes_back_into_review():
    article = scheduled()

    publishing.unschedule(article=article, by=UserFactory())

    article.refresh_from_db()
    assert (article.stage, article.published_at) == (Stage.REVIEW, None)


def test_withdrawn_story_comes_back_with_its_moment():
    article, by = ArticleFactory(published_at=NINE), UserFactory()

    publishing.withdraw(article=article, by=by, reason="Het klopte niet.")
    article.refresh_from_db()
    gone = (article.stage, Withdrawal.objects.get().reason)
    publishing.bring_back(article=article, by=by)

    article.refresh_from_db()
    assert gone == (Stage.WITHDRAWN, "Het klopte niet.")
    assert (article.is_visible, article.published_at) == (True, NINE)
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize(
    ("step", "options", "possible"),
    [
        (publishing.hand_in, {}, {"draft"}),
        (publishing.send_back, {}, {"review"}),
        (publishing.publish, {}, {"draft", "review", "scheduled"}),
        (publishing.unschedule, {}, {"scheduled"}),
        (publishing.withdraw, {"reason": "Fout."}, {"published"}),
        (publishing.bring_back, {}, {"withdrawn"}),
    ],
)
@pytest.mark.parametrize("state", STATES)
def test_step_is_refused_where_it_makes_no_sense(step, options, possible, state):
    article = STATES[state]()
    before = (article.stage, article.steps.count())

    try:
        step(article=article, by=UserFactory(), **options)
        taken = True
    except Refused:
        taken = False

    article.refresh_from_db()
    assert taken == (state in possible)
    if not taken:
        assert (article.stage, article.steps.count()) == before


def test_story_is_not_published_in_the_past():
    article = draft()

    with pytest.raises(Refused):
        publishing.publish(
            article=article,
            by=UserFactory(),
            at=timezone.now() - datetime.timedelta(minutes=1),
        )


@pytest.mark.parametrize(
    ("role", "state", "steps"),
    [
        (WRITER, "draft", set()),
        (WRITER, "review", set()),
        (WRITER, "published", set()),
        (EDITOR, "draft", {StepKind.SUBMITTED}),
        (EDITOR, "review", {StepKind.SENT_BACK}),
        (EDITOR, "scheduled", set()),
        (EDITOR, "published", set()),
        (EDITOR, "withdrawn", set()),
        (CHIEF, "draft", {StepKind.PUBLISHED, StepKind.SUBMITTED}),
        (CHIEF, "review", {StepKind.PUBLISHED, StepKind.SENT_BACK}),
        (CHIEF, "scheduled", {StepKind.PUBLISHED, StepKind.UNSCHEDULED}),
        (CHIEF, "published", {StepKind.WITHDRAWN}),
        (CHIEF, "withdrawn", {StepKind.BROUGHT_BACK}),
        (OPERATOR, "published", {StepKind.WITHDRAWN}),
        (MODERATOR, "draft", set()),
    ],
)
def test_role_may_take_its_steps_with_the_stories_of_others(role, state, steps):
    member = member_with(role)

    assert set(publishing.steps_for(STATES[state](), member)) == steps


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        (draft, [StepKind.SUBMITTED]),
        (review, [StepKind.SENT_BACK]),
        (ArticleFactory, []),
    ],
)
def test_writer_hands_in_and_takes_back_their_own(state, steps):
    writer = member_with(WRITER)

    assert publishing.steps_for(state(author__member=writer), writer) == steps


@pytest.mark.parametrize(
    ("role", "editable"),
    [
        (WRITER, set()),
        (EDITOR, {"draft", "review"}),
        (CHIEF, set(STATES)),
        (OPERATOR, set(STATES)),
        (MODERATOR, set()),
    ],
)
def test_role_changes_the_stories_of_others(role, editable):
    member = member_with(role)

    found = {name for name, made in STATES.items() if made().editable_by(member)}

    assert found == editable


def test_writer_changes_their_own_draft_alone():
    writer = member_with(WRITER)

    own = AuthorFactory(member=writer)

    assert draft(author=own).editable_by(writer)
    assert not review(author=own).editable_by(writer)
    assert not ArticleFactory(author=own).editable_by(writer)


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_and_send_back_at_once_do_one_of_both():
    article, by = review(), UserFactory()

    outcomes = at_once(
        lambda: publishing.send_back(article=article, by=by),
        lambda: publishing.send_back(article=article, by=by),
    )

    assert sorted(type(each).__name__ for each in outcomes) == ["Refused", "Step"]
    assert Step.objects.count() == 1


@pytest.mark.parametrize("steps", [0, 20])
def test_publishing_costs_the_same_with_any_past(steps):
    article, by = draft(), UserFactory()
    for _each in range(steps):
        Step.objects.create(article=article, kind=StepKind.SUBMITTED)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        publishing.publish(article=article, by=by)

    assert len(asked) == 7
