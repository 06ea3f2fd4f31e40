import pytest

from community.demonstration import make_accounts


@pytest.fixture
def editor():
    return make_accounts()[1]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client
