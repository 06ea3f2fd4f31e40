"""Members and their usernames, which never change."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from community.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_username_in_other_letters_is_refused():
    UserFactory(username="Anouk")

    with pytest.raises(IntegrityError, match='"one_username_whatever_its_case"'):
        UserFactory(username="aNOUK")


def test_username_in_other_letters_is_told_to_a_form_in_dutch():
    UserFactory(username="Anouk")
    second = User(username="ANOUK", email="a@example.org", password="x")

    with pytest.raises(ValidationError) as refusal:
        second.full_clean()

    assert refusal.value.messages == ["Deze gebruikersnaam is al bezet."]


def test_member_without_a_username_is_refused():
    with pytest.raises(IntegrityError, match='"a_member_has_a_username"'):
        UserFactory(username="")


def test_username_is_not_changed_by_saving():
    member = UserFactory(username="anouk")

    member.username = "anna"

    with pytest.raises(IntegrityError, match="a username never changes"):
        member.save()


def test_username_is_not_changed_by_an_update():
    UserFactory(username="anouk")

    with pytest.raises(IntegrityError, match="a username never changes"):
        User.objects.filter(username="anouk").update(username="anna")


@pytest.mark.parametrize("name", ["anna", "ANOUK", None])
def test_username_is_not_changed_by_plain_sql(name):
    UserFactory(username="anouk")

    with (
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="a username never changes"),
    ):
        cursor.execute("update community_user set username = %s", [name])


def test_all_else_of_a_member_may_change():
    member = UserFactory(username="anouk")

    member.email = "nieuw@example.org"
    member.is_active = False
    member.save()

    member.refresh_from_db()
    assert (member.username, member.email, member.is_active) == (
        "anouk",
        "nieuw@example.org",
        False,
    )


def test_member_is_called_by_username_and_by_nothing_else():
    member = UserFactory(username="anouk")

    assert (member.get_full_name(), member.get_short_name(), str(member)) == (
        "anouk",
        "anouk",
        "anouk",
    )
