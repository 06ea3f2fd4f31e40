"""Pictures on the desk, small enough for a list."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.models import Picture


def preview(picture: Picture | None, block: str) -> SafeString:
    """The picture in a box of this CSS class, also after its licence ended."""
    if picture is None:
        return SafeString("–")
    return format_html(
        '<img class="{} desk-preview" src="{}" width="{}" height="{}" alt="{}"'
        ' loading="lazy">',
        block,
        picture.file.url,
        picture.width,
        picture.height,
        picture.alt,
    )
