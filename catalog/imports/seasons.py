"""Seasons gathered from the episodes that name them."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.imports.source import Place, TitleRow
from catalog.models import Kind

MOST_EPISODES = 32_767  # What the column takes.


@dataclass(slots=True)
class _Season:
    line: int
    episodes: int = 0
    year: int | None = None


class Seasons:
    """By series and number; memory follows the seasons, not their episodes."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int], _Season] = {}

    def add(self, *, series: str, number: int, year: int | None, line: int) -> None:
        """One more episode; a season is of the year of its earliest."""
        season = self._found.setdefault((series, number), _Season(line))
        season.episodes += 1
        if year and (season.year is None or year < season.year):
            season.year = year

    def rows(self, file: str) -> Iterator[TitleRow]:
        """A row for each season, at the place of its first episode."""
        for (series, number), season in self._found.items():
            yield TitleRow(
                Place(file, season.line),
                Kind.SEASON,
                f"{series}:{number}",
                "",
                year=season.year,
                series_key=series,
                season_number=number,
                episode_count=min(season.episodes, MOST_EPISODES),
            )
