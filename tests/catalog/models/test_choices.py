"""Genres and countries come with the database."""

import pytest

from catalog.models import Country, Genre

pytestmark = pytest.mark.django_db

GENRES = [
    *("actie", "animatie", "avontuur", "biografie", "documentaire", "drama"),
    *("familie", "fantasy", "historisch", "horror", "komedie", "misdaad", "muziek"),
    *("mystery", "oorlog", "roadmovie", "romantiek", "sciencefiction", "sport"),
    *("thriller", "western"),
]


def test_genres_are_the_twenty_one_of_this_site():
    assert list(Genre.objects.values_list("name", flat=True)) == GENRES


@pytest.mark.parametrize(
    ("code", "name", "slug"),
    [
        ("NL", "Nederland", "nederland"),
        ("BE", "België", "belgie"),
        ("GB", "Verenigd Koninkrijk", "verenigd-koninkrijk"),
        ("US", "Verenigde Staten", "verenigde-staten"),
        ("SU", "Sovjet-Unie", "sovjet-unie"),
    ],
)
def test_country_has_its_dutch_name(code, name, slug):
    country = Country.objects.get(code=code)

    assert (country.name, country.slug) == (name, slug)


def test_countries_have_an_address_each():
    assert "" not in set(Country.objects.values_list("slug", flat=True))


def test_genre_and_country_lead_to_their_lists():
    addresses = [
        Genre.objects.get(name="drama").get_absolute_url(),
        Country.objects.get(code="BE").get_absolute_url(),
    ]

    assert addresses == ["/genre/drama/", "/land/belgie/"]
