"""schema.org data in a page."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

from moviemeter.lib.json_script import escaped

register = template.Library()


@register.simple_tag
def json_ld(data: object) -> SafeString:
    """A block of data for machines; browsers run nothing of it."""
    text = escaped(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped
