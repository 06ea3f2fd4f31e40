"""The picture library and its register of licences on the desk."""

import re
from pathlib import PurePosixPath
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, URLField
from django.forms import ModelForm
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalog.admin.history import RevisionAdmin
from catalog.admin.picture_filters import InUse, LicenceEnd, SizesMade
from catalog.admin.picture_form import PictureForm
from catalog.models import Picture
from catalog.models.picture import originals
from catalog.pictures.originals import undone_on_failure
from catalog.pictures.register import uses
from catalog.pictures.storing import (
    ask_anew,
    ask_for_sizes,
    delete_picture,
    give_original,
    needs_files,
)
from catalog.search import holds
from moviemeter.lib.long_lists import LongListAdmin
from moviemeter.lib.text import fold

USES_IN_A_ROW = 3
OWN_ID = re.compile(r"#([0-9]{1,18})")


@admin.register(Picture)
class PictureAdmin(LongListAdmin, RevisionAdmin):
    form = PictureForm
    list_display = [
        "small",
        "__str__",
        "credit",
        "maker",
        "licence_kind",
        "ends_on",
        "use",
        "state",
    ]
    list_display_links = ["__str__"]
    list_filter = [LicenceEnd, InUse, SizesMade, "licence_kind"]
    sortable_by = ["ends_on"]
    search_help_text = _(
        "Words of a description, caption or credit, a maker or agency; or #113 for the"
        " id of a picture."
    )
    actions = ["make_anew"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    readonly_fields = ["used_for", "state", "measures"]

    class Media:
        css = {"all": ["desk/pictures.css"]}

    def get_fieldsets(
        self, request: HttpRequest, obj: Picture | None = None
    ) -> Any:  # Any: Django's own loose lists
        told = [] if obj is None else ["measures", "state", "used_for"]
        brought = [] if obj and obj.is_drawing else ["upload"]
        return [
            (None, {"fields": [*told, *brought, "focus"]}),
            (_("Words"), {"fields": ["alt", "caption"]}),
            (
                _("Rights"),
                {
                    "fields": [
                        "credit",
                        "maker",
                        "agency",
                        "licence_kind",
                        "licence_address",
                        "ends_on",
                    ]
                },
            ),
        ]

    # The list

    def get_changelist_instance(self, request: HttpRequest) -> Any:  # Any: ChangeList
        """The list, its rows with what they are used for."""
        listed = super().get_changelist_instance(request)
        listed.result_list = listed.result_list.for_register()
        return listed

    def find(self, rows: QuerySet[Picture], words: str) -> QuerySet[Picture]:
        """Pictures by all that is told of them, or by their id («#113»)."""
        if own := OWN_ID.fullmatch(words.strip()):
            return rows.filter(pk=own[1])
        folded = fold(words)
        return rows.filter(holds(folded)) if folded else rows.none()

    def choice_label(self, picture: Picture) -> str:
        """«Rex bij de pomp · © ANP · #12», to tell pictures apart while choosing."""
        return f"{picture} · {picture.credit} · #{picture.pk}"

    @admin.display(description=_("preview"))
    def small(self, picture: Picture) -> SafeString:
        return _rendered("small", picture=picture)

    @admin.display(description=_("use"))
    def use(self, picture: Picture) -> SafeString | str:
        found = uses(picture)
        return _rendered(
            "uses",
            uses=found[:USES_IN_A_ROW],
            more=max(0, len(found) - USES_IN_A_ROW),
        )

    @admin.display(description=_("state"))
    def state(self, picture: Picture) -> str:
        if not picture.is_current:
            return gettext("the licence has ended")
        if picture.is_stuck:
            return gettext("stuck: its sizes could not be made")
        if picture.waiting_since or not picture.has_files:
            return gettext("its sizes are being made")
        return gettext("drawing") if picture.is_drawing else gettext("ready")

    @admin.action(
        description=_("Try again: make the sizes anew"), permissions=["change"]
    )
    def make_anew(self, request: HttpRequest, queryset: QuerySet[Picture]) -> None:
        asked = 0
        for picture in queryset:
            if picture.is_current and (picture.original or picture.withdrawn_at):
                ask_anew(picture)
                asked += 1
        told = ngettext(
            "The sizes of %(n)s picture are being made.",
            "The sizes of %(n)s pictures are being made.",
            asked,
        )
        self.message_user(request, told % {"n": asked}, messages.SUCCESS)

    # The form

    @admin.display(description=_("measures"))
    def measures(self, picture: Picture) -> SafeString:
        return _rendered("measures", picture=picture)

    @admin.display(description=_("used for"))
    def used_for(self, picture: Picture) -> SafeString:
        return _rendered("uses", uses=uses(picture), more=0)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,  # Any: as ModelAdmin
    ) -> HttpResponse:
        with undone_on_failure():
            answer: HttpResponse = super().changeform_view(
                request, object_id, form_url, extra_context
            )
        return answer

    def save_model(
        self, request: HttpRequest, obj: Picture, form: ModelForm[Any], change: Any
    ) -> None:  # Any: as ModelAdmin
        assert isinstance(form, PictureForm)
        if form.found:
            upload = form.cleaned_data["upload"]
            give_original(obj, upload.file, form.found)
        super().save_model(request, obj, form, change)
        if needs_files(obj):
            ask_for_sizes(obj)

    def revision_view(
        self, request: HttpRequest, object_id: str, revision_id: int
    ) -> HttpResponse:
        """An earlier state; where it is put back it may need other files."""
        answer = super().revision_view(request, object_id, revision_id)
        if request.method == "POST":
            picture = Picture.objects.filter(pk=unquote(object_id)).first()
            if picture and needs_files(picture):
                ask_for_sizes(picture)
        return answer

    # Deleting

    def get_deleted_objects(
        self,
        objs: Any,
        request: HttpRequest,  # Any: as ModelAdmin
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """What goes with the pictures, told with where each is used."""
        told, counts, forbidden, kept = super().get_deleted_objects(objs, request)
        for picture in objs:
            for use in uses(picture):
                link = format_html(
                    '{}: {} <a href="{}">{}</a>',
                    gettext("Vanishes from its place"),
                    use.what,
                    use.address,
                    use.name,
                )
                told.append(link)
        return told, counts, forbidden, kept

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        delete_picture(obj)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Picture]
    ) -> None:
        for picture in queryset:
            delete_picture(picture)

    # The original

    def get_urls(self) -> list[URLPattern]:
        original = path(
            "<int:key>/origineel/",
            self.admin_site.admin_view(self.original_view),
            name="catalog_picture_original",
        )
        return [original, *super().get_urls()]

    def original_view(self, request: HttpRequest, key: int) -> FileResponse:
        """The file as it was brought, for those who may exchange it."""
        picture = get_object_or_404(Picture, pk=key)
        if not self.has_change_permission(request, picture):
            raise PermissionDenied
        if not picture.original:
            raise Http404
        try:
            file = originals().open(str(picture.original))
        except FileNotFoundError:
            raise Http404 from None
        suffix = PurePosixPath(str(picture.original)).suffix
        response = FileResponse(
            file,
            as_attachment=True,
            filename=f"{gettext('picture')}-{picture.pk}{suffix}",
            content_type="application/octet-stream",
        )
        response["Cache-Control"] = "private, no-store"
        return response


def _rendered(name: str, **context: Any) -> SafeString:  # Any: what a template takes
    return render_to_string(f"catalog/desk/{name}.html", context)
