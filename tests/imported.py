"""The demonstration alone, and with the open tables imported: two databases to read.

They are made once for a set of migrations and tables and kept in the test cluster, as
the template is. The folder with the tables is named by OPEN_TABLES; without it whoever
asks for them is skipped. Nothing may be written: the databases are everybody's.
"""

import os
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from catalog.imports.importing import import_catalog
from catalog.imports.open_tables import OpenTables
from catalog.imports.staging import VERSION
from community.counting import renew_counters
from tests.databases import maintenance, migrations_mark

FOLDER = os.environ.get("OPEN_TABLES", "")
# Each holds what the one before it holds, and is cloned from it.
DEMONSTRATION = "moviemeter_demonstration_"
IMPORTED = "moviemeter_imported_"
BUILDING = 0x696D7064  # Names the lock of whoever builds the two.


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory, django_db_setup, django_db_blocker):
    """The names of the two databases, the demonstration's first."""
    if not FOLDER:
        pytest.skip("OPEN_TABLES names no folder with the open tables")
    tables = OpenTables(Path(FOLDER))
    mark = f"{migrations_mark()}_{VERSION}_{tables.fingerprint()[:8]}"
    names = (DEMONSTRATION + mark, IMPORTED + mark)
    report = tmp_path_factory.mktemp("import") / "report.tsv"
    with (
        django_db_blocker.unblock(),
        closing(maintenance()) as admin,
    ):
        admin.execute("select pg_advisory_lock(%s)", [BUILDING])
        _drop_others(admin, names)
        template = connection.settings_dict["TEST"]["TEMPLATE"]
        _build(admin, names[0], template, lambda: call_command("demo", verbosity=0))
        _build(admin, names[1], names[0], lambda: _import(tables, report))
    return names


@pytest.fixture
def imported(catalogues, django_db_blocker):
    """Reads the demonstration with everything of the open tables."""
    with django_db_blocker.unblock(), reading(catalogues[1]):
        yield


@contextmanager
def reading(name):
    """Have the one connection read this database, and be refused to write."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        with connection.cursor() as cursor:
            cursor.execute("set default_transaction_read_only = on")
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def _import(tables, report):
    import_catalog(source=tables, report=report, progress=lambda *words: None)
    renew_counters()


def _build(admin, name, template, fill):
    """Clone and fill it under another name first: what bears the name is whole."""
    found = admin.execute("select 1 from pg_database where datname = %s", [name])
    if found.fetchone():
        return
    part = f"{name}_part"
    names = {"name": sql.Identifier(part), "template": sql.Identifier(template)}
    admin.execute(sql.SQL("drop database if exists {name}").format(**names))
    admin.execute(sql.SQL("create database {name} template {template}").format(**names))
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = part
    try:
        fill()
        with connection.cursor() as cursor:
            cursor.execute("vacuum analyze")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
    names["name"], names["whole"] = sql.Identifier(part), sql.Identifier(name)
    admin.execute(sql.SQL("alter database {name} rename to {whole}").format(**names))


def _drop_others(admin, names):
    """Databases of other migrations or tables; a gigabyte each."""
    found = admin.execute(
        "select datname from pg_database where datname like any (%s)",
        [[f"{DEMONSTRATION}%", f"{IMPORTED}%"]],
    )
    for (name,) in found.fetchall():
        if name not in names:
            dropped = sql.SQL("drop database {} with (force)")
            admin.execute(dropped.format(sql.Identifier(name)))
