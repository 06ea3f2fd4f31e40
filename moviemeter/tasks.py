"""Work that runs beside the pages: in the database's own queue, by `manage.py serve`.

Everything of the queue's library stands here; other rooms call these functions.
"""

from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app

from catalog import doubles
from catalog.social_cards import draw_missing_cards
from community.counting import renew_counters

LOST_SECONDS = 60  # A living worker gives a sign every ten.
KEPT_HOURS = 72  # Finished jobs, for who asks what happened.


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="count", pass_context=False)
def count(timestamp: int) -> None:
    """Renew the counter bar."""
    renew_counters()


@app.task(queueing_lock="draw-cards")
def draw_cards() -> None:
    """Draw the cards for sharing that are still missing."""
    draw_missing_cards()


@app.periodic(cron="43 3 * * *")
@app.task(queueing_lock="find-doubles", pass_context=False)
def find_doubles(timestamp: int) -> None:
    """Find titles and people that may be one and the same."""
    doubles.find_doubles()


@app.periodic(cron="17 4 * * *")
@app.task(queueing_lock="forget-jobs", pass_context=True)
async def forget_jobs(context: JobContext, timestamp: int) -> None:
    """Remove jobs that ended well some days ago."""
    await builtin_tasks.remove_old_jobs(context, max_hours=KEPT_HOURS)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="resume-jobs", pass_context=True)
async def resume_jobs(context: JobContext, timestamp: int) -> None:
    """Do again what a worker was at when it was killed."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=LOST_SECONDS):
        await jobs.retry_job(job)
