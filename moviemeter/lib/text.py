"""Text made comparable, and names put in the order in which people look them up."""

import re
import unicodedata

from django.utils.text import slugify

# Letters that no Unicode decomposition takes apart.
_PLAIN = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d",
        "þ": "th", "ı": "i", "ŋ": "n", "ħ": "h", "·": " ", "’": "'", "‘": "'",
        "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": None,
    }
)  # fmt: skip
_NOT_WORD = re.compile(r"[\W_]+")
_INSIDE_WORD = re.compile(r"(?<=\w)'(?=\w)")

# Articles by language (ISO 639-1): only an article of a title's own language moves
# behind it, so that «Die Hard» never becomes «Hard, Die».
_ARTICLES = {
    language: articles.split()
    for language, articles in {
        "nl": "de het een 't",
        "af": "die 'n",
        "en": "the a an",
        "fr": "le la les un une l'",
        "de": "der die das ein eine",
        "es": "el la los las un una",
        "it": "il lo la i gli le un uno una l'",
        "pt": "o a os as um uma",
        "da": "den det en et",
        "no": "den det en et",
        "sv": "den det en ett",
    }.items()
}
# Tussenvoegsels and their like; only lower case ones move, as the bearer writes them.
_PARTICLES = frozenset(
    (
        *(
            "'s",
            "'t",
            "aan",
            "af",
            "al",
            "bij",
            "d'",
            "da",
            "das",
            "de",
            "degli",
            "dei",
        ),
        *(
            "del",
            "della",
            "den",
            "der",
            "des",
            "di",
            "do",
            "dos",
            "du",
            "e",
            "el",
            "het",
        ),
        *("im", "in", "la", "le", "les", "lo", "op", "t'", "te", "ten", "ter", "tot"),
        *("uit", "und", "van", "vanden", "vander", "vom", "von", "voor", "y", "zu"),
        *("zum", "zur"),
    )
)
_SUFFIXES = frozenset(("jr.", "jr", "sr.", "sr", "ii", "iii", "iv"))


def fold(text: str) -> str:
    """The text in lower case, without accents and punctuation, words by one space.

    Scripts without case or accents stay as they are. What is typed in a search box and
    what is stored for searching and sorting are folded alike.
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", _INSIDE_WORD.sub("", text.lower())).strip()
    # Taken apart before and after: «𝕊» has a capital inside, «İ» a dot in lower case.
    lowered = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", lowered).translate(_PLAIN)
        if not unicodedata.combining(letter)
    )
    joined = _INSIDE_WORD.sub("", unicodedata.normalize("NFKC", bare))
    return _NOT_WORD.sub(" ", joined).strip()


def slug(text: str) -> str:
    """The text for an address: ASCII words joined by hyphens, empty where none is."""
    return slugify(text.translate(_PLAIN))[:80].strip("-")


def filed_title(name: str, language: str) -> str:
    """«De terugreis» as «Terugreis, De»: the name with its article behind it."""
    for article in _ARTICLES.get(language, ()):
        gap = "" if article.endswith("'") else " "
        head, rest = name[: len(article)], name[len(article) + len(gap) :]
        between = name[len(head) : len(head) + len(gap)]
        is_article = head.lower().replace("’", "'") == article and between == gap
        if is_article and rest.strip():
            return f"{rest[0].upper()}{rest[1:]}, {head}"
    return name


def filed_person(name: str) -> str:
    """«Carice van Houten» as «Houten, Carice van»: the main part of the name first."""
    words = name.split()
    if len(words) < 2:
        return name
    last = len(words) - 1
    if words[last].lower() in _SUFFIXES and last > 1:
        last -= 1
    main = " ".join(words[last:])
    first = last
    while first > 0 and words[first - 1].replace("’", "'") in _PARTICLES:
        first -= 1
    return f"{main}, {' '.join(words[:last])}" if first or last else main
