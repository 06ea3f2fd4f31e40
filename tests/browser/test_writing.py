"""An editor writes a story with a browser: by keyboard, with scripts and the policy."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from news.models import Article, Author, Stage
from tests.factories import (
    ArticleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    TrailerFactory,
)
from tests.nasty import ADDRESSES, NASTY

pytestmark = pytest.mark.django_db(transaction=True)

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal {margin: 0cm; color: red}</style></head><body lang=NL>
<!--StartFragment-->
<h1 style="mso-list:none">Uit Word</h1>
<p class=MsoNormal style="mso-fareast-language:NL">
<b style="mso-bidi-font-weight:normal">Vet</b>&nbsp;&nbsp; en <i>schuin</i>
<span style="color:red" onclick="alert(1)">rood</span>
<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style="text-indent:-18.0pt;mso-list:l0 level1 lfo1">
<![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>
<![endif]>eerste punt</p>
<p class=MsoListParagraph style="text-indent:-18.0pt;mso-list:l0 level1 lfo1">
<![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>
<![endif]>tweede punt</p>
<p><img src="file:///C:/x.png" onerror="alert(1)"><script>alert(1)</script>Einde</p>
<!--EndFragment--></body></html>
"""

PASTE = """([html, text]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", text);
    const paste = new ClipboardEvent("paste",
        {clipboardData: data, bubbles: true, cancelable: true});
    document.querySelector(".ProseMirror").dispatchEvent(paste);
}"""


def opened(desk, address="/beheer/news/article/add/"):
    desk.goto(address)
    text = desk.locator(".story-editor .ProseMirror")
    text.wait_for()
    return text


def type_in(desk, *lines):
    """Type lines, with Enter between them."""
    for place, line in enumerate(lines):
        if place:
            desk.keyboard.press("Enter")
        desk.keyboard.type(line)


def paste(desk, html, text="tekst"):
    desk.evaluate(PASTE, [html, text])


def tool(desk, name):
    desk.click(f".story-editor__tools button[aria-label='{name}']")


def stored(desk):
    """The story as it is saved, its form still open."""
    desk.click("[name=_continue]")
    desk.wait_for_selector(".messagelist .success")
    return Article.objects.get()


def drawing(**words):
    """A picture of the library whose file is there."""
    name = default_storage.save(
        "pictures/tekening.svg",
        ContentFile(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    )
    return PictureFactory(file=name, **words)


def publish(article):
    Article.objects.filter(pk=article.pk).update(
        stage=Stage.READY, published_at=timezone.now()
    )
    return article.get_absolute_url()


def begin(desk, headline="Een kop"):
    """A new story with all that it must have, the cursor in its text."""
    Author.objects.get_or_create(name="Redactie", slug="redactie")
    text = opened(desk)
    desk.fill("#id_headline", headline)
    desk.fill("#id_intro", "Waar het over gaat.")
    desk.select_option("#id_rubric", label="Nieuws")
    desk.click("#id_author + .select2 .select2-selection")
    desk.fill(".select2-search__field", "redac")
    desk.click(".select2-results__option:has-text('Redactie')")
    text.click()
    return text


def test_editor_writes_a_whole_story(desk):
    film = FilmFactory(name="Spoorloos", year=1988)
    actor = PersonFactory(name="Gene Bervoets")
    CreditFactory(title=film, person=actor)
    trailer = TrailerFactory(title=film, name="bioscooptrailer")
    picture = drawing(alt="Een benzinestation", caption="De pomp")
    begin(desk, "Nederlands verlies")

    type_in(desk, "## Een tussenkop", "Gewoon en ")
    desk.keyboard.press("Control+b")
    desk.keyboard.type("vet")
    desk.keyboard.press("Control+b")
    desk.keyboard.type(" over @spoorl")
    desk.wait_for_selector(".story-editor__choices [role=option]")
    desk.keyboard.press("Enter")
    desk.keyboard.type(" met @bervoets")
    desk.wait_for_selector(".story-choice:has-text('Gene Bervoets')")
    desk.keyboard.press("Enter")
    type_in(desk, ".", "- een", "twee", "", "Een zin die eruit springt.")
    desk.keyboard.press("Control+Shift+Digit9")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    tool(desk, "Beeld uit de bibliotheek")
    desk.fill("[data-dialog=picture] [data-words-field]", "benzine")
    desk.wait_for_selector(".story-shelf__choice:has-text('De pomp')")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".story-figure:has-text('De pomp')")
    tool(desk, "Trailer")
    desk.fill("[data-dialog=trailer] [data-words-field]", "spoorloos")
    desk.click(".story-shelf__choice:has-text('bioscooptrailer')")
    desk.wait_for_selector(".story-figure:has-text('bioscooptrailer')")
    paste(desk, WORD)
    article = stored(desk)

    assert article.body == "\n".join(
        (
            "<h2>Een tussenkop</h2>",
            f'<p>Gewoon en <strong>vet</strong> over <a data-title="{film.pk}">'
            f'Spoorloos</a> met <a data-person="{actor.pk}">Gene Bervoets</a>.</p>',
            "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>",
            '<blockquote data-pull="">\n<p>Een zin die eruit springt.</p>',
            "</blockquote>",
            f'<figure data-picture="{picture.pk}"></figure>',
            f'<figure data-trailer="{trailer.pk}"></figure>',
            "<h2>Uit Word</h2>",
            "<p><strong>Vet</strong> en <em>schuin</em> rood</p>",
            "<ul>\n<li>eerste punt</li>\n<li>tweede punt</li>\n</ul>",
            "<p>Einde</p>",
        )
    )
    desk.goto(publish(article))
    told = desk.inner_text("main")
    for words in ("Een tussenkop", "Een zin die eruit springt.", "De pomp", "Einde"):
        assert words in told
    assert desk.locator(f".prose a[href='{film.get_absolute_url()}']").count() == 1
    assert desk.locator(f".prose a[href='{actor.get_absolute_url()}']").count() == 1
    assert desk.locator(".prose .trailer").count() == 1


def test_words_that_are_chosen_stay_the_words_of_their_link(desk):
    film = FilmFactory(name="Spoorloos", year=1988)
    begin(desk)

    desk.keyboard.type("zijn beste")
    desk.keyboard.press("Control+Shift+ArrowLeft")
    # The editor hears of the selection a moment after the browser made it.
    desk.wait_for_timeout(100)
    desk.keyboard.press("Control+k")
    desk.fill("[data-dialog=refer] [data-words-field]", "spoorloos 1988")
    desk.wait_for_selector("[data-dialog=refer] [role=option]:has-text('(1988)')")
    desk.keyboard.press("Enter")
    article = stored(desk)

    assert article.body == f'<p>zijn <a data-title="{film.pk}">beste</a></p>'


def test_address_becomes_a_link_and_a_script_does_not(desk):
    begin(desk)
    field = "[data-dialog=refer] [data-words-field]"

    desk.keyboard.press("Control+k")
    desk.fill(field, "javascript:alert(1)")
    desk.wait_for_timeout(400)
    desk.press(field, "Enter")
    refused = desk.inner_text("[data-dialog=refer] [data-said]")
    desk.fill(field, "www.example.org/pad")
    desk.press(field, "Enter")
    article = stored(desk)

    assert "Een adres begint met https://" in refused
    assert article.body == (
        '<p><a href="https://www.example.org/pad">www.example.org/pad</a></p>'
    )


def test_link_tells_where_it_leads_and_is_taken_off(desk):
    hidden = FilmFactory(name="Verborgen", year=2001, visible=False)
    article = ArticleFactory(
        body=f'<p><a data-title="{hidden.pk}">Film</a> en'
        ' <a data-person="987654">niemand</a></p>'
    )
    opened(desk, f"/beheer/news/article/{article.pk}/change/")
    told = desk.locator(".story-editor__told")

    desk.click(".ProseMirror a[data-title]")
    desk.wait_for_selector(".story-editor__told:has-text('Verborgen (2001)')")
    of_hidden = told.inner_text()
    desk.click(".ProseMirror a[data-person]")
    desk.wait_for_selector(".story-editor__told:has-text('Nummer 987654')")
    of_nobody = told.inner_text()
    tool(desk, "Haal de verwijzing weg")
    failing = desk.locator(".story-editor__failing").all_inner_texts()
    article = stored(desk)

    assert "verborgen: lezers zien de woorden zonder verwijzing" in of_hidden
    assert "bestaat niet meer" in of_nobody
    assert failing == ["Film"]
    assert article.body == (f'<p><a data-title="{hidden.pk}">Film</a> en niemand</p>')


@pytest.mark.parametrize("lines", [0, 40])
def test_list_of_names_stands_at_the_cursor_in_sight(desk, lines):
    for number in range(9):
        FilmFactory(name=f"Spoorloos {number}")
    desk.set_viewport_size({"width": 360, "height": 640})
    begin(desk)

    type_in(desk, *["regel"] * lines, "@spoorl")
    desk.wait_for_selector(".story-editor__choices [role=option]")
    box = desk.locator(".story-editor__choices").bounding_box()
    at = desk.locator(".ProseMirror p >> nth=-1").bounding_box()

    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    assert box["x"] + box["width"] <= 360
    beside = (box["y"] - at["y"] - at["height"], at["y"] - box["y"] - box["height"])
    assert min(abs(gap) for gap in beside) < 12


def test_escape_leaves_an_at_sign_alone(desk):
    FilmFactory(name="Spoorloos")
    begin(desk)

    desk.keyboard.type("@spoorl")
    desk.wait_for_selector(".story-editor__choices [role=option]")
    desk.keyboard.press("Escape")
    desk.keyboard.type("oos")
    desk.wait_for_timeout(400)
    closed = desk.locator(".story-editor__choices").is_hidden()
    desk.keyboard.press("Enter")
    article = stored(desk)

    assert closed
    assert article.body == "<p>@spoorloos</p>"


def test_address_of_an_unknown_trailer_says_what_to_do(desk):
    begin(desk)

    paste(desk, "", "https://www.youtube.com/watch?v=onbekend123")
    desk.wait_for_selector(
        "[data-dialog=trailer] [data-said]:has-text('bij geen titel')"
    )
    desk.keyboard.press("Escape")

    assert desk.locator("[data-dialog=trailer]").is_hidden()
    assert desk.evaluate("document.activeElement.className").startswith("tiptap")


def test_toolbar_is_one_stop_and_walked_by_arrows(desk):
    begin(desk)

    desk.keyboard.press("Alt+F10")
    first = desk.evaluate("document.activeElement.dataset.does")
    for _ in range(3):
        desk.keyboard.press("ArrowRight")
    fourth = desk.evaluate("document.activeElement.dataset.does")
    desk.keyboard.press("Enter")
    desk.keyboard.type("vet")
    article = stored(desk)

    assert (first, fourth) == ("paragraph", "bold")
    assert article.body == "<p><strong>vet</strong></p>"


def test_story_is_written_as_html_without_scripts(browser, site, desk):
    article = ArticleFactory(body="<p>Een alinea.</p>")
    cookies = desk.context.cookies()
    plain = browser.new_context(java_script_enabled=False, base_url=site)
    plain.add_cookies(cookies)
    page = plain.new_page()

    page.goto(f"/beheer/news/article/{article.pk}/change/")
    was = page.input_value("#id_body")
    told = page.inner_text(".story-editor__plain")
    page.fill("#id_body", "<h1>Kop</h1><p>Nieuw<script>alert(1)</script></p>")
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    plain.close()
    article.refresh_from_db()

    assert was.strip() == "<p>Een alinea.</p>"
    assert '<a data-title="113">' in told
    assert article.body == "<h2>Kop</h2>\n<p>Nieuw</p>"


RUNS = """
window.ran = [];
window.alert = (what) => window.ran.push(what);
"""


def test_nothing_runs_of_what_is_pasted_and_saved(desk):
    """Any refusal by the policy would fail it: nothing gets so far."""
    dialogs = []
    desk.on("dialog", lambda dialog: dialogs.append(dialog.message))
    desk.add_init_script(RUNS)
    begin(desk)
    nasty = [*NASTY, *(f'<a href="{each}">x</a>' for each in ADDRESSES)]

    for html in nasty:
        paste(desk, html)
    desk.keyboard.type("geheel")
    pasted = desk.evaluate("window.ran")
    article = stored(desk)
    body = desk.evaluate("document.querySelector('#id_body').value")
    desk.goto(publish(article))
    run = desk.evaluate("window.ran")
    foreign = desk.evaluate(
        """[...document.querySelectorAll(".prose *")].filter((element) =>
            [...element.attributes].some(({name, value}) => /^on|^style$/.test(name)
                || /^\\s*(java|vb)?script:|^data:/i.test(value))
            || /^(script|style|iframe|object|embed|form|input)$/i.test(element.tagName)
        ).map((element) => element.outerHTML)"""
    )

    assert "geheel" in desk.inner_text(".prose")
    assert "geheel" in body
    assert (pasted, run, dialogs, foreign) == ([], [], [], [])
