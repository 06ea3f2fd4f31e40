"""Which article is the recap of a day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0010_imported_article'),
    ]

    operations = [
        migrations.CreateModel(
            name='Recap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True, verbose_name='day')),
                ('digest', models.CharField(max_length=64)),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='recap', to='news.article', verbose_name='article')),
            ],
            options={
                'verbose_name': 'recap',
                'verbose_name_plural': 'recaps',
            },
        ),
    ]
