"""A trailer is found by the address that an editor pastes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("catalog", "0010_fill_picture_search_key")]

    operations = [
        migrations.AddIndex(
            model_name="trailer",
            index=models.Index(fields=["key", "site"], name="trailer_by_key"),
        ),
    ]
