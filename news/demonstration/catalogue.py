"""What the demonstration's stories name, found in the catalogue."""

from catalog.demonstration.loading import known_title
from catalog.demonstration.reading import TitleText, read_titles
from catalog.models import Kind, Person, Still, Title, Trailer
from news.demonstration.markdown import TextRefused

ROOMS = {Kind.FILM: "films", Kind.SERIES: "series"}


class Finder:
    """Finds titles by their file, and remembers what it found."""

    def __init__(self) -> None:
        self._texts: dict[str, TitleText] = {
            f"{ROOMS[text.kind]}/{text.file}": text for text in read_titles()
        }
        self._titles: dict[str, int] = {}
        self._people: dict[str, int] = {}

    def title(self, file: str) -> int:
        """The number of a film or series; behind `#`, of that season of it.

        Raises TextRefused, as everything here does.
        """
        if file not in self._titles:
            found = self._found(file)
            if found is None:
                raise TextRefused(f"no title {file}")
            self._titles[file] = found.pk
        return self._titles[file]

    def _found(self, file: str) -> Title | None:
        name, _, season = file.partition("#")
        text = self._texts.get(name)
        title = known_title(text) if text else None
        if title is None or not season:
            return title
        if not season.isdecimal():
            return None
        return Title.objects.filter(series=title, season_number=int(season)).first()

    def person(self, name: str) -> int:
        """The one of that name who is there longest: the demonstration came first."""
        if name not in self._people:
            named = Person.objects.visible().filter(name=name).order_by("pk")
            found = named.values_list("pk", flat=True).first()
            if found is None:
                raise TextRefused(f"nobody is named {name!r}")
            self._people[name] = found
        return self._people[name]

    def still(self, file: str) -> int:
        stills = Still.objects.filter(title=self.title(file))
        found = stills.values_list("picture", flat=True).first()
        if found is None:
            raise TextRefused(f"{file} has no still")
        return found

    def trailer(self, file: str) -> int:
        trailers = Trailer.objects.filter(title=self.title(file))
        found = trailers.values_list("pk", flat=True).first()
        if found is None:
            raise TextRefused(f"{file} has no trailer")
        return found
