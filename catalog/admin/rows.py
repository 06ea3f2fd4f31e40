"""Small rows on a title's or person's page."""

from typing import Any

from django.contrib import admin
from django.db.models import Model


def rows(model: type[Model], *chosen: str) -> type[admin.TabularInline[Any, Any]]:
    """Rows of this model; `chosen` are looked up while typing."""
    options = {"model": model, "extra": 0, "autocomplete_fields": chosen}
    return type(f"{model.__name__}Rows", (admin.TabularInline,), options)
