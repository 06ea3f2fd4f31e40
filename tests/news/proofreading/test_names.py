"""Near-misses of names, and links that say something else."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from moviemeter.lib.text import fold
from news.models import Article
from news.proofreading import proofread
from news.proofreading.distance import distance
from tests.factories import (
    AlternativeTitleFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
)
from tests.news.proofreading.conftest import MOMENT, person, title, told

pytestmark = pytest.mark.django_db

DEAD = "All of Us Are Dead"


@pytest.fixture
def film():
    return FilmFactory(name=DEAD)


@pytest.fixture
def actor():
    return PersonFactory(name="Rutger Hauer")


def misses(findings):
    return [each.words for each in findings if each.sort == "near-miss"]


@pytest.mark.parametrize(
    "said",
    [
        "All Of Uss Are Dead",
        "All of Us Are Daed",
        "All of Us re Dead",
        "Al of Us AreDead",
    ],
)
def test_near_miss_of_a_linked_title_is_found_in_every_field(found, film, said):
    findings = found(
        f"<p>Over {title(film)}.</p><p>Dus {said} wint.</p>",
        headline=f"{said} gaat naar één",
        intro=f"Iedereen kijkt {said}.",
    )

    assert told(findings) == [
        ("near-miss", "headline", said),
        ("near-miss", "intro", said),
        ("near-miss", "body", said),
    ]
    assert findings[2].sentence == f"«{said}» is bijna «{DEAD}»."
    assert findings[2].excerpt.before == "Over All of Us Are Dead. Dus "
    assert (findings[2].start, findings[2].blocks) == (29, False)


def test_subject_without_a_link_is_known_as_well(found, story, film):
    article = story("<p>Dus All of Uss Are Dead wint.</p>")
    article.save()
    article.title_rows.create(title=film)

    findings = proofread(article, at=MOMENT)

    assert misses(findings) == ["All of Uss Are Dead"]


@pytest.mark.parametrize(
    "said",
    [
        "Rutger Hauers blik",
        "Rutger Hauer's blik",
        "Hauers laatste rol",
        "HAUER",
        "rutger hauer",
        "Rutger Hauer, die",
        "Rutger Hauer-achtig",
    ],
)
def test_name_itself_is_no_near_miss_of_itself(found, actor, said):
    assert found(f"<p>{person(actor)}: {said}.</p>") == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Spoorloos", "Spoorloos’ einde"),
        ("Oscar Wilde", "De Oscar Wildes van nu"),
        ("Toy Story 2", "Toy Story 3 en Toy Story"),
        ("Rocky Balboa II", "Rocky Balboa III"),
        ("A Separation", "Separation"),
        ("Parasite", "Een parasiet is geen mens"),
        ("Dark", "Dirk en Park"),
        ("Blade Runner 2049", "Blade Runner"),
        ("Minoes", "de minnoes"),
    ],
)
def test_what_is_surely_something_else_is_no_near_miss(found, name, said):
    film = FilmFactory(name=name)

    assert found(f"<p>{title(film)}. {said}.</p>") == []


def test_surname_alone_is_watched_where_it_is_long_enough(found):
    director = PersonFactory(name="Paul Verhoeven")
    actor = PersonFactory(name="Gene Bervo")
    both = f"<p>{person(director)}, {person(actor)}.</p>"

    findings = found(f"{both}<p>Toen kwam Verhoven met Bervos’ rol en Bervi.</p>")

    assert misses(findings) == ["Verhoven"]


def test_missing_accent_is_a_near_miss(found):
    actor = PersonFactory(name="Penélope Cruz")

    findings = found(f"<p>{person(actor)}. Met Penelope Cruz en PENÉLOPE CRUZ.</p>")

    assert misses(findings) == ["Penelope Cruz"]


def test_alternative_title_is_known_and_watched(found):
    film = FilmFactory(name="Spoorloos")
    AlternativeTitleFactory(title=film, name="The Vanishing")

    findings = found(f"<p>{title(film)}, ofwel The Vanishing, of The Vanshing.</p>")

    assert misses(findings) == ["The Vanshing"]


def test_name_of_somebody_else_is_no_near_miss(found):
    actor = PersonFactory(name="Anna de Bruin")
    PersonFactory(name="Anne de Bruin")

    findings = found(f"<p>{person(actor)}, Anne de Bruin en Anny de Bruin.</p>")

    assert misses(findings) == ["Anny de Bruin"]


def test_words_of_two_blocks_are_not_one_name(found, film):
    assert found(f"<h2>All of Uss</h2><p>Are Dead: {title(film)}.</p>") == []


# Links


def test_link_that_says_almost_the_name_is_a_near_miss_once(found, film):
    findings = found(f"<p>{title(film, 'All of Us Are Deat')}.</p>")

    assert told(findings) == [("near-miss", "body", "All of Us Are Deat")]


@pytest.mark.parametrize(
    "words", ["zijn debuut", "Hij", "Hauer", "Rutger", "Hauers", "RUTGER HAUER"]
)
def test_link_may_say_part_of_the_name_or_none(found, actor, words):
    assert found(f"<p>{person(actor, words)}.</p>") == []


def test_link_that_says_another_name_is_told(found, actor):
    findings = found(f"<p>Met {person(actor, 'Jeroen Krabbé')}.</p>")

    assert told(findings) == [("link-words", "body", "Jeroen Krabbé")]
    assert findings[0].sentence == (
        "De link zegt «Jeroen Krabbé» en leidt naar «Rutger Hauer»."
    )


def test_link_to_a_season_may_be_in_any_words(found):
    season = SeasonFactory(series__name="Dark")

    assert found(f"<p>{title(season, 'Twee')}.</p>") == []


def test_link_to_what_is_hidden_or_gone_is_told(found):
    hidden = FilmFactory(name="Verborgen", visible=False)

    findings = found(f'<p>{title(hidden)}, <a data-person="99">Niemand</a>.</p>')

    assert told(findings) == [
        ("link-gone", "body", "Verborgen"),
        ("link-gone", "body", "Niemand"),
    ]


def test_link_to_what_was_merged_is_told(found):
    survivor = FilmFactory(name="Spoorloos")
    survivor.merges.create(old_id=77, old_name="Spoorlos")

    findings = found('<p><a data-title="77">Spoorloos</a>.</p>')

    assert told(findings) == [("link-merged", "body", "Spoorloos")]


# All names, all edits

LETTERS = "abcdefghklmnoprstuw"  # No i, v and x: those make Roman numbers.
NAME = st.lists(st.text(LETTERS, min_size=4, max_size=8), min_size=2, max_size=4).map(
    lambda words: " ".join(word.capitalize() for word in words)
)
EDIT = st.tuples(
    st.sampled_from(("put in", "leave out", "change", "swap")),
    st.floats(min_value=0, max_value=1),
    st.sampled_from(LETTERS),
)


def edited(name, edit):
    """The name with one edit inside it; its words stay words."""
    sort, where, letter = edit
    places = [
        place
        for place in range(1, len(name) - 2)
        if name[place - 1 : place + 3].isalpha()
    ]
    place = places[round(where * (len(places) - 1))]
    if sort == "put in":
        return name[:place] + letter + name[place:]
    if sort == "leave out":
        return name[:place] + name[place + 1 :]
    if sort == "change":
        return name[:place] + letter + name[place + 1 :]
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=NAME, edits=st.lists(EDIT, min_size=1, max_size=2))
def test_one_or_two_edits_of_a_long_name_are_found_and_pointed_at(story, name, edits):
    assume(len(name) >= 12)
    film = FilmFactory(name=name)
    said = name
    for edit in edits:
        said = edited(said, edit)
    assume(0 < distance(fold(said), fold(name), 3) <= 2)
    body = f"<p>Zie {title(film)}. Gisteren won {said} alweer iets.</p>"

    findings = proofread(story(body), at=MOMENT)

    assert told(findings) == [("near-miss", "body", said)]
    (finding,) = findings
    plain = f"Zie {name}. Gisteren won {said} alweer iets."
    assert plain[finding.start : finding.end] == said


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(st.text("aeiou", min_size=3, max_size=9), unique=True))
def test_unrelated_words_raise_nothing(story, words):
    film = FilmFactory(name="Zwartboek")
    actor = PersonFactory(name="Thom Hoffmann-Schmidt")
    body = f"<p>{title(film)}, {person(actor)}</p><p>{' '.join(words).title()}</p>"

    assert proofread(story(body), at=MOMENT) == []


def test_queries_are_four_at_most_whatever_the_length(
    story, film, actor, django_assert_num_queries
):
    # An unsaved article's own picture, author and rubric are there already.
    short = story(f"<p>{title(film)} All of Uss Are Dead</p>")
    more = "".join(
        f"<p>{title(FilmFactory(name=f'Lange naam {n} Zus'))} en {person(actor)},"
        f" Lange nam {n} Zus, Rutgr Hauer.</p>"
        for n in range(20, 29)
    )
    long = story(short.body + more * 5)

    with django_assert_num_queries(4):
        few = proofread(short, at=MOMENT)
    with django_assert_num_queries(4):
        many = proofread(long, at=MOMENT)

    assert len(misses(few)) == 1
    assert len(misses(many)) == 1 + 2 * 9 * 5


def test_article_that_is_being_begun_is_told_what_it_lacks(db):
    findings = proofread(Article(), at=MOMENT)

    assert told(findings) == [
        ("empty", "headline", ""),
        ("empty", "intro", ""),
        ("empty", "body", ""),
        ("no-picture", "picture", ""),
    ]
