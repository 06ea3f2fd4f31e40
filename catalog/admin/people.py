"""People on the desk."""

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from catalog.admin.rows import rows
from catalog.models import Person, PersonOutsideId


@admin.register(Person)
class PersonAdmin(SimpleHistoryAdmin):
    list_display = ["name", "born_on", "visible"]
    list_filter = ["visible"]
    search_fields = ["search_key"]
    ordering = tuple(Person.BY_NAME)
    show_full_result_count = False
    autocomplete_fields = ["birth_country", "portrait"]
    inlines = [rows(PersonOutsideId)]
