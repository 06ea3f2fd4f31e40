"""Names folded for comparing, and filed as people look them up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviemeter.lib.text import filed_person, filed_title, fold, slug


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Amélie", "amelie"),
        ("AMÉLIE", "amelie"),
        ("Ame\u0301lie", "amelie"),
        ("L'avventura", "lavventura"),
        ("L’avventura", "lavventura"),
        ("Se7en", "se7en"),
        ("WALL·E", "wall e"),
        ("Tiësto: In Search of Sunrise", "tiesto in search of sunrise"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ænima / Œuvre / Ørsted", "aenima oeuvre orsted"),
        ("  veel   witte\truimte  ", "veel witte ruimte"),
        ("snake_case", "snake case"),
        ("기생충", "기생충"),
        ("七人の侍", "七人の侍"),
        ("!?…", ""),
        ("", ""),
    ],
)
def test_fold_leaves_words_without_case_accents_and_signs(typed, folded):
    assert fold(typed) == folded


@given(st.text())
def test_fold_of_a_folded_text_changes_nothing(text):
    once = fold(text)

    assert fold(once) == once


@given(st.text())
def test_fold_leaves_no_two_spaces_and_none_at_the_ends(text):
    folded = fold(text)

    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("name", "in_address"),
    [
        ("Spoorloos", "spoorloos"),
        ("Als twee druppels water", "als-twee-druppels-water"),
        ("Le fabuleux destin d’Amélie Poulain", "le-fabuleux-destin-damelie-poulain"),
        ("WALL·E", "wall-e"),
        ("Straße", "strasse"),
        ("M", "m"),
        ("기생충", ""),
        ("?!", ""),
    ],
)
def test_slug_is_ascii_words_joined_by_hyphens(name, in_address):
    assert slug(name) == in_address


def test_slug_of_a_very_long_name_is_cut_without_a_hyphen_at_the_end():
    assert slug("a" * 79 + " b") == "a" * 79


@pytest.mark.parametrize(
    ("name", "language", "filed"),
    [
        ("De terugreis", "nl", "Terugreis, De"),
        ("Het meisje met het rode haar", "nl", "Meisje met het rode haar, Het"),
        ("Een schitterend gebrek", "nl", "Schitterend gebrek, Een"),
        ("Die Hard", "en", "Die Hard"),
        ("Die Welle", "de", "Welle, Die"),
        ("The Wire", "en", "Wire, The"),
        ("The Wire", "nl", "The Wire"),
        ("L'avventura", "it", "Avventura, L'"),
        ("L’avventura", "it", "Avventura, L’"),
        ("L'argent", "fr", "Argent, L'"),
        ("Les diaboliques", "fr", "Diaboliques, Les"),
        ("Lessen in liefde", "nl", "Lessen in liefde"),
        ("Dekalog", "nl", "Dekalog"),
        ("A", "en", "A"),
        ("De", "nl", "De"),
        ("Het ", "nl", "Het "),
        ("M", "de", "M"),
        ("", "nl", ""),
        ("De terugreis", "", "De terugreis"),
        ("De terugreis", "xx", "De terugreis"),
    ],
)
def test_filed_title_puts_only_its_own_languages_article_behind(name, language, filed):
    assert filed_title(name, language) == filed


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("Carice van Houten", "Houten, Carice van"),
        ("Jaco Van Dormael", "Dormael, Jaco Van"),
        ("Johanna ter Steege", "Steege, Johanna ter"),
        ("Rutger Hauer", "Hauer, Rutger"),
        ("Peter van de Wetering", "Wetering, Peter van de"),
        ("Gerard van ’t Hoff", "Hoff, Gerard van ’t"),
        ("Larry Gilliard Jr.", "Gilliard Jr., Larry"),
        ("Guillermo del Toro", "Toro, Guillermo del"),
        ("Daniel Day-Lewis", "Day-Lewis, Daniel"),
        ("Madonna", "Madonna"),
        ("van Houten", "Houten, van"),
        ("Jr. Jr.", "Jr., Jr."),
        ("", ""),
    ],
)
def test_filed_person_puts_the_main_part_of_the_name_first(name, filed):
    assert filed_person(name) == filed
