"""Pictures of our own for the demonstration, stored like anybody's pictures."""

import hashlib
from collections.abc import Iterable
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.demonstration.hanging import hang
from catalog.demonstration.reading import SeasonText, TitleText
from catalog.drawing import (
    Drawing,
    draw_portrait,
    draw_poster,
    draw_season_poster,
    draw_still,
)
from catalog.models import LicenceKind, Person, Picture
from catalog.tints import tint_of
from moviemeter.lib.notation import enumerate_names
from moviemeter.lib.text import slug

CREDIT = "MovieMeter"
OURS = r"^pictures/(affiche|portret|tekening)-.*-[0-9a-f]{10}\.svg$"


class Easel:
    """Draws, and finds back what it drew: the same drawing is the same picture."""

    def __init__(self, titles: Iterable[TitleText]) -> None:
        self.places = hang(titles)
        self.drawn: set[str] = set()
        self.known = {
            str(picture.file): picture
            for picture in Picture.objects.filter(file__regex=OURS)
        }

    def poster(self, text: TitleText) -> Picture:
        place = self.places[text.file]
        drawing = draw_poster(
            name=text.title,
            year=text.year,
            maker=enumerate_names(text.makers[:2]),
            genre=place.motif,
            palette=place.palette,
            layout=place.layout,
        )
        alt = f"Getekend affiche voor {text.title}"
        return self._stored(drawing, "affiche", text.file, alt)

    def season_poster(self, text: TitleText, season: SeasonText) -> Picture:
        place = self.places[text.file]
        drawing = draw_season_poster(
            name=text.title,
            year=season.year,
            maker=enumerate_names(text.makers[:2]),
            genre=place.motif,
            number=season.number,
            series_year=text.year,
            palette=place.palette,
        )
        alt = f"Getekend affiche voor {text.title}, seizoen {season.number}"
        return self._stored(drawing, "affiche", f"{text.file}-{season.number}", alt)

    def still(self, text: TitleText) -> Picture:
        """The title's wide picture."""
        place = self.places[text.file]
        drawing = draw_still(
            name=text.title,
            year=text.year,
            genre=place.motif,
            palette=place.palette,
        )
        return self._stored(
            drawing, "tekening", text.file, f"Tekening bij {text.title}"
        )

    def hang_portraits(self, people: list[Person]) -> None:
        """Give everybody a portrait, storing all new ones at once."""
        pictures = []
        for person in people:
            drawing = draw_portrait(name=person.name, years=person.years)
            alt = f"Getekend portret zonder gezicht: de initialen van {person.name}"
            pictures.append(self._drawn(drawing, "portret", slug(person.name), alt))
        new = {
            str(picture.file): picture
            for picture in pictures
            if str(picture.file) not in self.known
        }
        Picture.objects.bulk_create(new.values(), batch_size=500)
        self.known |= new
        for person, picture in zip(people, pictures, strict=True):
            person.portrait = self.known[str(picture.file)]

    def discard_outdated(self) -> None:
        """Remove drawings of an earlier recipe or fact, with their files."""
        outdated = Picture.objects.filter(
            file__in=self.known.keys() - self.drawn,
            poster_of=None,
            portrait_of=None,
            still_of=None,
        )
        for picture in outdated:
            for name in filter(None, (str(picture.file), str(picture.social_card))):
                default_storage.delete(name)
        Picture.objects.filter(pk__in=[picture.pk for picture in outdated]).delete()

    def _stored(self, drawing: Drawing, sort: str, name: str, alt: str) -> Picture:
        picture = self._drawn(drawing, sort, name, alt)
        if str(picture.file) not in self.known:
            Picture.objects.bulk_create([picture])
            self.known[str(picture.file)] = picture
        return picture

    def _drawn(self, drawing: Drawing, sort: str, name: str, alt: str) -> Picture:
        """The picture of this drawing, its file in place; a new one is not stored."""
        content = drawing.svg.encode()
        mark = hashlib.sha256(content).hexdigest()[:10]
        path = str(PurePosixPath("pictures", f"{sort}-{name[:80]}-{mark}.svg"))
        self.drawn.add(path)
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(content))
        return self.known.get(path) or Picture(
            file=path,
            width=drawing.width,
            height=drawing.height,
            tint=tint_of(drawing.field),
            alt=alt,
            credit=CREDIT,
            maker=CREDIT,
            licence_kind=LicenceKind.OWN,
        )
