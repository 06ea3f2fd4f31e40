"""The 64 colours of which one fills a picture's place while it loads.

Four steps of red, green and blue. The stylesheet has a class for each (`tint-0` …
`tint-63`), because a strict content policy allows no inline style.
"""

LEVELS = (0x20, 0x60, 0xA0, 0xE0)


def tint_of(colour: str) -> int:
    """The number of the nearest tint for a colour such as «#d2432c»."""
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    red, green, blue = (min(part // 0x40, 3) for part in parts)
    return red * 16 + green * 4 + blue


def tint_colour(tint: int) -> str:
    """The colour of a tint, 0 to 63, as «#rrggbb»."""
    red, green, blue = LEVELS[tint // 16], LEVELS[tint // 4 % 4], LEVELS[tint % 4]
    return f"#{red:02x}{green:02x}{blue:02x}"


def stylesheet() -> str:
    """The text of static/css/tints.css; a test holds the file against it."""
    lines = [
        f"  .tint-{tint} {{\n    background-color: {tint_colour(tint)};\n  }}\n"
        for tint in range(64)
    ]
    return "@layer components {\n" + "\n".join(lines) + "}\n"
