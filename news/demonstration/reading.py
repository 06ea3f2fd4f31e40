"""The demonstration's stories and their authors, read strictly into plain values."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from moviemeter.lib.text_files import FileRefused, made, part, table

FOLDER = Path(__file__).parent
LONGEST = {"headline": 150, "intro": 600}  # Characters, as an article takes them.


@dataclass(frozen=True, slots=True)
class AuthorText:
    """One entry of authors.toml."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class CorrectionText:
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One file of articles/; titles are named by their file of the catalogue."""

    file: str
    headline: str
    intro: str
    rubric: str
    author: str
    published: datetime
    picture: str
    subjects: list[str]
    body: str
    people: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    trailer: str = ""
    corrections: list[CorrectionText] = field(default_factory=list)


# Tables inside a file, by key, and what each becomes.
PARTS: Mapping[str, type] = {"corrections": CorrectionText}


def read_authors(folder: Path = FOLDER) -> list[AuthorText]:
    """Everybody who signs a story. Raises FileRefused."""
    path = folder / "authors.toml"
    return [made(path, AuthorText, row) for row in table(path).get("authors", [])]


def read_articles(folder: Path = FOLDER) -> list[ArticleText]:
    """Every story of the folder, by file name. Raises FileRefused."""
    texts = [_read(path) for path in sorted((folder / "articles").glob("*.toml"))]
    _refuse_doubles(texts)
    return texts


def _read(path: Path) -> ArticleText:
    row = table(path)
    for key in PARTS.keys() & row.keys():
        row[key] = part(path, PARTS[key], row[key])
    text: ArticleText = made(path, ArticleText, row | {"file": path.stem})
    if fault := next(_faults(text), ""):
        raise FileRefused(f"{path.name}: {fault}")
    return text


def _faults(text: ArticleText) -> Iterator[str]:
    """What reads well and means nothing, or would not fit."""
    for name, most in LONGEST.items():
        if not 0 < len(getattr(text, name)) <= most:
            yield f"{name} needs 1 to {most} characters"
    for moment in (text.published, *(each.at for each in text.corrections)):
        if moment.tzinfo is None:
            yield f"{moment} lacks its offset, as in 2022-02-02T09:15:00+01:00"
    if not text.subjects:
        yield "subjects names no title"
    if not text.body.strip():
        yield "body is empty"


def _refuse_doubles(texts: list[ArticleText]) -> None:
    """Both find a story back, so neither may be there twice."""
    for key in ("headline", "published"):
        counted = Counter(getattr(text, key) for text in texts)
        for text in texts:
            value = getattr(text, key)
            if counted[value] > 1:
                raise FileRefused(f"{text.file}.toml: {key} {value} is another's too")
