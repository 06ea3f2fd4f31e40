"""What is asked before a story takes a step."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from moviemeter.lib.moments import moment_of
from moviemeter.lib.refusals import Refused
from news.models import Article, Withdrawal
from news.models.step import Step

NOW, LATER = "nu", "later"


class StepForm(forms.Form):
    """Nothing but a yes."""

    def __init__(self, *args: Any, article: Article) -> None:  # Any: as Form
        super().__init__(*args)
        self.article = article


class NoteForm(StepForm):
    note = forms.CharField(
        label=_("A word along with it"),
        max_length=Step._meta.get_field("note").max_length,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReasonForm(StepForm):
    reason = forms.CharField(
        label=_("Why, in a sentence for readers"),
        help_text=_("They see it where the story stood."),
        max_length=Withdrawal._meta.get_field("reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PublishForm(StepForm):
    """Now, or at a moment by Amsterdam's clock; `moment` is None for now."""

    when = forms.ChoiceField(
        label=_("When"),
        choices=[(NOW, _("Now")), (LATER, _("At a moment of its own"))],
        widget=forms.RadioSelect,
        initial=NOW,
    )
    day = forms.DateField(
        label=_("Day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    hour = forms.TimeField(
        label=_("Hour"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def __init__(self, *args: Any, article: Article) -> None:  # Any: as Form
        super().__init__(*args, article=article)
        if article.is_scheduled and article.published_at:
            local = timezone.localtime(article.published_at)
            self.initial = {"when": LATER, "day": local.date(), "hour": local.time()}
        self.fields["hour"].help_text = gettext(
            "By Amsterdam's clock, where it is %(hour)s now."
        ) % {"hour": f"{timezone.localtime():%H:%M}"}

    def clean(self) -> dict[str, Any] | None:  # Any: as Form
        cleaned = super().clean() or {}
        cleaned["moment"] = None
        if cleaned.get("when") != LATER or self.errors:
            return cleaned
        day, hour = cleaned.get("day"), cleaned.get("hour")
        if not day or not hour:
            raise forms.ValidationError(gettext("Tell both the day and the hour."))
        try:
            cleaned["moment"] = moment_of(day, hour)
        except Refused as refusal:
            self.add_error("hour", str(refusal))
        return cleaned
