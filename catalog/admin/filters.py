"""Filters of the desk's lists, each answered by an index."""

from typing import Any, ClassVar

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Credit, Genre, ImportedTitle, Plot, TitleGenre

Choices = list[tuple[str, Any]]  # Any: a text, now or when it is shown
Rows = QuerySet[Any]  # Any: titles of a kind, or people

FIRST_DECADE, LAST_DECADE = 1870, 2030
UNKNOWN = "onbekend"


class ChoiceFilter(SimpleListFilter):
    """A filter that takes no word but its own; any other leaves the list whole."""

    def value(self) -> str | None:
        chosen = super().value()
        words = {str(word) for word, _name in self.lookup_choices}
        return chosen if chosen in words else None


class DecadeFilter(ChoiceFilter):
    title = gettext_lazy("decade")
    parameter_name = "decennium"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        decades = range(LAST_DECADE, FIRST_DECADE - 1, -10)
        told = [(str(first), f"{first}-{first + 9}") for first in decades]
        return [*told, (UNKNOWN, _("without a year"))]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        chosen = self.value()
        if chosen is None:
            return queryset
        # The column that the list's index has; an unknown year is its 0.
        if chosen == UNKNOWN:
            return queryset.filter(newest_first=0)
        first = int(chosen)
        return queryset.filter(newest_first__range=(-first - 9, -first))


class GenreFilter(ChoiceFilter):
    title = gettext_lazy("genre")
    parameter_name = "genre"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        return list(Genre.objects.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        if self.value() is None:
            return queryset
        having = TitleGenre.objects.filter(
            title=OuterRef("pk"), genre__slug=self.value()
        )
        return queryset.filter(Exists(having))


class LackFilter(ChoiceFilter):
    """What there is still to do: by word in the address, its name and its condition."""

    title = gettext_lazy("lacks")
    parameter_name = "zonder"
    lacks: ClassVar[dict[str, tuple[Any, Q | Combinable]]]  # Any: a lazy text

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        return [(word, name) for word, (name, _lacking) in self.lacks.items()]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        chosen = self.value()
        return queryset.filter(self.lacks[chosen][1]) if chosen else queryset


class TitleLackFilter(LackFilter):
    lacks = {
        "affiche": (gettext_lazy("poster"), Q(poster__isnull=True)),
        "inhoud": (
            gettext_lazy("Dutch plot"),
            ~Exists(Plot.objects.filter(title=OuterRef("pk"), language="nl")),
        ),
        "medewerkers": (
            gettext_lazy("credits"),
            ~Exists(Credit.objects.filter(title=OuterRef("pk"))),
        ),
        "genre": (
            gettext_lazy("genre"),
            ~Exists(TitleGenre.objects.filter(title=OuterRef("pk"))),
        ),
    }


class PersonLackFilter(LackFilter):
    lacks = {
        "portret": (gettext_lazy("portrait"), Q(portrait__isnull=True)),
        "geboortedatum": (gettext_lazy("date of birth"), Q(born_on__isnull=True)),
        "medewerkingen": (
            gettext_lazy("credits"),
            ~Exists(Credit.objects.filter(person=OuterRef("pk"))),
        ),
    }


class OriginFilter(ChoiceFilter):
    """Whether an import brought the title, or somebody here made it."""

    title = gettext_lazy("origin")
    parameter_name = "herkomst"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> Choices:
        return [("import", _("imported")), ("eigen", _("made here"))]

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        imported = Exists(ImportedTitle.objects.filter(title=OuterRef("pk")))
        if self.value() is None:
            return queryset
        return queryset.filter(imported if self.value() == "import" else ~imported)
