"""A person and their work."""

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.merging.addresses import person_now
from catalog.models import Credit, Job, Kind, Person, Title
from moviemeter.lib.addresses import moved, permanently
from moviemeter.lib.notation import enumerate_names
from moviemeter.pages.crumbs import crumbs
from moviemeter.pages.stories import news_about_person
from moviemeter.pages.structured import person_data

# More than almost anybody has; a person's whole work is read at once and in order.
MOST_CREDITS = 400
MOST_STARTERS = 4


@dataclass(frozen=True, slots=True)
class Work:
    """All titles of one job, newest first."""

    job: Job
    heading: str
    credits: list[Credit]


@require_safe
def person(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    people = Person.objects.visible().for_page().prefetch_related("outside_ids")
    found = people.filter(pk=place[0]).first()
    if found is None:
        return permanently(person_now(place[0]))
    if elsewhere := moved(request, found):
        return elsewhere
    works = _works(found)
    callings = [calling(work.job) for work in works]
    trail = crumbs("person-list", found.name)
    context = {
        "person": found,
        "works": works,
        "starters": _starters(works),
        "news": news_about_person(found),
        "calling": enumerate_names(callings),
        "crumbs": trail,
        "description": _description(found, works),
        "picture": found.portrait,
        "structured": person_data(found, jobs=callings, crumbs=trail),
    }
    return render(request, "catalog/person.html", context)


def calling(job: Job) -> str:
    """What somebody who does this job is called."""
    return {
        Job.DIRECTOR: _("director"),
        Job.CREATOR: _("creator"),
        Job.WRITER: _("screenwriter"),
        Job.AUTHOR: _("author"),
        Job.CINEMATOGRAPHER: _("cinematographer"),
        Job.COMPOSER: _("composer"),
        Job.EDITOR: _("editor"),
        Job.PRODUCER: _("producer"),
        Job.ACTOR: _("actor"),
    }[job]


def heading(job: Job) -> str:
    """What stands above the titles of one job."""
    return {
        Job.DIRECTOR: _("As a director"),
        Job.CREATOR: _("As a creator"),
        Job.WRITER: _("As a screenwriter"),
        Job.AUTHOR: _("After their work"),
        Job.CINEMATOGRAPHER: _("Behind the camera"),
        Job.COMPOSER: _("Music"),
        Job.EDITOR: _("As an editor"),
        Job.PRODUCER: _("As a producer"),
        Job.ACTOR: _("As an actor"),
    }[job]


def _works(found: Person) -> list[Work]:
    """The person's work by job; the job with the most titles first."""
    rows = (
        Credit.objects.filter(person=found)
        .for_filmography()
        .order_by(models.F("title__year").desc(nulls_last=True), "title_id", "id")
    )
    by_job: dict[str, list[Credit]] = {}
    for credit in rows[:MOST_CREDITS]:
        by_job.setdefault(credit.job, []).append(credit)
    works = [Work(job, heading(job), by_job[job]) for job in Job if job in by_job]
    return sorted(works, key=lambda work: -len(work.credits))


def _starters(works: list[Work]) -> list[Title]:
    """Where to begin: titles with the person's largest parts and works, each once."""
    rows = [credit for work in works for credit in work.credits]
    largest = sorted(rows, key=lambda credit: credit.position)
    whole = [row.title for row in largest if row.title.kind != Kind.SEASON]
    return list(dict.fromkeys(whole))[:MOST_STARTERS]


def _description(found: Person, works: list[Work]) -> str:
    names = list(
        dict.fromkeys(
            credit.title.full_name for work in works for credit in work.credits
        )
    )
    if not names:
        return found.name
    return _("%(name)s, known from %(titles)s.") % {
        "name": found.name,
        "titles": enumerate_names(names[:4]),
    }
