"""Choosing one of very many while typing, at no query a row."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.utils.text import capfirst


class ChosenSelect(AutocompleteSelect):
    """Looked up while typing; what is chosen already was fetched with its row.

    Django's own asks the database for the words of each chosen thing by itself.
    """

    chosen: Model | None = None

    def build_attrs(  # Any: values of any attribute
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """With its name inside while it is empty: no label leads to what one sees."""
        attrs: dict[str, Any] = super().build_attrs(base_attrs, extra_attrs)
        attrs["data-placeholder"] = capfirst(str(self.field.verbose_name))
        return attrs

    def optgroups(  # Any: Django's loose lists of options
        self, name: str, value: Sequence[str], attr: Any = None
    ) -> Any:
        if self.chosen is None or list(value) != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        choices = [(self.chosen.pk, str(self.chosen), True)]
        if not self.is_required:
            choices.insert(0, ("", "", False))
        options = [
            self.create_option(name, key, label, selected, place)
            for place, (key, label, selected) in enumerate(choices)
        ]
        return [(None, options, 0)]
