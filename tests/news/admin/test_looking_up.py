"""What the editor of a story asks the desk while one writes."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from catalog.merging.merging import merge_titles, preview_merge
from catalog.models import Title
from catalog.models.trailer import TrailerSite, key_in
from community.demonstration import make_accounts
from community.roles import ROLES
from news.admin.finding import MOST_NAMED, MOST_SHOWN
from news.admin.looking_up import MOST_ASKED, QUESTIONS
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PhotographFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
    TrailerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_accounts()[1])
    return client


def address(question):
    return reverse(f"admin:news_article_{question}")


def asked(desk, question, **parameters):
    answer = desk.get(address(question), parameters)
    assert answer.status_code == 200
    return answer.json()


def told(desk, question, **parameters):
    found = asked(desk, question, **parameters)["results"]
    return [entry["told"] for entry in found]


def keys(desk, question, **parameters):
    found = asked(desk, question, **parameters)["results"]
    return [(entry["sort"], entry["key"]) for entry in found]


# Who may ask


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("who", "status"),
    [("visitor", 302), ("member", 302), ("staff", 403), *((r, 200) for r in ROLES)],
)
def test_question_is_answered_for_who_may_see_the_catalogue(
    client, question, who, status
):
    if who != "visitor":
        member = UserFactory(is_staff=who != "member")
        member.groups.set(Group.objects.filter(name=who))
        client.force_login(member)

    answer = client.get(address(question), {"q": "x"})

    # Of what a story holds already nothing is told to who may not see it.
    expected = 200 if (question, status) == ("known", 403) else status
    assert answer.status_code == expected


def test_who_may_see_people_only_gets_people_only(client):
    film, person = FilmFactory(name="Hauer"), PersonFactory(name="Rutger Hauer")
    member = UserFactory(is_staff=True)
    member.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(member)

    found = keys(client, "mentions", q="hauer")
    known = keys(client, "known", title=film.pk, person=person.pk)

    assert found == known == [("person", person.pk)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_answer_is_kept_by_nobody(desk, question):
    answer = desk.get(address(question), {"q": "x"})

    assert "no-store" in answer["Cache-Control"]


# Titles and people


def test_titles_and_people_are_told_apart_by_year_kind_and_work(desk):
    film = FilmFactory(name="Spoorloos", year=1988)
    series = SeriesFactory(name="Spoorloos", year=1990, end_year=2024)
    person = PersonFactory(
        name="Rutger Spoorloos", born_on="1944-01-23", died_on="2019-07-19"
    )
    CreditFactory(person=person, title=FilmFactory(name="Blade Runner", year=1982))

    assert told(desk, "mentions", q="spoorloos") == [
        "Spoorloos (1988) · film",
        "Spoorloos (1990-2024) · serie",
        "Rutger Spoorloos (1944-2019) · Blade Runner",
    ]
    assert keys(desk, "mentions", q="spoorloos")[:2] == [
        ("title", film.pk),
        ("title", series.pk),
    ]


def test_title_is_found_by_another_name_year_and_number(desk):
    film = FilmFactory(name="Spoorloos", year=1988)
    AlternativeTitleFactory(title=film, name="The Vanishing")
    season = SeasonFactory(series=SeriesFactory(name="The Wire"), season_number=2)

    assert keys(desk, "mentions", q="vanish") == [("title", film.pk)]
    assert keys(desk, "mentions", q="spoorloos 1988") == [("title", film.pk)]
    assert ("title", film.pk) in keys(desk, "mentions", q=f"#{film.pk}")
    assert keys(desk, "mentions", q="the wire 2") == [("title", season.pk)]


def test_short_name_comes_before_long_ones(desk):
    FilmFactory(name="Dune: Part Two and more")
    longer = FilmFactory(name="Dune Part Two")
    just_so = FilmFactory(name="Dune")

    assert keys(desk, "mentions", q="dune")[:2] == [
        ("title", just_so.pk),
        ("title", longer.pk),
    ]


def test_series_comes_before_its_seasons(desk):
    series = SeriesFactory(name="The Wire")
    second = SeasonFactory(series=series, season_number=2)
    first = SeasonFactory(series=series, season_number=1)

    assert keys(desk, "mentions", q="wire") == [
        ("title", series.pk),
        ("title", first.pk),
        ("title", second.pk),
    ]


def test_hidden_title_says_so(desk):
    FilmFactory(name="Spoorloos", visible=False)

    (entry,) = asked(desk, "mentions", q="spoorloos")["results"]

    assert entry["notes"] == ["verborgen: lezers zien de woorden zonder verwijzing"]


@pytest.mark.parametrize(
    "words", ["", "  ", "!?", "x" * 500, "'; drop table", "%", "_"]
)
def test_words_without_a_name_find_nothing(desk, words):
    FilmFactory(name="Spoorloos")

    assert told(desk, "mentions", q=words) == []


@pytest.mark.parametrize("many", [1, 30])
def test_mentions_ask_twice_however_many_there_are(
    desk, many, django_assert_num_queries
):
    for number in range(many):
        CreditFactory(title__name=f"Naam {number}", person__name=f"Naam {number}")
    desk.get(address("mentions"))

    # Session, member, the member's and the roles' permissions; titles and people.
    with django_assert_num_queries(6):
        found = keys(desk, "mentions", q="naam")

    assert len(found) == 2 * min(many, MOST_NAMED)


# Pictures


def test_pictures_come_newest_first_with_what_readers_see(desk):
    older = PictureFactory(alt="Een pomp", caption="De pomp")
    newer = PhotographFactory(alt="Een man")

    first, second = asked(desk, "pictures")["results"]

    assert (first["key"], second["key"]) == (newer.pk, older.pk)
    assert first["image"].endswith("-640.jpg")
    assert second["told"] == "De pomp"
    assert second["credit"] == "Beeld: MovieMeter"
    assert first["notes"] == second["notes"] == []


def test_picture_is_found_by_words_and_number(desk):
    pump = PictureFactory(alt="Een benzinestation")
    PictureFactory(alt="Iets anders")

    assert keys(desk, "pictures", q="BENZINE") == [("picture", pump.pk)]
    assert keys(desk, "pictures", q=f"#{pump.pk}") == [("picture", pump.pk)]
    assert keys(desk, "pictures", q="#" + "9" * 40) == []
    assert keys(desk, "pictures", q="!?") == []


def test_picture_tells_what_it_lacks(desk):
    today = timezone.localdate()
    PictureFactory()
    PictureFactory(alt="a", ends_on=today - datetime.timedelta(days=1))
    PictureFactory(alt="a", ends_on=datetime.date(2022, 3, 7))
    PhotographFactory(alt="a", sizes_of="", widths=[])
    PictureFactory(alt="a", ends_on=today)

    notes = [entry["notes"] for entry in asked(desk, "pictures")["results"]]

    ended = ["de licentie is verlopen: lezers zien dit niet"]
    assert notes[1:] == [
        ["de formaten zijn nog niet gemaakt: lezers zien dit niet"],
        ended,
        ended,
        ["geen beschrijving voor wie het niet ziet"],
    ]
    assert notes[0][0].startswith("de licentie loopt af op ")


def test_pictures_go_on_below_the_last(desk, django_assert_num_queries):
    all_keys = [PictureFactory().pk for _ in range(MOST_SHOWN + 2)]

    first = asked(desk, "pictures")
    last = first["results"][-1]["key"]
    with django_assert_num_queries(5):
        second = asked(desk, "pictures", na=last)

    assert (first["more"], second["more"]) == (True, False)
    shown = [entry["key"] for entry in first["results"] + second["results"]]
    assert shown == sorted(all_keys, reverse=True)


@pytest.mark.parametrize("odd", ["x", "-1", "0", str(2**70), "1.5"])
def test_odd_place_among_pictures_counts_as_none(desk, odd):
    picture = PictureFactory()

    assert keys(desk, "pictures", na=odd) == [("picture", picture.pk)]


# Trailers


def test_trailer_is_found_by_its_title(desk, django_assert_num_queries):
    title = FilmFactory(name="Spoorloos", year=1988)
    TrailerFactory(title=title, name="bioscooptrailer")
    TrailerFactory(title=FilmFactory(name="Anders"))
    desk.get(address("trailers"))

    with django_assert_num_queries(5):
        found = told(desk, "trailers", q="spoorloos")

    assert found == ["Spoorloos (1988) · bioscooptrailer · YouTube"]


def test_trailers_without_words_are_the_newest(desk):
    first, second = TrailerFactory(), TrailerFactory()

    assert keys(desk, "trailers") == [("trailer", second.pk), ("trailer", first.pk)]


def test_trailer_is_found_by_its_address(desk):
    trailer = TrailerFactory(site="youtube", key="a1B2_c3-D4")
    TrailerFactory(site="vimeo", key="123")

    assert keys(desk, "trailers", q="https://youtu.be/a1B2_c3-D4?si=x") == [
        ("trailer", trailer.pk)
    ]


def test_unknown_trailer_says_what_to_do(desk):
    found = asked(desk, "trailers", q="https://vimeo.com/987")
    elsewhere = asked(desk, "trailers", q="https://example.org/film.mp4")

    assert found["results"] == elsewhere["results"] == []
    assert "Voeg hem eerst toe bij zijn titel" in found["said"]
    assert (
        elsewhere["said"] == "Dit is geen adres van een trailer bij YouTube of Vimeo."
    )


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://www.youtube.com/watch?v=a1B2_c3-D4", ("youtube", "a1B2_c3-D4")),
        ("https://m.youtube.com/watch?t=3&v=abc", ("youtube", "abc")),
        ("http://youtu.be/abc", ("youtube", "abc")),
        ("https://www.youtube-nocookie.com/embed/abc", ("youtube", "abc")),
        ("https://youtube.com/shorts/abc/", ("youtube", "abc")),
        ("https://vimeo.com/123", ("vimeo", "123")),
        ("https://vimeo.com/channels/staffpicks/123", ("vimeo", "123")),
        ("https://vimeo.com/123/0a1b2c", ("vimeo", "123")),
        ("https://player.vimeo.com/video/123?h=1", ("vimeo", "123")),
        ("https://www.youtube.com/", None),
        ("https://youtube.com.example.org/watch?v=abc", None),
        ("https://example.org/youtube.com/watch?v=abc", None),
        ("javascript://youtu.be/abc", None),
        ("https://youtu.be/" + "x" * 21, None),
        ("https://youtu.be/a/b", None),
        ("http://[", None),
        ("Spoorloos", None),
        ("", None),
    ],
)
def test_address_names_a_trailer(address, named):
    expected = named and (TrailerSite(named[0]), named[1])

    assert key_in(address) == expected


# What a story holds already


def test_what_a_story_holds_is_told_by_number(desk, django_assert_num_queries):
    titles = [FilmFactory(name=f"Film {n}", year=2000) for n in range(3)]
    person, picture = PersonFactory(name="Rutger Hauer"), PictureFactory()
    trailer = TrailerFactory(title=titles[0])
    desk.get(address("known"))

    with django_assert_num_queries(8):
        found = keys(
            desk,
            "known",
            title=",".join(str(title.pk) for title in titles),
            person=person.pk,
            picture=picture.pk,
            trailer=trailer.pk,
        )

    assert set(found) == {
        *(("title", title.pk) for title in titles),
        ("person", person.pk),
        ("picture", picture.pk),
        ("trailer", trailer.pk),
    }


def test_merged_title_tells_where_readers_come(desk):
    old, survivor = FilmFactory(name="Spoorlos"), FilmFactory(name="Spoorloos")
    gone = old.pk
    by = UserFactory()
    seen = preview_merge(Title, old_id=gone, into_id=survivor.pk, by=by).seen
    merge_titles(old=old, into=survivor, by=by, seen=seen)

    (entry,) = asked(desk, "known", title=gone)["results"]

    assert (entry["key"], entry["name"]) == (gone, "Spoorloos")
    assert entry["notes"] == ["samengevoegd: lezers komen bij Spoorloos · film"]


def test_what_is_not_there_is_left_out(desk):
    assert keys(desk, "known", title="1,987654,0," + "9" * 40) == []


@pytest.mark.parametrize(
    "numbers", ["x", "1;2", "-1", ",".join(map(str, range(1, MOST_ASKED + 2)))]
)
def test_odd_or_too_many_numbers_are_refused(desk, numbers):
    assert desk.get(address("known"), {"title": numbers}).status_code == 400
