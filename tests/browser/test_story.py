"""Reading a story: cards beside links, trailers in their place, passing it on."""

from urllib.parse import urlsplit

import pytest

from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    TrailerFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

PLAYER = "https://www.youtube-nocookie.com/**"


@pytest.fixture
def story():
    film = FilmFactory(name="Spoorloos", year=1988)
    person = PersonFactory(name="George Sluizer", born_on="1932-06-25")
    trailer = TrailerFactory(title=film)
    return ArticleFactory(
        trailer=trailer,
        body=f'<p>Zie <a data-title="{film.pk}">Spoorloos</a> van'
        f' <a data-person="{person.pk}">Sluizer</a>.</p>' + "<p>Woorden.</p>" * 40,
    )


@pytest.fixture
def asked(page, story):
    """The story is open; gives all that its page asks for from now on."""
    page.goto(story.get_absolute_url())
    found = []
    page.on("request", lambda request: found.append(request.url))
    return found


def card(page):
    return page.locator(".hint")


def box(thing):
    return {side: round(length) for side, length in thing.bounding_box().items()}


def test_card_shows_to_who_lingers_and_stays_while_the_pointer_is_on_it(page, asked):
    link = page.get_by_role("link", name="Spoorloos", exact=True).first
    before = box(page.locator(".article__text"))

    link.hover()
    card(page).wait_for()

    assert "Spoorloos" in card(page).inner_text()
    assert "1988" in card(page).inner_text()
    assert link.get_attribute("aria-describedby") == card(page).get_attribute("id")
    assert box(page.locator(".article__text")) == before
    card(page).hover()
    page.wait_for_timeout(400)
    assert card(page).is_visible()
    page.mouse.move(2, 2)
    card(page).wait_for(state="detached")
    assert link.get_attribute("aria-describedby") is None
    link.hover()
    card(page).wait_for()
    assert [urlsplit(url).path for url in asked if url.endswith("/kaart")] == [
        f"{link.get_attribute('href')}/kaart"
    ]


def test_card_shows_to_who_comes_by_keyboard_and_goes_with_escape(page, asked):
    link = page.get_by_role("link", name="Sluizer", exact=True)
    page.get_by_role("link", name="Spoorloos", exact=True).first.focus()

    page.keyboard.press("Tab")
    card(page).wait_for()

    assert "George Sluizer" in card(page).inner_text()
    page.keyboard.press("Escape")
    card(page).wait_for(state="detached")
    assert link.evaluate("element => element === document.activeElement")
    page.keyboard.press("Shift+Tab")
    card(page).wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    card(page).wait_for(state="detached")


def test_pointer_that_only_passes_asks_for_nothing(page, asked):
    page.get_by_role("link", name="Spoorloos", exact=True).first.hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(400)

    assert [url for url in asked if url.endswith("/kaart")] == []


def test_tap_follows_the_link(browser, site, story):
    context = browser.new_context(base_url=site, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(story.get_absolute_url())

    page.get_by_role("link", name="Spoorloos", exact=True).first.tap()
    page.wait_for_url("**/film/*")

    assert page.locator("h1").inner_text().startswith("Spoorloos")
    context.close()


def test_card_fits_on_the_narrowest_screen(page, story):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(story.get_absolute_url())

    page.get_by_role("link", name="Sluizer", exact=True).hover()
    card(page).wait_for()

    found = card(page).bounding_box()
    assert found["x"] >= 0
    assert found["x"] + found["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_trailer_plays_in_its_place_and_asks_nobody_before(page, asked):
    page.route(PLAYER, lambda route: route.fulfill(body="<p>Film</p>"))
    still = page.locator('[data-behaviour="trailer"]')
    before = box(still)
    still.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    own = urlsplit(page.url).netloc
    assert {urlsplit(url).netloc for url in asked} <= {own}

    still.click()
    frame = page.locator("iframe")
    frame.wait_for()

    assert frame.get_attribute("title") == "Trailer van Spoorloos"
    assert frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert frame.evaluate("element => element === document.activeElement")
    assert {side: box(frame)[side] for side in ("width", "height")} == {
        side: before[side] for side in ("width", "height")
    }
    assert "https://www.youtube-nocookie.com/embed/a1B2_c3-D4?autoplay=1" in asked


def test_address_is_copied_and_that_is_said(page, story):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story.get_absolute_url())
    button = page.get_by_role("button", name="Kopieer het adres")

    button.click()
    page.get_by_role("status").get_by_text("Gekopieerd").wait_for(state="attached")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(story.get_absolute_url())


def test_story_on_paper_has_its_address_and_nothing_to_click(page, story):
    ArticleFactory()
    page.goto(story.get_absolute_url())
    page.emulate_media(media="print")

    assert page.locator(".share__address").is_visible()
    for gone in (
        ".article__rail",
        ".article__more",
        ".share__head",
        ".trailer",
        ".next",
        ".masthead__nav",
    ):
        found = page.locator(gone)
        assert not found.count() or not found.first.is_visible(), gone
