"""Give the rows that were there before the moment of their story."""

from django.db import migrations

# The trigger of the migration before this writes the moment.
FILL = "; ".join(
    f"update news_about{thing} set published_at = null" for thing in ("title", "person")
)


class Migration(migrations.Migration):
    dependencies = [("news", "0008_about_published_at")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
