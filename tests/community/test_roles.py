"""What each role of the crew may do at the desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from community.roles import CHIEF, EDITOR, MODERATOR, OPERATOR, ROLES, WRITER
from tests.factories import FilmFactory, PersonFactory
from tests.forms import filled
from tests.people import member_with
from tests.reading import Page

pytestmark = pytest.mark.django_db


def test_migrations_made_every_role():
    assert set(ROLES) <= set(Group.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (WRITER, {"view": True, "add": False, "change": False, "delete": False}),
        (EDITOR, {"view": True, "add": True, "change": True, "delete": False}),
        (CHIEF, {"view": True, "add": True, "change": True, "delete": True}),
        (MODERATOR, {"view": True, "add": False, "change": False, "delete": False}),
        (OPERATOR, {"view": True, "add": True, "change": True, "delete": True}),
    ],
)
@pytest.mark.parametrize("model", ["film", "series", "season", "person"])
def test_role_may_do_its_part_with_the_catalogue(role, may, model):
    member = member_with(role)

    assert {
        action: member.has_perm(f"catalog.{action}_{model}") for action in may
    } == may


@pytest.mark.parametrize(
    ("role", "adds", "removes"),
    [
        (WRITER, True, False),
        (EDITOR, True, False),
        (CHIEF, True, True),
        (MODERATOR, False, False),
        (OPERATOR, True, True),
    ],
)
def test_role_may_do_its_part_with_pictures(role, adds, removes):
    member = member_with(role)

    assert (
        member.has_perm("catalog.add_picture"),
        member.has_perm("catalog.change_picture"),
        member.has_perm("catalog.delete_picture"),
    ) == (adds, adds, removes)


@pytest.mark.parametrize(
    ("role", "sees", "renames", "appoints"),
    [
        (WRITER, False, False, False),
        (EDITOR, False, False, False),
        (CHIEF, False, False, False),
        (MODERATOR, True, True, False),
        (OPERATOR, True, True, True),
    ],
)
def test_role_may_do_its_part_with_members(role, sees, renames, appoints):
    member = member_with(role)

    assert (
        member.has_perm("community.view_user"),
        member.has_perm("community.add_rename"),
        member.has_perm("community.change_user"),
    ) == (sees, renames, appoints)


@pytest.mark.parametrize("role", [WRITER, MODERATOR])
def test_who_may_only_look_sees_a_film_without_a_form(client, role):
    client.force_login(member_with(role))
    film = FilmFactory(name="Spoorloos")

    answer = client.get(reverse("admin:catalog_film_change", args=[film.pk]))

    html = answer.content.decode()
    assert "Spoorloos" in html
    assert 'name="name"' not in html


def test_editor_edits_every_row_of_a_film_and_deletes_none_of_the_films(client):
    client.force_login(member_with(EDITOR))
    film = FilmFactory()

    page = Page(client.get(reverse("admin:catalog_film_change", args=[film.pk])))

    assert len([name for name in filled(page) if "TOTAL_FORMS" in name]) == 11
    deleted = client.post(reverse("admin:catalog_film_delete", args=[film.pk]))
    assert deleted.status_code == 403


def test_writer_may_not_delete_a_person(client):
    client.force_login(member_with(WRITER))
    person = PersonFactory()

    answer = client.post(reverse("admin:catalog_person_delete", args=[person.pk]))

    assert answer.status_code == 403
