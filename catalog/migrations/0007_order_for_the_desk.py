

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0006_constraints_speak'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='person',
            name='person_by_name',
        ),
        migrations.RemoveIndex(
            model_name='title',
            name='title_by_kind',
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['sort_key', 'id'], name='person_by_name'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('visible', False)), fields=['id'], name='person_hidden'),
        ),
        migrations.AddIndex(
            model_name='title',
            index=models.Index(fields=['kind', 'newest_first', 'sort_key', 'id'], name='title_by_kind'),
        ),
        migrations.AddIndex(
            model_name='title',
            index=models.Index(fields=['kind', 'sort_key', 'id'], name='title_by_name'),
        ),
        migrations.AddIndex(
            model_name='title',
            index=models.Index(condition=models.Q(('visible', False)), fields=['kind', 'id'], name='title_hidden'),
        ),
    ]
