
import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('community', '0003_roles'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='user',
            index=models.Index(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower('username'), name='text_pattern_ops'), name='member_by_username'),
        ),
        migrations.AddIndex(
            model_name='user',
            index=models.Index(django.db.models.functions.text.Lower('email'), name='member_by_email'),
        ),
    ]
