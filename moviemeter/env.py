"""Read settings from the environment, loudly."""

import os
import secrets
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable's text; without a default an unset or empty one stops the start."""
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def require(*needed: str) -> None:
    """Stop the start where one of these is unset or empty, naming all that are."""
    lacking = [name for name in needed if not os.environ.get(name)]
    if lacking:
        plural = "s" if len(lacking) > 1 else ""
        raise ImproperlyConfigured(
            f"Set the environment variable{plural} {', '.join(lacking)}."
        )


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, False for 0; anything else stops the start."""
    value = os.environ.get(name) or ("1" if default else "0")
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number of at least `least`; anything else stops the start."""
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or int(value) < least:
        raise ImproperlyConfigured(
            f"{name} must be a whole number of at least {least}, not {value!r}."
        )
    return int(value)


def choice(name: str, choices: tuple[str, ...]) -> str:
    """One of the choices, the first where nothing is set."""
    value = os.environ.get(name) or choices[0]
    if value not in choices:
        allowed = " or ".join(choices)
        raise ImproperlyConfigured(f"{name} must be {allowed}, not {value!r}.")
    return value


def names(name: str, default: list[str] | None = None) -> list[str]:
    """A list split at commas; without a default an unset one stops the start."""
    if default is not None and not os.environ.get(name):
        return default
    return [part.strip() for part in text(name).split(",") if part.strip()]


def database(name: str) -> dj_database_url.DBConfig:
    """Django's settings for a postgresql:// address; anything else stops the start."""
    address = text(name)
    try:
        known = dj_database_url.parse(address)
    except ValueError:
        known = {}
    # The address may hold a password, so it is not repeated here.
    if known.get("ENGINE") != "django.db.backends.postgresql" or not known.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must be an address such as postgresql://user:password@host/database."
        )
    return known


def kept_secret(path: Path) -> str:
    """The secret kept in this file, made at the first call and readable by us alone."""
    try:
        kept = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        kept = ""
    if kept:
        return kept
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
    try:
        # Two first starts at once must end with one secret: only one link succeeds.
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text(encoding="ascii").strip()
