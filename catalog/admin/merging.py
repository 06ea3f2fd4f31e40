"""Merging on the desk: choose the other, see what happens, then have it done."""

import re
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.history import RevisionAdmin
from catalog.merging.merging import (
    Preview,
    kind_of,
    merge_people,
    merge_titles,
    preview_merge,
)
from catalog.merging.telling import told_rows
from catalog.models import Kind, PersonMerge, Title, TitleMerge
from moviemeter.lib.refusals import Refused

ID_IN_ADDRESS = re.compile(r"(?:^|/)([1-9][0-9]{0,17})(?:-[^/]*)?/?$")


class OtherWidget(AutocompleteSelect):
    """Looked up while typing, among titles of one kind."""

    kind = ""

    def get_url(self) -> str:
        address = super().get_url()
        return f"{address}?kind={self.kind}" if self.kind else address


class OtherForm(forms.Form):
    """With whom to merge: looked up, or by id or address where that is quicker."""

    other = forms.ModelChoiceField(
        Title.objects.none(), required=False, label=gettext_lazy("Look it up")
    )
    at = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("or its number or address"),
    )

    def __init__(self, *, thing: Model, site: admin.AdminSite, data: Any) -> None:
        # Any: as Form
        super().__init__(data)
        self.thing = thing
        self.rows = same_sort(thing)
        other = cast("forms.ModelChoiceField[Model]", self.fields["other"])
        other.queryset = self.rows
        if not (isinstance(thing, Title) and thing.kind == Kind.SEASON):
            merges = TitleMerge if isinstance(thing, Title) else PersonMerge
            widget = OtherWidget(merges._meta.get_field("into"), site)
            widget.kind = thing.kind if isinstance(thing, Title) else ""
            widget.choices = other.choices
            other.widget = widget

    def clean_at(self) -> Model | None:
        text = self.cleaned_data["at"].strip()
        if not text:
            return None
        found = ID_IN_ADDRESS.search(text)
        rows = self.rows.filter(pk=int(found[1])) if found else self.rows.none()
        thing = cast("Model | None", rows.first())
        if thing is None:
            raise ValidationError(_("There is no such thing to merge with here."))
        return thing

    def clean(self) -> dict[str, Any]:  # Any: as Form
        cleaned = self.cleaned_data
        chosen = cleaned.get("at") or cleaned.get("other")
        if not self.errors and chosen is None:
            raise ValidationError(_("Choose another one to merge with."))
        return {**cleaned, "chosen": chosen}


class ReasonForm(forms.Form):
    """What goes with the order to merge."""

    reason = forms.CharField(
        required=False, max_length=100, label=gettext_lazy("Reason")
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class FoundByKind(admin.ModelAdmin[Title]):
    """Titles that a look-up asks for by their kind."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Title], search_term: str
    ) -> tuple[QuerySet[Title], bool]:
        rows, doubled = super().get_search_results(request, queryset, search_term)
        kind = request.GET.get("kind")
        return rows.filter(kind=kind) if kind in Kind.values else rows, doubled


class MergeAdmin(RevisionAdmin):
    """A thing with a history that can go into another of its sort."""

    change_form_template = "admin/catalog/mergeable.html"

    def has_merge_permission(self, request: HttpRequest) -> bool:
        noun = kind_of(self.model)._meta.model_name
        return request.user.has_perm(f"catalog.merge_{noun}")

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/samenvoegen/",
                view(self.choosing_view),
                name=f"{name}_merging",
            ),
            path(
                "<path:object_id>/samenvoegen/<int:other_id>/",
                view(self.merging_view),
                name=f"{name}_merging_with",
            ),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *arguments: Any, **options: Any
    ) -> HttpResponse:  # Any: as ModelAdmin
        thing = options.get("obj")
        if thing and self.has_merge_permission(request):
            context["merging_address"] = self._address("merging", thing.pk)
        return super().render_change_form(request, context, *arguments, **options)

    def choosing_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """With which one it is to be merged."""
        thing = self._mergeable(request, object_id)
        asked = any(name in request.GET for name in ("other", "at"))
        data = request.GET if asked else None
        form = OtherForm(thing=thing, site=self.admin_site, data=data)
        if asked and form.is_valid():
            chosen = form.cleaned_data["chosen"]
            address = self._address("merging_with", thing.pk, chosen.pk)
            return HttpResponseRedirect(address)
        context = {
            **self._frame(request, thing.pk, thing, []),
            "title": _("Merge"),
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/catalog/choosing.html", context)

    def merging_view(
        self, request: HttpRequest, object_id: str, other_id: int
    ) -> HttpResponse:
        """What happens when the other goes into this one; on POST it does."""
        thing = self._mergeable(request, object_id)
        other = get_object_or_404(same_sort(thing), pk=other_id)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self._merge(request, other, thing, form.cleaned_data)
        preview, refusal = self._preview(request, other, thing)
        context = {
            **self._frame(request, thing.pk, thing, []),
            "title": _("Merge"),
            "other": other,
            "form": ReasonForm(initial={"seen": preview.seen if preview else ""}),
            "refusal": refusal,
            "told": [told_rows(merge) for merge in preview.merges] if preview else [],
            "swapped": self._address("merging_with", other.pk, thing.pk),
            "choosing_address": self._address("merging", thing.pk),
        }
        return TemplateResponse(request, "admin/catalog/merging.html", context)

    def _merge(
        self, request: HttpRequest, old: Any, into: Any, told: dict[str, str]
    ) -> HttpResponse:  # Any: two titles or two people
        merge = merge_titles if isinstance(into, Title) else merge_people
        name = str(old)
        try:
            merge(old=old, into=into, by=cast(Model, request.user), **told)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.path)
        messages.success(
            request,
            _("«%(old)s» is part of «%(into)s» now; its old address leads here.")
            % {"old": name, "into": into},
        )
        return HttpResponseRedirect(self._address("change", into.pk))

    def _preview(
        self, request: HttpRequest, old: Model, into: Model
    ) -> tuple[Preview | None, str]:
        try:
            found = preview_merge(
                kind_of(self.model),
                old_id=old.pk,
                into_id=into.pk,
                by=cast(Model, request.user),
            )
        except Refused as refusal:
            return None, str(refusal)
        return found, ""

    def _mergeable(self, request: HttpRequest, object_id: str) -> Any:  # Any: thing
        if not self.has_merge_permission(request):
            raise PermissionDenied
        key = self._key(request, object_id)
        return get_object_or_404(self.get_queryset(request), pk=key)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:  # Any: as ModelAdmin
        """To what it went into, where it was merged while somebody edited it."""
        merges = TitleMerge if kind_of(self.model) is Title else PersonMerge
        text = unquote(object_id)
        rows = merges._default_manager.filter(undone_at__isnull=True)
        merge = None
        if text.isascii() and text.isdigit() and len(text) <= 18:
            merge = rows.filter(old_id=int(text), into__isnull=False).first()
        if merge is None:
            return cast(
                HttpResponse,
                super()._get_obj_does_not_exist_redirect(request, opts, object_id),  # type: ignore[misc]  # Django's own, unknown to its stubs
            )
        messages.warning(
            request,
            _("«%(old)s» was merged into this one; nothing was saved.")
            % {"old": merge.old_name},
        )
        return HttpResponseRedirect(self._address("change", merge.into_id))


def same_sort(thing: Model) -> QuerySet[Any]:  # Any: titles or people
    """What a thing can be merged with, but for itself."""
    rows = type(thing)._default_manager.exclude(pk=thing.pk)
    if isinstance(thing, Title) and thing.kind == Kind.SEASON:
        return rows.filter(series=thing.series).select_related("series")
    return rows
