"""The site's own apps, and Django's with our settings."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.apps import ProcrastinateConfig


class MovieMeter(AppConfig):
    """The site as a whole: template tags, commands, pages."""

    name = "moviemeter"
    verbose_name = "MovieMeter"


class StaticFiles(StaticFilesConfig):
    """Static files; a finder joins ours into one stylesheet and one script."""


class Jobs(ProcrastinateConfig):
    """The queue of jobs, by a name that an operator knows."""

    verbose_name = _("Background work")


class Admin(AdminConfig):
    """The editors' desk."""

    default_site = "moviemeter.desk.Desk"
