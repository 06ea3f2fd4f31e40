"""The editors' desk: Django's admin under our own name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    site_title = "MovieMeter"
    site_header = _("MovieMeter, the desk")
    index_title = _("Everything on the desk")
    enable_nav_sidebar = False
