"""Make `.venv` with the locked packages: what `make run` and `make test` do first.

Runs on a bare Python with nothing installed, so it uses the standard library alone and
imports nothing of ours. Where everything is there already it returns at once.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
# The locks that each command needs; the test lock holds all of the local one.
LOCKS = {"run": "local", "test": "test"}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT_PLACES = ("/usr/bin", "/usr/sbin", "/bin", "/sbin")
BAR_WIDTH = 24
LAST_WORDS = 15  # Lines of a failed program that are shown.


class Failed(Exception):
    """The message says in a sentence what is missing and what to do."""


class Bar:
    """A progress bar on a terminal; elsewhere a line at every quarter."""

    def __init__(self, what: str, total: int, stream: IO[str]) -> None:
        self.what = what
        self.total = max(total, 1)
        self.stream = stream
        self.drawn = -1

    def show(self, done: int, detail: str = "") -> None:
        """Draw how many of all are done, never fewer than before."""
        if self.stream.isatty():
            filled = BAR_WIDTH * min(done, self.total) // self.total
            bar = "█" * filled + "░" * (BAR_WIDTH - filled)
            text = f"{self.what} {bar} {done}/{self.total} {detail}"
            width = shutil.get_terminal_size().columns - 1
            self.stream.write(f"\r\x1b[K{text[:width]}")
        elif done * 4 // self.total > self.drawn:
            self.drawn = done * 4 // self.total
            self.stream.write(f"{self.what}: {done} of {self.total}\n")
        self.stream.flush()

    def close(self) -> None:
        """Take the bar away, for the line that says how it ended."""
        if self.stream.isatty():
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def main(arguments: list[str]) -> int:
    """Prepare for the one command named; 0 when all is there."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        return _refuse("Usage: python3 moviemeter/bootstrap.py run|test")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if too_old(sys.version_info[:2]):
            raise Failed(
                "MovieMeter needs Python 3.11 or newer, and this is"
                f" {sys.version_info[0]}.{sys.version_info[1]};"
                " name another: make run PYTHON=python3.12"
            )
        install(LOCKS[arguments[0]])
        if arguments[0] == "test":
            ensure_chromium()
    except Failed as failure:
        return _refuse(str(failure))
    except KeyboardInterrupt:
        return _refuse("Stopped; the next start begins again here.")
    return 0


def too_old(version: tuple[int, ...]) -> bool:
    """Whether this Python is older than the oldest that we run on."""
    return version < (3, 11)


# The packages


def install(lock: str) -> None:
    """Have the packages of this lock in `.venv`, all of them or a failure."""
    if stamped(lock):
        return
    with _alone():
        if stamped(lock):  # Whoever held us up has done it.
            return
        started = time.monotonic()
        _make_venv()
        _pip_install(lock)
        _stamp(lock)
        _say(f"Packages installed in {time.monotonic() - started:.0f} s.")


def stamped(lock: str) -> bool:
    """Whether `.venv` is whole and holds what this lock names, for this Python."""
    try:
        kept = _stamp_file().read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return fingerprint(lock) in kept and _unfinished().exists() is False


def fingerprint(lock: str) -> str:
    """The lock by name and content, with the Python and the place that it is for."""
    content = hashlib.sha256((ROOT / "requirements" / f"{lock}.txt").read_bytes())
    version = ".".join(str(part) for part in sys.version_info[:2])
    return f"{lock} {content.hexdigest()} {version} {VENV}"


def locked_packages(text: str) -> int:
    """How many packages a lock file names; some may be for other systems."""
    return len(re.findall(r"^[A-Za-z0-9][\w.-]*(?:\[[^]]*\])?==", text, re.MULTILINE))


def package_begun(line: str) -> str:
    """The package that this line of pip's begins to fetch, or nothing."""
    found = re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line)
    if found:
        return found.group(1)
    local = re.match(r"Processing \S*?([^/\\]+)$", line.strip())
    return local.group(1).split("-")[0] if local else ""


def last_words(output: str) -> str:
    """The end of what a failed program said, from its first error on."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(("WARNING", "[notice]"))]
    errors = (at for at, line in enumerate(lines) if line.startswith(("ERROR", "E:")))
    return "\n".join(lines[next(errors, 0) :][-LAST_WORDS:])


def _stamp(lock: str) -> None:
    # A test installation holds the packages of a run as well.
    locks = {lock, "local"}
    lines = sorted(fingerprint(each) for each in locks)
    _stamp_file().write_text("\n".join(lines) + "\n", encoding="utf-8")
    _unfinished().unlink()


def _stamp_file() -> Path:
    return VENV / "installed"


def _unfinished() -> Path:
    return VENV / "unfinished"


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let no two installations run in this checkout at once."""
    checkout = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(checkout, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Waiting for another installation in this folder …")
            fcntl.flock(checkout, fcntl.LOCK_EX)
        yield
    finally:
        os.close(checkout)


def _make_venv() -> None:
    """An environment with pip in it, made anew where an earlier one is not whole."""
    if _unfinished().exists() or not _works():
        _ensure_venv_module()
        _say("Making a virtual environment in .venv …")
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir()
        _unfinished().touch()
        made = _run([sys.executable, "-m", "venv", str(VENV)])
        if made.returncode:
            raise Failed("python3 -m venv failed:\n" + last_words(made.stdout))
    _unfinished().touch()


def _works() -> bool:
    """Whether `.venv` is of this Python, at this place, and has pip."""
    program = VENV / "bin" / "python"
    ask = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    if not program.exists():
        return False
    told = _run([str(program), "-c", ask]).stdout.strip()
    # Programs in bin/ name the place that they were made at.
    pip = VENV / "bin" / "pip"
    here = pip.exists() and str(VENV) in pip.read_text(encoding="utf-8")
    return here and told == f"{sys.version_info[0]} {sys.version_info[1]} {VENV}"


def _ensure_venv_module() -> None:
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    if not _can_apt():
        raise Failed(
            "Python's venv module is missing:"
            " install the package python3-venv and start again."
        )
    _apt_install("python3-venv")
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise Failed(
            f"The package python3-venv has no part for {sys.executable};"
            " use the system's own python3."
        )


def _pip_install(lock: str) -> None:
    file = ROOT / "requirements" / f"{lock}.txt"
    total = locked_packages(file.read_text(encoding="utf-8"))
    _say(f"Installing {total} packages …")
    command = [str(VENV / "bin" / "python"), "-m", "pip", "install"]
    command += ["--require-hashes", "--no-input", "--disable-pip-version-check"]
    # Python compiles what it imports by itself; compiling all of it takes longer.
    command += ["--no-compile", "--progress-bar", "off", "-r", str(file)]
    bar = Bar("Packages", 2 * total, sys.stdout)
    fetched = 0
    output = []
    for line in _lines_of(command):
        output.append(line)
        fetched += bool(package_begun(line))
        if line.startswith("Installing collected packages"):
            fetched = total
        step = fetched + (_unpacked() if fetched == total else 0)
        bar.show(min(step, 2 * total), package_begun(line))
    bar.close()
    if output.pop() != "0":
        raise Failed("pip failed:\n" + last_words("\n".join(output)))


def _unpacked() -> int:
    return sum(1 for _ in VENV.glob("lib/python*/site-packages/*.dist-info"))


def _lines_of(command: list[str]) -> Iterator[str]:
    """A program's lines as they come, an empty one each tick, last its exit status."""
    process = subprocess.Popen(  # noqa: S603 - pip, with our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_environment(),
    )
    assert process.stdout is not None
    rest = b""
    try:
        while True:
            if not select.select([process.stdout], [], [], 0.3)[0]:
                yield ""
                continue
            piece = os.read(process.stdout.fileno(), 65536)
            *lines, rest = (rest + piece).split(b"\n")
            yield from (line.decode(errors="replace").rstrip() for line in lines)
            if not piece:
                break
        yield str(process.wait())
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        process.stdout.close()


# The browser


def find_chromium() -> str | None:
    """The Chromium that $CHROMIUM names, or else the one on this machine."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    places = os.pathsep.join(["/usr/bin", "/usr/local/bin", "/snap/bin"])
    found = (shutil.which(name, path=places) for name in CHROMIUM)
    return next((path for path in found if path), None)


def ensure_chromium() -> None:
    """Have a browser for the browser tests: they are never skipped."""
    if find_chromium():
        return
    if os.environ.get("CHROMIUM"):
        raise Failed("CHROMIUM names a program that is not there.")
    if not _can_apt():
        raise Failed(
            "The browser tests need Chromium: install the package chromium,"
            " or name one that you have: make test CHROMIUM=/path/to/chromium"
        )
    _apt_install("chromium")
    if not find_chromium():
        raise Failed("The package chromium brought no browser.")


# Debian's packages


def _can_apt() -> bool:
    return os.geteuid() == 0 and _apt() is not None


def _apt() -> str | None:
    return shutil.which("apt-get", path=os.pathsep.join(APT_PLACES))


def _apt_install(package: str) -> None:
    _say(f"Installing the package {package} …")
    apt = _apt()
    assert apt is not None
    # A failing update need not matter: the lists may be there already.
    _run([apt, "update", "-qq"])
    done = _run([apt, "install", "-y", "-qq", "--no-install-recommends", package])
    if done.returncode:
        raise Failed(f"apt-get install {package} failed:\n{last_words(done.stdout)}")


# Small things


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own commands
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_environment(),
        errors="replace",
        check=False,
    )


def _environment() -> dict[str, str]:
    # Somebody else's environment must not send the packages elsewhere.
    others = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET"}
    ours = {name: text for name, text in os.environ.items() if name not in others}
    return {**ours, "DEBIAN_FRONTEND": "noninteractive", "PYTHONIOENCODING": "utf-8"}


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _refuse(text: str) -> int:
    sys.stdout.flush()
    sys.stderr.write(f"{text}\n")
    return 1


if __name__ == "__main__":
    # With an empty environment Python may take the terminal for an ASCII one.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
