"""Django's PostgreSQL engine, with a server that starts at the first connection.

Commands that need no database, such as `check` or `collectstatic`, start none.
"""

from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg import errors, sql

from moviemeter.embedded.client import DatabaseClient
from moviemeter.embedded.cluster import PORT, SUPERUSER, Cluster, cluster


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    @property
    def cluster(self) -> Cluster:
        options = self.settings_dict["OPTIONS"]
        return cluster(options["cluster"], options["state"])

    def get_connection_params(self) -> dict[str, Any]:  # Any: as psycopg takes them
        ours = self.cluster
        if not (ours.held and ours.alive()):
            ours.ensure()
            # Without a name Django means to make or drop a database by itself.
            if name := self.settings_dict["NAME"]:
                _make_database(ours, name)
        # Both said aloud, or PGHOST and PGPORT of the environment would speak first.
        self.settings_dict["HOST"] = str(ours.socket_folder)
        self.settings_dict["PORT"] = PORT
        params: dict[str, Any] = super().get_connection_params()
        del params["cluster"], params["state"]
        return params


def _make_database(ours: Cluster, name: str) -> None:
    with psycopg.connect(
        host=str(ours.socket_folder),
        port=PORT,
        user=SUPERUSER,
        dbname="postgres",
        autocommit=True,
    ) as connection:
        found = connection.execute(
            "select 1 from pg_database where datname = %s", [name]
        ).fetchone()
        if found:
            return
        try:
            connection.execute(
                sql.SQL("create database {}").format(sql.Identifier(name))
            )
        except (errors.DuplicateDatabase, errors.UniqueViolation):
            return  # Another process was first.
