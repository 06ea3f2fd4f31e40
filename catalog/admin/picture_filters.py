"""Filters of the register of licences, each answered by an index."""

from typing import Any, ClassVar

from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.admin.filters import ChoiceFilter
from catalog.models import Picture
from catalog.models.picture import PictureQuerySet


class _Filter(ChoiceFilter):
    """Chooses among querysets of the picture's own by their names."""

    choices_by_name: ClassVar[dict[str, Any]]  # Any: lazy texts

    def lookups(
        self, request: HttpRequest, model_admin: ModelAdmin[Any]
    ) -> list[tuple[str, Any]]:
        return list(self.choices_by_name.items())

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Picture]
    ) -> QuerySet[Picture]:
        assert isinstance(queryset, PictureQuerySet)
        name = self.value()
        if name is None:
            return queryset
        chosen: PictureQuerySet = getattr(queryset, name)()
        return chosen


class LicenceEnd(_Filter):
    title = _("end of the licence")
    parameter_name = "einde"
    choices_by_name = {"ending_soon": _("within 30 days"), "ended": _("has ended")}


class InUse(_Filter):
    title = _("use")
    parameter_name = "gebruik"
    choices_by_name = {"used": _("used"), "unused": _("not used")}


class SizesMade(_Filter):
    title = _("sizes")
    parameter_name = "formaten"
    choices_by_name = {"waiting": _("being made"), "stuck": _("stuck")}
