"""Where people talk about a story."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0007_counters_are_there'),
        ('news', '0011_recap'),
    ]

    operations = [
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('comment_count', models.PositiveIntegerField(default=0, verbose_name='comments')),
                ('last_comment_at', models.DateTimeField(blank=True, null=True, verbose_name='last comment')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='thread', to='news.article', verbose_name='article')),
            ],
            options={
                'verbose_name': 'thread',
                'verbose_name_plural': 'threads',
            },
        ),
    ]
