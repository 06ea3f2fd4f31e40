"""Members of the crew, by their role."""

from django.contrib.auth.models import Group

from tests.factories import UserFactory


def member_with(role, **fields):
    member = UserFactory(is_staff=True, **fields)
    member.groups.set(Group.objects.filter(name=role))
    return member
