"""Leave room on each page of scores, so that a vote's update stays where the row is."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalog", "0003_countries_and_genres")]
    operations = [
        migrations.RunSQL(
            "alter table catalog_score set (fillfactor = 70)",
            "alter table catalog_score reset (fillfactor)",
        )
    ]
