"""Where stories and pictures of an old site were, and what became of them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0010_fill_picture_search_key'),
        ('news', '0009_fill_about_published_at'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportedArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=100, verbose_name='source')),
                ('guid', models.CharField(max_length=500, verbose_name='key at the source')),
                ('path', models.CharField(blank=True, max_length=500, verbose_name='old path')),
                ('digest', models.CharField(max_length=64)),
                ('imported_at', models.DateTimeField(auto_now=True, verbose_name='imported')),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='imports', to='news.article', verbose_name='article')),
            ],
            options={
                'verbose_name': 'imported article',
                'verbose_name_plural': 'imported articles',
                'indexes': [models.Index(condition=models.Q(('path', ''), _negated=True), fields=['path'], name='imported_by_path')],
                'constraints': [models.UniqueConstraint(fields=('source', 'guid'), name='a_story_of_a_source_is_imported_once')],
            },
        ),
        migrations.CreateModel(
            name='ImportedPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=100, verbose_name='source')),
                ('address', models.CharField(max_length=500, verbose_name='old address')),
                ('picture', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.picture', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'imported picture',
                'verbose_name_plural': 'imported pictures',
                'constraints': [models.UniqueConstraint(fields=('source', 'address'), name='a_picture_of_a_source_is_imported_once')],
            },
        ),
    ]
