"""Asking for a job by its name, for rooms that lie below the jobs themselves.

The jobs stand in `moviemeter.tasks`, which knows every room.
"""

from typing import Final

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

ROOM: Final = "moviemeter.tasks"


def ask(name: str, *, lock: str, **arguments: int | str) -> None:
    """Have a job done once this transaction is committed, and never if it is not.

    Of jobs with one lock one runs at a time. One that waits already, perhaps for its
    next attempt, gives way to this one.
    """
    waiting = ProcrastinateJob.objects.filter(queueing_lock=lock, status="todo")
    for job_id in waiting.values_list("id", flat=True):
        app.job_manager.cancel_job_by_id(job_id, delete_job=True)
    task = app.configure_task(f"{ROOM}.{name}", lock=lock, queueing_lock=lock)
    task.defer(**arguments)
