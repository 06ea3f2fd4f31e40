"""Looking after child processes, and after the embedded database beside them.

A child that dies is started again. When this process is told to stop it ends its
children and waits for them; when it is killed they end by themselves.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from moviemeter.embedded.cluster import Cluster
from moviemeter.embedded.failure import EmbeddedServerFailed

STOPPING = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
WATCHED = {*STOPPING, signal.SIGCHLD}
TICK = 1.0  # Seconds between looks at the database.
SLOWEST_START = 60.0
QUICK = 5.0  # A child that lived shorter than this died quickly.
MOST_QUICK_DEATHS = 10
LONGEST_PAUSE = 5.0
PR_SET_PDEATHSIG = 1


class GaveUp(Exception):
    """What can't be kept running, in a sentence."""


@dataclass(slots=True)
class Child:
    """A process to keep running; told to stop it has `grace` seconds."""

    name: str
    work: Callable[[], None]
    grace: float
    pid: int = 0
    started: float = 0.0
    due: float = 0.0
    quick_deaths: int = field(default=0)

    def start(self) -> None:
        """Fork. No thread may live and no connection be open in this process."""
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        self.started = time.monotonic()
        self.pid = os.fork()
        if self.pid == 0:
            _become_child(self.work, parent)
        # Here as in the child: whoever is first. Ctrl-C then reaches only the parent.
        with contextlib.suppress(OSError):
            os.setpgid(self.pid, self.pid)

    def reap(self) -> str:
        """How the process ended, or nothing while it lives."""
        if not self.pid:
            return ""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if not pid:
            return ""
        # Grandchildren without a parent finish what they do and end.
        self.tell_group(signal.SIGTERM)
        code = os.waitstatus_to_exitcode(status)
        return f"signal {-code}" if code < 0 else f"status {code}"

    def note_death(self) -> None:
        """Decide when to start again: at once, or later after several quick deaths."""
        now = time.monotonic()
        quick = now - self.started < QUICK
        self.quick_deaths = self.quick_deaths + 1 if quick else 0
        pause = min(0.1 * 2**self.quick_deaths, LONGEST_PAUSE) if quick else 0.0
        self.pid, self.due = 0, now + pause

    def tell(self, number: signal.Signals) -> None:
        if self.pid:
            os.kill(self.pid, number)

    def tell_group(self, number: signal.Signals) -> None:
        """Signal the child with all of its own children, also those it left behind."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, number)


class Supervisor:
    """Keeps children, and the embedded database if there is one, running."""

    def __init__(
        self,
        children: list[Child],
        *,
        cluster: Cluster | None,
        say: Callable[[str], None],
    ) -> None:
        self.children = children
        self.cluster = cluster
        self.say = say
        self.stopping = False

    def run(self, *, answers: Callable[[], bool], ready: Callable[[], None]) -> None:
        """Run until TERM, INT or HUP; `ready` is called when `answers` first says so.

        Raises GaveUp when a child can't be kept alive. These signals stay blocked
        afterwards, so that a second Ctrl-C does not disturb the closing.
        """
        signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        try:
            for child in self.children:
                child.start()
            self._await_ready(answers)
            if not self.stopping:
                ready()
            while not self.stopping:
                self._look_after(TICK)
        finally:
            self._stop()

    def _await_ready(self, answers: Callable[[], bool]) -> None:
        deadline = time.monotonic() + SLOWEST_START
        while not self.stopping and not answers():
            if time.monotonic() > deadline:
                raise GaveUp(
                    "The site does not answer at /healthz; see the errors above."
                )
            self._look_after(0.05)

    def _look_after(self, seconds: float) -> None:
        """Wait for a signal, but no longer than this, then mend what broke."""
        received = signal.sigtimedwait(WATCHED, seconds)
        if received and received.si_signo in STOPPING:
            self.stopping = True
            return
        # First the database: a child that died of its absence must find it again.
        self._mend_database()
        for child in self.children:
            if how := child.reap():
                child.note_death()
                self._report_death(child, how)
            if not child.pid and time.monotonic() >= child.due:
                child.start()

    def _report_death(self, child: Child, how: str) -> None:
        if child.quick_deaths >= MOST_QUICK_DEATHS:
            raise GaveUp(f"The {child.name} ended again and again, last with {how}.")
        self.say(f"The {child.name} ended with {how}; starting it again.")

    def _mend_database(self) -> None:
        if self.cluster is None or self.cluster.alive():
            return
        try:
            self.cluster.ensure()
        except (EmbeddedServerFailed, OSError) as error:
            self.say(f"PostgreSQL is gone and does not start: {error}")
        else:
            self.say("PostgreSQL was gone; it runs again.")

    def _stop(self) -> None:
        """Tell all children to end, wait for each, and kill what is left of them."""
        told = time.monotonic()
        for child in self.children:
            child.tell(signal.SIGTERM)
        while living := [child for child in self.children if child.pid]:
            for child in living:
                late = time.monotonic() > told + child.grace
                if late:
                    child.tell_group(signal.SIGKILL)
                if child.reap():
                    child.tell_group(signal.SIGKILL)
                    child.pid = 0
            signal.sigtimedwait({signal.SIGCHLD}, 0.05)


def end_with_parent(parent: int) -> None:
    """Have this process told to end when its parent dies, however that comes."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # It died before we asked.
        os._exit(1)


def _become_child(work: Callable[[], None], parent: int) -> NoReturn:
    """Do the work and leave without the parent's own clean-up."""
    code = 1
    try:
        with contextlib.suppress(OSError):
            os.setpgid(0, 0)
        for number in WATCHED:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        end_with_parent(parent)
        work()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code & 0xFF)
