"""The form of a story on the desk."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminTextInputWidget,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.contrib.auth.models import AbstractUser
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.admin.rows import PlainTextarea
from moviemeter.lib.notation import clock
from news.locking import busy_elsewhere
from news.models import Article, Autosave, Tag

LONGEST_BODY = 200_000  # Letters; a long interview has a tenth of it.


def _tag_widget() -> RelatedFieldWidgetWrapper:
    """Tags looked up while typing; one that is missing is made in a window."""
    tags = Article._meta.get_field("tags")
    return RelatedFieldWidgetWrapper(
        AutocompleteSelectMultiple(tags, admin.site),
        tags.remote_field,  # type: ignore[arg-type]  # any relation will do
        admin.site,
        can_add_related=True,
    )


class ArticleForm(forms.ModelForm[Article]):
    tag_choice = forms.ModelMultipleChoiceField(
        label=_("tags"), queryset=Tag.objects.all(), required=False
    )
    # Which state of the story was on the page when somebody began to change it.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    # Set for one request, by the admin.
    member: ClassVar[AbstractUser]
    overwrites: ClassVar[bool] = False
    kept: ClassVar[Autosave | None] = None

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []  # The admin names them, by its fieldsets.
        widgets = {
            "headline": AdminTextInputWidget(attrs={"class": "story-headline"}),
            "intro": PlainTextarea(attrs={"class": "story-intro", "rows": 4}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: as ModelForm
        super().__init__(*args, **options)
        tags = self.fields["tag_choice"]
        assert isinstance(tags, forms.ModelMultipleChoiceField)
        tags.widget = _tag_widget()
        tags.widget.choices = tags.choices
        tags.label = capfirst(str(tags.label))
        if self.instance.pk:
            self.initial["tag_choice"] = list(self.instance.tags.all())
            self.initial["seen"] = self.instance.changed_at.isoformat()
        if self.kept is not None:
            self.initial |= self.kept.fields
        self.conflict = ""

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if len(body) > LONGEST_BODY:
            raise forms.ValidationError(
                gettext("This text is too long for one story: cut it in two.")
            )
        return body

    def clean(self) -> dict[str, Any] | None:  # Any: as ModelForm
        """Nobody writes over somebody else's work without knowing."""
        cleaned = super().clean()
        if self.instance.pk and not self.overwrites:
            self.conflict = self._conflict()
            if self.conflict:
                self.add_error(None, self.conflict)
        return cleaned

    def _conflict(self) -> str:
        """What happened to the story since its form was opened, in a sentence."""
        if lock := busy_elsewhere(self.instance, self.member):
            return gettext(
                "%(name)s took over this story on %(moment)s. What you typed is still"
                " here, and not saved."
            ) % {"name": lock.holder, "moment": clock(lock.taken_at)}
        seen = _moment(self.cleaned_data.get("seen", ""))
        stored = Article.objects.values_list("changed_at", flat=True)
        changed_at = stored.get(pk=self.instance.pk)
        if seen == changed_at:
            return ""
        return gettext(
            "This story was changed on %(moment)s, after you opened it. What you typed"
            " is still here, and not saved."
        ) % {"moment": clock(changed_at)}


def _moment(text: str) -> Any:  # Any: a moment or nothing
    try:
        return parse_datetime(text)
    except ValueError:
        return None
