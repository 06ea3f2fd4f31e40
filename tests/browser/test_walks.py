"""Walks through the site with a browser: by keyboard, on a phone, without scripts."""

import shutil
from urllib.parse import urlsplit

import pytest

from catalog.demonstration.loading import load_demonstration
from catalog.demonstration.reading import FOLDER
from catalog.models import Film, Person, Season, Series
from community.counting import renew_counters

pytestmark = pytest.mark.django_db(transaction=True)

FILES = (
    "films/spoorloos-1988.toml",
    "films/parasite-2019.toml",
    "films/toy-story-1995.toml",
    "series/the-wire-2002.toml",
)
PHONE = {"width": 320, "height": 640}
FOCUS = """() => {
    const shown = getComputedStyle(document.activeElement);
    return [document.activeElement.getAttribute("href"),
            shown.outlineStyle !== "none" && parseFloat(shown.outlineWidth) > 0];
}"""

GROUND = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture(autouse=True)
def titles(site, tmp_path):
    """A few titles of the demonstration, with their drawings."""
    for room in ("films", "series", "people"):
        (tmp_path / room).mkdir()
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path / name)
    shutil.copytree(FOLDER / "people", tmp_path / "people", dirs_exist_ok=True)
    load_demonstration(folder=tmp_path)
    renew_counters()


@pytest.fixture
def plain_page(browser, site):
    """A tab without scripts."""
    context = browser.new_context(java_script_enabled=False, base_url=site)
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def every_sort_of_page():
    film = Film.objects.get(name="Spoorloos")
    return [
        "/",
        film.get_absolute_url(),
        f"{film.get_absolute_url()}/medewerkers",
        Series.objects.get().get_absolute_url(),
        Season.objects.first().get_absolute_url(),
        Person.objects.get(name="George Sluizer").get_absolute_url(),
        *("/film/", "/serie/", "/persoon/", "/genre/", "/land/", "/jaar/"),
        *("/genre/thriller/", "/land/nederland/", "/jaar/1988/", "/decennium/1980/"),
        *("/zoeken", "/zoeken?q=the", "/zoeken?q=niets-van-dit-al"),
        *("/colofon/", "/huisregels/", "/privacy/"),
    ]


def tab_to(page, address):
    """Press Tab until the link has the focus; every stop on the way must show it."""
    unseen = []
    for _ in range(120):
        page.keyboard.press("Tab")
        where, visible = page.evaluate(FOCUS)
        if not visible:
            unseen.append(where)
        if where == address:
            assert unseen == []
            return
    raise AssertionError(f"Tab never came to {address}")


def test_reader_walks_from_front_to_film_to_person_by_keyboard(page):
    film = Film.objects.get(name="Spoorloos")
    director = Person.objects.get(name="George Sluizer")
    page.goto("/")

    tab_to(page, film.get_absolute_url())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{film.get_absolute_url()}")
    tab_to(page, director.get_absolute_url())
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{director.get_absolute_url()}")

    assert page.locator("h1").inner_text() == "George Sluizer"


def test_first_tab_leads_past_the_masthead(page):
    page.goto("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert urlsplit(page.url).fragment == "inhoud"


def test_phone_menu_closes_with_escape_and_gives_the_focus_back(page):
    page.set_viewport_size(PHONE)
    page.goto("/")
    menu = page.locator("details.menu")
    button = menu.locator("summary")

    button.click()
    opened = menu.get_by_role("link", name="Films").is_visible()
    menu.get_by_role("link", name="Films").focus()
    page.keyboard.press("Escape")

    assert opened
    assert not menu.get_by_role("link", name="Films").is_visible()
    assert button.evaluate("element => element === document.activeElement")


def test_scheme_changes_in_place_and_the_server_knows_it(page):
    page.goto("/privacy/")
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame))  # noqa: PLW0108
    html = page.locator("html")

    page.get_by_role("button", name="Kies de donkere weergave").click()
    page.wait_for_selector('html[data-scheme="dark"]')

    assert loads == []
    assert page.evaluate("document.activeElement.value") == "licht"
    answer = page.goto("/privacy/")
    assert '<html lang="nl" data-scheme="dark">' in answer.text()
    page.get_by_role("button", name="Kies de lichte weergave").click()
    page.wait_for_selector('html[data-scheme="light"]')
    assert html.evaluate("element => getComputedStyle(element).colorScheme") == "light"


def test_scheme_changes_without_scripts(plain_page):
    plain_page.goto("/privacy/")

    plain_page.get_by_role("button", name="Kies de donkere weergave").click()

    assert urlsplit(plain_page.url).path == "/privacy/"
    assert plain_page.locator("html").get_attribute("data-scheme") == "dark"
    plain_page.get_by_role("button", name="zoals mijn apparaat").click()
    assert plain_page.locator("html").get_attribute("data-scheme") is None


def test_reader_searches_from_the_masthead(page):
    page.goto("/")

    box = page.locator(".masthead__search").get_by_role("searchbox")
    box.fill("vanishing")
    box.press("Enter")
    page.wait_for_url("**/zoeken?**")
    page.locator("main").get_by_role("link", name="Spoorloos").click()

    assert page.locator("h1").inner_text().split() == ["Spoorloos", "1988"]


def test_site_is_whole_without_scripts(plain_page):
    plain_page.set_viewport_size(PHONE)
    plain_page.goto("/")

    plain_page.locator("details.menu summary").click()
    plain_page.locator("details.menu").get_by_role("link", name="Films").click()
    plain_page.locator("main").get_by_role("link", name="Parasite").click()

    assert plain_page.locator("h1").inner_text().split() == ["Parasite", "2019"]
    assert plain_page.get_by_text("Wie erin spelen").is_visible()


def test_pages_ask_nobody_else_and_fit_a_small_phone(page, site):
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.set_viewport_size(PHONE)
    too_wide = []

    for address in every_sort_of_page():
        page.goto(address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            too_wide.append((address, width))

    assert asked == {urlsplit(site).netloc}
    assert too_wide == []


def test_page_without_a_choice_follows_the_device(page):
    grounds = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto("/privacy/")
        grounds.append(page.evaluate(GROUND))

    page.locator('.scheme-switch button[value="licht"]').click()
    page.wait_for_selector('html[data-scheme="light"]')

    assert grounds[0] != grounds[1]
    assert page.evaluate(GROUND) == grounds[0]
