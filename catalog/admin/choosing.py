"""Choosing one of very many while typing, at no query a row."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class ChosenSelect(AutocompleteSelect):
    """Looked up while typing; what is chosen already was fetched with its row.

    Django's own asks the database for the words of each chosen thing by itself.
    """

    chosen: Model | None = None

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
