
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalog', '0007_order_for_the_desk'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Rubric',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=40, unique=True, verbose_name='slug')),
                ('description', models.CharField(blank=True, help_text='What a reader finds here, in a sentence.', max_length=200, verbose_name='description')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'rubric',
                'verbose_name_plural': 'rubrics',
                'ordering': ['position', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='slug')),
            ],
            options={
                'verbose_name': 'tag',
                'verbose_name_plural': 'tags',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='AboutPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('subject', 'subject'), ('mentioned', 'mentioned')], default='subject', max_length=9, verbose_name='role')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_rows', to='catalog.person', verbose_name='person')),
            ],
            options={
                'verbose_name': 'person in the article',
                'verbose_name_plural': 'people in the article',
                'ordering': ['role', 'position', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AboutTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('subject', 'subject'), ('mentioned', 'mentioned')], default='subject', max_length=9, verbose_name='role')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('title', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_rows', to='catalog.title', verbose_name='title')),
            ],
            options={
                'verbose_name': 'title in the article',
                'verbose_name_plural': 'titles in the article',
                'ordering': ['role', 'position', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headline', models.CharField(max_length=150, verbose_name='headline')),
                ('intro', models.TextField(help_text='What it is about, in two or three sentences without mark-up.', max_length=600, verbose_name='intro')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('html', models.TextField(blank=True, default='', editable=False)),
                ('renderer', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('word_count', models.PositiveIntegerField(default=0, editable=False)),
                ('stage', models.CharField(choices=[('draft', 'draft'), ('review', 'in review'), ('ready', 'ready'), ('withdrawn', 'withdrawn')], default='draft', max_length=9, verbose_name='stage')),
                ('published_at', models.DateTimeField(blank=True, help_text="In Amsterdam's time; readers see it from this minute on.", null=True, verbose_name='moment of publication')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='begun')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('people', models.ManyToManyField(related_name='articles', through='news.AboutPerson', to='catalog.person', verbose_name='people')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lead_of', to='catalog.picture', verbose_name='lead picture')),
                ('titles', models.ManyToManyField(related_name='articles', through='news.AboutTitle', to='catalog.title', verbose_name='titles')),
                ('trailer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='catalog.trailer', verbose_name='trailer')),
            ],
            options={
                'verbose_name': 'article',
                'verbose_name_plural': 'articles',
            },
        ),
        migrations.AddField(
            model_name='abouttitle',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='title_rows', to='news.article'),
        ),
        migrations.AddField(
            model_name='aboutperson',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='person_rows', to='news.article'),
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='slug')),
                ('about', models.CharField(blank=True, help_text='Who this is, in a sentence or two for readers.', max_length=300, verbose_name='about')),
                ('member', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='author', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'author',
                'verbose_name_plural': 'authors',
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='news.author', verbose_name='author'),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(help_text='For instance: an earlier version gave a wrong year.', max_length=400, verbose_name='what was wrong')),
                ('corrected_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='corrected at')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='news.article')),
            ],
            options={
                'verbose_name': 'correction',
                'verbose_name_plural': 'corrections',
                'ordering': ['corrected_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='rubric',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='news.rubric', verbose_name='rubric'),
        ),
        migrations.AddField(
            model_name='article',
            name='tags',
            field=models.ManyToManyField(blank=True, related_name='articles', to='news.tag', verbose_name='tags'),
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(help_text='A sentence for readers: they see it where the story stood.', max_length=300, verbose_name='reason')),
                ('withdrawn_at', models.DateTimeField(auto_now_add=True, verbose_name='withdrawn at')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawal', to='news.article')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='withdrawn by')),
            ],
            options={
                'verbose_name': 'withdrawal',
                'verbose_name_plural': 'withdrawals',
            },
        ),
        migrations.AddConstraint(
            model_name='abouttitle',
            constraint=models.UniqueConstraint(fields=('article', 'title'), name='an_article_names_a_title_once', violation_error_message='This title is there already.'),
        ),
        migrations.AddConstraint(
            model_name='aboutperson',
            constraint=models.UniqueConstraint(fields=('article', 'person'), name='an_article_names_a_person_once', violation_error_message='This person is there already.'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_correction_says_what_was_wrong'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('stage', 'ready')), fields=['published_at', 'id'], name='article_by_moment'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('stage', 'ready')), fields=['rubric', 'published_at', 'id'], name='article_by_rubric'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('stage', 'ready')), fields=['author', 'published_at', 'id'], name='article_by_author'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('headline', ''), _negated=True), name='an_article_has_a_headline', violation_error_message='An article needs a headline.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'ready'), _negated=True), ('published_at__isnull', False), _connector='OR'), name='a_ready_article_has_its_moment', violation_error_message='Tell when it is to be published.'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'review', 'ready', 'withdrawn'])), name='an_article_is_at_a_known_stage'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='a_withdrawal_has_a_reason', violation_error_message='Tell readers why.'),
        ),
    ]
