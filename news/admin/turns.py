"""Who is busy with a story, and what is typed and not saved yet."""

from contextlib import suppress
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from moviemeter.lib.notation import clock, hour
from moviemeter.lib.refusals import Refused
from news.autosaving import forget, keep_aside, kept_aside
from news.locking import release_lock, take_lock, take_over
from news.models import Article, Autosave, EditLock

RESTORE = "terughalen"  # In the address: show what was typed and not saved.


class TurnsAdmin(admin.ModelAdmin[Any]):  # Any: stories
    """One at a time; what is typed is kept aside until it is saved."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:  # Any: as ModelAdmin
        """As ever; opening the form makes it one's turn, if nobody else is busy."""
        found = super().get_object(request, object_id, from_field)
        opens = request.method == "GET" and _page(request) == "news_article_change"
        if found is None or not opens or not found.editable_by(request.user):
            return found
        lock = take_lock(article=found, member=_member(request))
        if lock.holder_id != request.user.pk:
            _remember(request, lock)
        return found

    def read_only(self, request: HttpRequest) -> bool:
        """Whether the form is only shown, since somebody else is busy."""
        return _lock(request) is not None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and self.read_only(request):
            return False
        return super().has_change_permission(request, obj)

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,  # Any: as ModelAdmin
        change: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        **options: Any,
    ) -> type[ModelForm[Any]]:
        """The form, with who is typing and what they did not save last time."""
        form = super().get_form(request, obj, change=change, **options)
        told = {
            "member": request.user,
            "overwrites": "_overwrite" in request.POST,
            "kept": self._kept(request, obj) if RESTORE in request.GET else None,
        }
        return type(form.__name__, (form,), told)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **options: Any,
    ) -> HttpResponse:  # Any: as ModelAdmin
        article = options.get("obj") or (args[3] if len(args) > 3 else None)
        form = context["adminform"].form
        kept = None
        if request.method == "POST":
            self._keep_refused(request, article)
        if request.method == "GET" and not self.read_only(request):
            kept = self._kept(request, article)
        context |= {
            "busy_lock": _lock(request),
            "kept": kept,
            "restored": RESTORE in request.GET,
            "restore_address": f"?{RESTORE}=1",
            "autosave_address": self._turn_address("autosave", article),
            "forget_address": self._turn_address("forget", article),
            "conflict": getattr(form, "conflict", ""),
        }
        return super().render_change_form(request, context, *args, **options)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: Any
    ) -> None:  # Any: as ModelAdmin
        super().save_related(request, form, formsets, change)
        article: Article = form.instance
        member = _member(request)
        forget(article=article if change else None, member=member)
        if "_continue" in request.POST:
            take_over(article=article, member=member)
        else:
            release_lock(article_id=article.pk, member=member)

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        turns = {
            "tussentijds": (self.autosave_view, "autosave"),
            "tussentijds/weg": (self.forget_view, "forget"),
        }
        found = [
            path(f"{where}/{word}/", view(require_POST(told)), name=f"{name}_{kind}")
            for word, (told, name) in turns.items()
            for where, kind in (("add", "new"), ("<int:pk>", "article"))
        ]
        taking = path(
            "<int:pk>/overnemen/",
            view(require_POST(self.take_over_view)),
            name="take_over_article",
        )
        return [*found, taking, *super().get_urls()]

    def autosave_view(
        self, request: HttpRequest, pk: int | None = None
    ) -> HttpResponse:
        """Keep aside what was typed; give a sign, or (`leaving`) end one's turn."""
        article = self._changed(request, pk)
        member = _member(request)
        leaves = "leaving" in request.POST
        if leaves and article:
            release_lock(article_id=article.pk, member=member)
        told: dict[str, str] = {}
        if "headline" in request.POST:
            try:
                keep_aside(article=article, member=member, fields=request.POST.dict())
            except Refused as refusal:
                return JsonResponse({"refused": str(refusal)}, status=422)
            told["kept"] = _("Kept aside at %(hour)s") % {"hour": hour(timezone.now())}
        if leaves or article is None:
            return JsonResponse(told)
        lock = take_lock(article=article, member=member)
        if lock.holder_id != request.user.pk:
            told["busy"] = _("%(name)s took over this story on %(moment)s.") % {
                "name": lock.holder,
                "moment": clock(lock.taken_at),
            }
        return JsonResponse(told)

    def forget_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Throw away what was kept aside."""
        article = self._changed(request, pk)
        forget(article=article, member=_member(request))
        messages.success(request, _("The unsaved text was thrown away."))
        return HttpResponseRedirect(self._form_address(article))

    def take_over_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._changed(request, pk)
        assert article is not None  # an id was given
        take_over(article=article, member=_member(request))
        messages.success(request, _("It is your turn now."))
        return HttpResponseRedirect(self._form_address(article))

    def _changed(self, request: HttpRequest, pk: int | None) -> Article | None:
        """The story that this member may change; none where it is a new one."""
        if pk is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        article: Article = get_object_or_404(
            Article.objects.select_related("author"), pk=pk
        )
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return article

    def _kept(self, request: HttpRequest, article: Article | None) -> Autosave | None:
        return kept_aside(article=article, member=_member(request))

    def _keep_refused(self, request: HttpRequest, article: Article | None) -> None:
        """Keep aside what could not be saved: nobody may type in it any more."""
        with suppress(Refused):
            keep_aside(
                article=article, member=_member(request), fields=request.POST.dict()
            )

    def _turn_address(self, name: str, article: Article | None) -> str:
        if article is None:
            return reverse(f"admin:{name}_new")
        return reverse(f"admin:{name}_article", args=[article.pk])

    def _form_address(self, article: Article | None) -> str:
        if article is None:
            return reverse("admin:news_article_add")
        return reverse("admin:news_article_change", args=[article.pk])


def _member(request: HttpRequest) -> AbstractUser:
    return cast(AbstractUser, request.user)  # nobody is here without an account


def _page(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def _remember(request: HttpRequest, lock: EditLock) -> None:
    request.busy_lock = lock  # type: ignore[attr-defined]  # for this request alone


def _lock(request: HttpRequest) -> EditLock | None:
    return getattr(request, "busy_lock", None)
