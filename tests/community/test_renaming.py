"""Changing a username: by the crew, with a line in the log."""

import pytest
from django.db import IntegrityError

from community.models import Rename, User
from community.renaming import rename_member
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_rename_member_changes_the_name_and_leaves_a_line():
    crew = UserFactory(username="crew")
    member = UserFactory(username="anouk")

    rename_member(member=member, new_username="anna", by=crew, reason="op verzoek")

    member.refresh_from_db()
    line = Rename.objects.get()
    assert member.username == "anna"
    assert (line.member, line.renamed_by, line.reason, str(line)) == (
        member,
        crew,
        "op verzoek",
        "anouk → anna",
    )


def test_rename_member_may_change_capitals_alone():
    member = UserFactory(username="anouk")

    rename_member(member=member, new_username="Anouk", by=None, reason="hoofdletter")

    assert User.objects.get().username == "Anouk"


def test_rename_member_twice_leaves_two_lines():
    member = UserFactory(username="a")
    rename_member(member=member, new_username="b", by=None, reason="een")

    rename_member(member=member, new_username="c", by=None, reason="twee")

    assert [str(line) for line in Rename.objects.order_by("id")] == ["a → b", "b → c"]


def test_rename_member_to_a_taken_name_is_refused():
    UserFactory(username="Anna")
    member = UserFactory(username="anouk")

    with pytest.raises(IntegrityError, match='"one_username_whatever_its_case"'):
        rename_member(member=member, new_username="anna", by=None, reason="x")


def test_rename_member_without_a_reason_is_refused():
    member = UserFactory(username="anouk")

    with pytest.raises(IntegrityError, match='"a_rename_has_a_reason"'):
        rename_member(member=member, new_username="anna", by=None, reason="")


def test_line_of_another_members_rename_opens_no_door():
    rename_member(
        member=UserFactory(username="a"), new_username="b", by=None, reason="x"
    )
    UserFactory(username="c")

    with pytest.raises(IntegrityError, match="a username never changes"):
        User.objects.filter(username="c").update(username="d")


@pytest.mark.django_db(transaction=True)
def test_line_of_an_earlier_rename_opens_no_door():
    member = UserFactory(username="a")
    rename_member(member=member, new_username="b", by=None, reason="heen")
    rename_member(member=member, new_username="a", by=None, reason="terug")

    with pytest.raises(IntegrityError, match="a username never changes"):
        User.objects.filter(pk=member.pk).update(username="b")
