"""The editors' desk: Django's admin under our own name."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class ChoiceView(AutocompleteJsonView):
    """What is found while typing, in words that tell two of one name apart.

    A ModelAdmin may have `choice_label(thing)` for that, and `choice_rows(rows)` to
    fetch what the label needs.
    """

    def get_queryset(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset()  # Any: things of many models
        widen = getattr(self.model_admin, "choice_rows", None)
        return widen(rows) if widen else rows

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        told: dict[str, str] = super().serialize_result(obj, to_field_name)
        if label := getattr(self.model_admin, "choice_label", None):
            told["text"] = label(obj)
        return told


class Desk(AdminSite):
    site_title = "MovieMeter"
    site_header = _("MovieMeter, the desk")
    index_title = _("Everything on the desk")
    enable_nav_sidebar = False

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        answer = ChoiceView.as_view(admin_site=self)(request)
        assert isinstance(answer, HttpResponse)  # it is never streamed
        return answer


# What Django's pages for a forgotten password need to look like the desk.
FRAME = {"site_title": Desk.site_title, "site_header": Desk.site_header}
