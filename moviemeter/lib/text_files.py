"""Text files in TOML, read strictly: what a file may hold is a dataclass's to say."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_origin


class FileRefused(Exception):
    """A file that does not keep to the format; the message names it and the fault."""


def table(path: Path) -> dict[str, Any]:  # Any: whatever TOML holds
    """The whole file. Raises FileRefused."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise FileRefused(f"{path.name}: {fault}") from None


def part(path: Path, thing: type, value: Any) -> Any:  # Any: a table or a list of them
    """A `thing` of a table inside the file, or a list of them. Raises FileRefused."""
    if isinstance(value, list):
        return [made(path, thing, row) for row in value]
    return made(path, thing, value)


def made(path: Path, thing: type, row: dict[str, Any]) -> Any:  # Any: a `thing`
    """The dataclass filled with the row: every key known, every value of its type.

    Raises FileRefused with the file's name and the key.
    """
    known = {each.name for each in fields(thing)}
    if not isinstance(row, dict):
        raise FileRefused(f"{path.name}: {row!r} is no table")
    if unknown := row.keys() - known:
        raise FileRefused(f"{path.name}: unknown key {', '.join(sorted(unknown))}")
    for each in fields(thing):
        if each.name in row and not _fits(row[each.name], each.type):
            raise FileRefused(f"{path.name}: {each.name} is {row[each.name]!r}")
    try:
        return thing(**row)
    except TypeError as fault:
        raise FileRefused(f"{path.name}: {fault}") from None


def _fits(value: object, kind: Any) -> bool:  # Any: a type, or a union or list of them
    """Whether a value is what a dataclass says of its field."""
    inside = get_args(kind)
    if get_origin(kind) is list:
        return isinstance(value, list) and all(_fits(each, *inside) for each in value)
    if get_origin(kind) is dict:
        return isinstance(value, dict)
    if inside:
        return any(_fits(value, each) for each in inside)
    return isinstance(value, kind) and not isinstance(value, bool)
