"""The main menu."""

import pytest

from moviemeter.templatetags.navigation import sections


@pytest.mark.parametrize(
    ("path", "here"),
    [
        ("/", {"Voorpagina": "page"}),
        ("/film/", {"Films": "page"}),
        ("/film/?na=3", {"Films": "page"}),
        ("/film/7-spoorloos", {"Films": "true"}),
        ("/serie/7-x/seizoen/1", {"Series": "true"}),
        ("/jaar/1988/", {"Jaren": "true"}),
        ("/zoeken?q=/film/", {}),
        ("/filmhuis", {}),
    ],
)
def test_menu_marks_the_section_of_a_page(path, here):
    marked = {section.name: section.here for section in sections(path) if section.here}

    assert marked == here
