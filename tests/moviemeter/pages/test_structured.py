"""What pages tell machines, where a page's own test does not."""

import pytest

from catalog.models import Title
from moviemeter.pages.crumbs import Crumb, crumbs
from moviemeter.pages.structured import (
    breadcrumb_data,
    person_data,
    picture_data,
    title_data,
)
from tests.factories import (
    DurationFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


def told(title):
    """The title's own part of its data."""
    found = Title.objects.for_page().get(pk=title.pk)
    data = title_data(found, crew=[], cast=[], plot=None, crumbs=[])
    return data["@graph"][0]


def test_picture_tells_its_credit_and_licence():
    picture = PictureFactory(
        file="pictures/a.jpg",
        credit="© Jan Jansen",
        maker="Jan Jansen",
        licence_kind="cc-by",
        licence_address="https://creativecommons.org/licenses/by/4.0/",
    )

    assert picture_data(picture) == {
        "@type": "ImageObject",
        "url": "http://localhost:8000/media/pictures/a.jpg",
        "contentUrl": "http://localhost:8000/media/pictures/a.jpg",
        "creditText": "© Jan Jansen",
        "copyrightNotice": "© Jan Jansen",
        "creator": {"@type": "Person", "name": "Jan Jansen"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


@pytest.mark.parametrize(
    ("kind", "page"),
    [("agency", "https://example.org/beeld"), ("cc0", None), ("own", None)],
)
def test_picture_tells_where_its_licence_is_had(kind, page):
    picture = PictureFactory(
        file="pictures/a.jpg",
        licence_kind=kind,
        licence_address="https://example.org/beeld",
    )

    assert picture_data(picture).get("acquireLicensePage") == page


def test_drawing_of_ours_is_told_by_its_card():
    picture = PictureFactory(maker="MovieMeter", social_card="cards/a.jpg")

    data = picture_data(picture)

    assert data["url"] == "http://localhost:8000/media/cards/a.jpg"
    assert data["creator"] == {"@type": "Organization", "name": "MovieMeter"}


def test_film_with_nothing_known_tells_its_name_and_address_alone():
    film = FilmFactory(name="Kaal")

    address = f"http://localhost:8000{film.get_absolute_url()}"
    assert told(film) == {
        "@type": "Movie",
        "@id": address,
        "url": address,
        "name": "Kaal",
    }


def test_film_tells_the_usual_of_its_durations():
    film = FilmFactory()
    DurationFactory(title=film, minutes=117, position=1)
    DurationFactory(title=film, minutes=112, position=0)

    assert told(film)["duration"] == "PT112M"


def test_running_series_tells_no_end():
    assert "endDate" not in told(SeriesFactory(year=2020))


def test_season_without_episodes_known_tells_none():
    assert "numberOfEpisodes" not in told(SeasonFactory())


def test_season_tells_its_poster():
    season = SeasonFactory(poster=PictureFactory(file="pictures/s.svg"))

    assert told(season)["image"]["url"].endswith("/media/pictures/s.svg")


def test_person_tells_where_they_were_born():
    person = PersonFactory(birthplace="Gent")

    data = person_data(person, jobs=[], crumbs=[])["@graph"][0]

    assert data["birthPlace"] == {"@type": "Place", "name": "Gent"}
    assert "jobTitle" not in data


def test_breadcrumbs_have_an_address_but_for_the_last():
    data = breadcrumb_data([Crumb("A", "/a/"), Crumb("B")])

    assert data["itemListElement"] == [
        {
            "@type": "ListItem",
            "position": 1,
            "name": "A",
            "item": "http://localhost:8000/a/",
        },
        {"@type": "ListItem", "position": 2, "name": "B"},
    ]


def test_crumbs_know_lists_things_and_words():
    season = SeasonFactory(series__name="The Wire")

    trail = crumbs("series-list", season.series, None, "iets")

    assert trail == [
        Crumb("Voorpagina", "/"),
        Crumb("Series", "/serie/"),
        Crumb("The Wire", season.series.get_absolute_url()),
        Crumb("iets"),
    ]
