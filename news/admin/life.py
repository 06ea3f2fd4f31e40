"""A story's way from draft to readers, and back: a page of its own for each step."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from moviemeter.lib.refusals import Refused
from news import publishing
from news.admin.step_forms import NoteForm, PublishForm, ReasonForm, StepForm
from news.authors import own_author
from news.models import Article, Rubric, Step, StepKind
from news.previewing import preview_address
from news.proofreading import Finding, proofread
from news.reading import most_read
from news.recap import MOST_STORIES, draft_recap

STEPS_SHOWN = 20
MOST_TOLD = 40  # Findings; a text with more of them is read better by a colleague.


@dataclass(frozen=True, slots=True)
class Page:
    """A step's own page: its word in the address, its heading, its button, its form."""

    word: str
    heading: str | Promise
    button: str | Promise
    form: type[StepForm]


PAGES = {
    StepKind.SUBMITTED: Page(
        "indienen", gettext_lazy("Hand in"), gettext_lazy("Hand in"), NoteForm
    ),
    StepKind.SENT_BACK: Page(
        "terugsturen",
        gettext_lazy("Back to draft"),
        gettext_lazy("Back to draft"),
        NoteForm,
    ),
    StepKind.PUBLISHED: Page(
        "publiceren", gettext_lazy("Publish"), gettext_lazy("Publish"), PublishForm
    ),
    StepKind.UNSCHEDULED: Page(
        "uit-de-planning",
        gettext_lazy("Take from the schedule"),
        gettext_lazy("Take from the schedule"),
        StepForm,
    ),
    StepKind.WITHDRAWN: Page(
        "intrekken", gettext_lazy("Withdraw"), gettext_lazy("Withdraw"), ReasonForm
    ),
    StepKind.BROUGHT_BACK: Page(
        "terughalen", gettext_lazy("Bring back"), gettext_lazy("Bring back"), StepForm
    ),
}
KINDS = {page.word: kind for kind, page in PAGES.items()}


class LifeAdmin(admin.ModelAdmin[Any]):  # Any: stories
    """Steps that a story may take, each on a page that tells what it means."""

    def get_urls(self) -> list[URLPattern]:
        step = path(
            "<int:pk>/<str:word>/",
            self.admin_site.admin_view(self.step_view),
            name="news_article_step",
        )
        reading = path(
            "<int:pk>/nakijken/",
            self.admin_site.admin_view(self.reading_view),
            name="news_article_reading",
        )
        recap = path(
            "recap/",
            self.admin_site.admin_view(require_POST(self.recap_view)),
            name="news_article_recap",
        )
        # Behind Django's own addresses («7/change/», «7/history/»), before its last.
        *known, rest = super().get_urls()
        return [recap, *known, reading, step, rest]

    def reading_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the second pair of eyes sees in a story as it is saved."""
        article = get_object_or_404(Article.objects.select_related("author"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        context = {
            **self._around(request, article),
            "title": _("The second pair of eyes"),
            "findings": _findings(article),
        }
        return TemplateResponse(request, "admin/news/article/reading.html", context)

    def recap_view(self, request: HttpRequest) -> HttpResponse:
        """Draft the recap of yesterday, of what was read most then."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        yesterday = timezone.localdate() - timedelta(days=1)
        rubric = Rubric.objects.first()
        assert rubric is not None  # migrations make some, and stories protect them
        try:
            article = draft_recap(
                most_read(yesterday, MOST_STORIES),
                day=yesterday,
                author=own_author(cast(AbstractUser, request.user)),
                rubric=rubric,
            )
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return HttpResponseRedirect(reverse("admin:news_article_changelist"))
        return HttpResponseRedirect(_change_address(article))

    def step_view(self, request: HttpRequest, pk: int, word: str) -> HttpResponse:
        """Ask before a step, and take it."""
        if word not in KINDS:
            raise Http404
        article = get_object_or_404(Article.objects.select_related("author"), pk=pk)
        kind = KINDS[word]
        if kind not in self._steps(request, article):
            return self._not_now(request, article)
        page = PAGES[kind]
        form = page.form(request.POST or None, article=article)
        if request.method == "POST" and form.is_valid():
            try:
                step = self._take(kind, form, article, cast(AbstractUser, request.user))
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _told(step))
                return HttpResponseRedirect(_change_address(article))
        context = {
            **self._around(request, article),
            "title": page.heading,
            "kind": kind,
            "button": page.button,
            "form": form,
            "findings": _findings(article) if kind == StepKind.PUBLISHED else None,
        }
        status = 422 if form.errors else 200
        return TemplateResponse(
            request, "admin/news/article/step.html", context, status=status
        )

    def after_saving(
        self, request: HttpRequest, article: Article
    ) -> HttpResponseRedirect | None:
        """Where «save and …» leads: to the page of that step."""
        word = request.POST.get("_step", "")
        if word not in KINDS:
            return None
        return HttpResponseRedirect(_step_address(article, KINDS[word]))

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **options: Any,
    ) -> HttpResponse:  # Any: as ModelAdmin
        article = options.get("obj") or (args[3] if len(args) > 3 else None)
        if article is not None:
            steps = self._steps(request, article)
            context |= {
                "article": article,
                "steps": [(PAGES[kind].word, PAGES[kind].button) for kind in steps],
                "life": list(article.steps.select_related("taken_by")[:STEPS_SHOWN]),
                "preview_address": request.build_absolute_uri(preview_address(article)),
            }
        return super().render_change_form(request, context, *args, **options)

    def _around(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """Any: what templates take. What every page about a story shows around it."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "article": article,
            "change_address": _change_address(article),
        }

    def _steps(self, request: HttpRequest, article: Article) -> list[StepKind]:
        if not request.user.has_perm("news.change_article"):
            return []
        return publishing.steps_for(article, cast(AbstractUser, request.user))

    def _not_now(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Known but not allowed, or no longer possible."""
        if not request.user.has_perm("news.view_article"):
            raise PermissionDenied
        told = _("You can't do that with this story: it is %(stage)s.")
        messages.error(request, told % {"stage": article.stage_in_words})
        return HttpResponseRedirect(_change_address(article))

    def _take(
        self, kind: StepKind, form: StepForm, article: Article, by: AbstractUser
    ) -> Step:
        told = form.cleaned_data
        match kind:
            case StepKind.SUBMITTED:
                return publishing.hand_in(article=article, by=by, note=told["note"])
            case StepKind.SENT_BACK:
                return publishing.send_back(article=article, by=by, note=told["note"])
            case StepKind.UNSCHEDULED:
                return publishing.unschedule(article=article, by=by)
            case StepKind.WITHDRAWN:
                return publishing.withdraw(
                    article=article, by=by, reason=told["reason"]
                )
            case StepKind.BROUGHT_BACK:
                return publishing.bring_back(article=article, by=by)
            case _:
                return publishing.publish(article=article, by=by, at=told["moment"])


def _told(step: Step) -> str:
    return {
        StepKind.SUBMITTED: _("Handed in."),
        StepKind.SENT_BACK: _("It is a draft again."),
        StepKind.PUBLISHED: _("Published: readers see it now."),
        StepKind.SCHEDULED: _("Scheduled: readers see it from that moment on."),
        StepKind.UNSCHEDULED: _("Taken from the schedule: it is in review again."),
        StepKind.WITHDRAWN: _("Withdrawn: its address tells readers why."),
        StepKind.BROUGHT_BACK: _("Brought back: readers see it again."),
    }[StepKind(step.kind)]


def _findings(article: Article) -> list[Finding]:
    """What there is to see at its moment, or now where it has none."""
    return proofread(article, at=article.published_at or timezone.now())[:MOST_TOLD]


def _change_address(article: Article) -> str:
    return reverse("admin:news_article_change", args=[article.pk])


def _step_address(article: Article, kind: StepKind) -> str:
    return reverse("admin:news_article_step", args=[article.pk, PAGES[kind].word])
