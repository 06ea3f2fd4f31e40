"""The databases of a test run: what marks them, and a way to make others."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
# What brings tables of its own, or writes ours.
MIGRATORS = ("django", "django-simple-history", "procrastinate")


def migrations_mark():
    """Another text for each state of the migrations."""
    mark = hashlib.sha256(repr([version(name) for name in MIGRATORS]).encode())
    for app in ("catalog", "community", "moviemeter", "news"):
        for path in sorted((ROOT / app).glob("**/migrations/*.py")):
            mark.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return mark.hexdigest()[:12]


def maintenance():
    """A connection of our own, to the database that is always there."""
    params = connection.get_connection_params()
    names = ("host", "port", "user", "password")
    known = {name: params[name] for name in names if params.get(name)}
    return psycopg.connect(**known, dbname="postgres", autocommit=True)
