"""The draft of a day's recap."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from moviemeter.lib.refusals import Refused
from news.markup import clean
from news.models import AboutPerson, AboutTitle, Article, Role, Rubric, Stage
from news.proofreading import proofread
from news.recap import MOST_STORIES, draft_recap
from tests.at_once import at_once
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    FilmFactory,
    PersonFactory,
    PhotographFactory,
    SeasonFactory,
)

pytestmark = pytest.mark.django_db

DAY = date(2022, 3, 7)


@pytest.fixture
def draft():
    author, rubric = AuthorFactory(), Rubric.objects.get(slug="nieuws")

    def make(*articles, day=DAY):
        return draft_recap(articles, day=day, author=author, rubric=rubric)

    return make


def test_recap_is_a_draft_that_leads_to_each_story(draft):
    first = ArticleFactory(headline="Tom & Jerry", intro="Een. Twee.")
    second = ArticleFactory(headline="Rex", picture=PhotographFactory())

    article = draft(first, second)

    assert (article.stage, article.published_at) == (Stage.DRAFT, None)
    assert article.headline == "Het nieuws van 7 maart 2022"
    assert article.intro == (
        "De 2 best gelezen stukken van 7 maart 2022, met bovenaan «Tom & Jerry»."
    )
    assert article.body == clean(
        f'<h2><a href="{first.get_absolute_url()}">Tom &amp; Jerry</a></h2>'
        "<p>Een. Twee.</p>"
        f'<h2><a href="{second.get_absolute_url()}">Rex</a></h2>'
        "<p>Waar het over gaat.</p>"
    )
    assert article.html == article.body
    assert article.picture == second.picture


def test_recap_of_one_story_says_so(draft):
    article = draft(ArticleFactory(headline="Rex"))

    assert article.intro == "Het best gelezen op 7 maart 2022: «Rex»."


def test_recap_shortens_a_long_intro_at_a_sentence(draft):
    article = draft(ArticleFactory(intro=f"Kort. {'Lang ' * 80}einde."))

    assert "<p>Kort.</p>" in article.body


def test_recap_names_each_subject_once_and_mentions_it(draft):
    first, second = ArticleFactory(), ArticleFactory()
    film, hidden = FilmFactory(name="<Rex>"), FilmFactory(visible=False)
    season = SeasonFactory(series__name="Dark", season_number=2)
    actor = PersonFactory(name="Tim Krabbé")
    for article, titles in ((first, [film, hidden]), (second, [film, season])):
        for place, title in enumerate(titles):
            AboutTitle.objects.create(article=article, title=title, position=place)
    AboutTitle.objects.create(
        article=first, title=FilmFactory(), role=Role.MENTIONED, position=3
    )
    AboutPerson.objects.create(article=first, person=actor)

    article = draft(first, second)

    assert (
        f'Over <a data-title="{film.pk}">&lt;Rex&gt;</a> en'
        f' <a data-person="{actor.pk}">Tim Krabbé</a>.' in article.body
    )
    assert f'Over <a data-title="{season.pk}">Dark: seizoen 2</a>.' in article.body
    assert [row.title_id for row in article.title_rows.all()] == [film.pk, season.pk]
    assert {row.role for row in article.title_rows.all()} == {Role.MENTIONED}
    assert article.person_rows.get().person == actor


def test_recap_made_again_tells_the_newest_order(draft):
    first, second = ArticleFactory(), ArticleFactory()
    before = draft(first, second)

    after = draft(second, first)

    assert after.pk == before.pk
    assert Article.objects.count() == 3
    assert after.body.index(second.headline) < after.body.index(first.headline)


@pytest.mark.django_db(transaction=True)
def test_recap_that_several_ask_for_at_once_is_one(draft):
    story = ArticleFactory()

    at_once(*[lambda: draft(story)] * 4)

    assert Article.objects.filter(stage=Stage.DRAFT).count() == 1


def test_recap_that_an_editor_touched_stays_as_it_is(draft):
    story = ArticleFactory()
    before = draft(story)
    Article.objects.filter(pk=before.pk).update(intro="Beter.")

    after = draft(ArticleFactory(), story)

    assert (after.pk, after.intro, after.body) == (before.pk, "Beter.", before.body)


def test_recap_that_was_deleted_is_made_anew(draft):
    story = ArticleFactory()
    draft(story).delete()

    assert draft(story).headline == "Het nieuws van 7 maart 2022"


def test_each_day_has_a_recap_of_its_own_and_none_tells_of_another(draft):
    story = ArticleFactory()
    before = draft(story)
    before.stage, before.published_at = Stage.READY, timezone.now()
    before.save()

    after = draft(before, story, day=date(2022, 3, 8))

    assert after.pk != before.pk
    assert before.headline not in after.body


def test_recap_leaves_out_what_readers_do_not_see_and_what_is_too_much(draft):
    later = timezone.now() + timedelta(days=1)
    unseen = [ArticleFactory(stage=Stage.DRAFT), ArticleFactory(published_at=later)]
    seen = [ArticleFactory() for _ in range(MOST_STORIES + 1)]

    article = draft(*unseen, seen[0], *seen)

    assert article.body.count("<h2>") == MOST_STORIES
    assert all(story.headline not in article.headline for story in unseen)
    assert article.body.count(f">{seen[0].headline}<") == 1


def test_recap_of_nothing_is_refused(draft):
    with pytest.raises(Refused, match="Over 7 maart 2022 is niets te vertellen"):
        draft(ArticleFactory(stage=Stage.DRAFT))

    assert Article.objects.count() == 1


def test_recap_passes_the_second_pair_of_eyes(draft):
    film = FilmFactory(name="Spoorloos")
    story = ArticleFactory(picture=PhotographFactory(alt="Rex"))
    AboutTitle.objects.create(article=story, title=film)

    assert proofread(draft(story), at=timezone.now()) == []


def test_recap_costs_the_same_for_one_story_and_for_many(
    draft, django_assert_num_queries
):
    stories = [ArticleFactory() for _ in range(8)]
    for story in stories:
        AboutTitle.objects.create(article=story, title=FilmFactory())

    with django_assert_num_queries(23):
        draft(*stories[:1])
    with django_assert_num_queries(23):
        draft(*stories, day=date(2022, 3, 8))
