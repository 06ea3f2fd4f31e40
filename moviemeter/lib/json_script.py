"""JSON that may stand inside a page."""

# Inside a script element only these can end or change it; JSON reads the escapes alike.
_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def escaped(text: str) -> str:
    """JSON text with nothing in it that HTML would take for a tag or a character."""
    return text.translate(_ESCAPES)
