"""Titles fit: none runs out of its box, and short ones stand large."""

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.drawing.fitting import Box, fit_line, fit_title
from catalog.drawing.lettering import Spacing, drawable

BOX = Box(width=516, height=230, largest=150)
ZOMBIES = (
    "Night of the Day of the Dawn of the Son of the Bride of the Return of the Revenge "
    "of the Terror of the Attack of the Evil, Mutant, Hellbound, Flesh-Eating "
    "Subhumanoid Zombified Living Dead, Part 3"
)


def assert_fits(lettering):
    assert lettering.width <= BOX.width
    assert lettering.height <= BOX.height
    assert lettering.size <= BOX.largest
    assert len(lettering.lines) <= 5


def test_two_words_of_one_length_get_a_line_each():
    lettering = fit_title("Blade Runner", BOX)

    assert lettering.lines == ("Blade", "Runner")
    assert_fits(lettering)


def test_title_of_one_letter_is_as_large_as_titles_get():
    lettering = fit_title("M", BOX)

    assert lettering.size == BOX.largest
    assert_fits(lettering)


def test_word_of_thirty_letters_fills_one_line():
    lettering = fit_title("Donaudampfschifffahrtsgesellin", BOX)

    assert len(lettering.lines) == 1
    assert lettering.width > BOX.width - 5
    assert_fits(lettering)


def test_title_of_two_hundred_letters_keeps_all_its_words():
    lettering = fit_title(ZOMBIES, BOX)

    assert " ".join(lettering.lines) == ZOMBIES
    assert_fits(lettering)


def test_endless_title_ends_in_an_ellipsis():
    lettering = fit_title("alweer een heel lang woord " * 100, BOX)

    assert lettering.lines[-1].endswith("…")
    assert_fits(lettering)


def test_line_is_made_smaller_only_where_it_must():
    spacing = Spacing(letters=0.01)
    short = fit_line("Jacques Tati", 516, size=27, weight="medium", spacing=spacing)
    long = fit_line("Tati " * 20, 516, size=27, weight="medium", spacing=spacing)

    assert short.size == 27
    assert long.size < 27
    assert long.width <= 516


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_fits(text):
    assert_fits(fit_title(drawable(text), BOX))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abcdeéWM,:", min_size=1, max_size=14), max_size=30))
def test_no_word_is_lost_and_none_changes_place(words):
    lettering = fit_title(" ".join(words)[:240].strip(), BOX)

    assert " ".join(lettering.lines) == " ".join(words)[:240].strip()
    assert_fits(lettering)
