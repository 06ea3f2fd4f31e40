"""Genres and countries on the desk."""

from typing import Any

from django.contrib import admin

from catalog.models import Country, Genre


@admin.register(Genre, Country)
class ChoiceAdmin(admin.ModelAdmin[Any]):  # Any: a genre or a country
    search_fields = ["name"]
    list_per_page = 300
    prepopulated_fields = {"slug": ["name"]}
