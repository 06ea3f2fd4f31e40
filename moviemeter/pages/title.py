"""A film, a series, a season, and everybody who worked on one."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.merging.addresses import season_now, title_now
from catalog.models import (
    Credit,
    Film,
    Job,
    Kind,
    Person,
    Picture,
    Season,
    Series,
    Title,
)
from catalog.models.outside_id import TitleOutsideId
from catalog.models.plot import Plot
from catalog.models.release import ReleaseKind
from catalog.models.title import KijkwijzerGround
from catalog.models.trailer import Trailer
from moviemeter.lib.addresses import moved, moved_to, permanently
from moviemeter.lib.paging import page_of
from moviemeter.lib.partial_dates import PartialDate, Precision
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.players import let_play
from moviemeter.pages.stories import news_about_title
from moviemeter.pages.structured import breadcrumb_data, graph, title_data

CAST_ON_PAGE = 18  # Three columns of six on a wide screen; the rest has its own page.
PLAYERS_IN_HEAD = 3
OTHERS_ON_SHELF = 6
MOST_CREW = 60  # A page's facts; nobody reads further there.
CREDITS_A_PAGE = 120
HOME_COUNTRIES = ("NL", "BE")  # Whose releases this site tells of.
# Open Graph's names for what a page is about.
SHARE_KINDS = {
    Kind.FILM: "video.movie",
    Kind.SERIES: "video.tv_show",
    Kind.SEASON: "video.other",
}


@require_safe
def film(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = _found(Film, place)
    return _title_page(request, found) if found else _merged(Kind.FILM, place)


@require_safe
def series(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = _found(Series, place)
    if found is None:
        return _merged(Kind.SERIES, place)
    seasons = found.seasons.visible().for_cards().order_by("season_number")
    return _title_page(request, found, seasons=list(seasons))


@require_safe
def season(request: HttpRequest, place: tuple[int, str], number: int) -> HttpResponse:
    found = (
        Season.objects.visible()
        .for_page()
        .filter(series_id=place[0], series__visible=True, season_number=number)
        .first()
    )
    if found is None:
        return permanently(season_now(place[0], number))
    around = Season.objects.visible().filter(series_id=place[0]).for_cards()
    return _title_page(
        request,
        found,
        seasons=list(around.order_by("season_number")),
    )


@require_safe
def film_credits(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = _found(Film, place)
    return _credits_page(request, found) if found else _merged(Kind.FILM, place)


@require_safe
def series_credits(request: HttpRequest, place: tuple[int, str]) -> HttpResponse:
    found = _found(Series, place)
    return _credits_page(request, found) if found else _merged(Kind.SERIES, place)


@dataclass(frozen=True, slots=True)
class CrewLine:
    """One job and who did it: a line of the facts."""

    job: Job
    people: list[Person]


def _found(kind: type[Film] | type[Series], place: tuple[int, str]) -> Title | None:
    return kind.objects.visible().for_page().filter(pk=place[0]).first()


def _merged(kind: Kind, place: tuple[int, str]) -> HttpResponse:
    """To the title that this one went into; raises Http404 where it is just unknown."""
    return permanently(title_now(place[0], kind))


def _title_page(
    request: HttpRequest, title: Title, *, seasons: list[Title] | None = None
) -> HttpResponse:
    if elsewhere := moved(request, title):
        return elsewhere
    credited = title.series if title.kind == Kind.SEASON else title
    assert credited is not None  # a season has a series, by constraint
    cast = list(
        Credit.objects.cast()
        .filter(title=credited)
        .for_title()
        .order_by("position", "id")[: CAST_ON_PAGE + 1]
    )
    crew = crew_lines(credited)
    plot = _plot(title)
    trailers = _trailers(title)
    trail = title_crumbs(title)
    context = {
        "title": title,
        "credited": credited,
        "cast": cast[:CAST_ON_PAGE],
        "more_cast": len(cast) > CAST_ON_PAGE,
        "players": [credit.person for credit in cast[:PLAYERS_IN_HEAD]],
        "makers": _makers(crew),
        "crew": crew,
        "plot": plot,
        "releases": _releases(title),
        "outside": _outside(title),
        "trailers": trailers,
        "trailer_still": _still(title) if trailers else None,
        "grounds": [
            str(KijkwijzerGround(ground).label) for ground in title.kijkwijzer_grounds
        ],
        "more_by": _more_by(crew, title) if title.kind == Kind.FILM else None,
        "share_kind": SHARE_KINDS[Kind(title.kind)],
        "seasons": seasons or [],
        "news": news_about_title(title),
        "crumbs": trail,
        "description": plot.paragraphs[0] if plot else "",
        "picture": title.poster,
        "structured": title_data(title, crew=crew, cast=cast, plot=plot, crumbs=trail),
    }
    response = render(request, f"catalog/{title.kind}.html", context)
    return let_play(request, response, trailers)


def _credits_page(request: HttpRequest, title: Title) -> HttpResponse:
    right = reverse(f"{title.kind}-credits", kwargs={"place": title.place})
    if elsewhere := moved_to(request, right):
        return elsewhere
    page = page_of(
        Credit.objects.cast().filter(title=title).for_title(),
        order=["position", "id"],
        query=request.GET,
        size=CREDITS_A_PAGE,
    )
    crew = crew_lines(title) if page.before is None else []
    if not page and not crew:
        raise Http404
    trail = crumbs(f"{title.kind}-list", title, _("Cast and crew"))
    context = {
        "title": title,
        "heading": _("Cast and crew of %(title)s") % {"title": title.full_name},
        "page": page,
        "crew": crew,
        "crumbs": trail,
        "picture": title.poster,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, "catalog/credits.html", context)


def title_crumbs(title: Title) -> list[Crumb]:
    """Front page, the kind's own list, for a season its series, and the title."""
    if title.kind == Kind.SEASON:
        return crumbs("series-list", title.series, title.season_name)
    return crumbs(f"{title.kind}-list", title.name)


def crew_lines(title: Title) -> list[CrewLine]:
    """Everybody but the cast, gathered by job, in the order of `Job`."""
    rows = Credit.objects.crew().filter(title=title).for_title()
    by_job: dict[str, list[Person]] = {}
    for credit in rows.order_by("position", "id")[:MOST_CREW]:
        by_job.setdefault(credit.job, []).append(credit.person)
    return [CrewLine(job, by_job[job]) for job in Job if job in by_job]


def _makers(crew: list[CrewLine]) -> list[Person]:
    """Whose film it is: the directors, of a series rather its creators."""
    for job in (Job.CREATOR, Job.DIRECTOR):
        for line in crew:
            if line.job == job:
                return line.people
    return []


@dataclass(frozen=True, slots=True)
class MoreBy:
    """Other films by the one who directed this one."""

    director: Person
    titles: list[Title]


def _more_by(crew: list[CrewLine], title: Title) -> MoreBy | None:
    """Films by the first director, newest first; None where there are no others."""
    directors = [line.people for line in crew if line.job == Job.DIRECTOR]
    if not directors:
        return None
    director = directors[0][0]
    credited = Credit.objects.filter(
        person=director, job=Job.DIRECTOR, title=OuterRef("pk")
    )
    others = Film.objects.visible().filter(Exists(credited)).exclude(pk=title.pk)
    found = list(others.for_cards().newest_first()[:OTHERS_ON_SHELF])
    return MoreBy(director, found) if found else None


def _plot(title: Title) -> Plot | None:
    """The Dutch plot, or the first in any language."""
    rows = sorted(title.plot_list, key=lambda row: row["language"] != "nl")
    return Plot(**rows[0]) if rows else None


def _outside(title: Title) -> list[TitleOutsideId]:
    return [TitleOutsideId(**row) for row in title.outside_id_list]


def _trailers(title: Title) -> list[Trailer]:
    return [Trailer(**row) for row in title.trailer_list]


def _still(title: Title) -> Picture | None:
    """The picture to stand for its trailers until one is played."""
    still = title.stills.select_related("picture").order_by("position", "id").first()
    return still.picture if still else None


@dataclass(frozen=True, slots=True)
class Showing:
    """A release as the facts tell it: «27 oktober 1988 (bioscoop, Nederland)»."""

    date: PartialDate
    kind: ReleaseKind
    country: str


def _releases(title: Title) -> list[Showing]:
    """Releases here; of a season or series wherever it was first shown."""
    return [
        Showing(
            PartialDate.parse_exact(row["released_on"], Precision(row["precision"])),
            ReleaseKind(row["kind"]),
            row["country_name"],
        )
        for row in title.release_list
        if row["country"] in HOME_COUNTRIES or row["kind"] == ReleaseKind.BROADCAST
    ]
