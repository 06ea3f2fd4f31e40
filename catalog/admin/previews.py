"""Pictures on the desk, small enough for a list."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalog.models import Picture


def preview(picture: Picture | None, block: str) -> SafeString:
    """The picture in a box of this CSS class, as long as its files are there."""
    if picture is None:
        return SafeString("–")
    if not picture.has_files:
        return format_html(
            '<span class="{} desk-preview">{}</span>', block, _("no preview")
        )
    return format_html(
        '<img class="{} desk-preview" src="{}" width="{}" height="{}" alt="{}"'
        ' loading="lazy">',
        block,
        picture.small_address,
        picture.width,
        picture.height,
        picture.alt,
    )
