"""Hanging the posters so that neighbours differ."""

from catalog.demonstration.hanging import OTHER_PALETTES, hang
from catalog.demonstration.reading import PosterWish, TitleText, read_titles
from catalog.models import Kind

TITLES = list(read_titles())


def told(name, year, genres=("drama",), **wish):
    return TitleText(
        kind=Kind.FILM,
        file=name,
        title=name,
        year=year,
        language="nl",
        countries=["NL"],
        genres=list(genres),
        plot="",
        poster=PosterWish(**wish),
    )


def in_order(texts):
    return sorted(texts, key=lambda text: (-(text.year or 0), text.title))


def test_six_on_a_shelf_show_six_palettes_unless_an_editor_pinned_one():
    places = hang(TITLES)
    shelf = in_order(TITLES)
    alike = [
        (text.file, other.file)
        for at, text in enumerate(shelf)
        for other in shelf[max(0, at - OTHER_PALETTES) : at]
        if places[text.file].palette == places[other.file].palette
        and not text.poster.palette
    ]

    assert alike == []


def test_hanging_again_in_any_order_gives_the_same():
    assert hang(reversed(TITLES)) == hang(TITLES)


def test_what_an_editor_pinned_stays():
    places = hang(
        [
            told("A", 2001, palette="nacht", motif="western", layout=1),
            told("B", 2000, palette="nacht", motif="western"),
        ]
    )

    assert {(place.palette, place.motif) for place in places.values()} == {
        ("nacht", "western")
    }
    assert [places["A"].layout, places["B"].layout] == [1, None]


def test_neighbours_show_another_genre_where_they_have_one():
    places = hang(
        [
            told("A", 2002, ["thriller"]),
            told("B", 2001, ["thriller", "mystery"]),
            told("C", 2000, ["thriller"]),
        ]
    )

    assert [places[name].motif for name in "ABC"] == ["thriller", "mystery", "thriller"]


def test_commonest_genre_is_shown_only_where_there_is_no_other():
    places = hang([told("A", 2001, ["drama", "oorlog"]), told("B", 2000, ["drama"])])

    assert [places[name].motif for name in "AB"] == ["oorlog", "drama"]
