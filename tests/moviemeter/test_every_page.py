"""What holds for every page: head, headers, cookies, policy, nothing that runs."""

import datetime
import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from catalog.models import Job
from community.demonstration import make_accounts
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    DurationFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    PlotFactory,
    ReleaseFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    StillFactory,
    TitleCountryFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    TrailerFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db

NASTY = "<script>alert(1)</script>\"'&"
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
# A page with a trailer lets its player in; tests/moviemeter/pages/test_players.py.
PLAYERS = {"frame-src https://www.youtube-nocookie.com"}
ANSWERS_WITHOUT_DATA = {
    "/robots.txt": 200,
    "/manifest.webmanifest": 200,
    "/healthz": 200,
    "/media/weg.svg": 404,
    "/niets": 404,
    "/film/999999": 404,
    "/weergave/": 405,
    "/beheer/": 302,
    "/beheer": 301,
    "/jaar/1988": 301,
}


def fill(words):
    """A title of each kind and a person, every text of which holds these words."""
    poster = PictureFactory(alt=words, credit=words, caption=words, maker=words)
    person = PersonFactory(
        name=f"{words} {words}",
        birthplace=words,
        born_on=datetime.date.today(),  # noqa: DTZ011
        portrait=PictureFactory(alt=words, credit=words, maker=words),
    )
    PersonOutsideIdFactory(person=person, value=words[:40])
    film = FilmFactory(
        name=words,
        original_name=words,
        year=2002,
        poster=poster,
        kijkwijzer_age="12",
        kijkwijzer_source=words,
    )
    series = SeriesFactory(name=words, year=2001, poster=PictureFactory(alt=words))
    season = SeasonFactory(series=series, name=words)
    for title in (film, series, season):
        PlotFactory(title=title, text=f"{words}\n\n{words}", author=words)
        DurationFactory(title=title, note=words)
        AlternativeTitleFactory(title=title, name=words)
        ReleaseFactory(title=title)
        TrailerFactory(title=title, name=words)
        TitleOutsideIdFactory(title=title)
        TitleGenreFactory(title=title)
        TitleCountryFactory(title=title)
        CreditFactory(title=title, person=person, character=words)
        CreditFactory(title=title, person=person, job=Job.DIRECTOR)
        ScoreFactory(title=title, b7=6)
    StillFactory(title=film, picture__alt=words, picture__credit=words)
    return {
        "/": "WebSite",
        film.get_absolute_url(): "Movie",
        series.get_absolute_url(): "TVSeries",
        season.get_absolute_url(): "TVSeason",
        person.get_absolute_url(): "Person",
        f"{film.get_absolute_url()}/medewerkers": "",
        f"{series.get_absolute_url()}/medewerkers": "",
        "/film/": "BreadcrumbList",
        "/serie/": "BreadcrumbList",
        "/persoon/": "BreadcrumbList",
        "/genre/": "BreadcrumbList",
        "/genre/drama/": "BreadcrumbList",
        "/land/": "BreadcrumbList",
        "/land/nederland/": "BreadcrumbList",
        "/jaar/": "BreadcrumbList",
        "/jaar/2002/": "BreadcrumbList",
        "/decennium/2000/": "BreadcrumbList",
        "/colofon/": "BreadcrumbList",
        "/huisregels/": "BreadcrumbList",
        "/privacy/": "BreadcrumbList",
        "/zoeken?q=script": "",
    }


def policy(answer):
    return {part.strip() for part in answer["Content-Security-Policy"].split(";")}


# Nothing that runs


def test_texts_of_editors_run_nowhere(client):
    for address in fill(NASTY):
        page = Page(client.get(address))

        assert [attrs.get("src") for attrs in page.attributes("script")] in (
            ["/static/site.js"],
            ["/static/site.js", None],
        ), address
        assert page.unbalanced == [], address


def test_texts_of_editors_are_shown_as_they_were_written(client):
    addresses = fill(NASTY)
    film = next(
        address
        for address in addresses
        if address.startswith("/film/") and len(address) > 6
    )

    page = Page(client.get(film))

    assert page.heading.startswith(NASTY)
    assert page.attributes("img")[0]["alt"] == NASTY
    assert page.meta("description") == NASTY
    assert page.graph["Movie"]["name"] == NASTY
    assert page.graph["Movie"]["actor"][0]["name"] == f"{NASTY} {NASTY}"


def test_words_searched_for_run_nowhere(client):
    page = Page(client.get("/zoeken", {"q": NASTY, "in": NASTY}))

    assert [attrs for attrs in page.attributes("script") if "type" not in attrs] == [
        {"src": "/static/site.js", "defer": None}
    ]
    assert f"«{NASTY}»" in page.text


def test_address_that_is_not_found_runs_nowhere(client):
    page = Page(client.get("/film/<script>alert(1)<%2Fscript>%22'&"))

    assert len(page.attributes("script")) == 1


def test_pages_hold_no_style_or_script_of_their_own(client):
    for address in fill("Woorden"):
        page = Page(client.get(address))

        for tag, attrs in page.elements:
            assert tag != "style", address
            assert "style" not in attrs, (address, tag)
            assert [name for name in attrs if name.startswith("on")] == [], address
            assert not attrs.get("href", "").startswith("javascript:"), address
        inline = [
            attrs
            for attrs in page.attributes("script")
            if "src" not in attrs and attrs.get("type") != "application/ld+json"
        ]
        assert inline == [], address


def test_pages_fetch_nothing_from_elsewhere(client):
    fetching = {"script": "src", "img": "src", "link": "href", "use": "href"}
    for address in fill("Woorden"):
        page = Page(client.get(address))

        for tag, attrs in page.elements:
            if attrs.get("rel") == "canonical":
                continue
            target = attrs.get(fetching.get(tag, ""), "/")
            assert target.startswith(("/static/", "/media/", "/")), address
            assert not target.startswith("//"), address


# Where links lead


def test_no_link_on_any_page_leads_nowhere(client):
    pages = fill("Woorden")
    found = {}
    for address in pages:
        for link in Page(client.get(address)).links:
            whole = urljoin(address, link).partition("#")[0]
            if whole.startswith("/"):
                found.setdefault(whole, address)

    answers = {link: client.head(link).status_code for link in found}

    assert len(answers) > 80
    assert {
        link: (code, found[link]) for link, code in answers.items() if code != 200
    } == {}


def test_links_within_a_page_lead_to_a_place_in_it(client):
    for address in fill("Woorden"):
        page = Page(client.get(address))

        places = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
        named = {
            name
            for _, attrs in page.elements
            for key in ("aria-labelledby", "aria-describedby", "for")
            for name in attrs.get(key, "").split()
        }
        led = {link[1:] for link in page.links if link.startswith("#")}
        assert (led | named) - places == set(), address


# The frame


def test_pages_are_whole_and_dutch(client):
    for address in fill("Woorden"):
        answer = client.get(address)
        page = Page(answer)

        assert answer.status_code == 200, address
        assert page.unbalanced == [], address
        assert page.attributes("html") == [{"lang": "nl"}], address
        assert len(page.attributes("h1")) == 1, address
        assert len(page.attributes("main")) == 1, address
        assert page.attributes("a")[0]["href"] == "#inhoud", address
        ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
        assert len(ids) == len(set(ids)), address


def test_pages_name_every_picture_and_every_field(client):
    for address in fill("Woorden"):
        page = Page(client.get(address))

        assert all("alt" in attrs for attrs in page.attributes("img")), address
        unnamed = [
            attrs
            for attrs in page.attributes("input")
            if attrs.get("type") not in {"hidden", "radio"}
            and "aria-label" not in attrs
        ]
        assert unnamed == [], address


def test_headings_leave_out_no_step(client):
    for address in fill("Woorden"):
        page = Page(client.get(address))

        levels = [
            int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)
        ]
        steps = [later - before for before, later in pairwise(levels)]
        assert levels[0] == 1, address
        assert max(steps, default=0) <= 1, (address, levels)


def test_pages_tell_machines_what_they_are(client):
    for address, kind in fill("Woorden").items():
        page = Page(client.get(address))

        if kind:
            assert kind in page.graph, address
            assert page.data[0]["@context"] == "https://schema.org", address
        for script in page.attributes("script", type="application/ld+json"):
            assert script == {"type": "application/ld+json"}, address


def test_breadcrumbs_of_people_and_machines_are_the_same(client):
    for address, kind in fill("Woorden").items():
        page = Page(client.get(address))

        if kind and "BreadcrumbList" in page.graph:
            steps = page.graph["BreadcrumbList"]["itemListElement"]
            (shown,) = page.texts("nav", class_="breadcrumb")
            assert shown == " ".join(step["name"] for step in steps), address
            assert [step["position"] for step in steps] == list(
                range(1, len(steps) + 1)
            ), address


def test_pages_can_be_shared(client):
    for address in fill("Woorden"):
        page = Page(client.get(address))

        if page.meta("robots") == "noindex":
            assert page.canonical is None, address
            continue
        assert page.canonical == f"http://localhost:8000{address}", address
        assert page.meta("og:url") == page.canonical, address
        assert page.meta("og:title"), address
        assert page.meta("og:image").startswith("http://localhost:8000/"), address
        assert page.meta("og:image:alt"), address
        assert page.meta("description"), address


def test_menu_tells_where_one_is(client):
    FilmFactory(pk=7, name="Spoorloos")

    inside = Page(client.get("/film/7-spoorloos")).attributes("a", href="/film/")
    there = Page(client.get("/film/")).attributes("a", href="/film/")

    assert {
        attrs.get("aria-current") for attrs in inside if "aria-current" in attrs
    } == {"true"}
    assert {
        attrs.get("aria-current") for attrs in there if "aria-current" in attrs
    } == {"page"}


# Headers


def test_reader_gets_no_cookie_from_any_page(client):
    for address in [*fill("Woorden"), *ANSWERS_WITHOUT_DATA]:
        answer = client.get(address)

        assert dict(answer.cookies) == {}, address


def test_reader_page_may_be_kept_by_others_for_a_minute(client):
    # Not in the last minute of a day: nothing is kept beyond midnight.
    with time_machine.travel("2026-03-07T12:00:00Z", tick=False):
        for address in fill("Woorden"):
            answer = client.get(address)

            assert answer["Cache-Control"] == "public, max-age=60", address
        assert "Cookie" in answer["Vary"], address


def test_page_in_chosen_colours_is_kept_by_nobody_else(client):
    client.cookies["weergave"] = "donker"
    for address in fill("Woorden"):
        answer = client.get(address)

        assert answer["Cache-Control"] == "private, no-cache", address
        assert "Cookie" in answer["Vary"], address


@pytest.mark.parametrize("address", ["/niets", "/film/999999", "/weergave/"])
def test_answer_that_helps_nobody_is_kept_by_nobody(client, address):
    assert client.get(address)["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(("address", "status"), ANSWERS_WITHOUT_DATA.items())
def test_every_answer_has_the_strict_policy(client, address, status):
    answer = client.get(address)

    assert (answer.status_code, policy(answer)) == (status, POLICY)
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_every_page_has_the_strict_policy(client):
    for address in fill("Woorden"):
        answer = client.get(address)

        assert policy(answer) - PLAYERS == POLICY, address
        assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"


def test_desk_has_the_strict_policy_too(client):
    client.force_login(make_accounts()[0])

    answer = client.get("/beheer/")

    assert policy(answer) == POLICY
    assert "private" in answer["Cache-Control"]


def test_static_file_has_the_strict_policy(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)

    answer = Client().get("/static/site.css")

    assert (answer.status_code, answer["Content-Type"]) == (
        200,
        'text/css; charset="utf-8"',
    )
    assert policy(answer) == POLICY
    assert answer.cookies == {}
    answer.close()


# Methods


def test_every_page_answers_head_like_get_without_a_body(client):
    for address in fill("Woorden"):
        answer = client.head(address)

        assert (answer.status_code, answer.content) == (200, b""), address


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_page_takes_anything_but_reading(client, method):
    for address in fill("Woorden"):
        answer = getattr(client, method)(address)

        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD"), address


def test_page_that_has_not_changed_is_not_sent_again(client):
    mark = client.get("/privacy/")["ETag"]

    answer = client.get("/privacy/", headers={"if-none-match": mark})

    assert (answer.status_code, answer.content) == (304, b"")


def test_long_page_is_sent_compressed(client):
    answer = client.get("/privacy/", headers={"accept-encoding": "gzip"})

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]


# Notation


def test_years_and_ids_have_no_dot_on_any_page(client):
    film = FilmFactory(pk=1234567, name="Ver", year=1988)
    person = PersonFactory(pk=7654321, born_on="1944-01-23")
    CreditFactory(title=film, person=person)

    for address in (
        film.get_absolute_url(),
        person.get_absolute_url(),
        "/film/",
        "/persoon/",
        "/jaar/",
        "/jaar/1988/",
        "/",
    ):
        html = client.get(address).content.decode()
        assert re.findall(r"\b(?:1\.9\d\d|2\.0\d\d|1\.234|7\.654)\b", html) == [], (
            address
        )
