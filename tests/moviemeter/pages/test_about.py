"""What the house tells about itself."""

import pytest

from tests.reading import Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/colofon/", "Colofon"),
        ("/huisregels/", "Huisregels"),
        ("/privacy/", "Privacy"),
    ],
)
def test_page_about_the_house_has_its_heading_and_the_way_to_it(
    client, address, heading
):
    page = Page(client.get(address))

    assert page.heading == heading
    assert [
        step["name"] for step in page.graph["BreadcrumbList"]["itemListElement"]
    ] == ["Voorpagina", heading]


def test_colofon_names_the_publisher(client, settings):
    settings.PUBLISHER = {
        "name": "Stichting Filmhuis",
        "email": "post@example.org",
        "address": "Dorpsstraat 1",
        "registration": "12345678",
    }

    page = Page(client.get("/colofon/"))

    assert page.texts("dd") == [
        "Stichting Filmhuis",
        "Dorpsstraat 1",
        "post@example.org",
        "12345678",
    ]
    assert "mailto:post@example.org" in page.links


def test_colofon_leaves_out_what_the_publisher_does_not_tell(client, settings):
    settings.PUBLISHER = settings.PUBLISHER | {"address": "", "registration": ""}

    page = Page(client.get("/colofon/"))

    assert page.texts("dt") == ["Uitgever", "E-mail"]


def test_privacy_names_the_one_cookie_of_readers(client):
    assert "«weergave»" in Page(client.get("/privacy/")).text
