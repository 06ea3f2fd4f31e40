"""WordPress's own marks in a text: shortcodes, and paragraphs parted by blank lines."""

import re
from html import escape

_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.S | re.I)
# What a caption is about: the picture, with the link around it if there is one.
_PICTURED = re.compile(
    r"\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)(.*)", re.S | re.I
)
_EMBED = re.compile(
    r"\[(embed|youtube|vimeo)[^\]]*\]\s*(https?://[^\s\[<]+)\s*\[/\1\]", re.I
)
# Of plugins: a word with attributes, and whatever is closed by its own name. What
# somebody left out of a quotation, «[…]», and «[sic]» are none.
_WITH_ATTRIBUTES = re.compile(
    r"\[/?[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))+\s*/?\]", re.I
)
_CLOSED = re.compile(r"\[([a-z][\w-]*)\](.*?)\[/\1\]", re.S | re.I)
_BARE = re.compile(
    r"\[(?:/[a-z][\w-]*|gallery|more|toc|ads?|nextpage|audio|video|playlist)\]", re.I
)
_BLANK = re.compile(r"\n\s*\n")
_BLOCK = re.compile(
    r"\s*<(?:/?(?:h[1-6]|ul|ol|li|blockquote|div|table|figure|pre|section|iframe)\b|!--)",
    re.I,
)


def without_shortcodes(html: str) -> str:
    """The text with captions as figures, embeds as addresses, and nothing else so."""
    html = _CAPTION.sub(_figure, html)
    html = _EMBED.sub(lambda embed: f"\n\n{embed[2]}\n\n", html)
    html = _WITH_ATTRIBUTES.sub("", html)
    while (unclosed := _CLOSED.sub(r"\2", html)) != html:
        html = unclosed
    return _BARE.sub("", html)


def _figure(caption: re.Match[str]) -> str:
    found = _PICTURED.match(caption[1])
    if not found:
        return caption[1]
    words = escape(re.sub(r"<[^>]*>", "", found[2]).strip(), quote=False)
    return f"\n\n<figure>{found[1]}<figcaption>{words}</figcaption></figure>\n\n"


def with_paragraphs(html: str) -> str:
    """A text of the old editor, which parts paragraphs by blank lines only."""
    if "<p>" in html or "<p " in html:
        return html
    blocks = _BLANK.split(html.replace("\r\n", "\n").replace("\r", "\n").strip())
    return "\n".join(
        block
        if _BLOCK.match(block)
        else f"<p>{block.strip().replace(chr(10), '<br>')}</p>"
        for block in blocks
    )
