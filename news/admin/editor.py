"""The editor of a story's text: a text area with HTML that a script dresses."""

import json
from typing import Any

from django.forms import Field, Media
from django.forms.widgets import Script
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalog.admin.rows import PlainTextarea
from news.admin.looking_up import LookingUp

LEAST_LETTERS = 2  # Before the editor begins to look a name up.


class StoryEditor(PlainTextarea):
    """The text as HTML in a text area, and around it what the script makes use of."""

    # Where the editor asks; the admin that shows it fills them in.
    addresses: dict[str, str]

    def __init__(self, addresses: dict[str, str]) -> None:
        super().__init__({"rows": 24})
        self.addresses = addresses

    @property
    def media(self) -> Media:
        return Media(
            css={"all": ["desk/editor/editor.css"]},
            js=[Script("desk/editor/editor.js", type="module")],  # type: ignore[list-item]  # the stubs know strings only
        )

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:  # Any: as Widget
        context = self.get_context(name, value, attrs) | {
            "addresses": self.addresses,
            "tools": tools(),
            "words": json.dumps(words()),
            "least_letters": LEAST_LETTERS,
            "new_picture": reverse("admin:catalog_picture_add"),
            "films": reverse("admin:catalog_film_changelist"),
        }
        return render_to_string("news/desk/editor.html", context)


class StoryEditing(LookingUp):
    """For the admin of what has a story's text in `edited_texts`."""

    edited_texts: tuple[str, ...] = ("body",)

    def formfield_for_dbfield(
        self,
        db_field: Any,  # Any: as ModelAdmin
        request: HttpRequest,
        **options: Any,
    ) -> Field | None:
        if db_field.name in self.edited_texts:
            options["widget"] = StoryEditor(self.question_addresses())
        return super().formfield_for_dbfield(db_field, request, **options)


def tools() -> list[list[dict[str, str]]]:
    """The toolbar's buttons, group by group: what each does, its name and shortcut."""
    return [
        [
            _tool("paragraph", _("Paragraph"), "Ctrl+Alt+0"),
            _tool("heading", _("Heading"), "Ctrl+Alt+2"),
            _tool("subheading", _("Small heading"), "Ctrl+Alt+3"),
        ],
        [
            _tool("bold", _("Bold"), "Ctrl+B"),
            _tool("italic", _("Italic"), "Ctrl+I"),
            _tool("refer", _("Link to a title, person or address"), "Ctrl+K"),
            _tool("unrefer", _("Take the link off"), "Ctrl+Shift+L"),
        ],
        [
            _tool("bullets", _("Bulleted list"), "Ctrl+Shift+8"),
            _tool("numbers", _("Numbered list"), "Ctrl+Shift+7"),
            _tool("quote", _("Quotation"), "Ctrl+Shift+B"),
            _tool("pull", _("Pull quote"), "Ctrl+Shift+9"),
        ],
        [
            _tool("picture", _("Picture from the library")),
            _tool("trailer", _("Trailer")),
        ],
        [
            _tool("plain", _("Clear the mark-up"), "Ctrl+\\"),
            _tool("undo", _("Undo"), "Ctrl+Z"),
            _tool("redo", _("Redo"), "Ctrl+Y"),
        ],
    ]


def _tool(does: str, name: str, keys: str = "") -> dict[str, str]:
    return {"does": does, "name": name, "keys": keys, "aria": _in_aria(keys)}


def _in_aria(keys: str) -> str:
    """«Control+Alt+2», as assistive technology reads a shortcut."""
    return keys.replace("Ctrl", "Control")


def words() -> dict[str, str]:
    """What the script says by itself; everything else comes with the answers."""
    return {
        "leadsTo": _("Link to: %s"),
        "looking": _("Looking up…"),
        "gone": _("does not exist any more: readers see the words without a link"),
        "goneFigure": _("is not there any more: readers see nothing here"),
        "unknown": _("Number %s"),
        "nothing": _("Nothing found."),
        "failed": _("Looking up did not succeed. Try again in a moment."),
        "found": _("%s found. Choose with the arrow keys and Enter."),
        "address": _("Link to the address %s"),
        "noAddress": _(
            "An address begins with https://, http://, mailto: or a slash; choose a"
            " title or person from the list, or paste an address."
        ),
        "picture": _("Picture"),
        "trailer": _("Trailer"),
        "edit": _("See on the desk"),
        "remove": _("Take away"),
        "noImage": _("no preview"),
        "newTab": _("opens in a new tab"),
    }
