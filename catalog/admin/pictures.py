"""Pictures and their licences on the desk."""

from django.contrib import admin
from django.db.models import URLField
from django.http import HttpRequest

from catalog.admin.history import RevisionAdmin
from catalog.models import Picture


@admin.register(Picture)
class PictureAdmin(RevisionAdmin):
    """What is told of a picture; the file itself is not exchanged here."""

    list_display = ["__str__", "credit", "licence_kind", "ends_on"]
    list_filter = ["licence_kind"]
    search_fields = ["alt", "caption", "credit"]
    readonly_fields = ["file"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
