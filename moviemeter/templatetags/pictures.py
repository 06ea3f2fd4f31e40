"""A picture in a template, with all that it needs not to make the page jump."""

from typing import Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from catalog.models import Picture

register = template.Library()

# How wide each block's picture is shown, for a browser that chooses among sizes.
# Written the old way, for browsers that know AVIF and not yet «width >= 60rem».
CARD: Final = "(min-width: 60rem) 18rem, (min-width: 36rem) 34vw, 50vw"
LEAD: Final = "(min-width: 84rem) 80rem, 100vw"
SHOWN_AT: Final = {
    "poster": CARD,
    "portrait": CARD,
    "hint__picture": "4.5rem",
    "story-card__picture": "(min-width: 60rem) 24rem, (min-width: 40rem) 50vw, 100vw",
    "figure__picture": "(min-width: 60rem) 38rem, 100vw",
    "figure__picture figure__picture--lead": LEAD,
}
AVIF, JPEG = ".avif", ".jpg"
# Where a picture's heart lies: classes, since a strict policy allows no inline style.
ACROSS: Final = ("focus-x-0", "focus-x-1", "focus-x-2", "focus-x-3", "focus-x-4")
DOWN: Final = ("focus-y-0", "focus-y-1", "focus-y-2", "focus-y-3", "focus-y-4")


@register.simple_tag
def picture(
    shown: Picture | None,
    block: str,
    *,
    alt: str | None = None,
    first: bool | str = False,
) -> SafeString:
    """A picture that may be shown today, else nothing.

    A drawing is one <img>; a photograph a <picture> with its sizes in AVIF and JPEG.
    `block` is its CSS class. `alt` replaces the picture's own description: empty where
    the words beside it say the same. `first` is for the page's largest picture, which
    is fetched at once and before others.
    """
    if shown is None or not shown.is_shown:
        return SafeString("")
    if shown.is_drawing:
        return _image(shown, f"{block} tint-{shown.tint}", "", alt=alt, first=first)
    classes = " ".join(
        (block, f"tint-{shown.tint}", ACROSS[shown.focus_x], DOWN[shown.focus_y])
    )
    shown_at = _shown_at(block, first=bool(first))
    sizes = format_html(' srcset="{}" sizes="{}"', _addresses(shown, JPEG), shown_at)
    return format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}">{}</picture>',
        _addresses(shown, AVIF),
        shown_at,
        _image(shown, classes, sizes, alt=alt, first=first),
    )


@register.simple_tag
def preload(shown: Picture | None, block: str) -> SafeString:
    """For the page's head: have its first picture fetched before its body is read.

    The same file that `picture` shows as the first at that block; nothing where there
    is none. A browser without AVIF leaves the link alone and fetches when it reads on.
    """
    if shown is None or not shown.is_shown:
        return SafeString("")
    if shown.is_drawing:
        return format_html(
            '<link rel="preload" as="image" href="{}" fetchpriority="high">',
            shown.file.url,
        )
    return format_html(
        '<link rel="preload" as="image" type="image/avif" imagesrcset="{}"'
        ' imagesizes="{}" fetchpriority="high">',
        _addresses(shown, AVIF),
        _shown_at(block, first=True),
    )


def _shown_at(block: str, *, first: bool) -> str:
    """The front page's first story is as wide as the page, the others a third of it."""
    return LEAD if first and block == "story-card__picture" else SHOWN_AT[block]


def _image(
    shown: Picture, classes: str, sizes: str, *, alt: str | None, first: bool | str
) -> SafeString:
    return format_html(
        '<img class="{}" src="{}"{} width="{}" height="{}" alt="{}" {}>',
        classes,
        shown.file.url,
        sizes,
        shown.width,
        shown.height,
        shown.alt if alt is None else alt,
        SafeString('fetchpriority="high"' if first else 'loading="lazy"'),
    )


def _addresses(shown: Picture, suffix: str) -> SafeString:
    return format_html_join(
        ", ",
        "{} {}w",
        ((shown.size_address(width, suffix), width) for width in shown.widths),
    )
