"""Pages for machines: robots, the manifest, the health check, pictures."""

import json

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    """A folder of pictures beside something that is nobody's business."""
    folder = tmp_path / "media"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "a.svg").write_text("<svg/>")
    (tmp_path / "secret-key").write_text("geheim")
    settings.MEDIA_ROOT = folder
    return folder


def test_robots_keeps_machines_from_what_is_no_page(client):
    ArticleFactory()

    answer = client.get("/robots.txt")

    lines = answer.content.decode().split("\n")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert [line for line in lines if line] == [
        "User-agent: *",
        "Disallow: /beheer/",
        "Disallow: /zoeken",
        "Disallow: /weergave/",
        "Disallow: /ontwikkeling/",
        "Sitemap: http://localhost:8000/sitemap.xml",
        "Sitemap: http://localhost:8000/nieuws-sitemap.xml",
    ]


def test_manifest_names_the_site_and_its_icons(client):
    answer = client.get("/manifest.webmanifest")

    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (told["name"], told["lang"], told["start_url"]) == ("MovieMeter", "nl", "/")
    assert [icon["sizes"] for icon in told["icons"]] == [
        "192x192",
        "512x512",
        "512x512",
    ]
    assert answer["Cache-Control"] == "public, max-age=86400"


def test_health_asks_the_database_and_is_never_kept(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/healthz")

    assert (answer.content, answer["Cache-Control"]) == (b"ok\n", "no-store")


def test_health_without_a_database_is_a_fault():
    def gone(*_arguments):
        raise OperationalError("gone")

    with connection.execute_wrapper(gone):
        answer = Client(raise_request_exception=False).get("/healthz")

    assert answer.status_code == 500


def test_picture_is_served_to_be_kept_for_ever(client, media):
    answer = client.get("/media/pictures/a.svg")

    assert b"".join(answer.streaming_content) == b"<svg/>"
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer.cookies == {}


def test_photograph_is_served_to_be_asked_for_again_each_day(client, media):
    (media / "pictures" / "b-320.avif").write_bytes(b"avif")

    answer = client.get("/media/pictures/b-320.avif")
    again = client.get(
        "/media/pictures/b-320.avif",
        headers={"if-modified-since": answer["Last-Modified"]},
    )

    assert b"".join(answer.streaming_content) == b"avif"
    assert b"".join(again.streaming_content if again.streaming else []) == b""
    assert answer["Content-Type"] == "image/avif"
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert again.status_code == 304


def test_file_of_another_kind_is_not_given_out(client, media):
    (media / "pictures" / "a.html").write_text("<script>alert(1)</script>")

    assert client.get("/media/pictures/a.html").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "../secret-key",
        "%2e%2e/secret-key",
        "..%2fsecret-key",
        "pictures/../../secret-key",
        "pictures/%2e%2e/%2e%2e/secret-key",
        "/etc/passwd",
        "%2Fetc%2Fpasswd",
        "pictures",
        "pictures/",
        "",
        "weg.svg",
        "pictures/a.svg/x",
        "pictures/%00",
        "a" * 400,
        "..",
        ".",
        "C:\\x",
        "..\\secret-key",
        "pictures//a.svg\x00",
    ],
)
def test_what_is_no_picture_is_not_there(client, media, name):
    answer = client.get(f"/media/{name}")

    assert answer.status_code == 404
