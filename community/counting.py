"""Counting for the counter bar: all of it at once, by a job, never by a page."""

from django.db.models import Exists, OuterRef, Sum

from catalog.models import Credit, Film, Job, Person, Score, Season, Series
from community.models import CounterSnapshot, User
from news.models import Article


def renew_counters() -> CounterSnapshot:
    """Count everything and store it as the one snapshot that every page shows."""
    acting = Credit.objects.filter(person=OuterRef("pk"), job=Job.ACTOR)
    snapshot = CounterSnapshot(
        pk=1,
        films=Film.objects.visible().count(),
        votes=Score.objects.aggregate(all=Sum("n"))["all"] or 0,
        articles=Article.objects.visible().count(),
        members=User.objects.filter(is_active=True).count(),
        series=Series.objects.visible().count(),
        seasons=Season.objects.visible().count(),
        actors=Person.objects.visible().filter(Exists(acting)).count(),
    )
    snapshot.save()
    return snapshot
