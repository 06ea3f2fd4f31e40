"""The colour scheme that a visitor chose; without a choice the system's own holds."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

COOKIE = "weergave"


class Scheme(models.TextChoices):
    SYSTEM = "systeem", _("as my device")
    LIGHT = "licht", _("light")
    DARK = "donker", _("dark")


# What the stylesheet looks for on <html>.
ATTRIBUTES = {Scheme.LIGHT: "light", Scheme.DARK: "dark", Scheme.SYSTEM: ""}


def chosen_scheme(request: HttpRequest) -> Scheme:
    """The scheme in the visitor's cookie; an odd value counts as none."""
    try:
        return Scheme(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return Scheme.SYSTEM
