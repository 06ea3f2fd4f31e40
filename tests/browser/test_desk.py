"""An editor at work with a browser: scripts on, and the policy watched."""

import pytest

from catalog.models import Credit, Film, Picture
from catalog.pictures.sizes import make_sizes
from community.demonstration import ACCOUNTS
from tests import picture_files
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db(transaction=True)


def choose(page, field, words, told):
    """Look a thing up while typing in the field of this id, and choose it."""
    page.click(f"#{field} + .select2 .select2-selection")
    page.fill(".select2-search__field", words)
    page.click(f".select2-results__option:has-text('{told}')")


def test_editor_finds_a_film_and_adds_a_player_while_typing(desk):
    film = FilmFactory(name="Spoorloos", year=1988)
    CreditFactory(title=film, person__name="Gene Bervoets", character="Rex Hofman")
    PersonFactory(name="Johanna ter Steege")

    desk.click("text=Films")
    desk.fill("#searchbar", "spoorloos 1988")
    desk.press("#searchbar", "Enter")
    desk.wait_for_url("**/film/?q=*")
    desk.click("a:has-text('Spoorloos')")
    desk.click("#credits-2-group .add-row a")
    choose(desk, "id_credits-2-1-person", "steege", "Johanna ter Steege")
    desk.fill("#id_credits-2-1-character", "Saskia Wagter")
    desk.fill("#id_year", "1989")
    desk.click("[name=_continue]")

    assert "is met succes gewijzigd" in desk.inner_text(".messagelist")
    film = Film.objects.get()
    added = Credit.objects.get(character="Saskia Wagter")
    assert film.year == 1989
    assert (added.person.name, added.position) == ("Johanna ter Steege", 1)


def test_editor_sees_in_dutch_what_is_wrong_and_nothing_typed_is_lost(desk):
    film = FilmFactory(name="Spoorloos")

    desk.goto(f"/beheer/catalog/film/{film.pk}/change/")
    desk.fill("#id_name", "Anders")
    desk.select_option("#id_kijkwijzer_age", "12")
    desk.click("[name=_save]")

    assert "Vermeld ook de bron van de beoordeling." in desk.inner_text("#content")
    assert desk.input_value("#id_name") == "Anders"
    assert Film.objects.get().name == "Spoorloos"


def test_editor_uploads_a_poster_compares_and_puts_back(desk, tmp_path):
    film = FilmFactory(name="Spoorloos", year=1988)
    photograph = tmp_path / "affiche.jpg"
    photograph.write_bytes(picture_files.jpeg())

    desk.goto("/beheer/catalog/picture/add/")
    desk.set_input_files("#id_upload", photograph)
    desk.fill("#id_alt", "Een man bij een benzinestation")
    desk.fill("#id_credit", "© ANP")
    desk.select_option("#id_licence_kind", "agency")
    desk.click("[name=_save]")
    desk.wait_for_selector(".messagelist .success")
    make_sizes(picture_id=Picture.objects.get().pk)

    desk.goto(f"/beheer/catalog/film/{film.pk}/change/")
    choose(desk, "id_poster", "benzinestation", "Een man bij een benzinestation")
    desk.fill("#id_year", "1989")
    desk.click("[name=_continue]")
    desk.wait_for_selector(".messagelist .success")
    desk.goto(film.get_absolute_url())
    shown = desk.locator(".title-page__poster img")
    assert shown.evaluate("image => image.complete && image.naturalWidth > 0")
    assert "© ANP" in desk.inner_text(".title-page__poster")

    desk.goto(f"/beheer/catalog/film/{film.pk}/history/")
    desk.check("[name=old] >> nth=-1")
    desk.click("text=Vergelijk de twee gekozen versies")
    desk.wait_for_url("**/vergelijken/**")
    told = desk.inner_text("#content")
    assert "1988" in told
    assert "1989" in told
    assert "Een man bij een benzinestation" in told
    desk.go_back()
    desk.click("text=bekijken en terugzetten >> nth=-1")
    desk.click("text=Zet deze versie terug")
    desk.wait_for_selector(".messagelist .success")

    film.refresh_from_db()
    assert (film.year, film.poster) == (1988, None)
    last = film.history.latest()
    assert last.history_user.username == ACCOUNTS[1].username
