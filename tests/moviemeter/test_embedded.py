import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from moviemeter.embedded.account import Account
from moviemeter.embedded.cluster import PORT, SUPERUSER, Cluster
from moviemeter.embedded.failure import EmbeddedServerFailed
from tests.processes import await_that

USER = """
import sys
from pathlib import Path
from moviemeter.embedded.cluster import Cluster
Cluster("own", Path(sys.argv[1])).ensure()
print("in", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def cluster(short_folder):
    """A server of this test's own, stopped at its end."""
    cluster = Cluster("own", short_folder)
    yield cluster
    cluster._leave(os.getpid())


def ask(cluster, query):
    with psycopg.connect(
        host=str(cluster.socket_folder),
        port=PORT,
        user=SUPERUSER,
        dbname="postgres",
        autocommit=True,
    ) as connection:
        found = connection.execute(query)
        return found.fetchall() if found.description else []


def kill_server(cluster):
    pid = int((cluster.data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, signal.SIGKILL)
    await_that(lambda: not cluster.alive())


def another_user(cluster):
    return subprocess.Popen(
        [sys.executable, "-c", USER, cluster.state],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_server_starts_at_need_and_stops_with_its_last_user(cluster):
    assert not cluster.alive()

    cluster.ensure()
    assert cluster.alive()
    assert cluster.held
    assert ask(cluster, "select 1") == [(1,)]

    cluster._leave(os.getpid())
    assert not cluster.alive()
    assert not cluster.held
    assert not (cluster.data / "postmaster.pid").exists()
    assert not list(cluster.socket_folder.glob(".s.PGSQL*"))


def test_server_stays_while_another_process_uses_it(cluster):
    cluster.ensure()
    with another_user(cluster) as other:
        assert other.stdout.readline() == b"in\n"

        cluster._leave(os.getpid())
        assert cluster.alive()

        other.stdin.close()
        other.wait()
    assert not cluster.alive()


def test_server_that_was_killed_starts_again_with_every_row(cluster):
    cluster.ensure()
    ask(cluster, "create table film as select 'Fanfare' as name")

    kill_server(cluster)
    cluster.ensure()

    assert ask(cluster, "select name from film") == [("Fanfare",)]


def test_leaving_after_a_kill_clears_what_the_server_left(cluster):
    cluster.ensure()
    kill_server(cluster)

    cluster._leave(os.getpid())

    assert not (cluster.data / "postmaster.pid").exists()
    assert not list(cluster.socket_folder.glob(".s.PGSQL*"))


def test_number_of_a_stranger_is_not_taken_for_the_server(cluster):
    cluster.ensure()
    pid_file = cluster.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    kill_server(cluster)
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    assert not cluster.alive()
    cluster.ensure()

    assert ask(cluster, "select 1") == [(1,)]


def test_forked_child_leaves_the_server_alone(cluster):
    cluster.ensure()

    cluster._leave(os.getpid() + 1)

    assert cluster.alive()
    assert cluster.held


def test_long_path_has_its_socket_elsewhere(short_folder):
    long = short_folder / ("x" * 90)

    cluster = Cluster("test", long, testing=True)

    assert cluster.socket_folder.parent == Path("/tmp")  # noqa: S108
    assert len(str(cluster.socket_folder)) < 60


def test_folder_of_somebody_else_is_refused(tmp_path):
    account = Account(os.geteuid(), os.getegid(), switched=False)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    with pytest.raises(EmbeddedServerFailed, match="not ours"):
        account.own_folder(tmp_path / "link")


def test_missing_programs_are_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PG_BINDIR", str(tmp_path))

    with pytest.raises(EmbeddedServerFailed, match="No PostgreSQL here"):
        Cluster("test", tmp_path)


def test_two_starts_at_once_share_one_server(cluster):
    started = time.monotonic()
    with another_user(cluster) as one, another_user(cluster) as two:
        assert one.stdout.readline() == two.stdout.readline() == b"in\n"
        cluster.ensure()
        for other in (one, two):
            other.stdin.close()

    assert cluster.alive()
    assert time.monotonic() - started < 20
