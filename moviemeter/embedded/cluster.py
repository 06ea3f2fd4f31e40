"""One PostgreSQL server with its data, shared by all processes that use it.

Every process holds a shared lock while it uses the server; the last one out stops it.
A server that was killed is started again by the next connection of any process.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from moviemeter import env
from moviemeter.embedded.account import Account
from moviemeter.embedded.binaries import find_binaries
from moviemeter.embedded.failure import EmbeddedServerFailed

SUPERUSER = "moviemeter"
PORT = "5432"  # Names the socket; no TCP port is opened.
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "random_page_cost": "1.1",
}
# A test cluster may lose everything at a power cut; it is made anew for each run.
TEST_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
}
ELSEWHERE = Path("/var/lib/moviemeter")
LONGEST_SOCKET_PATH = 100  # Linux takes 107 bytes, macOS 103.


class Cluster:
    """A server under `<state>/<name>-<major>`; `testing` trades safety for speed."""

    def __init__(self, name: str, state: Path, *, testing: bool = False) -> None:
        self.settings = SETTINGS | (TEST_SETTINGS if testing else {})
        self.account = Account.for_server()
        self.state = state.resolve()
        self.state.mkdir(parents=True, exist_ok=True)
        self.binaries = find_binaries()
        version = _version(self.binaries)
        if self.account.switched:
            self._move_where_account_reaches(version)
        self.major = int(version.partition(".")[0])
        # Two major versions can't share data, and may run side by side.
        self.name = f"{name}-{self.major}"
        self.data = self.state / self.name
        self.log = self.state / f"{self.name}.log"
        self._users_lock: int | None = None

    @property
    def socket_folder(self) -> Path:
        """Where the socket lies; under /tmp where our own path is too long for one."""
        near = self.state / f"{self.name}-socket"
        longest = len(os.fsencode(near)) + len(f"/.s.PGSQL.{PORT}.lock")
        if longest <= LONGEST_SOCKET_PATH:
            return near
        mark = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:12]
        # Not $TMPDIR: every process must come to the same folder.
        shared = Path("/tmp")  # noqa: S108 - own_folder refuses what is not ours
        return shared / f"moviemeter-{self.account.uid}-{mark}"

    def ensure(self) -> None:
        """Have the server made, started, and kept for as long as this process lives."""
        with self._setup():
            if not (self.data / "PG_VERSION").exists():
                self._make()
            if not self.ready():
                self._start()
            if self._users_lock is None:
                self._users_lock = os.open(
                    self.state / f"{self.name}.users.lock",
                    os.O_RDWR | os.O_CREAT,
                    0o644,
                )
                fcntl.flock(self._users_lock, fcntl.LOCK_SH)
                atexit.register(self._leave, os.getpid())

    @property
    def held(self) -> bool:
        """Whether this process keeps the server from stopping."""
        return self._users_lock is not None

    def alive(self) -> bool:
        """Whether the server's main process lives; cheap, for every connection."""
        lines = self._pid_file()
        if not lines or not lines[0].isdigit():
            return False
        if not sys.platform.startswith("linux"):
            return self.ready()
        process = Path("/proc") / lines[0]
        try:
            # A stranger with the same number works elsewhere, a zombie nowhere.
            return (process / "cwd").readlink() == self.data
        except PermissionError:
            status = (process / "stat").read_text(encoding="utf-8", errors="replace")
            return status.rpartition(")")[2].split()[0] not in {"Z", "X"}
        except OSError:
            return False

    def ready(self) -> bool:
        """Whether the server takes connections."""
        lines = self._pid_file()
        if len(lines) < 8 or lines[7].strip() != "ready":
            return False
        ask = self.account.run(
            self.binaries / "pg_isready", "-q", "-h", self.socket_folder, "-p", PORT
        )
        return ask.returncode == 0

    def _leave(self, process: int) -> None:
        """Stop the server if no other process uses it; forked ones leave it alone."""
        if process != os.getpid() or self._users_lock is None:
            return
        with contextlib.suppress(FileNotFoundError), self._setup():
            try:
                fcntl.flock(self._users_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass
            else:
                self._stop()
        os.close(self._users_lock)
        self._users_lock = None

    def _stop(self) -> None:
        if self._control("-w", "-s", "-m", "fast", "stop"):
            self._clear_after_kill()
        if self.socket_folder.parent != self.state:
            with contextlib.suppress(OSError):
                self.socket_folder.rmdir()

    @contextlib.contextmanager
    def _setup(self) -> Iterator[None]:
        """One process at a time makes, starts or stops the server."""
        path = self.state / f"{self.name}.setup.lock"
        with path.open("w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _make(self) -> None:
        # Made aside and renamed when whole, so that there is never half a cluster.
        draft = self.state / f".{self.name}-{os.getpid()}.new"
        shutil.rmtree(draft, ignore_errors=True)
        self.account.own_folder(draft)
        locale = ["--locale=C"]
        if self.major >= 17:
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if "fsync" in self.settings:
            locale += ["--no-sync"]
        made = self.account.run(
            self.binaries / "initdb",
            *("-D", draft, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8"),
            *("--no-instructions", *locale),
        )
        if made.returncode:
            raise EmbeddedServerFailed(f"initdb failed:\n{made.stdout}")
        with (draft / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(
                f"{key} = '{value}'\n" for key, value in self.settings.items()
            )
        draft.rename(self.data)

    def _start(self) -> None:
        self._clear_after_kill()
        self.account.own_folder(self.socket_folder)
        self.log.touch()
        os.chown(self.log, self.account.uid, self.account.gid)
        options = f"-k {shlex.quote(str(self.socket_folder))} -p {PORT}"
        if self._control(
            "-w", "-t", "120", "-s", "-l", self.log, "-o", options, "start"
        ):
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
            raise EmbeddedServerFailed(
                "PostgreSQL did not start:\n" + "\n".join(lines[-15:])
            )

    def _control(self, *arguments: str | Path) -> int:
        # A session of its own: Ctrl-C at our terminal must not reach the server.
        return self.account.run(
            self.binaries / "pg_ctl",
            "-D",
            self.data,
            *arguments,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ).returncode

    def _clear_after_kill(self) -> None:
        """Remove what a killed server left, once its last process is really gone.

        PostgreSQL takes a zombie, or a stranger with the same number, for itself.
        """
        sockets = list(self.socket_folder.glob(".s.PGSQL.*"))
        if not sys.platform.startswith("linux"):
            return
        if not sockets and not (self.data / "postmaster.pid").exists():
            return
        deadline = time.monotonic() + 10
        while self._processes_in_data():
            if time.monotonic() > deadline:
                raise EmbeddedServerFailed(
                    f"Another PostgreSQL still runs in {self.data}."
                )
            time.sleep(0.05)
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for socket in sockets:
            socket.unlink(missing_ok=True)

    def _processes_in_data(self) -> bool:
        """PostgreSQL's processes work in the data folder; zombies have no folder."""
        # Asked as the server's account: in a container root may not look at others.
        told = self.account.run(
            *("find", "/proc", "-maxdepth", "2", "-path", "/proc/[0-9]*/cwd"),
            *("-printf", r"%l\n"),
            stderr=subprocess.DEVNULL,
        )
        return str(self.data) in told.stdout.splitlines()

    def _pid_file(self) -> list[str]:
        try:
            text = (self.data / "postmaster.pid").read_text(encoding="utf-8")
        except OSError:
            return []
        return text.splitlines()

    def _move_where_account_reaches(self, version: str) -> None:
        """As root: data, and programs if need be, to where the account can go."""
        if not self.account.reaches(self.state):
            # Named by a secret kept in the state folder, not by its path: another
            # checkout at the same place must not find the data of the one before.
            mark = hashlib.sha256(env.kept_secret(self.state / "elsewhere").encode())
            self.state = ELSEWHERE / mark.hexdigest()[:12]
            for folder in (ELSEWHERE, self.state):
                folder.mkdir(mode=0o755, parents=True, exist_ok=True)
                folder.chmod(0o755)
        if not self.account.reaches(self.binaries / "postgres"):
            self.binaries = self._copied_binaries(version)

    def _copied_binaries(self, version: str) -> Path:
        # Programs find their libraries beside them, so the folders keep their shape.
        package = self.binaries.parent.parent
        inside = self.binaries.relative_to(package)
        copy = self.state / f"programs-{version}"
        if not (copy / package.name / inside / "postgres").exists():
            draft = Path(tempfile.mkdtemp(dir=self.state))
            draft.chmod(0o755)
            for folder in (package, package.with_name(f"{package.name}.libs")):
                if folder.is_dir():
                    shutil.copytree(folder, draft / folder.name, symlinks=True)
            _open_to_all(draft)
            with contextlib.suppress(OSError):  # Another process was first.
                draft.rename(copy)
            shutil.rmtree(draft, ignore_errors=True)
        return copy / package.name / inside


def _open_to_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))


def _version(binaries: Path) -> str:
    """The version of these programs, such as 18.6."""
    told = subprocess.run(  # noqa: S603 - our own program
        [binaries / "postgres", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"\(PostgreSQL\) ([\d.]+)", told.stdout)
    if found is None:
        raise EmbeddedServerFailed(
            f"{binaries}/postgres answers: {told.stdout}{told.stderr}"
        )
    return found.group(1)


@cache
def cluster(name: str, state: Path) -> Cluster:
    """The cluster of that name, the same object at every call in this process."""
    return Cluster(name, state, testing=name == "test")
