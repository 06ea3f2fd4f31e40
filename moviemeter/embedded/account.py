"""The account that the server runs as: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moviemeter.embedded.failure import EmbeddedServerFailed

UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """A user to run programs as; `switched` where that is not ourselves."""

    uid: int
    gid: int
    switched: bool

    @classmethod
    def for_server(cls) -> "Account":
        """Ourselves, or as root the first unprivileged account that exists."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), switched=False)
        for name in UNPRIVILEGED:
            try:
                entry = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(entry.pw_uid, entry.pw_gid, switched=True)
        raise EmbeddedServerFailed(
            "PostgreSQL does not run as root, and there is neither an account postgres"
            " nor nobody. Run as an ordinary user, or set DATABASE_URL."
        )

    def run(
        self, *command: str | Path, **options: Any
    ) -> subprocess.CompletedProcess[str]:  # Any: what subprocess.run takes
        """Run a program as this account with a bare environment, its output as text."""
        if self.switched:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.STDOUT)
        return subprocess.run(  # noqa: S603 - our own programs and arguments
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            cwd="/",
            env={
                "PATH": os.defpath,
                "LC_ALL": "C",
                "HOME": "/nonexistent",
                "TZ": "UTC",
            },
            text=True,
            check=False,
            **options,
        )

    def reaches(self, path: Path) -> bool:
        """Whether this account can enter the folder, or run the program, at `path`."""
        return self.run("test", "-x", path).returncode == 0

    def own_folder(self, path: Path) -> None:
        """Make `path` a folder that only this account enters; refuse anybody else's."""
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            # Root's own is ours too: one that was stopped before the chown below.
            ours = path.lstat().st_uid in {self.uid, os.geteuid()}
            if path.is_symlink() or not path.is_dir() or not ours:
                raise EmbeddedServerFailed(
                    f"{path} is there already and is not ours."
                ) from None
        os.chown(path, self.uid, self.gid)
