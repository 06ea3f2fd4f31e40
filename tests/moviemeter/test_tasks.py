"""Work that runs beside the pages."""

import io

import pytest
from django.core.files.base import ContentFile
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.models import Picture
from community.models import CounterSnapshot
from moviemeter import demonstration, tasks
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_count_renews_the_counter_bar():
    FilmFactory()

    tasks.count(timestamp=0)

    assert CounterSnapshot.objects.get().films == 1


def test_draw_cards_draws_what_is_missing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="6" height="9"></svg>'
    picture = Picture(width=6, height=9, credit="MovieMeter", licence_kind="own")
    picture.file.save("a.svg", ContentFile(svg))

    tasks.draw_cards()

    picture.refresh_from_db()
    with picture.social_card.open() as card:
        assert io.BytesIO(card.read()).getvalue()[:3] == b"\xff\xd8\xff"


def test_cards_are_asked_for_once_however_often_one_asks():
    demonstration.ask_for_cards()

    demonstration.ask_for_cards()

    asked = ProcrastinateJob.objects.values_list("task_name", "status")
    assert list(asked) == [("moviemeter.tasks.draw_cards", "todo")]


def test_counting_and_forgetting_are_due_by_the_clock():
    due = {
        periodic.task.name: periodic.cron
        for periodic in app.periodic_registry.periodic_tasks.values()
    }

    assert due["moviemeter.tasks.count"] == "*/10 * * * *"
    assert due["moviemeter.tasks.forget_jobs"] == "17 4 * * *"
