"""Members on the desk: roles, renaming, and what nobody may do."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from community.models import Rename, User
from community.roles import EDITOR, MODERATOR, OPERATOR, WRITER
from moviemeter.lib.long_lists import ROWS_A_PAGE
from tests.factories import UserFactory
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db


def member_with(role):
    member = UserFactory(is_staff=True)
    member.groups.set(Group.objects.filter(name=role))
    return member


@pytest.fixture
def operator(client):
    member = member_with(OPERATOR)
    client.force_login(member)
    return member


def place(member, page="change"):
    return reverse(f"admin:community_user_{page}", args=[member.pk])


def found(client, **query):
    answer = client.get(reverse("admin:community_user_changelist"), query)
    return [member.username for member in answer.context["cl"].result_list]


@pytest.mark.parametrize("role", [EDITOR, WRITER])
def test_members_are_no_business_of_the_editors(client, role):
    client.force_login(member_with(role))
    member = UserFactory()

    statuses = [
        client.get(reverse("admin:community_user_changelist")).status_code,
        client.get(place(member)).status_code,
        client.get(place(member, "rename")).status_code,
    ]

    assert statuses == [403, 403, 403]


def test_member_is_found_by_the_beginning_of_a_name_or_the_whole_address(
    client, operator
):
    UserFactory(username="Celluloid", email="cel@example.org")
    UserFactory(username="Lommerd", email="lom@example.org")

    assert found(client, q="cellu") == ["Celluloid"]
    assert found(client, q="LOM@example.org") == ["Lommerd"]
    assert found(client, q="ommerd") == []


@pytest.mark.parametrize("count", [1, 3, ROWS_A_PAGE])
def test_list_of_members_costs_the_same_queries_however_long(
    client, operator, django_assert_num_queries, count
):
    UserFactory.create_batch(count)

    with django_assert_num_queries(7):
        client.get(reverse("admin:community_user_changelist"))


def test_role_lets_a_member_in_at_the_desk_and_taking_it_shuts_the_door(
    client, operator
):
    member = UserFactory()
    role = Group.objects.get(name=EDITOR)

    form = filled(Page(client.get(place(member))))
    client.post(place(member), form | {"groups": [role.pk]})
    member.refresh_from_db()
    given = (member.is_staff, list(member.groups.all()))
    form = filled(Page(client.get(place(member))))
    client.post(place(member), {k: v for k, v in form.items() if k != "groups"})
    member.refresh_from_db()

    assert given == (True, [role])
    assert (member.is_staff, list(member.groups.all())) == (False, [])


def test_username_is_not_a_field_of_the_form(client, operator):
    member = UserFactory(username="Celluloid")

    form = filled(Page(client.get(place(member))))
    client.post(place(member), form | {"username": "Anders"})

    member.refresh_from_db()
    assert "username" not in form
    assert member.username == "Celluloid"


def test_new_member_is_made_with_a_name_and_a_password(client, operator):
    form = filled(Page(client.get(reverse("admin:community_user_add"))))

    client.post(
        reverse("admin:community_user_add"),
        form
        | {
            "username": "Nieuweling",
            "email": "nieuw@example.org",
            "usable_password": "true",
            "password1": "heel-lang-en-vreemd",
            "password2": "heel-lang-en-vreemd",
        },
    )

    member = User.objects.get(username="Nieuweling")
    assert member.check_password("heel-lang-en-vreemd")
    assert (member.is_staff, member.email) == (False, "nieuw@example.org")


def test_operator_neither_changes_nor_makes_a_superuser(client, operator):
    superuser, member = UserFactory(is_superuser=True, is_staff=True), UserFactory()

    form = filled(Page(client.get(place(member))))
    client.post(place(member), form | {"is_superuser": "on"})
    statuses = [
        client.post(place(superuser), {"email": "x@example.org"}).status_code,
        client.get(f"{place(superuser)[: -len('change/')]}password/").status_code,
        client.get(place(superuser, "rename")).status_code,
    ]

    member.refresh_from_db()
    assert not member.is_superuser
    assert statuses == [403, 403, 403]


def test_nobody_changes_their_own_rights(client, operator):
    form = filled(Page(client.get(place(operator))))

    client.post(place(operator), form | {"email": "ander@example.org"})

    operator.refresh_from_db()
    assert operator.email == "ander@example.org"
    assert (operator.is_active, operator.is_staff) == (True, True)
    assert [group.name for group in operator.groups.all()] == [OPERATOR]


def test_nobody_deletes_an_account(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    member = UserFactory()

    answer = client.post(place(member, "delete"), {"post": "yes"})

    assert answer.status_code == 403
    assert User.objects.filter(pk=member.pk).exists()


def test_moderator_renames_a_member_and_the_log_tells_why(client):
    moderator = member_with(MODERATOR)
    client.force_login(moderator)
    member = UserFactory(username="Oud")

    answer = client.post(
        place(member, "rename"),
        {"new_username": "Nieuw", "reason": "Op eigen verzoek."},
        follow=True,
    )

    member.refresh_from_db()
    rename = Rename.objects.get()
    assert member.username == "Nieuw"
    assert (rename.old_username, rename.renamed_by, rename.reason) == (
        "Oud",
        moderator,
        "Op eigen verzoek.",
    )
    assert "Oud heet nu Nieuw" in Page(answer).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"new_username": "bezet", "reason": "x"}, "Deze gebruikersnaam is al bezet."),
        ({"new_username": "met spatie", "reason": "x"}, "geldige gebruikersnaam"),
        ({"new_username": "Nieuw", "reason": ""}, "Dit veld is verplicht."),
        ({"new_username": "", "reason": "x"}, "Dit veld is verplicht."),
    ],
)
def test_renaming_that_can_not_be_says_why_and_keeps_what_was_typed(
    client, operator, typed, told
):
    UserFactory(username="Bezet")
    member = UserFactory(username="Oud")

    answer = client.post(place(member, "rename"), typed)

    page = Page(answer)
    member.refresh_from_db()
    assert told in page.text
    assert filled(page)["new_username"] == typed["new_username"]
    assert (member.username, Rename.objects.count()) == ("Oud", 0)
