"""The roles of the crew, and what each may do with catalogue and members."""

from django.db import migrations

from community.roles import (
    CHIEF,
    EDITOR,
    MODERATOR,
    OPERATOR,
    ROLES,
    WRITER,
    give,
    permissions,
)

TITLES = ("film", "series", "season")
THINGS = (*TITLES, "person", "picture")
CHOICES = ("genre", "country")
ROWS = (
    "alternativetitle",
    "credit",
    "duration",
    "personoutsideid",
    "plot",
    "release",
    "still",
    "titlecountry",
    "titlegenre",
    "titleoutsideid",
    "trailer",
)

LOOK = permissions("catalog", (*THINGS, "title", *CHOICES, *ROWS), "view")
HANG = permissions("catalog", ["picture"], "add", "change")
EDIT = permissions("catalog", THINGS, "add", "change") + permissions(
    "catalog", ROWS, "add", "change", "delete"
)
RULE = permissions("catalog", THINGS, "delete") + permissions(
    "catalog", CHOICES, "add", "change"
)
MEMBERS = permissions("community", ["user", "rename"], "view") + [
    "community.add_rename"
]
KEEP = (
    permissions("community", ["user"], "add", "change")
    + permissions("catalog", CHOICES, "delete")
    + permissions("procrastinate", ["procrastinatejob"], "view")
    + permissions("auth", ["group"], "view")
)

GIVEN = {
    WRITER: [*LOOK, *HANG],
    EDITOR: [*LOOK, *EDIT],
    CHIEF: [*LOOK, *EDIT, *RULE],
    MODERATOR: [*LOOK, *MEMBERS],
    OPERATOR: [*LOOK, *EDIT, *RULE, *MEMBERS, *KEEP],
}


def make_roles(apps, schema_editor):
    for role, names in GIVEN.items():
        give(apps, role, names)


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("catalog", "0005_imported"),
        ("community", "0002_username_is_kept"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("procrastinate", "0001_initial"),
    ]
    operations = [migrations.RunPython(make_roles, remove_roles)]
