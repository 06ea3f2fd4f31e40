import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0004_fill_article_search_key'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('n', models.PositiveIntegerField(verbose_name='times read')),
            ],
            options={
                'verbose_name': 'reading',
                'verbose_name_plural': 'readings',
            },
        ),
        migrations.AddField(
            model_name='reading',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='news.article'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(fields=['day', 'n', 'article'], name='reading_best_of_day'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('article', 'day'), name='a_story_has_one_number_a_day'),
        ),
    ]
