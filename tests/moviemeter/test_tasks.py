"""Work that runs beside the pages."""

import datetime
import io

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.models import Picture
from catalog.pictures.storing import ask_for_sizes, give_original
from catalog.pictures.verifying import verify
from community.models import CounterSnapshot
from moviemeter import demonstration, tasks
from tests.factories import FilmFactory, PhotographFactory
from tests.picture_files import jpeg, quarters

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
    assert due["moviemeter.tasks.withdraw_pictures"] == "3 0 * * *"
    assert due["moviemeter.tasks.sweep_pictures"] == "37 3 * * *"


# Pictures


@pytest.fixture
def work(monkeypatch):
    """Does what is due as a worker would; gives each job's state and attempts."""
    # A job's thread ends with the test, so its connection has to end with the job.
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)

    def run():
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(
                wait=False, install_signal_handlers=False, listen_notify=False
            )
        jobs = ProcrastinateJob.objects.filter(task_name__endswith="make_sizes")
        return list(jobs.order_by("id").values_list("status", "attempts"))

    return run


@pytest.mark.django_db(transaction=True)
def test_sizes_that_fail_are_tried_again_later_and_the_desk_can_hurry(work):
    picture = PhotographFactory(sizes_of="", original="ab/lost.jpg")
    ask_for_sizes(picture)
    first = work()

    job = ProcrastinateJob.objects.get(queueing_lock=f"picture-{picture.pk}")
    ask_for_sizes(picture)
    hurried = ProcrastinateJob.objects.get(queueing_lock=f"picture-{picture.pk}")

    picture.refresh_from_db()
    assert first == [("todo", 1)]
    assert job.scheduled_at > timezone.now()
    assert (hurried.scheduled_at, hurried.attempts) == (None, 0)
    assert picture.waiting_since is not None


@pytest.mark.django_db(transaction=True)
def test_sizes_are_made_by_a_worker_and_pages_show_them(
    work, settings, tmp_path, client
):
    settings.MEDIA_ROOT = tmp_path
    content = jpeg(quarters(700, 500))
    picture = Picture(credit="© ANP", licence_kind="agency")
    file = io.BytesIO(content)
    give_original(picture, file, verify(file, size=len(content)))
    picture.save()
    film = FilmFactory(poster=picture)
    ask_for_sizes(picture)
    before = client.get(film.get_absolute_url()).content.decode()

    done = work()

    after = client.get(film.get_absolute_url()).content.decode()
    assert done == [("succeeded", 1)]
    assert ("poster--none" in before, "/media/pictures/" in before) == (True, False)
    assert ("poster--none" in after, f"{picture.file}" in after) == (False, True)


def test_picture_that_is_asked_for_in_a_refused_transaction_is_never_made():
    picture = PhotographFactory()

    with transaction.atomic():
        ask_for_sizes(picture)
        transaction.set_rollback(True)

    assert not ProcrastinateJob.objects.exists()


def test_ended_pictures_are_withdrawn_each_night_and_files_swept():
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    ended = PhotographFactory(ends_on=yesterday)
    again = PhotographFactory(withdrawn_at=timezone.now(), sizes_of="")

    tasks.withdraw_pictures(timestamp=0)
    tasks.sweep_pictures(timestamp=0)

    ended.refresh_from_db()
    (job,) = ProcrastinateJob.objects.all()
    assert ended.withdrawn_at is not None
    assert job.args == {"picture_id": again.pk}
