"""The editors' desk: Django's admin under our own name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    site_title = "MovieMeter"
    site_header = _("MovieMeter, the desk")
    index_title = _("Everything on the desk")
    enable_nav_sidebar = False


# What Django's pages for a forgotten password need to look like the desk.
FRAME = {"site_title": Desk.site_title, "site_header": Desk.site_header}
