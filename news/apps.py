"""The newsroom as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class News(AppConfig):
    name = "news"
    verbose_name = _("News")
