"""How long an answer took, told in a header."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_answer_tells_its_time_where_that_is_asked_for(settings):
    settings.SERVER_TIMING = True

    told = Client().get("/privacy/")["Server-Timing"]

    assert re.fullmatch(
        r'total;dur=\d+\.\d, sql;dur=\d+\.\d;desc="1", cache;desc=off', told
    )


def test_answer_tells_no_time_by_itself(client):
    assert "Server-Timing" not in client.get("/privacy/").headers
