"""The questions that the editor of a story asks while one writes, answered as JSON."""

from collections.abc import Callable, Collection
from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from catalog.models import Film, Person, Picture, Title
from catalog.models.trailer import key_in
from news.admin import finding
from news.admin.finding import MOST_SHOWN, Entry

MOST_WORDS = 200  # Letters of a search; nothing is called so long.
MOST_ASKED = 400  # Numbers at once; a longer story asks again.

# Each way to ask: the end of its address, and of its name.
QUESTIONS = {
    "mentions": "noemen",
    "pictures": "beelden",
    "trailers": "trailers",
    "known": "bekend",
}


class SearchForm(forms.Form):
    """Words to search by, and below which number to go on; odd values count as none."""

    q = forms.CharField(max_length=MOST_WORDS, required=False)
    na = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)


class Numbers(forms.Form):
    """Numbers by sort, a comma between them, as a story holds them."""

    title = forms.RegexField(r"^[0-9,]*$", required=False)
    person = forms.RegexField(r"^[0-9,]*$", required=False)
    picture = forms.RegexField(r"^[0-9,]*$", required=False)
    trailer = forms.RegexField(r"^[0-9,]*$", required=False)

    def of(self, sort: str) -> set[int]:
        """The numbers of a sort that can be one at all."""
        found = {int(each) for each in self.cleaned_data[sort].split(",") if each}
        return {number for number in found if 0 < number < 2**63}


class LookingUp(admin.ModelAdmin[Any]):  # Any: stories, or what else holds such a text
    """The admin of something with a story's text: it answers what the editor asks."""

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                f"tekst/{address}/",
                self.admin_site.admin_view(getattr(self, f"{name}_view")),
                name=self._name_of(name),
            )
            for name, address in QUESTIONS.items()
        ]
        return [*own, *super().get_urls()]

    def question_addresses(self) -> dict[str, str]:
        """Where the editor asks, by what it asks for."""
        return {name: reverse(f"admin:{self._name_of(name)}") for name in QUESTIONS}

    def _name_of(self, question: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{question}"

    def mentions_view(self, request: HttpRequest) -> HttpResponse:
        """Titles and people by name, as far as one may see them; two queries."""
        sees_titles, sees_people = (
            self._sees(request, Title),
            self._sees(request, Person),
        )
        if not (sees_titles or sees_people):
            raise PermissionDenied
        words = _words(request)
        found = finding.titles(words) if sees_titles else []
        found += finding.people(words) if sees_people else []
        return _answer(found)

    def pictures_view(self, request: HttpRequest) -> HttpResponse:
        """Pictures of the library, newest first; one query."""
        self._demand(request, Picture)
        form = SearchForm(request.GET)
        form.is_valid()
        found = finding.pictures(_words(request), before=form.cleaned_data.get("na"))
        return _answer(found[:MOST_SHOWN], more=len(found) > MOST_SHOWN)

    def trailers_view(self, request: HttpRequest) -> HttpResponse:
        """Trailers by title or by a pasted address; one query.

        Of an address that no title has, `said` tells what to do.
        """
        self._demand(request, Title)
        words = _words(request)
        found = finding.trailers(words)
        said = ""
        if not found and key_in(words):
            said = _(
                "No title has this trailer yet. Add it to its title first, on the desk;"
                " then it is found here."
            )
        elif not found and "://" in words:
            said = _("This is no address of a trailer at YouTube or Vimeo.")
        return _answer(found, said=said)

    def known_view(self, request: HttpRequest) -> HttpResponse:
        """What a story holds by number; a query each sort, one more for merged ones."""
        ways: dict[
            str, tuple[type[Model], Callable[[Collection[int]], list[Entry]]]
        ] = {
            "title": (Title, finding.known_titles),
            "person": (Person, finding.known_people),
            "picture": (Picture, finding.known_pictures),
            "trailer": (Title, finding.known_trailers),
        }
        form = Numbers(request.GET)
        if not form.is_valid():
            return HttpResponse(status=400)
        asked = {sort: form.of(sort) for sort in ways}
        if sum(map(len, asked.values())) > MOST_ASKED:
            return HttpResponse(status=400)
        found: list[Entry] = []
        for sort, (model, known) in ways.items():
            if asked[sort] and self._sees(request, model):
                found += known(asked[sort])
        return _answer(found)

    def _sees(self, request: HttpRequest, model: type[Model]) -> bool:
        if model is Title:
            # What may be seen of titles is told of each kind; films stand for all.
            model = Film
        shown = self.admin_site.get_model_admin(model)
        return shown.has_view_permission(request)

    def _demand(self, request: HttpRequest, model: type[Model]) -> None:
        if not self._sees(request, model):
            raise PermissionDenied


def _words(request: HttpRequest) -> str:
    form = SearchForm(request.GET)
    form.is_valid()
    words: str = form.cleaned_data.get("q", "")
    return words


def _answer(found: list[Entry], *, more: bool = False, said: str = "") -> JsonResponse:
    results = [asdict(entry) for entry in found]
    return JsonResponse({"results": results, "more": more, "said": said})
