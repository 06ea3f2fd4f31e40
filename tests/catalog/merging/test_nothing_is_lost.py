"""Whatever hangs on two things is afterwards at the one, or whole in the record."""

import json
from collections import Counter

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.merging.merging import merge_people, merge_titles, preview_merge
from catalog.merging.relations import relations
from catalog.models import (
    AlternativeTitle,
    Credit,
    Duration,
    Genre,
    Job,
    Person,
    PersonOutsideId,
    Plot,
    Release,
    Score,
    Season,
    Series,
    Title,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
    Trailer,
)
from tests.factories import (
    FilmFactory,
    PersonFactory,
    SeriesFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

few = st.integers(0, 2)
place = st.integers(0, 9)
COUNTRIES = ["NL", "BE", "FR"]
JOBS = [Job.ACTOR, Job.DIRECTOR, Job.WRITER]
# Computed anew by merging, and so no loss where they differ.
MOVED_COLUMNS = {"position", "title_id", "person_id", "id", "search_key"}


def several(*parts):
    """Rows of a sort, each once."""
    return st.lists(st.tuples(*parts), max_size=4, unique=True)


ROWS = st.fixed_dictionaries(
    {
        "genres": several(few, place),
        "countries": several(st.sampled_from(COUNTRIES), place),
        "durations": several(st.integers(80, 82), st.sampled_from(["", "lang"])),
        "names": several(st.sampled_from("ABC"), st.sampled_from(["nl", "en"])),
        "releases": several(
            st.sampled_from(COUNTRIES), st.sampled_from(["cinema", "home"])
        ),
        "plots": several(st.sampled_from(["nl", "en"])),
        "trailers": several(st.sampled_from("abc"), place),
        "credits": several(few, st.sampled_from(JOBS), st.sampled_from(["", "R", "S"])),
        "ids": st.integers(0, 2),
        "votes": st.lists(st.integers(0, 5), min_size=10, max_size=10),
    }
)


def hang(title, rows, people):
    """Store the rows, each at most once as the tables allow."""
    genres = list(Genre.objects.all()[:3])
    for number, position in dict(rows["genres"]).items():
        TitleGenre.objects.create(title=title, genre=genres[number], position=position)
    for code, position in dict(rows["countries"]).items():
        TitleCountry.objects.create(title=title, country_id=code, position=position)
    for minutes, note in rows["durations"]:
        Duration.objects.create(title=title, minutes=minutes, note=note)
    for name, language in rows["names"]:
        AlternativeTitle.objects.create(title=title, name=name, language=language)
    for code, kind in rows["releases"]:
        Release.objects.create(
            title=title, country_id=code, kind=kind, released_on="2000-01-01"
        )
    hang_texts(title, rows)
    hang_people(title, rows, people)
    votes = {f"b{half}": n for half, n in enumerate(rows["votes"], start=1)}
    total = sum(half * n for half, n in enumerate(rows["votes"], start=1))
    Score.objects.create(title=title, n=sum(rows["votes"]), sum=total, **votes)


def hang_texts(title, rows):
    for (language,) in rows["plots"]:
        text = f"Van {title.pk}."
        Plot.objects.create(title=title, language=language, text=text, author="A")
    for key, position in dict(rows["trailers"]).items():
        Trailer.objects.create(title=title, key=key, position=position)
    for number in range(rows["ids"]):
        TitleOutsideId.objects.create(
            title=title, source="imdb", value=f"tt{title.pk}{number}"
        )


def hang_people(title, rows, people):
    for number, job, character in rows["credits"]:
        Credit.objects.get_or_create(
            title=title,
            person=people[number],
            job=job,
            character=character if job == Job.ACTOR else "",
        )


def plain(row):
    """A row by what it says, not by where it stands."""
    values = json.loads(json.dumps(row, cls=DjangoJSONEncoder))
    return json.dumps(
        {name: value for name, value in values.items() if name not in MOVED_COLUMNS},
        sort_keys=True,
    )


def census(model, things):
    """How many rows of which sort say what, over all relations of the things."""
    found = Counter()
    for relation in relations(model):
        if relation.label.startswith(("catalog.historical", "catalog.score")):
            continue
        key = relation.key.attname
        for thing in things:
            for row in relation.rows_of(thing).values():
                row.pop(key, None)
                found[relation.label, plain(row)] += 1
    return found


def recorded(merges):
    """The same of what a merge keeps in its record."""
    found = Counter()
    for merge in merges:
        for label, rows in merge.kept.items():
            if not label.startswith("catalog.score"):
                for row in rows:
                    found[label, plain(row)] += 1
    return found


@settings(max_examples=15, deadline=None)
@given(ROWS, ROWS)
def test_every_row_of_two_films_is_at_one_or_in_the_record(first, second):
    with transaction.atomic():
        people = PersonFactory.create_batch(3)
        old, into = FilmFactory(name="Zelfde"), FilmFactory(name="Zelfde")
        hang(old, first, people)
        hang(into, second, people)
        before = census(Title, [old, into])
        votes = [a + b for a, b in zip(first["votes"], second["votes"], strict=True)]

        by = UserFactory()
        seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen
        merge = merge_titles(old=old, into=into, by=by, seen=seen)

        after = census(Title, [into]) + recorded([merge])
        after -= Counter(
            {key: n for key, n in after.items() if key[0] == "catalog.titlemerge.into"}
        )
        assert after == before
        assert Score.objects.get(title=into).buckets == votes
        transaction.set_rollback(True)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), ROWS), max_size=3, unique_by=lambda x: x[0]),
    st.lists(st.tuples(st.integers(0, 3), ROWS), max_size=3, unique_by=lambda x: x[0]),
)
def test_every_season_of_two_series_arrives(first, second):
    with transaction.atomic():
        people = PersonFactory.create_batch(3)
        old, into = SeriesFactory(name="Zelfde"), SeriesFactory(name="Zelfde")
        votes = Counter()
        for series, seasons in ((old, first), (into, second)):
            for number, rows in seasons:
                season = Season.objects.create(series=series, season_number=number)
                hang(season, rows, people)
                votes[number] += sum(rows["votes"])

        by = UserFactory()
        seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen
        merge_titles(old=old, into=into, by=by, seen=seen)

        seasons = Season.objects.get_queryset().select_related("score")
        assert Counter({s.season_number: s.score.n for s in seasons}) == votes
        assert {season.series_id for season in seasons} <= {into.pk}
        assert Series.objects.get_queryset().count() == 1
        transaction.set_rollback(True)


CREDITS = several(few, st.sampled_from(JOBS), st.sampled_from(["", "R", "S"]))


@settings(max_examples=15, deadline=None)
@given(CREDITS, CREDITS, few, few)
def test_every_row_of_two_people_is_at_one_or_in_the_record(
    first, second, ids_of_first, ids_of_second
):
    with transaction.atomic():
        titles = FilmFactory.create_batch(3)
        old, into = PersonFactory(), PersonFactory()
        for person, jobs, ids in (
            (old, first, ids_of_first),
            (into, second, ids_of_second),
        ):
            for number, job, character in jobs:
                Credit.objects.get_or_create(
                    title=titles[number],
                    person=person,
                    job=job,
                    character=character if job == Job.ACTOR else "",
                )
            for number in range(ids):
                PersonOutsideId.objects.create(
                    person=person, source="imdb", value=f"nm{person.pk}{number}"
                )
        before = census(Person, [old, into])

        by = UserFactory()
        seen = preview_merge(Person, old_id=old.pk, into_id=into.pk, by=by).seen
        merge = merge_people(old=old, into=into, by=by, seen=seen)

        after = census(Person, [into]) + recorded([merge])
        after -= Counter(
            {key: n for key, n in after.items() if key[0] == "catalog.personmerge.into"}
        )
        assert after == before
        transaction.set_rollback(True)
