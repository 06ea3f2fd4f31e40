"""A forgotten password of somebody at the desk."""

import re

import pytest
from django.core import mail

from community.models import User
from tests.factories import UserFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


def test_member_chooses_a_new_password_by_mail(client):
    member = UserFactory(username="anouk", email="anouk@example.org", is_staff=True)
    member.set_password("oud-en-vergeten")
    member.save()
    page = Page(client.get("/beheer/login/"))

    client.post("/beheer/wachtwoord-vergeten/", {"email": "anouk@example.org"})
    (letter,) = mail.outbox
    (address,) = re.findall(
        r"http://testserver(/beheer/wachtwoord-kiezen/\S+)", letter.body
    )
    form = client.get(address, follow=True)
    chosen = {"new_password1": "nieuw-en-lang-9", "new_password2": "nieuw-en-lang-9"}
    done = client.post(form.redirect_chain[-1][0], chosen, follow=True)

    assert "/beheer/wachtwoord-vergeten/" in page.links
    assert letter.to == ["anouk@example.org"]
    assert done.redirect_chain == [("/beheer/wachtwoord-gekozen/", 302)]
    assert User.objects.get().check_password("nieuw-en-lang-9")


def test_unknown_address_gets_the_same_answer_and_no_mail(client):
    answer = client.post("/beheer/wachtwoord-vergeten/", {"email": "x@example.org"})

    assert (answer.status_code, answer["Location"]) == (
        302,
        "/beheer/wachtwoord-vergeten/verstuurd/",
    )
    assert mail.outbox == []


def test_link_that_was_made_up_changes_nothing(client):
    member = UserFactory(password="!")

    answer = client.get("/beheer/wachtwoord-kiezen/MQ/abc-def/")

    member.refresh_from_db()
    assert (answer.status_code, member.password) == (200, "!")
    assert Page(answer).attributes("input", type="password") == []


@pytest.mark.parametrize(
    "address",
    [
        "/beheer/wachtwoord-vergeten/",
        "/beheer/wachtwoord-vergeten/verstuurd/",
        "/beheer/wachtwoord-kiezen/MQ/abc-def/",
        "/beheer/wachtwoord-gekozen/",
    ],
)
def test_page_for_a_password_looks_like_the_desk(client, address):
    html = client.get(address).content.decode()

    assert "MovieMeter" in html
    assert 'lang="nl"' in html
