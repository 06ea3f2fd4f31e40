"""Revisions, steps, locks and unsaved texts; tags get a model of their own."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import moviemeter.lib.derived
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0010_fill_picture_search_key'),
        ('news', '0002_rubrics'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Autosave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fields', models.JSONField(help_text="The form's own fields, by name.")),
                ('saved_at', models.DateTimeField(auto_now=True, verbose_name='saved at')),
            ],
            options={
                'verbose_name': 'unsaved text',
                'verbose_name_plural': 'unsaved texts',
            },
        ),
        migrations.CreateModel(
            name='EditLock',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='edit_lock', serialize=False, to='news.article')),
                ('taken_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                ('seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last sign')),
            ],
            options={
                'verbose_name': 'edit lock',
                'verbose_name_plural': 'edit locks',
            },
        ),
        migrations.CreateModel(
            name='HistoricalArticle',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('rows', models.JSONField(editable=False, null=True)),
                ('names', models.JSONField(default=dict, editable=False)),
                ('headline', models.CharField(max_length=150, verbose_name='headline')),
                ('intro', models.TextField(help_text='What it is about, in two or three sentences without mark-up.', max_length=600, verbose_name='intro')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical article',
                'verbose_name_plural': 'historical articles',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submitted', 'handed in'), ('sent-back', 'sent back to the writer'), ('published', 'published'), ('scheduled', 'scheduled'), ('unscheduled', 'taken from the schedule'), ('withdrawn', 'withdrawn'), ('brought-back', 'brought back')], max_length=12, verbose_name='step')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('moment', models.DateTimeField(blank=True, null=True, verbose_name='moment')),
                ('taken_at', models.DateTimeField(auto_now_add=True, verbose_name='taken at')),
            ],
            options={
                'verbose_name': 'step',
                'verbose_name_plural': 'steps',
                'ordering': ['-id'],
            },
        ),
        migrations.AlterModelOptions(
            name='article',
            options={'permissions': [('edit_article', 'Can edit what others write, before it is published'), ('publish_article', 'Can publish, correct and withdraw articles')], 'verbose_name': 'article', 'verbose_name_plural': 'articles'},
        ),
        migrations.AddField(
            model_name='article',
            name='search_key',
            field=moviemeter.lib.derived.DerivedCharField(max_length=200),
        ),
        # The table is there, made by Django for the relation without a model; only the
        # name of its constraint becomes ours.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='ArticleTag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tag_rows', to='news.article')),
                        ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.tag', verbose_name='tag')),
                    ],
                    options={
                        'verbose_name': 'tag of the article',
                        'verbose_name_plural': 'tags of the article',
                        'db_table': 'news_article_tags',
                        'ordering': ['id'],
                    },
                ),
                migrations.AlterField(
                    model_name='article',
                    name='tags',
                    field=models.ManyToManyField(blank=True, related_name='articles', through='news.ArticleTag', to='news.tag', verbose_name='tags'),
                ),
                migrations.AddConstraint(
                    model_name='articletag',
                    constraint=models.UniqueConstraint(fields=('article', 'tag'), name='an_article_has_a_tag_once'),
                ),
            ],
            database_operations=[
                migrations.RunSQL(
                    'ALTER TABLE news_article_tags RENAME CONSTRAINT news_article_tags_article_id_tag_id_e8bdf741_uniq TO an_article_has_a_tag_once',
                    'ALTER TABLE news_article_tags RENAME CONSTRAINT an_article_has_a_tag_once TO news_article_tags_article_id_tag_id_e8bdf741_uniq',
                ),
            ],
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['stage', 'changed_at', 'id'], name='article_by_stage'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['changed_at', 'id'], name='article_by_change'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('search_key', name='gin_trgm_ops'), name='article_search_trigrams'),
        ),
        migrations.AddField(
            model_name='autosave',
            name='article',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='autosaves', to='news.article'),
        ),
        migrations.AddField(
            model_name='autosave',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='editlock',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who is busy'),
        ),
        migrations.AddField(
            model_name='historicalarticle',
            name='author',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='news.author', verbose_name='author'),
        ),
        migrations.AddField(
            model_name='historicalarticle',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalarticle',
            name='picture',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalog.picture', verbose_name='lead picture'),
        ),
        migrations.AddField(
            model_name='historicalarticle',
            name='rubric',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='news.rubric', verbose_name='rubric'),
        ),
        migrations.AddField(
            model_name='historicalarticle',
            name='trailer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='catalog.trailer', verbose_name='trailer'),
        ),
        migrations.AddField(
            model_name='step',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='news.article'),
        ),
        migrations.AddField(
            model_name='step',
            name='taken_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by'),
        ),
        migrations.AddConstraint(
            model_name='autosave',
            constraint=models.UniqueConstraint(fields=('member', 'article'), name='a_member_has_one_unsaved_text_of_an_article', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='step',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['submitted', 'sent-back', 'published', 'scheduled', 'unscheduled', 'withdrawn', 'brought-back'])), name='a_step_is_of_a_known_kind'),
        ),
    ]
