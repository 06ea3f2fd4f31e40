"""The one row of the counter bar, before anything was counted."""

from django.db import migrations
from django.utils import timezone


def make(apps, schema_editor):
    snapshots = apps.get_model("community", "CounterSnapshot").objects
    snapshots.get_or_create(pk=1, defaults={"counted_at": timezone.now()})


class Migration(migrations.Migration):
    dependencies = [("community", "0006_the_newsroom")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
