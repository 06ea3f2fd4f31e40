"""The site's own apps, and Django's with our settings."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class MovieMeter(AppConfig):
    """The site as a whole: template tags, commands, pages."""

    name = "moviemeter"
    verbose_name = "MovieMeter"


class StaticFiles(StaticFilesConfig):
    """Static files; a finder joins ours into one stylesheet and one script."""


class Admin(AdminConfig):
    """The editors' desk."""

    default_site = "moviemeter.desk.Desk"
