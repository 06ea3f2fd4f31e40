"""What each role may do with stories."""

from django.db import migrations

from community.roles import CHIEF, EDITOR, OPERATOR, WRITER, give, permissions

LOOK = permissions("news", ("article", "author", "rubric", "tag"), "view")
WRITE = permissions("news", ["article"], "add", "change") + ["news.add_tag"]
EDIT = ["news.edit_article", "news.change_tag"]
RULE = (
    ["news.publish_article", "news.delete_article", "news.delete_tag"]
    + permissions("news", ["author", "rubric"], "add", "change")
    + ["news.delete_author"]
)

GIVEN = {
    WRITER: [*LOOK, *WRITE],
    EDITOR: [*LOOK, *WRITE, *EDIT],
    CHIEF: [*LOOK, *WRITE, *EDIT, *RULE],
    OPERATOR: [*LOOK, *WRITE, *EDIT, *RULE, "news.delete_rubric"],
}


def let_write(apps, schema_editor):
    for role, names in GIVEN.items():
        give(apps, role, names)


def keep_from_writing(apps, schema_editor):
    rows = apps.get_model("auth", "Permission").objects
    found = rows.filter(content_type__app_label="news")
    for group in apps.get_model("auth", "Group").objects.all():
        group.permissions.remove(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0005_editors_merge"),
        ("news", "0003_newsroom"),
    ]
    operations = [migrations.RunPython(let_write, keep_from_writing)]
