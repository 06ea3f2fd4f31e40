"""Tell the register of the pictures in stories that were there before."""

import re

from django.db import migrations

FIGURE = re.compile(r'<figure data-picture="([0-9]+)"></figure>')


def fill(apps, schema_editor):
    pictures = apps.get_model("catalog", "Picture").objects
    rows = apps.get_model("news", "ArticlePicture").objects
    articles = apps.get_model("news", "Article").objects
    told = articles.filter(body__contains="data-picture").values_list("pk", "body")
    for article, body in told.order_by("pk").iterator():
        keys = [int(key) for key in dict.fromkeys(FIGURE.findall(body))]
        there = set(pictures.filter(pk__in=keys).values_list("pk", flat=True))
        rows.bulk_create(
            [
                rows.model(article_id=article, picture_id=key, position=place)
                for place, key in enumerate(keys)
                if key in there
            ],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("news", "0006_article_pictures")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
