"""A folder of small tables as IMDb writes them, made by each test."""

import csv
import gzip

from catalog.imports.imdb import Imdb
from catalog.imports.importing import import_catalog

HEADERS = {
    "title.basics": (
        "tconst titleType primaryTitle originalTitle isAdult startYear endYear"
        " runtimeMinutes genres"
    ),
    "title.akas": (
        "titleId ordering title region language types attributes isOriginalTitle"
    ),
    "title.episode": "tconst parentTconst seasonNumber episodeNumber",
    "title.crew": "tconst directors writers",
    "title.principals": "tconst ordering nconst category job characters",
    "name.basics": (
        "nconst primaryName birthYear deathYear primaryProfession knownForTitles"
    ),
}
NULL = "\\N"


class ImdbTables:
    def __init__(self, folder):
        self.folder = folder
        self.report = folder / "report.tsv"
        for name in HEADERS:
            self.write(name)

    def path(self, name):
        return self.folder / f"{name}.tsv.gz"

    def write(self, name, *rows, header=None, encoding="utf-8"):
        """Rows are texts with their cells parted by a bar with space around it."""
        lines = [(header or HEADERS[name]).split(), *(row.split(" | ") for row in rows)]
        text = "".join("\t".join(cells) + "\n" for cells in lines)
        self.path(name).write_bytes(gzip.compress(text.encode(encoding)))

    def load(self, *, with_adult=False, **options):
        return import_catalog(
            source=Imdb(self.folder, with_adult=with_adult),
            report=self.report,
            progress=lambda stage, done, total: None,
            **options,
        )

    def reported(self, what):
        """File, line and reason of the report's rows of this sort."""
        with self.report.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t"))[1:]
        return [tuple(line[1:]) for line in lines if line[0] == what]
