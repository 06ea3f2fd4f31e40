import pytest

from community.roles import CHIEF, EDITOR, WRITER
from tests.people import member_with


@pytest.fixture
def writer():
    return member_with(WRITER)


@pytest.fixture
def editor():
    return member_with(EDITOR)


@pytest.fixture
def chief():
    return member_with(CHIEF)


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client
