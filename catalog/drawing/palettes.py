"""The fourteen palettes: a field of colour, its text, and two colours to draw with."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Palette:
    """Four colours, ``#rrggbb``. Text on field has a contrast of 4.5 or more."""

    name: str
    field: str
    text: str
    accent: str
    second: str

    def framed(self) -> "Palette":
        """The same colours seen through a window: field and second change places."""
        return replace(self, field=self.second, second=self.field)


PALETTES = (
    # The cream of the other reds measures 4.2 on this field, hence nearly white.
    Palette("tomaat", "#D2432C", "#FFFDFA", "#F5C04A", "#1D1512"),
    Palette("nacht", "#16223B", "#F4E9D4", "#EBA63F", "#5B7CA6"),
    Palette("mosterd", "#E3A927", "#21190F", "#B22D1E", "#FCF1D6"),
    Palette("fles", "#1D4B3E", "#F4EAD5", "#E4743C", "#8DB79A"),
    Palette("been", "#EFE5D0", "#1F1A16", "#C2362B", "#2F6272"),
    Palette("pruim", "#481D39", "#F7E5DD", "#E8A24C", "#B4587A"),
    Palette("petrol", "#1F6E76", "#F7EEDD", "#F6CF5B", "#0E2A2E"),
    Palette("lampzwart", "#191512", "#F2E9DA", "#DDA520", "#8A7763"),
    Palette("roze", "#E9AC9E", "#2A1418", "#A8182F", "#FCEEE6"),
    Palette("lucht", "#A3C8D8", "#152A38", "#D5432A", "#F8F2E5"),
    Palette("steen", "#98371F", "#FBE9D1", "#F2B33E", "#36110B"),
    Palette("olijf", "#5D6330", "#F8F0DA", "#ECBB3C", "#20220F"),
    Palette("marine", "#2A429A", "#F7EDDF", "#F3694C", "#A3B6EC"),
    Palette("zand", "#DCBD8F", "#2B1B10", "#7E2D1B", "#F8EBD5"),
)

_BY_NAME = {palette.name: palette for palette in PALETTES}


def palette_named(name: str) -> Palette:
    """The palette with this name; an unknown name raises ``KeyError``."""
    return _BY_NAME[name]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
