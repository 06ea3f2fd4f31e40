"""Work that runs beside the pages: in the database's own queue, by `manage.py serve`.

Everything of the queue's library stands here; other rooms call these functions, or ask
for them by name where they lie below (`moviemeter.lib.jobs`).
"""

from procrastinate import JobContext, RetryStrategy, builtin_tasks
from procrastinate.contrib.django import app

from catalog import doubles
from catalog.pictures import sizes, sweeping, withdrawing
from catalog.social_cards import draw_missing_cards
from community.counting import renew_counters
from news import reading

LOST_SECONDS = 60  # A living worker gives a sign every ten.
KEPT_HOURS = 72  # Finished jobs, for who asks what happened.
# After 5 s, 25 s, 2, 10 and 52 minutes; the desk tells of what still waits then.
PATIENTLY = RetryStrategy(max_attempts=5, exponential_wait=5)


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


@app.task(retry=PATIENTLY)
def make_sizes(picture_id: int) -> None:
    """Make what readers get of a picture."""
    sizes.make_sizes(picture_id=picture_id)


@app.periodic(cron="3 0 * * *")
@app.task(queueing_lock="withdraw-pictures", pass_context=False)
def withdraw_pictures(timestamp: int) -> None:
    """Take away pictures whose licence ended, and bring back those that may be."""
    withdrawing.withdraw_ended()
    withdrawing.ask_for_lacking()


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="sweep-pictures", pass_context=False)
def sweep_pictures(timestamp: int) -> None:
    """Remove files that belong to no picture."""
    sweeping.sweep_files()


@app.periodic(cron="53 3 * * *")
@app.task(queueing_lock="forget-readings", pass_context=False)
def forget_readings(timestamp: int) -> None:
    """Remove how often stories were read on days long gone."""
    reading.forget_readings()


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
