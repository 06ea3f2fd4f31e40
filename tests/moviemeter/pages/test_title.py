"""The pages of a film, a series and a season."""

import datetime

import pytest

from catalog.models import Country, Genre, Job
from moviemeter.pages.title import CAST_ON_PAGE
from tests.factories import (
    AlternativeTitleFactory,
    CreditFactory,
    DurationFactory,
    FilmFactory,
    PersonFactory,
    PhotographFactory,
    PictureFactory,
    PlotFactory,
    ReleaseFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    TitleCountryFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    TrailerFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def read(client, thing):
    return Page(client.get(thing.get_absolute_url()))


def add_rows(title, count):
    """So many of everything that a title's page shows."""
    genres = Genre.objects.all()[:count]
    countries = Country.objects.all()[:count]
    for place, (genre, country) in enumerate(zip(genres, countries, strict=True)):
        TitleGenreFactory(title=title, genre=genre, position=place)
        TitleCountryFactory(title=title, country=country, position=place)
        ReleaseFactory(title=title, country=country)
    for number in range(count):
        DurationFactory(title=title, minutes=90 + number)
        AlternativeTitleFactory(title=title, name=f"Naam {number}")
        TitleOutsideIdFactory(title=title)
        TrailerFactory(title=title, key=f"trailer-{number}")
        CreditFactory(title=title, person__portrait=PictureFactory(), position=number)
        CreditFactory(title=title, job=Job.DIRECTOR)
        CreditFactory(title=title, job=Job.WRITER)
    PlotFactory(title=title)
    ScoreFactory(title=title, b7=6)


# A film


def test_film_tells_countries_genres_and_minutes_in_this_order(client):
    film = FilmFactory(name="Spoorloos", year=1988)
    TitleCountryFactory(title=film, code="FR", position=1)
    TitleCountryFactory(title=film, code="NL", position=0)
    TitleGenreFactory(title=film, name="mystery", position=1)
    TitleGenreFactory(title=film, name="thriller", position=0)
    DurationFactory(title=film, minutes=107)

    page = read(client, film)

    assert page.heading == "Spoorloos 1988"
    assert "Nederland / Frankrijk thriller / mystery 107 minuten" in page.text


def test_film_tells_each_version_with_its_note(client):
    film = FilmFactory()
    DurationFactory(title=film, minutes=117, position=0)
    DurationFactory(title=film, minutes=1, note="final cut", position=1)

    text = read(client, film).text

    assert [words in text for words in ("117 minuten", "1 minuut (final cut)")] == [
        True,
        True,
    ]


def test_film_names_its_makers_and_first_players_in_a_sentence(client):
    film = FilmFactory()
    for name in ("Joel Coen", "Ethan Coen"):
        CreditFactory(title=film, job=Job.DIRECTOR, person__name=name)
    for place, name in enumerate(("A", "B", "C", "D")):
        CreditFactory(title=film, person__name=name, position=place)

    page = read(client, film)

    assert "van Joel Coen en Ethan Coen met A, B en C" in page.text.replace(" ,", ",")


def test_film_with_voices_says_so(client):
    film = FilmFactory()
    CreditFactory(
        title=film, person__name="Tom Hanks", character="Woody", is_voice=True
    )

    text = read(client, film).text

    assert "met de stemmen van Tom Hanks" in text
    assert "Tom Hanks Woody (stem)" in text


def test_film_shows_crew_in_the_order_of_the_trade(client):
    film = FilmFactory()
    for job, name in (
        (Job.COMPOSER, "Cee"),
        (Job.WRITER, "Wee"),
        (Job.DIRECTOR, "Dee"),
    ):
        CreditFactory(title=film, job=job, person__name=name)

    labels = read(client, film).texts("dt")

    assert labels == ["Regie", "Scenario", "Muziek", "Kijkwijzer"]


def test_film_shows_its_cast_by_billing_and_leads_to_the_rest(client):
    film = FilmFactory()
    for place in range(CAST_ON_PAGE + 1):
        CreditFactory(title=film, person__name=f"Speler {place}", position=place)

    page = read(client, film)

    assert f"Speler {CAST_ON_PAGE - 1}" in page.text
    assert f"Speler {CAST_ON_PAGE}" not in page.text
    assert f"{film.get_absolute_url()}/medewerkers" in page.links


def test_film_with_a_small_cast_leads_to_no_more(client):
    film = FilmFactory()
    CreditFactory(title=film)

    page = read(client, film)

    assert f"{film.get_absolute_url()}/medewerkers" not in page.links


def test_film_names_nobody_who_is_hidden(client):
    film = FilmFactory()
    CreditFactory(title=film, person__name="Zichtbaar")
    CreditFactory(title=film, person__name="Verborgen", person__visible=False)

    html = client.get(film.get_absolute_url()).content.decode()

    assert ("Zichtbaar" in html, "Verborgen" in html) == (True, False)


def test_film_shows_its_dutch_plot_before_any_other(client):
    film = FilmFactory()
    PlotFactory(title=film, language="en", text="In English.")
    PlotFactory(title=film, text="In het Nederlands.\n\nTweede alinea.")

    page = read(client, film)

    assert "In het Nederlands. Tweede alinea. Tekst: redactie MovieMeter" in page.text
    assert "In English." not in page.text
    assert page.meta("description") == "In het Nederlands."


def test_film_with_a_foreign_plot_marks_its_language(client):
    film = FilmFactory()
    PlotFactory(title=film, language="en", text="In English.", licence="cc-by")

    page = read(client, film)

    assert page.texts("p", lang="en") == ["In English."]
    assert "CC BY 4.0" in page.text


def test_film_without_anything_says_what_is_not_known(client):
    text = read(client, FilmFactory(name="Kaal")).text

    for words in (
        "Nog geen stemmen",
        "nog niet beoordeeld",
        "Niemand heeft nog verteld waar het over gaat",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("buckets", "shown", "hidden"),
    [
        ({"b7": 1}, "Eén stem tot nu toe", "3,50"),
        ({"b7": 4}, "4 stemmen", "3,50"),
        ({"b7": 5}, "3,50 van 5 5 stemmen", "Vanaf vijf"),
        ({"b7": 2000}, "3,50 van 5 2.000 stemmen", "Vanaf vijf"),
    ],
)
def test_film_shows_a_score_from_five_votes_on(client, buckets, shown, hidden):
    film = FilmFactory(year=2000)
    ScoreFactory(title=film, **buckets)

    text = read(client, film).text

    assert shown in text
    assert hidden not in text


def test_film_shows_other_names_with_language_and_country(client):
    film = FilmFactory()
    AlternativeTitleFactory(title=film, name="The Vanishing", language="en")
    AlternativeTitleFactory(
        title=film, name="Weg", language="nl", country=Country.objects.get(code="BE")
    )

    page = read(client, film)

    assert "Ook bekend als The Vanishing, Weg (België)" in page.text.replace(" ,", ",")
    assert page.texts("span", lang="en") == ["The Vanishing"]


def test_film_in_another_script_shows_its_own_name_beside_it(client):
    film = FilmFactory(name="Parasite", original_name="기생충", language="ko")

    page = read(client, film)

    assert page.texts("p", lang="ko") == ["기생충"]
    assert page.graph["Movie"]["alternateName"] == ["기생충"]


def test_film_tells_of_cinemas_at_home_and_of_no_others(client):
    film = FilmFactory()
    ReleaseFactory(title=film, released_on=datetime.date(1988, 10, 27))
    ReleaseFactory(
        title=film, code="BE", released_on=datetime.date(1989, 1, 1), precision="year"
    )
    ReleaseFactory(title=film, code="US", released_on=datetime.date(1991, 1, 23))

    page = read(client, film)

    assert "In de bioscoop 27 oktober 1988 (Nederland)" in page.text
    assert "In de bioscoop 1989 (België)" in page.text
    assert "1991" not in page.text
    assert [attrs["datetime"] for attrs in page.attributes("time")] == [
        "1988-10-27",
        "1989",
    ]


def test_classified_film_tells_age_grounds_and_source(client):
    film = FilmFactory(
        kijkwijzer_age="12",
        kijkwijzer_grounds=["angst", "geweld", "grof taalgebruik"],
        kijkwijzer_source="kijkwijzer.nl",
    )

    text = read(client, film).text

    assert (
        "Kijkwijzer vanaf 12 jaar: angst, geweld en grof taalgebruik (kijkwijzer.nl)"
        in text.replace(" :", ":")
    )


def test_film_leads_to_other_catalogues_and_trailers_without_fetching_any(client):
    film = FilmFactory()
    TitleOutsideIdFactory(title=film, value="tt0096163")
    TrailerFactory(title=film, key="a1B2", name="Eerste trailer")

    page = read(client, film)

    assert [
        (attrs["href"], attrs["rel"])
        for attrs in page.attributes("a")
        if attrs["href"].startswith("https:")
    ] == [
        ("https://www.imdb.com/title/tt0096163/", "external"),
        ("https://www.youtube.com/watch?v=a1B2", "external"),
    ]
    assert "Eerste trailer. Trailer van" in page.text
    assert "bij YouTube. Pas als je ervoor kiest" in page.text


def test_film_shows_its_poster_at_once_with_its_credit(client):
    poster = PictureFactory(alt="Affiche: een benzinepomp", credit="MovieMeter")
    film = FilmFactory(poster=poster)

    page = read(client, film)

    assert page.attributes("img") == [
        {
            "class": "poster tint-5",
            "src": f"/media/{poster.file}",
            "width": "600",
            "height": "900",
            "alt": "Affiche: een benzinepomp",
            "fetchpriority": "high",
        }
    ]
    assert "Beeld: MovieMeter" in page.text


def test_film_whose_poster_has_expired_shows_it_nowhere(client):
    yesterday = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011
    poster = PictureFactory(
        credit="© ANP", social_card="cards/verlopen.jpg", ends_on=yesterday
    )
    film = FilmFactory(poster=poster)

    html = client.get(film.get_absolute_url()).content.decode()

    assert [words in html for words in (str(poster.file), "© ANP", "verlopen")] == [
        False,
        False,
        False,
    ]


def test_film_has_its_year_and_id_without_a_dot(client):
    film = FilmFactory(pk=1234567, name="Ver", year=1988)

    html = client.get(film.get_absolute_url()).content.decode()

    assert ("1.988" in html, "1.234.567" in html) == (False, False)
    assert f"{film.get_absolute_url()}" == "/film/1234567-ver"


def test_film_tells_machines_what_it_is(client):
    film = FilmFactory(name="Spoorloos", year=1988)
    add_rows(film, 1)

    graph = read(client, film).graph

    movie = graph["Movie"]
    assert (movie["name"], movie["dateCreated"], movie["duration"]) == (
        "Spoorloos",
        "1988",
        "PT90M",
    )
    assert [step["name"] for step in graph["BreadcrumbList"]["itemListElement"]] == [
        "Voorpagina",
        "Films",
        "Spoorloos",
    ]
    assert "aggregateRating" not in movie


def test_film_can_be_shared_with_its_card(client):
    poster = PictureFactory(social_card="cards/spoorloos.jpg", alt="Affiche")
    film = FilmFactory(name="Spoorloos", year=1988, poster=poster)
    PlotFactory(title=film, text="Rex zoekt Saskia.")

    page = read(client, film)

    address = f"http://localhost:8000{film.get_absolute_url()}"
    assert {
        name: page.meta(f"og:{name}")
        for name in ("type", "title", "description", "url", "image", "image:alt")
    } == {
        "type": "video.movie",
        "title": "Spoorloos (1988)",
        "description": "Rex zoekt Saskia.",
        "url": address,
        "image": "http://localhost:8000/media/cards/spoorloos.jpg",
        "image:alt": "Affiche",
    }
    assert page.canonical == address
    assert page.meta("robots") is None


YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)  # noqa: DTZ011


@pytest.mark.parametrize(
    ("lacking", "shown"),
    [({}, True), ({"ends_on": YESTERDAY}, False), ({"sizes_of": ""}, False)],
)
def test_photograph_is_on_the_page_its_card_and_its_data_or_nowhere(
    client, lacking, shown
):
    poster = PhotographFactory(social_card="pictures/ab/x-card-22.jpg", **lacking)
    film = FilmFactory(name="Spoorloos", poster=poster)

    page = read(client, film)

    movie = page.graph["Movie"]
    assert bool(page.attributes("source")) is shown
    assert ("x-card-22" in page.meta("og:image")) is shown
    assert ("image" in movie) is shown
    assert ("© ANP" in page.text_of("p", class_="title-page__caption")) is shown
    assert ("poster--none" in str(page.attributes("div"))) is not shown


@pytest.mark.parametrize("count", [1, 3, 20])
def test_film_costs_the_same_queries_however_much_it_shows(
    client, django_assert_num_queries, count
):
    film = FilmFactory(poster=PictureFactory())
    add_rows(film, count)
    maker = film.credits.filter(job=Job.DIRECTOR).first().person
    for _ in range(count):
        CreditFactory(person=maker, job=Job.DIRECTOR, title__poster=PictureFactory())

    with django_assert_num_queries(7):
        client.get(film.get_absolute_url())


# A series and its seasons


def test_series_lists_its_seasons_in_order_with_votes_and_scores(client):
    series = SeriesFactory(name="The Wire", year=2002, end_year=2008)
    second = SeasonFactory(series=series, season_number=2, year=2003, episode_count=12)
    SeasonFactory(series=series, season_number=1, year=2002, episode_count=13)
    SeasonFactory(series=series, season_number=3, visible=False)
    ScoreFactory(title=second, b9=1200)

    page = read(client, series)

    assert page.heading == "The Wire 2002-2008"
    assert page.texts("tr")[1:] == [
        "Seizoen 1 2002 13 nog geen stemmen– nog geen score–",
        "Seizoen 2 2003 12 1.200 4,50",
    ]


def test_series_without_seasons_says_so(client):
    text = read(client, SeriesFactory()).text

    assert "Er zijn nog geen seizoenen bekend" in text


def test_series_tells_machines_what_it_is(client):
    series = SeriesFactory(name="The Wire", year=2002, end_year=2008)
    CreditFactory(title=series, job=Job.CREATOR, person__name="David Simon")

    page = read(client, series)

    thing = page.graph["TVSeries"]
    assert (thing["startDate"], thing["endDate"]) == ("2002", "2008")
    assert thing["creator"][0]["name"] == "David Simon"
    assert page.meta("og:type") == "video.tv_show"


def test_series_names_its_creators_rather_than_directors(client):
    series = SeriesFactory()
    CreditFactory(title=series, job=Job.DIRECTOR, person__name="Rie Gisseur")
    CreditFactory(title=series, job=Job.CREATOR, person__name="Bea Denker")

    assert "van Bea Denker" in read(client, series).text


@pytest.mark.parametrize("count", [1, 3, 20])
def test_series_costs_the_same_queries_however_many_seasons(
    client, django_assert_num_queries, count
):
    series = SeriesFactory(poster=PictureFactory())
    add_rows(series, count)
    for _ in range(count):
        season = SeasonFactory(series=series, poster=PictureFactory())
        ScoreFactory(title=season, b7=6)

    with django_assert_num_queries(7):
        client.get(series.get_absolute_url())


def test_season_shows_its_series_with_its_cast_and_its_own_facts(client):
    series = SeriesFactory(name="The Wire", year=2002)
    season = SeasonFactory(series=series, season_number=4, year=2006, episode_count=13)
    other = SeasonFactory(series=series, season_number=1)
    CreditFactory(title=series, person__name="Idris Elba", character="Stringer")
    PlotFactory(title=season, text="Een school.")

    page = read(client, season)

    assert page.heading == "The Wire seizoen 4 2006"
    for words in ("13 afleveringen", "Idris Elba Stringer", "Een school."):
        assert words in page.text
    assert page.texts("span", **{"aria-current": "page"})[-1] == "Seizoen 4"
    assert [
        series.get_absolute_url() in page.links,
        other.get_absolute_url() in page.links,
    ] == [True, True]


def test_season_tells_machines_of_which_series_it_is(client):
    season = SeasonFactory(series__name="The Wire", season_number=4, episode_count=13)

    page = read(client, season)

    thing = page.graph["TVSeason"]
    assert (thing["seasonNumber"], thing["numberOfEpisodes"]) == (4, 13)
    assert thing["partOfSeries"]["name"] == "The Wire"
    assert [
        step["name"] for step in page.graph["BreadcrumbList"]["itemListElement"]
    ] == ["Voorpagina", "Series", "The Wire", "seizoen 4"]
    assert page.canonical == f"http://localhost:8000{season.get_absolute_url()}"


def test_season_tells_when_it_was_first_shown_wherever_that_was(client):
    season = SeasonFactory()
    ReleaseFactory(title=season, code="US", kind="broadcast", released_on="2002-06-02")

    assert "2 juni 2002" in read(client, season).text


@pytest.mark.parametrize("count", [1, 3, 20])
def test_season_costs_the_same_queries_however_much_it_shows(
    client, django_assert_num_queries, count
):
    series = SeriesFactory(poster=PictureFactory())
    season = SeasonFactory(series=series, poster=PictureFactory())
    for title in (series, season):
        add_rows(title, count)
    for _ in range(count):
        SeasonFactory(series=series, poster=PictureFactory())

    with django_assert_num_queries(8):
        client.get(season.get_absolute_url())


# Addresses


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (FilmFactory, "film"),
        (SeriesFactory, "serie"),
        (PersonFactory, "persoon"),
    ],
)
@pytest.mark.parametrize("tail", ["", "-", "-spoorlos", "-Spoorloos", "-spoorloos-2"])
def test_wrong_slug_leads_to_the_right_one_for_ever_with_its_query(
    client, make, part, tail
):
    thing = make(name="Spoorloos")

    answer = client.get(f"/{part}/{thing.pk}{tail}?bron=x&y=%C3%A9")

    assert (answer.status_code, answer["Location"]) == (
        301,
        f"/{part}/{thing.pk}-spoorloos?bron=x&y=%C3%A9",
    )


def test_wrong_slug_of_a_season_leads_to_the_right_one(client):
    season = SeasonFactory(series__name="The Wire", season_number=4)

    answer = client.get(f"/serie/{season.series_id}/seizoen/4?x=1")

    assert (answer.status_code, answer["Location"]) == (
        301,
        f"{season.get_absolute_url()}?x=1",
    )


def test_hidden_and_unknown_titles_are_not_there(client):
    hidden = FilmFactory(visible=False)
    season = SeasonFactory(series__visible=False)
    hidden_season = SeasonFactory(visible=False)
    CreditFactory(title=hidden)

    answers = [
        client.get(address).status_code
        for address in (
            hidden.get_absolute_url(),
            f"{hidden.get_absolute_url()}/medewerkers",
            season.series.get_absolute_url(),
            season.get_absolute_url(),
            hidden_season.get_absolute_url(),
            "/film/999999",
            "/film/999999999999999999-te-groot",
            "/serie/999999",
            "/film/spoorloos",
            f"{hidden_season.series.get_absolute_url()}/seizoen/999999999999999999999",
            "/film/0",
        )
    ]

    assert answers == [404] * 11


def test_title_is_not_there_as_another_kind(client):
    film, season = FilmFactory(), SeasonFactory()

    answers = [
        client.get(address).status_code
        for address in (
            f"/serie/{film.pk}",
            f"/film/{season.series_id}",
            f"/film/{season.pk}",
            f"/serie/{season.pk}",
        )
    ]

    assert answers == [404] * 4
