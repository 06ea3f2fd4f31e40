from django.db import migrations

from moviemeter.lib.text import fold

AT_ONCE = 1000
WORDS = ("alt", "caption", "credit", "maker", "agency")


def fill(apps, schema_editor):
    pictures = apps.get_model("catalog", "Picture").objects
    last = 0
    while rows := list(pictures.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        for row in rows:
            row.search_key = fold(" ".join(getattr(row, name) for name in WORDS))[:900]
        pictures.bulk_update(rows, ["search_key"])
        last = rows[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ("catalog", "0009_picture_library"),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
