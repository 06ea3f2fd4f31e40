"""A picture in a template, with all that it needs not to make the page jump."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.models import Picture

register = template.Library()


@register.simple_tag
def picture(
    shown: Picture | None,
    block: str,
    *,
    alt: str | None = None,
    first: bool | str = False,
) -> SafeString:
    """The <img> of a picture that may be shown today, else nothing.

    `block` is its CSS class. `alt` replaces the picture's own description: empty where
    the words beside it say the same. `first` is for the page's largest picture, which
    is fetched at once and before others.
    """
    if shown is None or not shown.is_current:
        return SafeString("")
    return format_html(
        '<img class="{} tint-{}" src="{}" width="{}" height="{}" alt="{}" {}>',
        block,
        shown.tint,
        shown.file.url,
        shown.width,
        shown.height,
        shown.alt if alt is None else alt,
        SafeString('fetchpriority="high"' if first else 'loading="lazy"'),
    )
