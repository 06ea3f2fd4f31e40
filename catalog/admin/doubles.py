"""Likely doubles on the desk: pair by pair, to be merged or told apart."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from catalog.doubles import find_doubles, tell_apart
from catalog.models import LikelyPersonDouble, LikelyTitleDouble, Title
from moviemeter.lib.notation import whole
from moviemeter.lib.paging import page_of

PAIRS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two that may be one, with where to look at each and where to merge them."""

    pair: Any  # Any: of titles or of people
    first: tuple[str, str]
    second: tuple[str, str]
    merging: str
    apart: str


class DoublesAdmin(admin.ModelAdmin[Any]):  # Any: pairs of titles or of people
    """A list of its own; a pair itself is neither made nor changed by hand."""

    permission: str
    related: tuple[str, ...]

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("zoeken/", view(self.finding_view), name=f"{name}_finding"),
            path("<int:pair_id>/apart/", view(self.apart_view), name=f"{name}_apart"),
            *super().get_urls(),
        ]

    def changelist_view(
        self,
        request: HttpRequest,
        extra_context: dict[str, Any] | None = None,  # Any: as ModelAdmin
    ) -> HttpResponse:
        """The pairs, the likeliest first."""
        self._refuse(request)
        pairs = self.model._default_manager.select_related(*self.related)
        page = page_of(
            pairs, order=self.model.PLACES, query=request.GET, size=PAIRS_A_PAGE
        )
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Likely doubles"),
            "page": page,
            "lines": [self._line(pair) for pair in page.rows],
            "finding": self._address("finding"),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/catalog/doubles.html", context)

    def apart_view(self, request: HttpRequest, pair_id: int) -> HttpResponse:
        """On POST: these two are two."""
        self._refuse(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        pair = self.model._default_manager.filter(pk=pair_id).first()
        if pair is None:
            messages.info(request, _("That pair was dealt with already."))
        else:
            tell_apart(pair, by=cast(Model, request.user))
            messages.success(request, _("Noted: these two are no doubles."))
        return HttpResponseRedirect(self._address("changelist"))

    def finding_view(self, request: HttpRequest) -> HttpResponse:
        """On POST: look for doubles now, in a second or two, not only at night."""
        self._refuse(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = find_doubles()
        messages.success(
            request,
            _("Pairs found: titles %(titles)s, people %(people)s.")
            % {"titles": whole(found.titles), "people": whole(found.people)},
        )
        return HttpResponseRedirect(self._address("changelist"))

    def has_view_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return request.user.has_perm(self.permission)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def _refuse(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _line(self, pair: Any) -> PairLine:  # Any: of titles or of people
        noun = pair.first.kind if isinstance(pair.first, Title) else "person"
        name = f"{self.admin_site.name}:catalog_{noun}"
        first, second = (
            (str(thing), reverse(f"{name}_change", args=[thing.pk]))
            for thing in (pair.first, pair.second)
        )
        keys = [pair.first_id, pair.second_id]
        merging = reverse(f"{name}_merging_with", args=keys)
        return PairLine(pair, first, second, merging, self._address("apart", pair.pk))

    def _address(self, page: str, *arguments: Any) -> str:  # Any: ids
        name = f"{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(f"{self.admin_site.name}:{name}", args=arguments)


@admin.register(LikelyTitleDouble)
class TitleDoublesAdmin(DoublesAdmin):
    permission = "catalog.merge_title"
    related = ("first__series", "second__series")


@admin.register(LikelyPersonDouble)
class PersonDoublesAdmin(DoublesAdmin):
    permission = "catalog.merge_person"
    related = ("first", "second")
