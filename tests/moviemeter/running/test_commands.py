"""The small commands around `serve`."""

import socket

import pytest
from django.core.management import CommandError, call_command

from moviemeter import messages


@pytest.mark.django_db(transaction=True)
def test_health_is_content_with_a_site_that_answers(live_server, settings, capsys):
    settings.PORT = live_server.thread.port

    call_command("health")

    assert capsys.readouterr().out == "ok\n"


def test_health_fails_where_nothing_answers(settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.PORT = taken.getsockname()[1]

        with pytest.raises(CommandError, match="is not well"):
            call_command("health")


def test_prepare_leaves_nothing_to_write(settings, tmp_path, capsys):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "moviemeter.storage.StaticStorage"}
    }
    call_command("prepare")
    capsys.readouterr()

    call_command("prepare")

    assert capsys.readouterr().out == "Compiled 0 sentences, collected 0 files.\n"
    assert messages.compile_all() == 0
