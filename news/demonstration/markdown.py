"""A story's Markdown as the HTML that is stored, its titles and people by number."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token

from news import markup

_PARSER = MarkdownIt("commonmark", {"html": False})
_ELSEWHERE = ("https://", "http://", "mailto:", "/")
_TITLES = ("films/", "series/")


class TextRefused(Exception):
    """Markdown that says what a story may not hold; the message names the fault."""


class Catalogue(Protocol):
    """Finds the numbers of what a text names. Each raises TextRefused."""

    def title(self, file: str) -> int: ...

    def person(self, name: str) -> int: ...

    def still(self, file: str) -> int: ...


def html_of(text: str, catalogue: Catalogue) -> str:
    """The text as HTML that `markup.clean` leaves as it is.

    `[Playtime](films/playtime-1967)` is a title by its file of the catalogue,
    `[Tim Krabbé](person)` a person by name, a paragraph of nothing but
    `![](films/playtime-1967)` that title's still, and a quotation a pull quote. Raises
    TextRefused.
    """
    tokens = list(_blocks(_PARSER.parse(text), catalogue))
    return markup.clean(str(_PARSER.renderer.render(tokens, _PARSER.options, {})))


def _blocks(tokens: Iterable[Token], catalogue: Catalogue) -> Iterator[Token]:
    """The tokens with a figure for every paragraph that is one picture."""
    opened: Token | None = None
    shown = False
    for token in tokens:
        _refuse_strange(token)
        if token.type == "paragraph_open":
            opened, shown = token, False
        elif token.type == "inline" and opened and (file := _picture(token)):
            yield _figure(catalogue.still(file))
            opened, shown = None, True
        elif token.type == "paragraph_close" and shown:
            shown = False
        else:
            if opened:
                yield opened
                opened = None
            yield _with_numbers(token, catalogue)


def _refuse_strange(token: Token) -> None:
    if token.tag and token.tag not in markup.TAGS:
        raise TextRefused(f"<{token.tag}> is nothing that a story holds")
    if token.attrGet("start") is not None:
        raise TextRefused("a list begins with 1")


def _picture(inline: Token) -> str:
    """The file of the one picture that this paragraph is, or empty."""
    children = inline.children or []
    alone = len(children) == 1 and children[0].type == "image"
    return str(children[0].attrGet("src")) if alone else ""


def _figure(picture: int) -> Token:
    html = f'<figure data-picture="{picture}"></figure>\n'
    return Token("html_block", "", 0, content=html, block=True)


def _with_numbers(token: Token, catalogue: Catalogue) -> Token:
    if token.type == "blockquote_open":
        token.attrSet("data-pull", "")
    children = token.children or []
    for place, child in enumerate(children):
        if child.type == "image":
            raise TextRefused(f"{child.attrGet('src')} stands amid words")
        _refuse_strange(child)
        if child.type == "link_open":
            child.attrs = _aimed(child, _words(children[place + 1 :]), catalogue)
    return token


def _words(tokens: Iterable[Token]) -> str:
    """What a link says, of the tokens behind its beginning."""
    said = []
    for token in tokens:
        if token.type == "link_close":
            break
        said.append(token.content)
    return "".join(said)


def _aimed(
    link: Token, words: str, catalogue: Catalogue
) -> dict[str, str | int | float]:
    """The attributes by which a link is stored."""
    target = str(link.attrGet("href"))
    if target == "person":
        return {"data-person": catalogue.person(words)}
    if target.startswith(_TITLES):
        return {"data-title": catalogue.title(target)}
    if target.startswith(_ELSEWHERE):
        return {"href": target}
    raise TextRefused(f"[{words}]({target}) leads nowhere")
