"""Stories on the desk: the list, the form, and who is busy with what."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from catalog.admin.history import RevisionAdmin
from catalog.admin.previews import preview
from catalog.search import holds
from moviemeter.lib.long_lists import LongListAdmin
from moviemeter.lib.text import fold
from news.admin.article_filters import OwnFilter, StageFilter
from news.admin.article_form import ArticleForm
from news.admin.article_rows import CorrectionRows, PersonRows, TitleRows
from news.admin.editor import StoryEditing
from news.admin.life import LifeAdmin
from news.admin.turns import TurnsAdmin
from news.authors import own_author
from news.models import Article
from news.previewing import preview_address
from news.rendering import note_mentions, render


@admin.register(Article)
class ArticleAdmin(StoryEditing, LongListAdmin, LifeAdmin, TurnsAdmin, RevisionAdmin):
    form = ArticleForm
    change_form_template = "admin/news/article/change_form.html"
    list_display = ["headline", "stage_told", "moment", "rubric", "author", "busy"]
    list_select_related = ["rubric", "author", "edit_lock__holder"]
    list_filter = [StageFilter, OwnFilter, "rubric"]
    search_help_text = _("Words of a headline.")
    sortable_by = ()
    ordering = ["-changed_at", "-id"]
    autocomplete_fields = ["author", "picture", "trailer"]
    readonly_fields = ["picture_preview", "text_shown"]
    inlines = [TitleRows, PersonRows, CorrectionRows]

    class Media:
        css = {"all": ["desk/articles.css"]}
        # Read at the end: it looks for the form.
        js = [Script("desk/articles.js", defer=True)]

    def find(self, rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        folded = fold(words)
        return rows.filter(holds(folded)) if folded else rows.none()

    # Who may what

    def has_change_permission(
        self, request: HttpRequest, obj: Article | None = None
    ) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or obj.editable_by(request.user)

    def has_delete_permission(
        self, request: HttpRequest, obj: Article | None = None
    ) -> bool:
        """What readers have seen is withdrawn, so that its address tells why."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or obj.was_never_public

    # The list

    @admin.display(description=_("stage"))
    def stage_told(self, article: Article) -> str:
        return article.stage_in_words

    @admin.display(description=_("moment"))
    def moment(self, article: Article) -> Any:  # Any: a moment or nothing
        return article.published_at

    @admin.display(description=_("busy"), empty_value="")
    def busy(self, article: Article) -> str | None:
        lock = getattr(article, "edit_lock", None)
        return str(lock.holder) if lock and lock.is_held else None

    # The form

    def view_on_site(self, obj: Article) -> str:
        """The story's page, or what it will look like before readers saw it."""
        return preview_address(obj) if obj.was_never_public else obj.get_absolute_url()

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Any: Django's own loose lists. Who may not change it reads it as it is."""
        changes = (
            self.has_change_permission(request, obj)
            if obj
            else self.has_add_permission(request)
        )
        changes = changes and not self.read_only(request)
        names = ["rubric"] if self.settles_author(request) else ["rubric", "author"]
        text = ["body", "tag_choice"] if changes else ["text_shown"]
        return [
            (None, {"fields": ["headline", "intro", *text]}),
            (_("Place"), {"fields": [names]}),
            (_("Pictures"), {"fields": ["picture", "picture_preview", "trailer"]}),
        ]

    def settles_author(self, request: HttpRequest) -> bool:
        """Whether the author is who begins the story: a writer writes as themselves."""
        return not (
            request.user.has_perm("news.edit_article")
            or request.user.has_perm("news.publish_article")
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Any: as ModelAdmin. Who has a byline begins under it."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        author = getattr(request.user, "author", None)
        return {"author": author.pk, **initial} if author else initial

    @admin.display(description=_("preview"))
    def picture_preview(self, article: Article) -> SafeString:
        return preview(article.picture, "desk-still")

    @admin.display(description=_("text"))
    def text_shown(self, article: Article) -> SafeString:
        return mark_safe(article.body)  # noqa: S308 - cleaned when stored

    def save_model(
        self, request: HttpRequest, obj: Article, form: ModelForm[Any], change: Any
    ) -> None:  # Any: as ModelAdmin
        if not change and self.settles_author(request):
            obj.author = own_author(cast(AbstractUser, request.user))
        render(obj)
        super().save_model(request, obj, form, change)

    def save_derived(self, form: Any) -> None:  # Any: as RevisionAdmin
        article: Article = form.instance
        if "tag_choice" in form.cleaned_data:
            article.tags.set(form.cleaned_data["tag_choice"])
        note_mentions(article)

    def revision_view(
        self, request: HttpRequest, object_id: str, revision_id: int
    ) -> HttpResponse:
        """An earlier text; put back, it is made ready for readers as any other."""
        with transaction.atomic():
            answer = super().revision_view(request, object_id, revision_id)
            if request.method == "POST":
                article = Article.objects.filter(pk=int(object_id)).first()
                if article is not None:
                    render(article)
                    Article.objects.filter(pk=article.pk).update(
                        body=article.body,
                        html=article.html,
                        word_count=article.word_count,
                        renderer=article.renderer,
                    )
                    note_mentions(article)
        return answer

    def response_post_save_change(
        self, request: HttpRequest, obj: Article
    ) -> HttpResponseRedirect:
        return self.after_saving(request, obj) or super().response_post_save_change(
            request, obj
        )
