"""Several people in a sentence, each a link."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from catalog.models import Person
from moviemeter.lib.notation import enumerate_names

register = template.Library()


@register.filter
def linked(people: Iterable[Person]) -> SafeString:
    """«A, B en C», every name leading to its person."""
    links = [
        format_html('<a href="{}">{}</a>', person.get_absolute_url(), person.name)
        for person in people
    ]
    return mark_safe(enumerate_names(links))  # noqa: S308 - every part is escaped
