"""Accounts to look around with, on a machine of one's own only."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from community.demonstration import ACCOUNTS, make_accounts
from community.models import User

pytestmark = pytest.mark.django_db


def test_make_accounts_makes_an_operator_and_an_editor():
    make_accounts()

    made = User.objects.order_by("username").values_list(
        "username", "is_staff", "is_superuser"
    )
    assert list(made) == [("operator", True, True), ("redactie", True, False)]


def test_make_accounts_again_keeps_their_keys_and_passwords():
    before = [(user.pk, user.password) for user in make_accounts()]

    after = [(user.pk, user.password) for user in make_accounts()]

    assert after == before


def test_make_accounts_sets_right_what_was_changed():
    make_accounts()
    User.objects.update(is_active=False, is_superuser=False, password="!")

    make_accounts()

    operator = User.objects.get(username="operator")
    assert (operator.is_active, operator.is_superuser) == (True, True)
    assert operator.check_password(ACCOUNTS[0].password)


def test_make_accounts_finds_a_name_in_other_letters():
    User.objects.create(username="Operator", email="o@example.org")

    make_accounts()

    assert set(User.objects.values_list("username", flat=True)) == {
        "Operator",
        "redactie",
    }


def test_editor_may_change_the_catalogue_and_no_members():
    editor = make_accounts()[1]

    allowed = [
        editor.has_perm(permission)
        for permission in (
            "catalog.change_film",
            "catalog.add_person",
            "community.change_user",
            "auth.change_group",
        )
    ]

    assert allowed == [True, True, False, False]


def test_make_accounts_in_production_is_refused(settings):
    settings.DEVELOPMENT = False

    with pytest.raises(ImproperlyConfigured, match="development only"):
        make_accounts()

    assert User.objects.count() == 0
