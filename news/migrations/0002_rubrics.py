"""The rubrics with which the magazine begins; editors may add and rename."""

from django.db import migrations

RUBRICS = {
    "nieuws": ("Nieuws", "Wat er vandaag gebeurt in film en op televisie."),
    "recensies": ("Recensies", "Wat de redactie vond van wat nieuw is."),
    "achtergrond": ("Achtergrond", "Het verhaal achter een film of serie."),
    "klassiekers": ("Klassiekers", "Oude films die niet oud worden."),
    "lijsten": ("Lijsten", "Films en series op een rij, met waarom."),
    "festivals": ("Festivals", "Wie won wat, en waar het over ging."),
    "cijfers": ("Cijfers", "Wat er bekeken wordt, en hoe vaak."),
}


def make_rubrics(apps, schema_editor):
    rubrics = apps.get_model("news", "Rubric")
    for position, (slug, (name, description)) in enumerate(RUBRICS.items()):
        rubrics.objects.get_or_create(
            slug=slug,
            defaults={"name": name, "description": description, "position": position},
        )


def remove_rubrics(apps, schema_editor):
    rubrics = apps.get_model("news", "Rubric")
    rubrics.objects.filter(slug__in=RUBRICS, articles__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("news", "0001_articles")]
    operations = [migrations.RunPython(make_rubrics, remove_rubrics)]
