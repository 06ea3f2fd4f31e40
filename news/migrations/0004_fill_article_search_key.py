"""Headlines folded for searching, of the stories that are there already."""

from django.db import migrations

from moviemeter.lib.text import fold

AT_ONCE = 500


def fill(apps, schema_editor):
    rows = apps.get_model("news", "Article")._default_manager
    batch = []
    for article in rows.only("headline", "search_key").iterator(chunk_size=AT_ONCE):
        article.search_key = fold(article.headline)[:200]
        batch.append(article)
        if len(batch) == AT_ONCE:
            rows.bulk_update(batch, ["search_key"])
            batch.clear()
    rows.bulk_update(batch, ["search_key"])


class Migration(migrations.Migration):
    dependencies = [("news", "0003_newsroom")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
