"""Watching processes from a test."""

import os
import time
from pathlib import Path


def await_that(condition, seconds=15):
    """Wait until the condition holds, and fail when it does not come to that."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def living(folder):
    """Numbers of the processes that work in a folder or were told of it."""
    return sorted(
        int(process.name)
        for process in Path("/proc").glob("[0-9]*")
        if int(process.name) != os.getpid() and _of(process, os.fsencode(folder))
    )


def children(parent):
    """Numbers of a process's children that live."""
    return sorted(
        int(process.name)
        for process in Path("/proc").glob("[0-9]*")
        if _status(process)[1:2] == [str(parent)]
    )


def _of(process, folder):
    if not _status(process):
        return False
    try:
        told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        return folder in told or folder in os.fsencode((process / "cwd").readlink())
    except OSError:
        return False


def _status(process):
    """State and parent; nothing for a zombie, which some containers never clear."""
    try:
        text = (process / "stat").read_text(errors="replace")
    except OSError:
        return []
    status = text.rpartition(")")[2].split()[:2]
    return [] if status[0] in {"Z", "X"} else status
