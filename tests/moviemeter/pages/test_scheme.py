"""Choosing light or dark without a script."""

import pytest

from tests.reading import Page

pytestmark = pytest.mark.django_db


def choose(client, scheme, back="/privacy/", **headers):
    form = {"weergave": scheme, "terug": back}
    return client.post("/weergave/", form, headers=headers)


@pytest.mark.parametrize(
    ("chosen", "attribute"), [("donker", "dark"), ("licht", "light")]
)
def test_choice_is_kept_in_a_cookie_and_shown_by_the_server(client, chosen, attribute):
    answer = choose(client, chosen)

    cookie = answer.cookies["weergave"]
    assert (answer.status_code, answer["Location"], cookie.value) == (
        303,
        "/privacy/",
        chosen,
    )
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        True,
        "Lax",
        31536000,
    )
    (html,) = Page(client.get("/privacy/")).attributes("html")
    assert html == {"lang": "nl", "data-scheme": attribute}


def test_page_without_a_choice_leaves_it_to_the_device(client):
    page = Page(client.get("/privacy/"))

    assert page.attributes("html") == [{"lang": "nl"}]
    assert len(page.attributes("meta", name="theme-color")) == 2


def test_choosing_as_my_device_takes_the_cookie_away(client):
    choose(client, "donker")

    answer = choose(client, "systeem")

    assert answer.cookies["weergave"]["max-age"] == 0
    assert Page(client.get("/privacy/")).attributes("html") == [{"lang": "nl"}]


@pytest.mark.parametrize("odd", ["", "paars", "x" * 5000, "donker\x00"])
def test_odd_choice_counts_as_none(client, odd):
    answer = choose(client, odd)

    assert answer.status_code == 303
    assert answer.cookies["weergave"].value == ""


@pytest.mark.parametrize("odd", ["paars", "dark", '"><script>'])
def test_odd_cookie_counts_as_none(client, odd):
    client.cookies["weergave"] = odd

    assert Page(client.get("/privacy/")).attributes("html") == [{"lang": "nl"}]


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "http:evil",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "\t//evil.example",
        "/\t/evil.example",
        "",
    ],
)
def test_way_back_to_another_site_leads_to_the_front_page(client, back):
    answer = choose(client, "donker", back=back)

    assert (answer.status_code, answer["Location"]) == (303, "/")


def test_way_back_keeps_its_query(client):
    answer = choose(client, "donker", back="/zoeken?q=a%26b&in=films")

    assert answer["Location"] == "/zoeken?q=a%26b&in=films"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
    ],
)
def test_form_from_another_site_is_refused(client, headers):
    answer = choose(client, "donker", **headers)

    assert (answer.status_code, "weergave" in answer.cookies) == (403, False)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {},
    ],
)
def test_form_of_our_own_is_taken_without_a_token(client, headers):
    answer = choose(client, "donker", **headers)

    assert answer.cookies["weergave"].value == "donker"


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_scheme_is_chosen_by_a_form_alone(client, method):
    answer = getattr(client, method)("/weergave/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")


def test_every_page_carries_the_form_with_the_way_back_to_itself(client):
    page = Page(client.get("/zoeken?q=a%26b&in=films"))

    ways = {attrs["value"] for attrs in page.attributes("input", name="terug")}
    assert ways == {"/zoeken?q=a%26b&in=films"}


@pytest.mark.parametrize(
    ("scheme", "pressed"),
    [("", "systeem"), ("licht", "licht"), ("donker", "donker")],
)
def test_footer_tells_which_colours_are_chosen(client, scheme, pressed):
    if scheme:
        client.cookies["weergave"] = scheme

    page = Page(client.get("/privacy/"))

    chosen = page.attributes("button", **{"aria-pressed": "true"})
    assert [attrs["value"] for attrs in chosen] == [pressed]
