"""`manage.py serve`: everything that the site needs, from nothing to being served.

The database, translations, the demonstration and static files are brought up to date;
two child processes then answer requests and do jobs, watched over by this one.
"""

import errno
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from socket import AddressFamily, SocketKind
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed

from catalog.models import Title
from community.demonstration import ACCOUNTS
from moviemeter import demonstration, messages
from moviemeter.bootstrap import Bar
from moviemeter.embedded.base import DatabaseWrapper
from moviemeter.embedded.cluster import Cluster
from moviemeter.embedded.failure import EmbeddedServerFailed
from moviemeter.running import collecting
from moviemeter.running.supervisor import Child, GaveUp, Supervisor
from moviemeter.running.workplaces import answer_requests, do_jobs, healthy

Address = tuple[Any, ...]  # Any: host and port, and in IPv6 two numbers more

ANY_HOST = {"": "localhost", "0.0.0.0": "localhost", "::": "localhost"}  # noqa: S104
PREPARING = 0x4D6F766965  # Names the lock that two starts at once take in turn.
LAST_PORT = 65535
# A supervisor that was killed leaves children that need a moment to end.
PORT_PATIENCE = 2.0
GRACE = 12.0  # A little more than the children allow themselves.


class Refused(Exception):
    """The site can't start; the message says why in a sentence."""


class Report:
    """A line for each step, with the seconds since the start."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.started = time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def step(self, text: str) -> None:
        self.say(f"{self.seconds:5.1f} s  {text}")

    def say(self, text: str) -> None:
        try:
            self.stream.write(f"{text}\n")
            self.stream.flush()
        except OSError:
            # Nobody reads any more, such as after `make run | head`: serve on.
            self.stream = sys.stderr


def serve(stream: IO[str]) -> None:
    """Serve until TERM, INT or HUP. Raises Refused where the site can't."""
    report = Report(stream)
    listeners = reserve(settings.HOST, settings.PORT)
    try:
        _prepare(report)
        _listen(listeners)
        supervisor = Supervisor(
            [
                Child("web server", lambda: answer_requests(listeners), GRACE),
                Child("job worker", lambda: do_jobs(listeners), GRACE),
            ],
            cluster=_cluster(),
            say=report.say,
        )
        try:
            supervisor.run(
                answers=lambda: healthy(listeners[0].getsockname()),
                ready=lambda: _welcome(report),
            )
        except GaveUp as failure:
            raise Refused(str(failure)) from None
    finally:
        for listener in listeners:
            listener.close()
        connections.close_all()


# The port


def reserve(host: str, port: int) -> list[socket.socket]:
    """Sockets bound to every address of the host: nobody else gets the port then."""
    if port > LAST_PORT:
        raise Refused(f"PORT must be at most {LAST_PORT}, not {port}.")
    try:
        addresses = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (socket.gaierror, UnicodeError):
        raise Refused(f"HOST must be an address of this machine, not {host}.") from None
    deadline = time.monotonic() + PORT_PATIENCE
    while True:
        try:
            return _bind_all(addresses)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            raise Refused(_why_not(error, host, port)) from None


def _bind_all(
    addresses: Sequence[tuple[AddressFamily, SocketKind, int, str, Address]],
) -> list[socket.socket]:
    bound: list[socket.socket] = []
    missing: OSError | None = None
    for family, kind, protocol, _name, address in addresses:
        try:
            bound.append(_bind(socket.socket(family, kind, protocol), address))
        except OSError as error:
            # A machine may know ::1 by name and have no IPv6.
            if error.errno not in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
                for each in bound:
                    each.close()
                raise
            missing = error
    if missing and not bound:
        raise missing
    return bound


def _bind(listener: socket.socket, address: Address) -> socket.socket:
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if listener.family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind(address)
    except BaseException:
        listener.close()
        raise
    return listener


def _listen(listeners: list[socket.socket]) -> None:
    try:
        for listener in listeners:
            listener.listen(socket.SOMAXCONN)
    except OSError as error:
        raise Refused(_why_not(error, settings.HOST, settings.PORT)) from None


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken; choose another: make run PORT={port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} is not allowed to this account; choose one above 1023."
    return f"Nothing can listen at {host}, port {port}: {error.strerror}."


# The steps


def _prepare(report: Report) -> None:
    compiled = messages.compile_all()
    if compiled:
        # This process may have read the old ones, and its children inherit that.
        translation_file_changed(sender=None, file_path=settings.BASE_DIR / "nl.mo")
    report.step(
        f"Translations: {compiled} sentences" if compiled else "Translations: unchanged"
    )
    _connect()
    report.step(f"Database: {_server()}")
    with _in_turn():
        _migrate(report)
        if settings.DEVELOPMENT:
            _demonstrate(report)
    collected = collecting.collect_changed()
    report.step(
        f"Static files: {collected} collected"
        if collected
        else "Static files: unchanged"
    )
    # No connection may pass into a child: two processes would talk over each other.
    connections.close_all()


def _connect() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise Refused(f"The database does not answer: {reason}") from None
    except EmbeddedServerFailed as error:
        raise Refused(str(error)) from None


def _server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        version = cursor.fetchone()[0].split()[0]
    whose = "our own" if _cluster() else "the one of DATABASE_URL"
    return f"PostgreSQL {version}, {whose}"


def _cluster() -> Cluster | None:
    """The embedded server, where the site runs on it."""
    database = connections["default"]
    return database.cluster if isinstance(database, DatabaseWrapper) else None


@contextmanager
def _in_turn() -> Iterator[None]:
    """Of two starts on one database, one migrates and the other waits for it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [PREPARING])
        try:
            yield
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [PREPARING])


def _migrate(report: Report) -> None:
    executor = MigrationExecutor(connection)
    due = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    # Also where none is due: an earlier start may have stopped before the permissions.
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    report.step(f"Migrations: {due} applied" if due else "Migrations: none due")


def _demonstrate(report: Report) -> None:
    if demonstration.is_due(empty=not Title.objects.exists()):
        bar: Bar | None = None

        def progress(done: int, total: int) -> None:
            nonlocal bar
            bar = bar or Bar("         Demonstration", total, report.stream)
            bar.show(done)

        whole = demonstration.load_all(progress=progress)
        loaded = whole.catalogue
        if bar:
            bar.close()
        report.step(
            f"Demonstration: {loaded.films} films, {loaded.series} series"
            f" and {whole.articles} articles loaded"
        )
    else:
        report.step("Demonstration: unchanged")
    demonstration.ask_for_cards()


def _welcome(report: Report) -> None:
    host = ANY_HOST.get(settings.HOST, settings.HOST)
    host = f"[{host}]" if ":" in host else host
    report.step("Web server and job worker: started")
    report.say(f"Ready: http://{host}:{settings.PORT}/")
    if settings.DEVELOPMENT:
        with translation.override("en"):  # As every line here; the site speaks Dutch.
            for account in ACCOUNTS:
                report.say(
                    f"Log in as {account.username} with password {account.password}:"
                    f" {account.may}"
                )
