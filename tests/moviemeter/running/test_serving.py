"""The whole site as a process of its own: started, hurt, stopped."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from moviemeter.embedded.cluster import PORT, SUPERUSER
from tests.processes import await_that, children, living

pytestmark = [
    pytest.mark.serving,
    pytest.mark.xdist_group("serving"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]


class Site:
    """`manage.py serve` on a port and in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.process = None

    def start(self):
        passed = {
            name: text
            for name, text in os.environ.items()
            if name in {"PATH", "HOME", "PG_BINDIR"} or name.startswith("COVERAGE")
        }
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=settings.BASE_DIR,
            env={**passed, "STATE_DIR": str(self.folder), "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        return self

    def said_until_ready(self):
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if line.startswith("Ready: "):
                return lines
        raise AssertionError("never ready:\n" + "".join(lines))

    def ready(self):
        self.said_until_ready()
        return self

    def status(self, path="/healthz"):
        try:
            address = f"http://localhost:{self.port}{path}"
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status
        except OSError as error:
            return repr(error)

    def roles(self):
        """The numbers of gunicorn's arbiter and of the job worker."""
        both = children(self.process.pid)
        arbiters = [number for number in both if children(number)]
        if len(both) != 2 or len(arbiters) != 1:
            return None
        return arbiters[0], next(number for number in both if number != arbiters[0])

    def settled_roles(self):
        await_that(self.roles)
        return self.roles()

    @property
    def cluster(self):
        return next((self.folder / "postgres").glob("site-??"))

    def server(self):
        return int((self.cluster / "postmaster.pid").read_text().split()[0])

    def ask(self, query):
        with psycopg.connect(
            host=f"{self.cluster}-socket",
            port=PORT,
            user=SUPERUSER,
            dbname="moviemeter",
        ) as connection:
            return connection.execute(query).fetchone()

    def leftovers(self):
        """What must not be there any more: processes, sockets, numbers of processes."""
        return [*living(self.folder), *self.files()]

    def files(self):
        return [*self.folder.rglob("postmaster.pid"), *self.folder.rglob(".s.PGSQL*")]

    def kill_all(self):
        for number in living(self.folder):
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def loaded_folder():
    """A state folder after the first start, with a path short enough for sockets."""
    folder = Path(tempfile.mkdtemp(prefix="mm-", dir="/tmp"))
    folder.chmod(0o755)
    site = Site(folder)
    try:
        site.start().ready()
        site.process.terminate()
        site.process.communicate()
        yield folder
    finally:
        site.kill_all()
        shutil.rmtree(folder)


@pytest.fixture
def site(loaded_folder):
    site = Site(loaded_folder)
    yield site
    if site.process:
        site.kill_all()
        site.process.stdout.close()
    for left in site.files():
        left.unlink()


def test_start_tells_its_steps_and_ends_with_one_ready_line(site):
    started = time.monotonic()

    said = site.start().said_until_ready()

    assert time.monotonic() - started < 10
    assert said[-1] == f"Ready: http://localhost:{site.port}/\n"
    steps = [line.split(" s  ")[1].partition(":")[0] for line in said[:-1]]
    assert steps == [
        "Translations",
        "Database",
        "Migrations",
        "Demonstration",
        "Static files",
        "Web server and job worker",
    ]
    assert "operator" in site.process.stdout.readline()
    assert "redactie" in site.process.stdout.readline()
    assert site.status() == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_stop_leaves_nothing_behind(site, number):
    site.start().ready()

    site.process.send_signal(number)

    assert site.process.wait(timeout=15) == 0
    await_that(lambda: not site.leftovers())
    assert "Traceback" not in site.process.stdout.read()


def test_second_site_on_the_same_port_is_refused_in_a_sentence(site):
    site.start().ready()
    other = Site(site.folder)
    other.port = site.port

    other.start()
    said, _ = other.process.communicate(timeout=20)

    assert other.process.returncode == 1
    assert said == (
        f"Port {site.port} is taken; choose another: make run PORT={site.port + 1}\n"
    )
    assert site.status() == 200


def test_site_heals_after_kills_and_loses_no_row(site):
    site.start().ready()
    films = site.ask("select count(*) from catalog_title")
    assert films > (0,)

    os.kill(site.server(), signal.SIGKILL)
    await_that(lambda: site.status() == 200)
    assert site.ask("select count(*) from catalog_title") == films

    arbiter, _jobs = site.settled_roles()
    os.kill(children(arbiter)[0], signal.SIGKILL)
    await_that(lambda: len(children(arbiter)) == 2)
    assert site.status() == 200

    arbiter, jobs = site.settled_roles()
    os.kill(jobs, signal.SIGKILL)
    await_that(lambda: (site.roles() or (arbiter, jobs))[1] != jobs)

    os.kill(arbiter, signal.SIGKILL)
    await_that(lambda: (site.roles() or (arbiter, jobs))[0] != arbiter)
    await_that(lambda: site.status() == 200)

    site.process.terminate()
    assert site.process.wait(timeout=15) == 0
    await_that(lambda: not site.leftovers())
    assert "starting it again" in site.process.stdout.read()


def test_children_end_when_their_supervisor_is_killed_and_the_next_start_is_clean(site):
    site.start().ready()
    arbiter, jobs = site.settled_roles()
    family = {arbiter, jobs, *children(arbiter)}

    site.process.kill()
    site.process.wait()
    site.process.stdout.close()
    site.start().ready()

    assert site.status() == 200
    await_that(lambda: not family & set(living(site.folder)))


def test_start_after_everything_was_killed_is_clean(site):
    site.start().ready()
    films = site.ask("select count(*) from catalog_title")

    site.kill_all()
    site.process.stdout.close()
    site.start().ready()

    assert site.status() == 200
    assert site.ask("select count(*) from catalog_title") == films


@pytest.mark.parametrize(
    ("variable", "text", "sentence"),
    [
        ("DATABASE_URL", "nonsense", "DATABASE_URL must be an address"),
        ("DATABASE_URL", "postgres://127.0.0.1:1/x", "The database does not answer"),
        ("PORT", "99999", "PORT must be at most 65535"),
        ("HOST", "no such host", "HOST must be an address of this machine"),
    ],
)
def test_odd_variable_is_refused_in_a_sentence(short_folder, variable, text, sentence):
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "STATE_DIR": str(short_folder),
            "PORT": str(free_port()),
            variable: text,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=30,
        check=False,
    )

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith(sentence)
    assert "Traceback" not in done.stdout
