import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0010_fill_picture_search_key'),
        ('news', '0005_reading'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticlePicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'picture in the text',
                'verbose_name_plural': 'pictures in the text',
                'ordering': ['position', 'id'],
            },
        ),
        migrations.AddField(
            model_name='articlepicture',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picture_rows', to='news.article'),
        ),
        migrations.AddField(
            model_name='articlepicture',
            name='picture',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='in_text_of', to='catalog.picture', verbose_name='picture in the text'),
        ),
        migrations.AddConstraint(
            model_name='articlepicture',
            constraint=models.UniqueConstraint(fields=('article', 'picture'), name='an_article_holds_a_picture_once'),
        ),
    ]
