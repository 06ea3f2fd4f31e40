"""Rows about titles and people know the moment of their story.

The database writes it, whoever changes either of the two. The story is locked for
sharing, so that its moment can't change between being read and being written.
"""

from django.db import migrations, models

KEEP = """
create function news_about_published_at() returns trigger language plpgsql as $$
begin
    new.published_at := (
        select case when stage = 'ready' then published_at end
        from news_article where id = new.article_id for share
    );
    return new;
end
$$;
create trigger about_has_its_moment before insert or update on news_abouttitle
for each row execute function news_about_published_at();
create trigger about_has_its_moment before insert or update on news_aboutperson
for each row execute function news_about_published_at();

create function news_article_tells_its_moment() returns trigger language plpgsql as $$
begin
    update news_abouttitle set published_at = null where article_id = new.id;
    update news_aboutperson set published_at = null where article_id = new.id;
    return null;
end
$$;
create trigger article_tells_its_moment after update on news_article
for each row when (
    (old.stage, old.published_at) is distinct from (new.stage, new.published_at)
)
execute function news_article_tells_its_moment();
"""
LET_GO = """
drop trigger article_tells_its_moment on news_article;
drop function news_article_tells_its_moment();
drop trigger about_has_its_moment on news_abouttitle;
drop trigger about_has_its_moment on news_aboutperson;
drop function news_about_published_at();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('news', '0007_fill_article_pictures'),
    ]

    operations = [
        migrations.AddField(
            model_name='aboutperson',
            name='published_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='abouttitle',
            name='published_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='aboutperson',
            index=models.Index(condition=models.Q(('published_at__isnull', False)), fields=['person', 'published_at', 'id'], name='about_person_newest'),
        ),
        migrations.AddIndex(
            model_name='abouttitle',
            index=models.Index(condition=models.Q(('published_at__isnull', False)), fields=['title', 'published_at', 'id'], name='about_title_newest'),
        ),
        migrations.RunSQL(KEEP, LET_GO),
    ]
