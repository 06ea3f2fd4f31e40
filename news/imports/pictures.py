"""Old pictures out of the operator's folder: only those whose credit is told."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils import translation

from catalog.history.revising import quietly
from catalog.models import LicenceKind
from catalog.models import Picture as PictureRow
from catalog.pictures.storing import ask_for_sizes, give_original
from catalog.pictures.verifying import verify
from moviemeter.lib.refusals import Refused
from news.imports.addresses import plain_address, without_size
from news.imports.source import Shown
from news.models import ImportedPicture
from news.models.imported import LONGEST_KEY

LONGEST = {"credit": 200, "alt": 300, "caption": 300}  # Letters, as columns take.


class NotTaken(Exception):
    """Why a picture does not come along, in a sentence."""


@dataclass(slots=True)
class Uploads:
    """The folder with the old site's uploads, and under which licence they come."""

    folder: Path
    licence: LicenceKind
    source: str
    taken: int = 0
    _known: dict[str, int | None] = field(default_factory=dict)

    def take(self, shown: Shown, *, is_rehearsal: bool = False) -> int | None:
        """The id of the picture, stored once; None in a rehearsal, which stores none.

        Raises NotTaken.
        """
        address = plain_address(shown.address)
        known = self._find(address)
        if known:
            return known
        if not shown.credit:
            raise NotTaken(f"picture {address}: the file tells no credit")
        if len(shown.credit) > LONGEST["credit"] or len(address) > LONGEST_KEY:
            raise NotTaken(
                f"picture {address[:200]}: its credit or address is too long"
            )
        path = self._path(address)
        if path is None:
            raise NotTaken(f"picture {address}: it is not in the folder")
        key = self._store(path, shown, address, is_rehearsal=is_rehearsal)
        self.taken += 1
        return key

    def forget(self) -> None:
        """What was stored in a transaction that failed is not there."""
        self._known.clear()

    def _find(self, address: str) -> int | None:
        if address not in self._known:
            rows = ImportedPicture.objects.filter(source=self.source, address=address)
            self._known[address] = rows.values_list("picture", flat=True).first()
        return self._known[address]

    def _path(self, address: str) -> Path | None:
        """The file of an address, its original rather than a size made of it."""
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
        if not parts or any(part in {".", ".."} or "\0" in part for part in parts):
            return None
        folder = self.folder.resolve()
        for name in dict.fromkeys((without_size(parts[-1]), parts[-1])):
            # Whether the folder is that of all uploads, or one above it or inside.
            for start in range(len(parts)):
                path = folder.joinpath(*parts[start:-1], name)
                if path.is_file() and path.resolve().is_relative_to(folder):
                    return path
        return None

    def _store(
        self, path: Path, shown: Shown, address: str, *, is_rehearsal: bool
    ) -> int | None:
        try:
            # Why not is told as the sources' own sentences are, like all of a report.
            with path.open("rb") as file, translation.override(None):
                found = verify(file, size=path.stat().st_size)
                if is_rehearsal:
                    return None
                row = PictureRow(
                    alt=_within("alt", shown.alt),
                    caption=_within("caption", shown.caption),
                    credit=shown.credit,
                    licence_kind=self.licence,
                )
                give_original(row, file, found)
        except (OSError, Refused) as why:
            raise NotTaken(f"picture {address}: {why}") from None
        with quietly(row):
            row.save()
        ask_for_sizes(row)
        ImportedPicture.objects.update_or_create(
            source=self.source, address=address, defaults={"picture": row}
        )
        self._known[address] = row.pk
        return row.pk


def _within(name: str, text: str) -> str:
    """The text, or as many of its words as the column takes."""
    most = LONGEST[name]
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0] + "…"
