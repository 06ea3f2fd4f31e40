"""What the two children of `manage.py serve` do: answer requests, and do jobs."""

import asyncio
import contextlib
import http.client
import os
import signal
import socket
import time
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection
from gunicorn.app.base import BaseApplication
from gunicorn.http import wsgi
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from moviemeter.running.supervisor import end_with_parent
from news.reading import tally

JOBS_AT_ONCE = 2
DATABASE_PATIENCE = 60  # Seconds that the job worker waits for a database to come back.
LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared, never bound
GUNICORN = {
    "worker_class": "gthread",
    "threads": 4,
    "preload_app": True,
    "control_socket_disable": True,
    "timeout": 30,
    "graceful_timeout": 10,
    "keepalive": 5,
    "accesslog": None,
    "errorlog": "-",
    "loglevel": "warning",
}


class WebServer(BaseApplication):
    """gunicorn in this very process, on sockets that are bound already."""

    def __init__(self, listeners: list[socket.socket]) -> None:
        self.listeners = listeners
        super().__init__()  # type: ignore[no-untyped-call]  # gunicorn has no types

    def load_config(self) -> None:
        assert self.cfg is not None
        # gunicorn closes the numbers that it is given.
        numbers = [os.dup(listener.fileno()) for listener in self.listeners]
        for name, value in GUNICORN.items():
            self.cfg.set(name, value)
        self.cfg.set("bind", [f"fd://{number}" for number in numbers])
        self.cfg.set("workers", settings.WEB_WORKERS)
        self.cfg.set("post_fork", _end_with_arbiter)
        self.cfg.set("worker_exit", _write_what_was_read)

    def load(self) -> Any:  # Any: a WSGI application
        return get_wsgi_application()


def _end_with_arbiter(arbiter: Any, worker: Any) -> None:  # Any: gunicorn has no types
    end_with_parent(arbiter.pid)


def _write_what_was_read(arbiter: Any, worker: Any) -> None:  # Any: as above
    tally.flush()
    connection.close()


def answer_requests(listeners: list[socket.socket]) -> None:
    """Serve the site until told to stop."""
    # Nobody needs to know what serves the pages, and in which version.
    vars(wsgi)["SERVER"] = settings.SITE_NAME
    WebServer(listeners).run()  # type: ignore[no-untyped-call]  # gunicorn has no types


def do_jobs(listeners: list[socket.socket]) -> None:
    """Do the jobs of every queue until told to stop; the sockets are not for them."""
    for listener in listeners:
        listener.close()
    _await_database()
    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        asyncio.run(_work(worker))


async def _work(worker: App) -> None:
    task = asyncio.current_task()
    assert task is not None

    def stop() -> None:
        # A job in a thread can't be interrupted; the alarm ends it with the process.
        signal.setitimer(signal.ITIMER_REAL, job_grace())
        task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    with contextlib.suppress(asyncio.CancelledError):
        async with worker.open_async():
            await worker.run_worker_async(
                concurrency=JOBS_AT_ONCE, install_signal_handlers=False
            )


def job_grace() -> float:
    """Seconds that jobs have to end: a public site lets its mails go out."""
    return 1.5 if settings.DEVELOPMENT else 11.0


def _await_database() -> None:
    deadline = time.monotonic() + DATABASE_PATIENCE
    while True:
        try:
            connection.ensure_connection()
        except OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(1)
        else:
            connection.close()
            return


def healthy(address: tuple[Any, ...]) -> bool:  # Any: an address of either family
    """Whether /healthz at this address answers 200."""
    name = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".")
    asked = http.client.HTTPConnection(
        LOOPBACK.get(address[0], address[0]), address[1], timeout=2
    )
    try:
        asked.request(
            "GET", "/healthz", headers={"Host": name.replace("*", "localhost")}
        )
        return asked.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
