"""The form of a picture on the desk: its file, its heart, its words and rights."""

from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models import Picture
from catalog.models.picture import FOCUS_STEPS
from catalog.pictures.verifying import FORMATS, MOST_BYTES, Verified, verify
from moviemeter.lib.refusals import Refused

ACROSS = (_("far left"), _("left"), _("middle"), _("right"), _("far right"))
DOWN = (_("at the top"), _("high"), _("middle"), _("low"), _("at the bottom"))


class FocusGrid(forms.RadioSelect):
    """Five by five radio buttons that lie over the picture."""

    picture: Picture | None = None

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:  # Any: as Widget
        context = self.get_context(name, value, attrs) | {"picture": self.picture}
        return render_to_string("catalog/desk/focus_grid.html", context)


def _places() -> list[tuple[str, str]]:
    """Every place that a heart may have, row by row, with its name in words."""
    return [
        (f"{across}-{down}", f"{DOWN[down]}, {ACROSS[across]}")
        for down in range(FOCUS_STEPS)
        for across in range(FOCUS_STEPS)
    ]


class PictureForm(forms.ModelForm[Picture]):
    upload = forms.FileField(
        label=_("file"),
        help_text=_(
            "A JPEG, PNG, WebP, AVIF or still GIF of at most %(most)s MB. What else the"
            " file tells (where, when, with which camera) is not shown to anybody."
        )
        % {"most": MOST_BYTES // 1024**2},
        widget=forms.ClearableFileInput(
            attrs={"accept": ",".join(f"image/{name.lower()}" for name in FORMATS)}
        ),
    )
    focus = forms.ChoiceField(
        label=_("heart of the picture"),
        help_text=_("What stays in sight wherever the picture is cut."),
        choices=_places,
        widget=FocusGrid,
    )

    # What was found in the file that was brought.
    found: Verified | None = None

    class Meta:
        model = Picture
        fields: ClassVar[list[str]] = []  # The admin names them, by its fieldsets.

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        picture = self.instance
        if picture.is_drawing:
            # The site draws it itself; a photograph is a picture of its own.
            del self.fields["upload"]
        elif picture.pk:
            self.fields["upload"].required = False
            self.fields["upload"].label = gettext("another file in its place")
        for name in {"upload", "focus"} & self.fields.keys():
            self.fields[name].label = capfirst(str(self.fields[name].label))
        if "focus" in self.fields:
            grid = self.fields["focus"].widget
            assert isinstance(grid, FocusGrid)
            grid.picture = picture
            self.initial.setdefault("focus", f"{picture.focus_x}-{picture.focus_y}")

    def clean_upload(self) -> UploadedFile[bytes] | None:
        """The file, verified by decoding all of it."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["upload"]
        if not upload:
            return None
        assert upload.file is not None
        assert upload.size is not None
        try:
            self.found = verify(upload.file, size=upload.size)
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return upload

    def clean(self) -> dict[str, Any] | None:  # Any: as ModelForm
        cleaned = super().clean()
        if self.errors and self.found:
            self.add_error(
                "upload",
                gettext(
                    "The file is fine. Choose it once more when the rest is: a browser"
                    " does not keep it."
                ),
            )
        across, _dash, down = self.cleaned_data.get("focus", "").partition("-")
        if down:
            self.instance.focus_x, self.instance.focus_y = int(across), int(down)
        return cleaned
