"""History on the desk: who did what, any two revisions side by side, one put back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from catalog.history.comparing import Comparison, compare
from catalog.history.restoring import Restoring, plan_restoring, restore
from catalog.history.unmerging import MERGES
from catalog.models.kinds import PROXIES
from catalog.models.revision import (
    CHANGED,
    MADE,
    REMOVED,
    Revision,
    State,
    revisions_of,
)
from moviemeter.lib.paging import RowBeyond
from moviemeter.lib.refusals import Refused

REVISIONS_A_PAGE = 25  # Each is read whole, with its rows.
MOST_SENTENCES = 8  # Of one revision in the list; comparing tells all.
NEWEST_FIRST = ["history_date", "history_id"]
NAMES = ("name", "headline", "alt")  # Columns that tell what a thing is called.


@dataclass(frozen=True, slots=True)
class Line:
    """A revision as the list tells it; `of` names the thing if that was merged."""

    revision: Any  # Any: with simple-history's columns and our own
    what: str
    sentences: list[str]
    more: int
    address: str
    of: str


class ComparingForm(forms.Form):
    """Which two revisions; nothing stands for the thing as it is now."""

    old = forms.IntegerField(min_value=1)
    new = forms.IntegerField(min_value=1, required=False)


class PageForm(forms.Form):
    """From which revision on, newest first; an odd value counts as none."""

    tot = forms.IntegerField(min_value=1, required=False)

    @property
    def start(self) -> int | None:
        self.is_valid()
        return self.cleaned_data.get("tot")


class RevisionAdmin(admin.ModelAdmin[Any]):  # Any: a title, an article …
    """What is saved with its rows is one revision; history compares and puts back."""

    # Saving

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:  # Any: as ModelAdmin
        """As ever; what is about to be saved is locked, so that no merge interferes."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        return self.model._base_manager.select_for_update().filter(pk=found.pk).first()

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: Any
    ) -> None:  # Any: as ModelAdmin
        """Save, and leave the revision to `save_related`, when the rows are there."""
        before = revisions_of(self.model).before(obj.pk if change else None)
        obj.skip_history_when_saving = True
        super().save_model(request, obj, form, change)
        del obj.skip_history_when_saving
        obj.before_saving = before

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: Any
    ) -> None:  # Any: as ModelAdmin
        super().save_related(request, form, formsets, change)
        thing = form.instance
        self.save_derived(form)
        by = cast(Model, request.user)  # nobody is here without an account
        revisions_of(self.model).keep(thing.pk, thing.before_saving, by=by)

    def save_derived(self, form: Any) -> None:  # Any: the thing's ModelForm
        """Store what follows from the thing and its rows, before its revision is."""

    # Pages

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/history/vergelijken/",
                view(self.comparing_view),
                name=f"{name}_comparing",
            ),
            path(
                "<path:object_id>/history/<int:revision_id>/",
                view(self.revision_view),
                name=f"{name}_revision",
            ),
            *super().get_urls(),
        ]

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,  # Any: as ModelAdmin
    ) -> HttpResponse:
        """All revisions, newest first, with those of what was merged into this one."""
        key = self._key(request, object_id)
        names = self._merged(key)
        rows = self._revisions().filter(id__in=[key, *names])
        found = list(_from(rows, PageForm(request.GET).start)[: REVISIONS_A_PAGE + 1])
        thing = self.get_queryset(request).filter(pk=key).first()
        if thing is None and not found:
            raise Http404
        context = {
            **self._frame(request, key, thing, found),
            "title": _("History"),
            "lines": list(self._lines(found, names)),
            "older": found[-1].pk if len(found) > REVISIONS_A_PAGE else None,
            "newest": "tot" not in request.GET,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/catalog/history.html", context)

    def comparing_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Two revisions side by side, the older one left."""
        key = self._key(request, object_id)
        form = ComparingForm(request.GET)
        if not form.is_valid():
            messages.error(request, _("Choose two revisions to compare."))
            return HttpResponseRedirect(self._address("history", key))
        ids = [form.cleaned_data["old"], form.cleaned_data["new"]]
        rows = self._revisions().filter(id__in=[key, *self._merged(key)])
        found = sorted(rows.filter(pk__in=ids), key=_moment)
        if len(found) < len({each for each in ids if each}):
            raise Http404
        thing = self.get_queryset(request).filter(pk=key).first()
        old, new = found[0], found[-1] if ids[1] else None
        context = {
            **self._frame(request, key, thing, found),
            "title": _("Two revisions side by side"),
            "old": old,
            "new": new,
            "comparison": self._comparison(old, new, key),
        }
        return TemplateResponse(request, "admin/catalog/comparing.html", context)

    def revision_view(
        self, request: HttpRequest, object_id: str, revision_id: int
    ) -> HttpResponse:
        """What putting a revision back would change; on POST it is put back."""
        key = self._key(request, object_id)
        revision = get_object_or_404(self._revisions(), pk=revision_id, id=key)
        thing = self.get_queryset(request).filter(pk=key).first()
        allowed = (
            self.has_change_permission(request, thing)
            if thing
            else self.has_add_permission(request)
        )
        if request.method == "POST":
            if not allowed:
                raise PermissionDenied
            return self._put_back(request, revision, key)
        plan, refusal = self._plan(revision)
        context = {
            **self._frame(request, key, thing, [revision]),
            "title": _("Put back an earlier state"),
            "revision": revision,
            "plan": plan,
            "comparison": plan.changes if plan else None,
            "refusal": refusal,
            "allowed": allowed,
        }
        return TemplateResponse(request, "admin/catalog/revision.html", context)

    def _put_back(
        self, request: HttpRequest, revision: Revision, key: int
    ) -> HttpResponse:
        try:
            plan = restore(
                self.model,
                revision,
                by=cast(Model, request.user),
                seen=request.POST.get("seen", ""),
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(self._address("revision", key, revision.pk))
        for sentence in plan.skipped:
            messages.warning(request, sentence)
        messages.success(request, _("The earlier state was put back."))
        return HttpResponseRedirect(self._address("history", key))

    def _plan(self, revision: Revision) -> tuple[Restoring | None, str]:
        try:
            return plan_restoring(self.model, revision), ""
        except Refused as refusal:
            return None, str(refusal)

    def _comparison(self, old: Any, new: Any, key: int) -> Comparison:  # Any: revisions
        after = new.state if new else revisions_of(self.model).stored(key)
        if after is None:
            raise Http404
        return compare(self.model, old.state, after)

    def _lines(self, found: list[Any], names: dict[int, str]) -> Iterator[Line]:
        """The revisions of a page in words, each against the one before it."""
        for at, revision in enumerate(found[:REVISIONS_A_PAGE]):
            earlier = next(
                (row.state for row in found[at + 1 :] if row.id == revision.id), None
            )
            told = self._sentences(revision, earlier)
            yield Line(
                revision=revision,
                what=_what(revision.history_type),
                sentences=told[:MOST_SENTENCES],
                more=max(0, len(told) - MOST_SENTENCES),
                address=self._address("revision", revision.id, revision.pk),
                of=names.get(revision.id, ""),
            )

    def _sentences(self, revision: Any, earlier: State | None) -> list[str]:
        if earlier is None or revision.history_type == MADE:
            return []
        return compare(self.model, earlier, revision.state).sentences

    def _revisions(self) -> QuerySet[Any]:  # Any: with columns of two libraries
        rows = revisions_of(self.model).model._default_manager.select_related(
            "history_user"
        )
        kinds = [kind for kind, proxy in PROXIES.items() if proxy is self.model]
        return rows.filter(kind__in=kinds) if kinds else rows

    def _merged(self, key: int) -> dict[int, str]:
        """Ids and names of what went into this thing."""
        merges = MERGES.get(revisions_of(self.model).cls._meta.label)
        if merges is None:
            return {}
        rows = merges._default_manager.filter(into=key, undone_at__isnull=True)
        return dict(rows.values_list("old_id", "old_name"))

    def _key(self, request: HttpRequest, object_id: str) -> int:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        text = unquote(object_id)
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise Http404
        return int(text)

    def _address(self, page: str, *arguments: Any) -> str:  # Any: ids
        name = f"{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(f"{self.admin_site.name}:{name}", args=arguments)

    def _frame(
        self, request: HttpRequest, key: int, thing: Any, found: list[Any]
    ) -> dict[str, Any]:  # Any: as ModelAdmin
        """What every page of history shows around its own part."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "thing": thing,
            "key": key,
            "name": str(thing) if thing else _name_of(found[0]),
            "changelist_address": self._address("changelist"),
            "change_address": self._address("change", key) if thing else "",
            "history_address": self._address("history", key),
            "comparing_address": self._address("comparing", key),
        }


def _from(rows: QuerySet[Any], start: int | None) -> QuerySet[Any]:  # Any: revisions
    """The revisions newest first, from this one on."""
    values = rows.filter(pk=start).values_list(*NEWEST_FIRST).first() if start else None
    if values is not None:
        rows = rows.filter(RowBeyond(NEWEST_FIRST, list(values), "<="))
    return rows.order_by(*(f"-{column}" for column in NEWEST_FIRST))


def _moment(
    revision: Any,
) -> tuple[datetime, int]:  # Any: with simple-history's columns
    return revision.history_date, revision.history_id


def _what(sort: str) -> str:
    return {MADE: _("made"), CHANGED: _("changed"), REMOVED: _("removed")}[sort]


def _name_of(revision: Any) -> str:  # Any: of a title, an article …
    """What a thing that is gone was called."""
    fields: dict[str, Any] = revision.state.fields  # Any: of any column
    told = [fields[name] for name in NAMES if fields.get(name)]
    return str(told[0]) if told else f"#{revision.id}"
