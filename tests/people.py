"""Members of the crew, by their role."""

from django.contrib.auth.models import Group

from tests.factories import UserFactory


def member_with(role):
    member = UserFactory(is_staff=True)
    member.groups.set(Group.objects.filter(name=role))
    return member
