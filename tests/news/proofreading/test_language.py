"""Enumerations, dates and slips of the pen."""

from datetime import UTC, datetime

import pytest

from tests.factories import FilmFactory, PersonFactory
from tests.news.proofreading.conftest import person, title, told

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ("met Rutger Hauer, Monique van de Ven, Rutger Hauer en Tonny Huurdeman",
         "Rutger Hauer"),
        ("met Johan, Piet en Johan", "Johan"),
        ("Met Johan, Piet en Johan", "Johan"),
        ("van Johan (als Rex), Gène, Piet en JOHAN", "JOHAN"),
        ("In Gent, Leuven, Brugge en ook Gent", "Gent"),
    ],
)  # fmt: skip
def test_name_twice_in_an_enumeration_is_found_where_it_comes_back(found, said, twice):
    findings = found(f"<p>{said} begon het.</p>")

    assert told(findings) == [("twice", "body", twice)]
    assert findings[0].start == said.rindex(twice)


@pytest.mark.parametrize(
    "said",
    [
        "met Johan, Piet en Klaas. Johan won, Piet en Klaas niet",
        "Johan en Johan",
        "Johan kwam, Piet zag en Johan won",
        "Johan van Dam, Piet van Dam en Johan van Damme",
        "New York, New York",
    ],
)
def test_name_that_comes_back_elsewhere_is_fine(found, said):
    assert found(f"<p>{said}.</p>") == []


def test_linked_title_in_small_letters_is_one_name_of_an_enumeration(found):
    film = FilmFactory(name="Turks fruit")
    other = FilmFactory(name="Ja zuster, nee zuster")

    findings = found(f"<p>{title(film)}, {title(other)}, Zwartboek en Turks fruit.</p>")

    assert told(findings) == [("twice", "body", "Turks fruit")]


# What is to come, and has been


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Binnenkort, op 12 januari 2022, komt de film", "12 januari 2022"),
        ("De film komt eraan: 12-01-2022", "12-01-2022"),
        ("Volgende week (6/3/2022) begint het", "6/3/2022"),
        ("Straks in februari 2022 draait hij overal", "februari 2022"),
        ("De serie verschijnt op 3 maart 2022", "3 maart 2022"),
        ("Te zien vanaf 3 mrt 2022", "3 mrt 2022"),
        ("Hij gaat in première op 3 mrt. 2021", "3 mrt. 2021"),
        ("Het vervolg komt straks in 2021", "2021"),
    ],
)
def test_what_is_to_come_on_a_day_that_was_is_found(found, said, date):
    findings = found(f"<p>{said}.</p>")

    assert told(findings) == [("past", "body", date)]


@pytest.mark.parametrize(
    "said",
    [
        "Binnenkort, op 12 maart 2022, komt de film",
        "Straks in maart 2022 draait hij",
        "Het vervolg komt straks in 2022",
        "Binnenkort komt het vervolg op de film uit 2019",
        "Binnenkort: een vervolg op Joker (2019)",
        "Het boek verscheen in 2019, de film volgt binnenkort",
        "Vanaf 10 mei 1940 was het oorlog",
        "Het verschijnt in 1934 op het toneel",
        "De film van 3 maart 2020 komt binnenkort terug",
        "De film kwam op 3 maart 2020",
        "Op 31 april 2021 komt hij binnenkort",
        "Binnenkort. Dat was op 12 januari 2022",
        "’s Morgens op 3 februari 2021",
    ],
)
def test_what_is_yet_to_come_or_was_told_as_past_is_fine(found, said):
    assert found(f"<p>{said}.</p>") == []


def test_day_of_publication_is_a_day_in_amsterdam(found):
    said = "<p>Morgen, 7 maart 2022, is het zover.</p>"

    before = found(said, at=datetime(2022, 3, 7, 22, 59, tzinfo=UTC))
    after = found(said, at=datetime(2022, 3, 7, 23, 1, tzinfo=UTC))

    assert (before, len(after)) == ([], 1)
    assert after[0].sentence == (
        "«Morgen» met «7 maart 2022», en dat is vóór de publicatie."
    )


# Slips of the pen


@pytest.mark.parametrize(
    ("said", "twice"), [("in de de film", "de de"), ("De de film", "De de")]
)
def test_doubled_word_is_found(found, said, twice):
    assert told(found(f"<p>{said}.</p>")) == [("doubled-word", "body", twice)]


@pytest.mark.parametrize(
    "said",
    ["de man die die dag kwam", "of je je vergist", "Duran Duran", "20 20", "ja, ja"],
)
def test_word_that_may_stand_twice_is_fine(found, said):
    assert found(f"<p>{said}.</p>") == []


def test_doubled_word_over_a_block_is_none_and_of_a_known_name_is_fine(found):
    band = PersonFactory(name="Mister tap tap")

    assert found(f"<h2>En de</h2><p>de film van {person(band)}.</p>") == []


@pytest.mark.parametrize(
    ("said", "mark"),
    [("Hij zei «nee.", "«"), ("Hij zei nee».", "»"), ("Zij “ja „nee”", "“")],
)
def test_open_quotation_mark_is_found(found, said, mark):
    findings = found(f"<p>Een «goed» stuk.</p><p>{said}</p>")

    assert told(findings) == [("open-quote", "body", mark)]


def test_straight_quotation_marks_are_counted(found):
    assert told(found('<p>Hij zei "nee en "ja".</p>')) == [("open-quote", "body", '"')]
    assert found('<p>Zo’n "ja" en ‘nee’, ’s avonds.</p>') == []


@pytest.mark.parametrize(
    ("headline", "count"),
    [("Een kop.", 1), ("Een kop…", 0), ("Annie M.G.", 0), ("Een kop?", 0)],
)
def test_full_stop_of_a_headline_is_found(found, headline, count):
    findings = found("<p>Tekst.</p>", headline=headline)

    assert told(findings) == [("full-stop", "headline", ".")] * count
