"""What a reader's browser fetches and moves before a story can be read."""

import gzip
from urllib.parse import urlsplit

import pytest
from PIL import Image

from catalog.pictures.sizes import _put_sizes
from tests.factories import ArticleFactory, FilmFactory, PhotographFactory

pytestmark = pytest.mark.django_db(transaction=True)

WIDTH, HEIGHT = 1280, 720
WIDTHS = [320, 640, 1280]
MOST_REQUESTS = 10
MOST_BYTES = 100_000  # Compressed, without pictures.
# What moved, how much, and what was the largest thing that the reader saw.
OBSERVE = """
window.shifts = [];
window.largest = null;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) { window.shifts.push(entry.value); }
    }
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
        window.largest = {tag: entry.element?.tagName, url: entry.url};
    }
}).observe({type: "largest-contentful-paint", buffered: true});
"""


@pytest.fixture
def photograph():
    """With files, and not flat: a browser does not count a flat picture."""
    picture = PhotographFactory(width=WIDTH, height=HEIGHT, widths=WIDTHS)
    noise = Image.effect_noise((WIDTH, HEIGHT), 60).convert("RGB")
    _put_sizes(str(picture.file), noise, WIDTHS)
    return picture


@pytest.fixture
def story(photograph):
    film = FilmFactory(name="Spoorloos", year=1988)
    return ArticleFactory(
        picture=photograph,
        body=f'<p>Zie <a data-title="{film.pk}">Spoorloos</a>.</p>'
        + "<p>Woorden over een film die lang blijft hangen.</p>" * 40,
    )


def opened(page, address):
    """The page once all is fetched; gives each answer by its address."""
    answers = []
    # Playwright takes functions only, not a method of a built-in list.
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("window.largest !== null")
    return answers


def compressed(body):
    """Bytes as a server sends them; a font has been compressed already."""
    return min(len(body), len(gzip.compress(body, 9)))


def pictures(answers):
    return [each for each in answers if urlsplit(each.url).path.startswith("/media/")]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("where", ["story", "front"])
def test_lead_picture_is_the_largest_thing_fetched_once_and_nothing_moves(
    page, story, where, width
):
    page.set_viewport_size({"width": width, "height": 900})

    answers = opened(page, "/" if where == "front" else story.get_absolute_url())

    largest = page.evaluate("window.largest")
    lead = page.locator("img[fetchpriority=high]").evaluate("image => image.currentSrc")
    preloads = page.locator("head link[rel=preload][as=image][type='image/avif']")
    assert largest == {"tag": "IMG", "url": lead}
    assert lead.endswith(".avif")
    assert preloads.count() == 1
    assert [picture.url for picture in pictures(answers)] == [lead]
    # Letters of the site's own font are as wide as those before it to a hair's breadth.
    assert round(sum(page.evaluate("window.shifts")), 3) == 0


def test_story_takes_few_requests_and_few_bytes(page, story):
    answers = opened(page, story.get_absolute_url())

    shown = pictures(answers)
    fetched = [each for each in answers if each not in shown]
    sent = {urlsplit(each.url).path: compressed(each.body()) for each in fetched}
    assert len(fetched) <= MOST_REQUESTS, sent
    assert sum(sent.values()) <= MOST_BYTES, sent
