"""Mail of a development site, as a page."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection

from tests.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


def send(folder, *messages):
    backend = get_connection(
        "django.core.mail.backends.filebased.EmailBackend", file_path=str(folder)
    )
    backend.send_messages(messages)


def letter(subject="Onderwerp", text="Een regel."):
    return EmailMultiAlternatives(subject, text, "van@example.org", ["aan@example.org"])


def test_mail_page_of_a_site_without_mail_says_so(client, folder):
    page = Page(client.get("/ontwikkeling/post/"))

    assert "Nog geen post" in page.text
    assert page.meta("robots") == "noindex"


def test_mail_page_shows_each_message_newest_first(client, folder):
    send(folder, letter("Eerste"), letter("Tweede: é – «ja»", "Zie https://a.example/"))

    page = Page(client.get("/ontwikkeling/post/"))

    assert page.texts("h2")[:2] == ["Tweede: é – «ja»", "Eerste"]
    assert "van@example.org" in page.text
    assert "https://a.example/" in page.links


def test_mail_page_shows_a_message_as_text_whatever_is_in_it(client, folder):
    send(folder, letter("<script>alert(1)</script>", "<img src=x onerror=alert(1)>"))

    page = Page(client.get("/ontwikkeling/post/"))

    assert page.texts("h2")[0] == "<script>alert(1)</script>"
    assert "<img src=x onerror=alert(1)>" in page.text
    assert page.attributes("img") == []


def test_mail_page_shows_a_message_of_html_alone_as_its_source(client, folder):
    message = letter(text="<p>Hallo</p>")
    message.content_subtype = "html"
    send(folder, message)

    assert "<p>Hallo</p>" in Page(client.get("/ontwikkeling/post/")).text


def test_mail_page_does_not_exist_on_a_public_site(client, settings):
    settings.DEVELOPMENT = False

    assert client.get("/ontwikkeling/post/").status_code == 404


def test_mail_page_is_never_kept(client, folder):
    answer = client.get("/ontwikkeling/post/")

    assert "no-store" in answer["Cache-Control"]


def test_footer_leads_to_mail_in_development_alone(client, settings):
    there = "/ontwikkeling/post/" in Page(client.get("/privacy/")).links
    settings.DEVELOPMENT = False
    still = "/ontwikkeling/post/" in Page(client.get("/privacy/")).links

    assert (there, still) == (True, False)
