"""The catalogue as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Catalog(AppConfig):
    name = "catalog"
    verbose_name = _("Catalogue")
