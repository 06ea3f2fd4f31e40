"""Who edits the catalogue may merge in it: it can be undone from history."""

from django.db import migrations

from community.roles import CHIEF, EDITOR, OPERATOR, give

MERGE = ["catalog.merge_title", "catalog.merge_person"]


def let_merge(apps, schema_editor):
    for role in (EDITOR, CHIEF, OPERATOR):
        give(apps, role, MERGE)


def keep_from_merging(apps, schema_editor):
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="catalog",
        codename__in=[name.partition(".")[2] for name in MERGE],
    )
    for group in apps.get_model("auth", "Group").objects.all():
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0008_revisions_merges_and_doubles"),
        ("community", "0004_members_are_found"),
    ]
    operations = [migrations.RunPython(let_merge, keep_from_merging)]
