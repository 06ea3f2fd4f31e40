"""Two that are one: everything of both arrives, or nothing happens."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models

from catalog.history.restoring import plan_restoring, restore
from catalog.history.revising import revising
from catalog.merging.fields import FILLED, OWN
from catalog.merging.merging import (
    SEASONS,
    merge_people,
    merge_titles,
    preview_merge,
)
from catalog.merging.relations import relations
from catalog.merging.rules import RULES, decide
from catalog.models import (
    AlternativeTitle,
    Credit,
    Film,
    ImportedTitle,
    NotTitleDouble,
    Person,
    PersonMerge,
    Plot,
    Score,
    Season,
    Series,
    Title,
    TitleMerge,
    TitleOutsideId,
)
from catalog.models.revision import revisions_of
from moviemeter.lib.refusals import Refused
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    PlotFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    TrailerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def merged(old, into, **more):
    """The merge, after a look at what it would do."""
    by = more.pop("by", None) or UserFactory()
    is_person = isinstance(old, Person)
    model = Person if is_person else Title
    seen = preview_merge(model, old_id=old.pk, into_id=into.pk, by=by).seen
    merge = merge_people if is_person else merge_titles
    return merge(old=old, into=into, by=by, seen=seen, **more)


# Rules


@pytest.mark.parametrize("model", [Title, Person])
def test_every_relation_has_a_decided_rule(model):
    """A new relation to a title or a person: say in its app what merging does to it."""
    labels = {relation.label for relation in relations(model)}

    assert labels - RULES.keys() - {SEASONS} == set()


def test_no_rule_is_about_a_relation_that_is_gone():
    labels = {each.label for model in (Title, Person) for each in relations(model)}

    assert RULES.keys() - labels == set()


@pytest.mark.parametrize("model", [Title, Person])
def test_every_column_is_filled_or_the_survivors_own(model):
    columns = {
        column.name
        for column in revisions_of(model).tracked
        if column.editable and not column.primary_key
    }

    filled = {name for group in FILLED[model._meta.label] for name in group}
    assert columns == filled | set(OWN[model._meta.label])


# What arrives


def test_rows_arrive_behind_the_survivors_own():
    old, into = FilmFactory(), FilmFactory()
    first = TitleGenreFactory(title=into, name="drama")
    second = TitleGenreFactory(title=old, name="thriller")
    TitleGenreFactory(title=old, name="drama", position=1)

    merge = merged(old, into)

    assert [(row.pk, row.position) for row in into.genre_rows.all()] == [
        (first.pk, 0),
        (second.pk, 1),
    ]
    assert merge.moved["catalog.titlegenre.title"] == [second.pk]
    assert len(merge.kept["catalog.titlegenre.title"]) == 1


def test_plot_that_has_no_place_is_kept_in_the_record():
    old, into = FilmFactory(), FilmFactory()
    PlotFactory(title=old, text="Van de ander.")
    PlotFactory(title=into, text="Van deze.")

    merge = merged(old, into)

    assert Plot.objects.get().text == "Van deze."
    assert [row["text"] for row in merge.kept["catalog.plot.title"]] == [
        "Van de ander."
    ]


@pytest.mark.parametrize(("mine", "theirs"), [("Rex", ""), ("", "Rex")])
def test_player_without_a_role_is_the_player_with_it(mine, theirs):
    old, into, player = FilmFactory(), FilmFactory(), PersonFactory()
    CreditFactory(title=into, person=player, character=mine)
    CreditFactory(title=old, person=player, character=theirs)

    merged(old, into)

    assert list(Credit.objects.values_list("title", "character")) == [(into.pk, "Rex")]


def test_player_of_two_roles_keeps_both():
    old, into, player = FilmFactory(), FilmFactory(), PersonFactory()
    CreditFactory(title=into, person=player, character="Rex")
    CreditFactory(title=old, person=player, character="Raymond")

    merged(old, into)

    assert sorted(row.character for row in into.credits.all()) == ["Raymond", "Rex"]


@pytest.mark.parametrize("into_has", [True, False])
def test_scores_add_up(into_has):
    old, into = FilmFactory(), FilmFactory()
    ScoreFactory(title=old, b7=3, b8=2)
    if into_has:
        ScoreFactory(title=into, b7=1, b10=4)

    merged(old, into)

    score = Score.objects.get()
    more = 5 if into_has else 0
    assert (score.title_id, score.n, score.sum) == (
        into.pk,
        5 + more,
        37 + (47 if into_has else 0),
    )
    assert (score.b7, score.b8, score.b10) == ((4, 2, 4) if into_has else (3, 2, 0))


def test_empty_fields_are_filled_and_known_ones_stay():
    poster = PictureFactory()
    old = FilmFactory(
        year=1987, original_name="七人", poster=poster, language="nl", name="Zelfde"
    )
    into = FilmFactory(year=1988, name="Zelfde")

    merge = merged(old, into)

    into = Film.objects.get()
    assert (into.year, into.original_name, into.poster) == (1988, "七人", poster)
    assert (into.language, sorted(merge.record["filled"])) == (
        "nl",
        ["language", "original_name", "poster"],
    )


def test_classification_comes_whole_with_its_source():
    old = FilmFactory(
        kijkwijzer_age="12", kijkwijzer_grounds=["angst"], kijkwijzer_source="Bron"
    )
    into = FilmFactory()

    merged(old, into)

    into = Film.objects.get()
    assert (into.kijkwijzer_age, into.kijkwijzer_grounds, into.kijkwijzer_source) == (
        "12",
        ["angst"],
        "Bron",
    )


def test_value_that_a_constraint_forbids_stays_away():
    old = SeriesFactory(end_year=1990, year=1985)
    into = SeriesFactory(year=2000)

    merged(old, into)

    assert Series.objects.get_queryset().get().end_year is None


def test_other_name_becomes_an_alternative_title():
    old = FilmFactory(name="The Vanishing", language="en")
    into = FilmFactory(name="Spoorloos", language="nl")

    merged(old, into)

    row = AlternativeTitle.objects.get()
    assert (row.title_id, row.name, row.language) == (into.pk, "The Vanishing", "en")
    assert row.search_key == "the vanishing"


def test_name_that_is_known_already_is_not_added():
    old = FilmFactory(name="The Vanishing")
    into = FilmFactory(name="Spoorloos")
    AlternativeTitleFactory(title=into, name="The Vanishing")

    merged(old, into)

    assert AlternativeTitle.objects.count() == 1


def test_seasons_with_the_same_number_become_one_and_others_move():
    old, into = SeriesFactory(), SeriesFactory()
    first = SeasonFactory(series=into, season_number=1)
    double = SeasonFactory(series=old, season_number=1, year=2001)
    second = SeasonFactory(series=old, season_number=2)
    ScoreFactory(title=double, b8=5)

    merged(old, into)

    seasons = Season.objects.get_queryset().order_by("season_number")
    assert [(row.pk, row.series_id) for row in seasons] == [
        (first.pk, into.pk),
        (second.pk, into.pk),
    ]
    assert (seasons[0].year, seasons[0].score.n) == (2001, 5)
    told = TitleMerge.objects.order_by("old_id").values_list("old_id", "into_id")
    assert list(told) == sorted([(old.pk, into.pk), (double.pk, first.pk)])


def test_credits_and_ids_of_a_person_arrive():
    old, into = PersonFactory(born_on="1944-01-23"), PersonFactory()
    credit = CreditFactory(person=old, character="Roy")
    PersonOutsideIdFactory(person=old, value="nm1")
    both = CreditFactory(person=into).title
    CreditFactory(person=old, title=both)

    merge = merged(old, into)

    into = Person.objects.get()
    credit.refresh_from_db()
    assert (credit.person, into.outside_ids.get().value) == (into, "nm1")
    assert both.credits.count() == 1
    assert str(into.born_on) == "1944-01-23"
    assert (merge.old_name, merge.into) == (old.name, into)


def test_history_of_both_tells_of_the_merge():
    editor = UserFactory()
    old, into = FilmFactory(name="Oud"), FilmFactory(name="Nieuw")
    TitleGenreFactory(title=old)
    key = old.pk

    merged(old, into, by=editor, reason="dubbel")

    last = Title.history.filter(id=into.pk).latest()
    gone = Title.history.filter(id=key).latest()
    assert (last.history_change_reason, last.history_user) == (
        f"samengevoegd met «Oud» ({key})",
        editor,
    )
    assert [row["genre"] for row in last.rows["genre_rows"]] == ["drama"]
    assert (gone.history_type, gone.history_change_reason) == (
        "-",
        f"samengevoegd in «Nieuw» ({into.pk})",
    )
    assert [row["genre"] for row in gone.rows["genre_rows"]] == ["drama"]


def test_merge_tells_who_when_and_why():
    editor, old, into = UserFactory(), FilmFactory(name="Oud"), FilmFactory()
    key = old.pk

    merge = merged(old, into, by=editor, reason="dubbel")

    assert (merge.merged_by, merge.reason, merge.old_id, merge.old_name) == (
        editor,
        "dubbel",
        key,
        "Oud",
    )
    assert merge.merged_at is not None


def test_chain_of_merges_leads_to_the_last():
    first, second, third = FilmFactory(), FilmFactory(), FilmFactory()

    merged(first, second)
    merged(second, third)

    assert list(TitleMerge.objects.values_list("into", flat=True)) == [third.pk] * 2


def test_pair_told_apart_holds_for_the_survivor():
    a, b, c = FilmFactory(), FilmFactory(), FilmFactory()
    NotTitleDouble.objects.create(first=b, second=c, decided_by=UserFactory())

    merged(b, a)

    told = NotTitleDouble.objects.get()
    assert (told.first_id, told.second_id) == (a.pk, c.pk)


def test_key_of_an_import_follows_and_the_survivors_leads():
    old, into = FilmFactory(), FilmFactory()
    for key, film in (("1", old), ("2", into), ("3", old)):
        source = "imdb" if key == "3" else "open"
        ImportedTitle.objects.create(source=source, key=key, title=film)

    merged(old, into)

    told = ImportedTitle.objects.order_by("key").values_list(
        "key", "title_id", "is_second"
    )
    assert list(told) == [
        ("1", into.pk, True),
        ("2", into.pk, False),
        ("3", into.pk, False),
    ]


# Relations of apps above


@pytest.fixture
def votes():
    """A model of an app above, with a row per title and voter."""

    class Ballot(models.Model):
        title = models.ForeignKey(Title, on_delete=models.CASCADE)
        voter = models.ForeignKey(get_user_model(), on_delete=models.CASCADE)
        half_stars = models.PositiveSmallIntegerField()
        cast_at = models.DateTimeField(auto_now_add=True)

        class Meta:
            app_label = "community"
            constraints = [
                models.UniqueConstraint(
                    fields=["title", "voter"], name="one_ballot_per_title_and_voter"
                )
            ]

        def __str__(self):
            return str(self.half_stars)

    with connection.schema_editor() as editor:
        editor.create_model(Ballot)
    yield Ballot
    RULES.pop("community.ballot.title", None)
    del apps.all_models["community"]["ballot"]
    apps.clear_cache()


def test_votes_of_an_app_above_arrive(votes):
    old, into, both, one = FilmFactory(), FilmFactory(), UserFactory(), UserFactory()
    votes.objects.create(title=old, voter=both, half_stars=3)
    votes.objects.create(title=old, voter=one, half_stars=4)
    votes.objects.create(title=into, voter=both, half_stars=8)

    merge = merged(old, into)

    told = votes.objects.order_by("half_stars").values_list("title", "half_stars")
    assert list(told) == [(into.pk, 4), (into.pk, 8)]
    assert [row["half_stars"] for row in merge.kept["community.ballot.title"]] == [3]


def test_app_above_decides_what_becomes_of_its_rows(votes):
    def newest_wins(moving):
        for row in moving.rows.order_by("cast_at"):
            moving.keep(moving.others.filter(voter=row.voter, cast_at__lt=row.cast_at))
        moving.keep(moving.colliding())
        moving.move(moving.rows)

    decide("community.ballot.title", newest_wins)
    old, into, voter = FilmFactory(), FilmFactory(), UserFactory()
    votes.objects.create(title=into, voter=voter, half_stars=3)
    votes.objects.create(title=old, voter=voter, half_stars=8)

    merged(old, into)

    assert [(vote.title_id, vote.half_stars) for vote in votes.objects.all()] == [
        (into.pk, 8)
    ]


# Refusals


def test_film_and_series_are_not_one():
    with pytest.raises(Refused, match="kunnen niet samen één worden"):
        merged(FilmFactory(), SeriesFactory())


def test_seasons_of_two_series_are_not_one():
    with pytest.raises(Refused, match="dezelfde serie"):
        merged(SeasonFactory(), SeasonFactory())


def test_thing_is_not_merged_with_itself():
    film = FilmFactory()

    with pytest.raises(Refused, match="Kies een ander"):
        merged(film, film)


def test_merge_after_a_change_that_nobody_saw_is_refused():
    old, into = FilmFactory(), FilmFactory()
    by = UserFactory()
    seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen
    CreditFactory(title=old)

    with pytest.raises(Refused, match="intussen gewijzigd"):
        merge_titles(old=old, into=into, by=by, seen=seen)

    assert Film.objects.count() == 2


def test_preview_changes_nothing():
    old, into = FilmFactory(), FilmFactory(name="Anders")
    CreditFactory(title=old)

    preview = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=UserFactory())

    assert [merge.moved for merge in preview.merges] == [
        {"catalog.credit.title": [old.credits.get().pk]}
    ]
    assert (Film.objects.count(), TitleMerge.objects.count()) == (2, 0)
    assert AlternativeTitle.objects.count() == 0


# Undone, as docs/merging.md tells


def revision_before(thing, *, key=None):
    """The newest revision of a thing that is not of its merge."""
    rows = revisions_of(type(thing)).model.objects.filter(id=key or thing.pk)
    return rows.exclude(history_change_reason__startswith="samengevoegd met").latest()


def put_back(thing, revision):
    model = type(thing)
    seen = plan_restoring(model, revision).seen
    return restore(model, revision, by=UserFactory(), seen=seen)


def test_merge_of_titles_is_undone_from_history(votes):
    old, into = FilmFactory(name="Oud"), FilmFactory(name="Nieuw", year=1988)
    with revising(old, by=None):
        for factory in (CreditFactory, TrailerFactory, StillFactory):
            factory(title=old)
        TitleOutsideIdFactory(title=old, value="tt1")
        TitleGenreFactory(title=old)
    with revising(into, by=None):
        TitleGenreFactory(title=into)
        TitleOutsideIdFactory(title=into, value="tt2")
    ScoreFactory(title=old, b8=5)
    ScoreFactory(title=into, b6=6)
    both, one = UserFactory(), UserFactory()
    votes.objects.create(title=old, voter=both, half_stars=3)
    votes.objects.create(title=old, voter=one, half_stars=4)
    votes.objects.create(title=into, voter=both, half_stars=8)
    ImportedTitle.objects.create(source="open", key="1", title=old)
    before = [revisions_of(Title).stored(thing.pk) for thing in (old, into)]
    key = old.pk
    merged(old, into)

    put_back(into, revision_before(into))
    put_back(into, revision_before(old, key=key))

    after = [revisions_of(Title).stored(each) for each in (key, into.pk)]
    assert [a.same_as(b) for a, b in zip(after, before, strict=True)] == [True, True]
    assert sorted(votes.objects.values_list("title", "half_stars")) == sorted(
        [(key, 3), (key, 4), (into.pk, 8)]
    )
    assert dict(Score.objects.values_list("title", "n")) == {key: 5, into.pk: 6}
    assert ImportedTitle.objects.get().title_id == key
    assert TitleMerge.objects.get().undone_at is not None


def test_merge_of_series_is_undone_from_history():
    old, into = SeriesFactory(name="Oud"), SeriesFactory(name="Nieuw")
    SeasonFactory(series=into, season_number=1)
    double = SeasonFactory(series=old, season_number=1)
    moved = SeasonFactory(series=old, season_number=2)
    keys = old.pk, double.pk
    merged(old, into)

    put_back(into, revision_before(into))
    put_back(into, revision_before(old, key=keys[0]))
    put_back(into, revision_before(double, key=keys[1]))

    moved.refresh_from_db()
    assert moved.series_id == keys[0]
    assert Season.objects.get_queryset().get(pk=keys[1]).series_id == keys[0]


def test_merge_of_people_is_undone_from_history():
    old, into = PersonFactory(name="Oud"), PersonFactory(name="Nieuw")
    with revising(old, by=None):
        PersonOutsideIdFactory(person=old, value="nm1")
    credit = CreditFactory(person=old)
    twice = CreditFactory(person=into).title
    CreditFactory(person=old, title=twice)
    key = old.pk
    merged(old, into)

    put_back(into, revision_before(into))
    put_back(into, revision_before(old, key=key))

    credit.refresh_from_db()
    assert credit.person_id == key
    assert sorted(twice.credits.values_list("person_id", flat=True)) == sorted(
        [key, into.pk]
    )
    assert Person.objects.get(pk=key).outside_ids.get().value == "nm1"
    assert PersonMerge.objects.get().undone_at is not None


def test_credit_of_a_merged_person_is_put_back_at_the_survivor():
    film = FilmFactory()
    old, into = PersonFactory(), PersonFactory(name="Nieuw")
    with revising(film, by=None):
        CreditFactory(title=film, person=old)
    with revising(film, by=None):
        Credit.objects.all().delete()
    merged(old, into)

    revision = Title.history.filter(id=film.pk).order_by("history_date")[1]
    put_back(film, revision)

    assert Credit.objects.get().person == into


def test_address_of_an_outside_id_stays_with_its_title():
    old, into = FilmFactory(), FilmFactory()
    TitleOutsideIdFactory(title=old, source="imdb", value="tt1")
    TitleOutsideIdFactory(title=into, source="imdb", value="tt2")

    merged(old, into)

    found = TitleOutsideId.objects.order_by("value").values_list("title", "value")
    assert list(found) == [(into.pk, "tt1"), (into.pk, "tt2")]
