"""What hangs on a story: what it is about, and what was put right in it."""

from typing import Any

from django.http import HttpRequest

from catalog.admin.rows import RowForm, Rows
from news.models import AboutPerson, AboutTitle, Correction, Role


class SubjectForm(RowForm):
    """A title or person that the story is about.

    One that the text names already has a row, which becomes the subject's.
    """

    settled = {"role": Role.SUBJECT}

    def _post_clean(self) -> None:
        row = self.instance
        thing = self.cleaned_data.get(row.thing_name)
        if row.pk is None and thing and row.article_id:
            named = type(row)._default_manager.filter(
                article=row.article_id,
                role=Role.MENTIONED,
                **{row.thing_name: thing},
            )
            self.instance = named.first() or row
            self.instance.role = Role.SUBJECT
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, not in its stubs


class StoryRows(Rows):
    """Rows of a story; who may change the story may change them."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("news.view_article")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return request.user.has_perm("news.add_article")
        story = self.admin_site.get_model_admin(self.parent_model)
        return story.has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class SubjectRows(StoryRows):
    form = SubjectForm
    exclude = ["role"]

    def get_queryset(self, request: HttpRequest) -> Any:  # Any: rows of two models
        return super().get_queryset(request).filter(role=Role.SUBJECT)


class TitleRows(SubjectRows):
    model = AboutTitle
    autocomplete_fields = ["title"]
    verbose_name = AboutTitle._meta.verbose_name
    verbose_name_plural = AboutTitle._meta.verbose_name_plural


class PersonRows(SubjectRows):
    model = AboutPerson
    autocomplete_fields = ["person"]


class CorrectionRows(StoryRows):
    model = Correction
    fields = ["text", "corrected_at"]
