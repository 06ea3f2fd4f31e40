"""Putting the demonstration into the catalogue, any number of times."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Model

from catalog.demonstration.drawings import Easel
from catalog.demonstration.people import load_people
from catalog.demonstration.reading import (
    CREW,
    FOLDER,
    PersonText,
    SeasonText,
    Shown,
    TitleText,
    read_people,
    read_titles,
)
from catalog.models import (
    AlternativeTitle,
    Country,
    Credit,
    Duration,
    Genre,
    Job,
    Kind,
    Person,
    Plot,
    Release,
    ReleaseKind,
    Still,
    Title,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
)
from catalog.models.kinds import PROXIES
from catalog.models.outside_id import TitleSource
from moviemeter.lib.partial_dates import PartialDate
from moviemeter.lib.text_files import FileRefused

Progress = Callable[[int, int], None]

PLOT_AUTHOR = "redactie MovieMeter"
# What hangs on a title and is told whole by its file.
SMALL_ROWS: tuple[type[Model], ...] = (
    AlternativeTitle,
    Credit,
    Duration,
    Plot,
    Release,
    Still,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much of each the demonstration holds."""

    films: int
    series: int
    seasons: int
    people: int


@transaction.atomic
def load_demonstration(
    *, folder: Path = FOLDER, progress: Progress = lambda done, all_: None
) -> Loaded:
    """Make or correct every title and person of the folder's files.

    A title is found back by its IMDb id, or by kind, name and year; a person by IMDb id
    or name. No history is written, as with any import. `progress` hears how many of all
    files are done. Raises FileRefused and then changes nothing.
    """
    titles = list(read_titles(folder))
    entries = {person.name: person for person in read_people(folder)}
    names = sorted({name for text in titles for name in text.names})
    easel = Easel(titles)
    people = load_people(
        [entries.get(name, PersonText(name)) for name in names], easel=easel
    )
    loader = _TitleLoader(people, easel)
    for done, text in enumerate(titles, start=1):
        loader.load(text)
        progress(done, len(titles))
    loader.finish()
    easel.discard_outdated()
    return Loaded(
        films=sum(text.kind == Kind.FILM for text in titles),
        series=sum(text.kind == Kind.SERIES for text in titles),
        seasons=sum(len(text.seasons) for text in titles),
        people=len(people),
    )


class _TitleLoader:
    """What one run knows, and the small rows that it stores all at once at the end."""

    def __init__(self, people: dict[str, Person], easel: Easel) -> None:
        self.people = people
        self.easel = easel
        self.genres = {genre.name: genre for genre in Genre.objects.all()}
        self.countries = Country.objects.in_bulk()
        self.titles: list[Title] = []
        self.rows: dict[type[Model], list[Model]] = {model: [] for model in SMALL_ROWS}

    def load(self, text: TitleText) -> None:
        """Store a title and its seasons; collect what hangs on them."""
        self._check(text)
        title = self._title(text)
        self._collect_names_and_facts(title, text)
        self._collect_credits(title, text)
        for season in text.seasons:
            self._season(title, text, season)

    def finish(self) -> None:
        """Let every title have the rows of its file and no others."""
        for model, rows in self.rows.items():
            model._default_manager.filter(title__in=self.titles).delete()
            model._default_manager.bulk_create(rows, batch_size=1000)

    def _check(self, text: TitleText) -> None:
        shown = {release.country for release in text.releases}
        named = {other.country for other in text.also_known}
        countries = shown | named | set(text.countries)
        used = {"genres": set(text.genres), "countries": countries}
        for key, known in (("genres", self.genres), ("countries", self.countries)):
            if unknown := used[key] - known.keys() - {""}:
                raise FileRefused(f"{text.file}: unknown {key} {sorted(unknown)}")

    def _title(self, text: TitleText) -> Title:
        title = known_title(text) or PROXIES[text.kind](kind=text.kind)
        title.name = text.title
        title.original_name = text.original_title
        title.language = text.language
        title.year, title.end_year = text.year, text.end_year
        title.kijkwijzer_age = text.kijkwijzer.get("age", "")
        title.kijkwijzer_grounds = text.kijkwijzer.get("grounds", [])
        title.kijkwijzer_source = text.kijkwijzer.get("source", "")
        title.poster = self.easel.poster(text)
        save_without_history(title)
        self.titles.append(title)
        self._add(Still(title=title, picture=self.easel.still(text)))
        return title

    def _season(self, series: Title, text: TitleText, row: SeasonText) -> None:
        kind = PROXIES[Kind.SEASON]
        own = {"series": series, "season_number": row.number}
        season = kind.objects.filter(**own).first() or kind(kind=Kind.SEASON, **own)
        season.name, season.language = row.title, text.language
        season.year, season.episode_count = row.year, row.episodes
        season.poster = self.easel.season_poster(text, row)
        save_without_history(season)
        self.titles.append(season)
        if row.plot:
            self._add_plot(season, row.plot)
        if row.first_aired:
            shown = Shown(text.countries[0], row.first_aired, ReleaseKind.BROADCAST)
            self._add_release(season, shown)

    def _collect_names_and_facts(self, title: Title, text: TitleText) -> None:
        for source, value in (
            (TitleSource.IMDB, text.imdb),
            (TitleSource.WIKIDATA, text.wikidata),
        ):
            if value:
                self._add(TitleOutsideId(title=title, source=source, value=value))
        for place, name in enumerate(text.genres):
            genre = self.genres[name]
            self._add(TitleGenre(title=title, genre=genre, position=place))
        for place, code in enumerate(text.countries):
            country = self.countries[code]
            self._add(TitleCountry(title=title, country=country, position=place))
        for place, version in enumerate(text.versions):
            lasts = {"minutes": version.minutes, "note": version.note}
            self._add(Duration(title=title, position=place, **lasts))
        for other in text.also_known:
            used_in = self.countries.get(other.country)
            named = {"name": other.title, "language": other.language}
            self._add(AlternativeTitle(title=title, country=used_in, **named))
        for shown in text.releases:
            self._add_release(title, shown)
        self._add_plot(title, text.plot)

    def _collect_credits(self, title: Title, text: TitleText) -> None:
        for key, job in CREW.items():
            for place, name in enumerate(getattr(text, key)):
                person = self.people[name]
                self._add(Credit(title=title, person=person, job=job, position=place))
        seen = [(row, False) for row in text.cast]
        heard = [(row, True) for row in text.voices]
        for place, ((name, character), is_voice) in enumerate(seen + heard):
            self._add(
                Credit(
                    title=title,
                    person=self.people[name],
                    job=Job.ACTOR,
                    character=character,
                    is_voice=is_voice,
                    position=place,
                )
            )

    def _add(self, row: Model) -> None:
        self.rows[type(row)].append(row)

    def _add_plot(self, title: Title, text: str) -> None:
        self._add(Plot(title=title, text=text.strip(), author=PLOT_AUTHOR))

    def _add_release(self, title: Title, shown: Shown) -> None:
        known = PartialDate.parse(shown.date)
        self._add(
            Release(
                title=title,
                country=self.countries[shown.country],
                kind=ReleaseKind(shown.kind),
                released_on=known.date,
                precision=known.precision,
            )
        )


def known_title(text: TitleText) -> Title | None:
    """The title of this file, by its IMDb id or else by kind, name and year."""
    kind = PROXIES[text.kind].objects
    by_id = kind.filter(
        outside_ids__source=TitleSource.IMDB, outside_ids__value=text.imdb
    )
    by_name = kind.filter(name=text.title, year=text.year)
    return (by_id.first() if text.imdb else None) or by_name.order_by("pk").first()


def save_without_history(row: Model) -> None:
    """Save, and write no line of history: what was imported is where history begins."""
    row.skip_history_when_saving = True  # type: ignore[attr-defined]  # its own switch
    row.save()
