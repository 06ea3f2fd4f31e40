"""One migrated template database per set of migrations; every worker clones it."""

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from psycopg import sql
from pytest_django.plugin import blocking_manager_key

from moviemeter import messages
from tests.databases import maintenance, migrations_mark
from tests.imported import catalogues, imported  # noqa: F401 - fixtures for all

TEMPLATE = "moviemeter_template_"
BUILDING = 0x74657374  # Names the lock of whoever builds the template.


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    template = TEMPLATE + migrations_mark()
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    # Two runs at once must not use each other's databases.
    names = {"NAME": f"test_{run[:8]}", "TEMPLATE": template}
    connection.settings_dict["TEST"].update(names)
    if hasattr(config, "workerinput"):
        return
    messages.compile_all()
    with config.stash[blocking_manager_key].unblock():
        _build_template(template)


def pytest_unconfigure():
    shutil.rmtree(settings.OWN, ignore_errors=True)


def _build_template(template):
    with closing(maintenance()) as admin:
        admin.execute("select pg_advisory_lock(%s)", [BUILDING])
        found = admin.execute(
            "select 1 from pg_database where datname = %s and datistemplate", [template]
        )
        if found.fetchone():
            return
        _drop_older(admin)
        name = sql.Identifier(template)
        admin.execute(sql.SQL("create database {}").format(name))
        real = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = template
        try:
            call_command("migrate", interactive=False, verbosity=0)
        finally:
            connection.close()
            connection.settings_dict["NAME"] = real
        admin.execute(sql.SQL("alter database {} is_template true").format(name))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    """Put a fresh clone in place of a database that a test has emptied.

    Tests that commit end with every table empty, also those that migrations fill.
    """
    result = yield
    if _commits(item):
        with item.config.stash[blocking_manager_key].unblock():
            _clone_again()
    return result


def _commits(item):
    marker = item.get_closest_marker("django_db")
    by_marker = marker is not None and marker.kwargs.get("transaction", False)
    return by_marker or {"transactional_db", "live_server"} & set(item.fixturenames)


def _clone_again():
    name = sql.Identifier(connection.settings_dict["NAME"])
    template = sql.Identifier(connection.settings_dict["TEST"]["TEMPLATE"])
    connection.close()
    with closing(maintenance()) as admin:
        admin.execute(sql.SQL("drop database {} with (force)").format(name))
        admin.execute(sql.SQL("create database {} template {}").format(name, template))
    ContentType.objects.clear_cache()


def _drop_older(admin):
    old = admin.execute(
        "select datname from pg_database where datname like %s", [f"{TEMPLATE}%"]
    )
    for (found,) in old.fetchall():
        name = sql.Identifier(found)
        admin.execute(sql.SQL("alter database {} is_template false").format(name))
        admin.execute(sql.SQL("drop database {}").format(name))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End what a thread of a live server left connected, or nothing can be dropped."""
    yield
    with django_db_blocker.unblock(), closing(maintenance()) as admin:
        name = connection.settings_dict["NAME"]
        connection.close()
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s",
            [name],
        )


@pytest.fixture
def short_folder():
    """A folder short enough for sockets, that the server's account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="mm-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
