

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0005_imported'),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name='alternativetitle',
            name='a_title_has_an_alternative_title_once',
            constraint=models.UniqueConstraint(fields=('title', 'name', 'language'), name='a_title_has_an_alternative_title_once', violation_error_message='This alternative title is there already.'),
        ),
        migrations.AlterConstraint(
            model_name='credit',
            name='one_credit_per_title_person_job_and_role',
            constraint=models.UniqueConstraint(fields=('title', 'person', 'job', 'character'), name='one_credit_per_title_person_job_and_role', violation_error_message='This person is credited for that already.'),
        ),
        migrations.AlterConstraint(
            model_name='credit',
            name='only_a_player_has_a_role_or_lends_a_voice',
            constraint=models.CheckConstraint(condition=models.Q(('job', 'actor'), models.Q(('character', ''), ('is_voice', False)), _connector='OR'), name='only_a_player_has_a_role_or_lends_a_voice', violation_error_message='Only of the cast can a role or a voice be told.'),
        ),
        migrations.AlterConstraint(
            model_name='duration',
            name='a_title_has_a_duration_once',
            constraint=models.UniqueConstraint(fields=('title', 'minutes', 'note'), name='a_title_has_a_duration_once', violation_error_message='This duration is there already.'),
        ),
        migrations.AlterConstraint(
            model_name='duration',
            name='a_duration_is_not_nothing',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='a_duration_is_not_nothing', violation_error_message='A duration is at least one minute.'),
        ),
        migrations.AlterConstraint(
            model_name='person',
            name='a_person_has_a_name',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_person_has_a_name', violation_error_message='A person needs a name.'),
        ),
        migrations.AlterConstraint(
            model_name='person',
            name='a_person_is_born_before_dying',
            constraint=models.CheckConstraint(condition=models.Q(('born_on__isnull', True), ('died_on__isnull', True), ('died_on__gte', models.F('born_on')), models.Q(('born_precision', 'day'), _negated=True), models.Q(('died_precision', 'day'), _negated=True), _connector='OR'), name='a_person_is_born_before_dying', violation_error_message='Nobody dies before being born: look at both dates.'),
        ),
        migrations.AlterConstraint(
            model_name='personoutsideid',
            name='an_outside_id_means_one_person',
            constraint=models.UniqueConstraint(fields=('source', 'value'), name='an_outside_id_means_one_person', violation_error_message='Somebody else has this outside id already.'),
        ),
        migrations.AlterConstraint(
            model_name='picture',
            name='a_picture_has_a_credit_and_a_licence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('credit', ''), _negated=True), models.Q(('licence_kind', ''), _negated=True)), name='a_picture_has_a_credit_and_a_licence', violation_error_message='A picture needs a credit and a kind of licence.'),
        ),
        migrations.AlterConstraint(
            model_name='plot',
            name='one_plot_per_title_and_language',
            constraint=models.UniqueConstraint(fields=('title', 'language'), name='one_plot_per_title_and_language', violation_error_message='There is a plot in this language already.'),
        ),
        migrations.AlterConstraint(
            model_name='release',
            name='one_release_per_title_country_and_kind',
            constraint=models.UniqueConstraint(fields=('title', 'country', 'kind'), name='one_release_per_title_country_and_kind', violation_error_message='There is a release of this kind in this country already.'),
        ),
        migrations.AlterConstraint(
            model_name='still',
            name='a_title_shows_a_picture_once',
            constraint=models.UniqueConstraint(fields=('title', 'picture'), name='a_title_shows_a_picture_once', violation_error_message='This picture is there already.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_title_is_a_film_a_series_or_a_season',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['film', 'series', 'season'])), name='a_title_is_a_film_a_series_or_a_season', violation_error_message='A title is a film, a series or a season.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_season_and_only_a_season_has_a_series_and_a_number',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'season'), ('season_number__isnull', False), ('series__isnull', False)), models.Q(models.Q(('kind', 'season'), _negated=True), ('season_number__isnull', True), ('series__isnull', True)), _connector='OR'), name='a_season_and_only_a_season_has_a_series_and_a_number', violation_error_message='A season needs its series and its number.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_film_or_series_has_a_name',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'season'), models.Q(('name', ''), _negated=True), _connector='OR'), name='a_film_or_series_has_a_name', violation_error_message='A film or series needs a title.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_title_is_of_a_year_in_which_film_exists',
            constraint=models.CheckConstraint(condition=models.Q(('year__isnull', True), ('year__range', (1870, 2100)), _connector='OR'), name='a_title_is_of_a_year_in_which_film_exists', violation_error_message='The year lies outside the years in which films exist.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_series_ends_after_it_began',
            constraint=models.CheckConstraint(condition=models.Q(('end_year__isnull', True), models.Q(('end_year__gte', models.F('year')), ('kind', 'series')), _connector='OR'), name='a_series_ends_after_it_began', violation_error_message="A series can't end before it began."),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='a_classification_names_its_source',
            constraint=models.CheckConstraint(condition=models.Q(('kijkwijzer_age', ''), models.Q(('kijkwijzer_source', ''), _negated=True), _connector='OR'), name='a_classification_names_its_source', violation_error_message='Tell the source of the classification too.'),
        ),
        migrations.AlterConstraint(
            model_name='title',
            name='one_season_per_series_and_number',
            constraint=models.UniqueConstraint(fields=('series', 'season_number'), name='one_season_per_series_and_number', violation_error_message='This series has a season of this number already.'),
        ),
        migrations.AlterConstraint(
            model_name='titlecountry',
            name='a_title_has_a_country_once',
            constraint=models.UniqueConstraint(fields=('title', 'country'), name='a_title_has_a_country_once', violation_error_message='This country is there already.'),
        ),
        migrations.AlterConstraint(
            model_name='titlegenre',
            name='a_title_has_a_genre_once',
            constraint=models.UniqueConstraint(fields=('title', 'genre'), name='a_title_has_a_genre_once', violation_error_message='This genre is there already.'),
        ),
        migrations.AlterConstraint(
            model_name='titleoutsideid',
            name='an_outside_id_means_one_title',
            constraint=models.UniqueConstraint(fields=('source', 'value'), name='an_outside_id_means_one_title', violation_error_message='Another title has this outside id already.'),
        ),
        migrations.AlterConstraint(
            model_name='trailer',
            name='a_title_has_a_trailer_once',
            constraint=models.UniqueConstraint(fields=('title', 'site', 'key'), name='a_title_has_a_trailer_once', violation_error_message='This trailer is there already.'),
        ),
    ]
