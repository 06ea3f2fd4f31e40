"""Rubrics, tags and authors on the desk."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import ForeignKey
from django.forms import ModelChoiceField
from django.http import HttpRequest

from news.models import Author, Rubric, Tag


@admin.register(Rubric)
class RubricAdmin(admin.ModelAdmin[Rubric]):
    list_display = ["name", "description", "position"]
    list_editable = ["position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin[Tag]):
    search_fields = ["name"]
    list_per_page = 200
    show_full_result_count = False
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin[Author]):
    list_display = ["name", "about", "member"]
    list_select_related = ["member"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["member"]

    def formfield_for_foreignkey(
        self,
        db_field: ForeignKey[Any, Any],  # Any: as ModelAdmin
        request: HttpRequest,
        **options: Any,
    ) -> ModelChoiceField[Any] | None:
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # An account is not made, changed or deleted from here.
            field.widget = field.widget.widget
        return field
