"""Finding a title or a person by name."""

from dataclasses import dataclass

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from catalog.models import Kind, Person, Title
from catalog.search import find_people, find_titles
from moviemeter.pages.crumbs import crumbs
from moviemeter.pages.structured import breadcrumb_data, graph

HITS_OF_ALL = 12
HITS_OF_ONE = 60
LONGEST_QUERY = 100


class Scope(models.TextChoices):
    ALL = "alles", _("Everything")
    FILMS = "films", _("Films")
    SERIES = "series", _("Series")
    PEOPLE = "personen", _("People")


class SearchForm(forms.Form):
    """`?q=…&in=…`; an unknown scope is everything, a very long query is cut."""

    q = forms.CharField(required=False)

    @property
    def words(self) -> str:
        self.is_valid()
        return " ".join(self.cleaned_data.get("q", "").split())[:LONGEST_QUERY]

    @property
    def scope(self) -> Scope:
        try:
            return Scope(self.data.get("in", ""))
        except ValueError:
            return Scope.ALL


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one sort; `more` where the list ends before the hits do."""

    scope: Scope
    titles: list[Title]
    people: list[Person]
    more: bool


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    words, scope = form.words, form.scope
    groups = _groups(words, scope) if words else []
    context = {
        "words": words,
        "scope": scope,
        "scopes": Scope,
        "groups": groups,
        "structured": graph(breadcrumb_data(crumbs(gettext("Search")))),
        "noindex": True,
    }
    return render(request, "search.html", context)


def _groups(words: str, scope: Scope) -> list[Group]:
    most = HITS_OF_ALL if scope == Scope.ALL else HITS_OF_ONE
    groups = []
    for each, kind in ((Scope.FILMS, Kind.FILM), (Scope.SERIES, Kind.SERIES)):
        if scope in {Scope.ALL, each}:
            titles = find_titles(words, kind=kind, most=most + 1)
            groups.append(Group(each, titles[:most], [], more=len(titles) > most))
    if scope in {Scope.ALL, Scope.PEOPLE}:
        people = find_people(words, most=most + 1)
        groups.append(Group(Scope.PEOPLE, [], people[:most], more=len(people) > most))
    return [group for group in groups if group.titles or group.people]
