"""A story's page: what readers get, and what they never get."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from catalog.merging.merging import merge_titles, preview_merge
from catalog.models import Title
from news.models import AboutPerson, AboutTitle, Correction, Stage, Withdrawal
from news.rendering import render
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    PictureFactory,
    SeasonFactory,
    StillFactory,
    TagFactory,
    TrailerFactory,
    UserFactory,
)
from tests.reading import Page

pytestmark = pytest.mark.django_db


def read(client, article):
    return Page(client.get(article.get_absolute_url()))


def test_article_tells_headline_intro_author_and_moment(client):
    article = ArticleFactory(
        headline="De stad die Tati failliet maakte",
        author__name="Marit van Loon",
        published_at="2022-03-07T20:44:00Z",
    )

    page = read(client, article)

    assert article.get_absolute_url() == (
        f"/nieuws/de-stad-die-tati-failliet-maakte-{article.pk}"
    )
    assert page.text_of("h1") == "De stad die Tati failliet maakte"
    assert "Marit van Loon 7 maart 2022, 21:44 uur 1 minuut lezen" in page.text
    assert "Waar het over gaat. De eerste alinea." in page.text


@pytest.mark.parametrize(("length", "end"), [(57, " | MovieMeter"), (58, "")])
def test_title_of_a_story_leaves_room_for_a_long_headline(client, length, end):
    headline = "Kop".ljust(length, "p")

    page = read(client, ArticleFactory(headline=headline))

    assert page.text_of("title") == f"{headline}{end}"


def test_tags_stand_below_a_heading_of_their_own(client):
    article = ArticleFactory()
    article.tags.add(TagFactory(name="Debuut"))

    page = read(client, article)

    assert "Trefwoorden Debuut" in page.text
    assert "Trefwoorden" in page.texts("h2")


def test_article_shows_its_picture_with_caption_and_credit(client):
    picture = PictureFactory(caption="Een leeg kantoor.", credit="© ANP")
    article = ArticleFactory(picture=picture)

    page = read(client, article)

    assert page.text_of("figcaption") == "Een leeg kantoor. Beeld: © ANP"


def test_article_leads_to_its_titles_and_people_by_their_own_addresses(client):
    film, person = FilmFactory(name="Playtime"), PersonFactory(name="Jacques Tati")
    article = ArticleFactory(
        body=f'<p><a data-title="{film.pk}">Playtime</a> van'
        f' <a data-person="{person.pk}">Tati</a>.</p>'
    )

    links = [a.get("href") for a in read(client, article).attributes("a")]

    assert {film.get_absolute_url(), person.get_absolute_url()} <= set(links)
    assert article.titles.get() == film
    assert article.people.get() == person


def test_hidden_title_is_named_without_a_link(client):
    film = FilmFactory(name="Geheim", visible=False)
    article = ArticleFactory(body=f'<p>Zie <a data-title="{film.pk}">Geheim</a>.</p>')

    page = read(client, article)

    assert "Zie Geheim." in page.text
    assert page.attributes("a", href=film.get_absolute_url()) == []


def test_pictures_in_the_text_have_credits_and_vanish_with_their_licence(client):
    shown = PictureFactory(credit="© ANP")
    ended = PictureFactory(credit="© Weg", ends_on="2020-01-01")
    article = ArticleFactory(
        body=f'<p>Een.</p><figure data-picture="{shown.pk}"></figure>'
        f'<p>Twee.</p><figure data-picture="{ended.pk}"></figure>'
    )

    page = read(client, article)

    assert "Beeld: © ANP" in page.text
    assert "© Weg" not in page.text


def test_trailer_leads_elsewhere_and_fetches_nothing(client):
    trailer = TrailerFactory(title__name="Playtime")
    StillFactory(title=trailer.title)
    article = ArticleFactory(trailer=trailer)

    page = read(client, article)

    assert page.attributes("a", href=trailer.address) != []
    assert page.attributes("iframe") == []
    assert "Trailer van Playtime, bij YouTube." in page.text


def test_box_beside_the_story_tells_of_its_people_too(client):
    article = ArticleFactory(body="<p>Niets.</p>")
    person = PersonFactory(name="Jacques Tati", born_on="1907-10-09")
    AboutPerson.objects.create(article=article, person=person)
    AboutPerson.objects.create(
        article=article, person=PersonFactory(name="Genoemd"), role="mentioned"
    )
    AboutPerson.objects.create(
        article=article, person=PersonFactory(name="Verborgen", visible=False)
    )

    page = read(client, article)

    assert "Over Jacques Tati" in page.text
    assert "Jacques Tati 1907" in page.text
    assert not {"Genoemd", "Verborgen"} & set(page.text.split())
    (data,) = page.data
    assert [each["name"] for each in data["@graph"][0]["about"]] == ["Jacques Tati"]


def test_story_leads_to_those_before_and_after_it_in_its_rubric(client):
    moment = timezone.now() - timedelta(days=2)
    older = ArticleFactory(published_at=moment - timedelta(hours=1))
    twin = ArticleFactory(published_at=moment)
    article = ArticleFactory(published_at=moment)
    newer = ArticleFactory(published_at=moment + timedelta(hours=1))
    ArticleFactory(published_at=moment, rubric_slug="lijsten")
    ArticleFactory(published_at=moment + timedelta(minutes=1), stage=Stage.DRAFT)

    def next_ones(story):
        links = read(client, story).attributes("a", class_="next__story") + read(
            client, story
        ).attributes("a", class_="next__story next__story--last")
        return {link["rel"]: link["href"] for link in links}

    assert next_ones(article) == {
        "next": newer.get_absolute_url(),
        "prev": twin.get_absolute_url(),
    }
    assert next_ones(older) == {"next": twin.get_absolute_url()}
    assert next_ones(newer) == {"prev": article.get_absolute_url()}


def test_story_is_passed_on_by_links_that_hold_nothing_but_itself(client, settings):
    article = ArticleFactory(headline="Tati & co")

    page = read(client, article)

    address = quote(f"{settings.SITE_URL}{article.get_absolute_url()}", safe="")
    shared = [link for link in page.links if "Tati%20%26%20co" in link]
    assert shared == [
        f"mailto:?subject=Tati%20%26%20co&body={address}",
        f"https://wa.me/?text=Tati%20%26%20co%20{address}",
        f"https://bsky.app/intent/compose?text=Tati%20%26%20co%20{address}",
        f"https://share.joinmastodon.org/#text=Tati%20%26%20co%20{address}",
        f"https://x.com/intent/post?text=Tati%20%26%20co&url={address}",
    ]
    (button,) = page.attributes("button", **{"data-behaviour": "copy"})
    assert "hidden" in button


def test_article_says_what_was_corrected(client):
    article = ArticleFactory()
    Correction.objects.create(
        article=article,
        text="het jaar was verkeerd.",
        corrected_at="2022-03-07T10:20:00Z",
    )

    assert (
        "Gecorrigeerd op 7 maart 2022, 11:20 uur: het jaar was verkeerd."
        in read(client, article).text
    )


def test_box_beside_the_story_tells_of_its_subjects_alone(client):
    article = ArticleFactory()
    subject, season = FilmFactory(name="Playtime"), SeasonFactory(series__name="Fargo")
    AboutTitle.objects.create(article=article, title=subject, position=0)
    AboutTitle.objects.create(article=article, title=season, position=1)
    AboutTitle.objects.create(
        article=article, title=FilmFactory(name="Jaws"), role="mentioned"
    )

    page = read(client, article)

    assert "Over deze film Playtime" in page.text
    assert "Over dit seizoen Fargo" in page.text
    assert "Jaws" not in page.text


def test_story_about_the_same_title_is_offered_first(client):
    film = FilmFactory()
    article, other = ArticleFactory(), ArticleFactory(headline="Ook hierover")
    ArticleFactory(headline="Iets anders")
    for each in (article, other):
        AboutTitle.objects.create(article=each, title=film)

    text = read(client, article).text

    assert text.index("Ook hierover") < text.index("Iets anders")


@pytest.mark.parametrize(
    "later", [{"stage": Stage.DRAFT}, {"stage": Stage.REVIEW}, {"hours": 1}]
)
def test_what_is_not_published_yet_is_not_there(client, later):
    hours = later.pop("hours", 0)
    moment = timezone.now() + timedelta(hours=hours)
    article = ArticleFactory(published_at=moment, **later)

    assert client.get(article.get_absolute_url()).status_code == 404


def test_withdrawn_article_is_gone_with_a_reason(client):
    article = ArticleFactory(headline="Onjuist", stage=Stage.WITHDRAWN)
    Withdrawal.objects.create(
        article=article, reason="Het klopte niet.", withdrawn_by=UserFactory()
    )

    answer = client.get(article.get_absolute_url())

    page = Page(answer)
    assert answer.status_code == 410
    assert "Het klopte niet." in page.text
    assert "Onjuist" not in page.text


def test_old_headline_leads_to_the_new_address_for_ever(client):
    article = ArticleFactory(headline="Nieuwe kop")

    answer = client.get(f"/nieuws/oude-kop-{article.pk}")

    assert (answer.status_code, answer["Location"]) == (
        301,
        article.get_absolute_url(),
    )


def test_article_tells_machines_what_it_is(client):
    picture = PictureFactory(
        credit="© ANP",
        licence_address="https://example.org/licentie",
        social_card="cards/a.jpg",
    )
    article = ArticleFactory(headline="Kop", picture=picture)
    AboutTitle.objects.create(article=article, title=FilmFactory(name="Jaws"))

    (data,) = read(client, article).data

    thing, trail = data["@graph"]
    assert (thing["@type"], trail["@type"]) == ("NewsArticle", "BreadcrumbList")
    assert (thing["headline"], thing["inLanguage"]) == ("Kop", "nl")
    assert thing["image"]["creditText"] == "© ANP"
    assert thing["image"]["license"] == "https://example.org/licentie"
    assert [about["name"] for about in thing["about"]] == ["Jaws"]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_article_costs_the_same_queries_however_much_it_holds(
    client, django_assert_num_queries, count
):
    pictures = [PictureFactory() for _ in range(count)]
    films = [FilmFactory() for _ in range(count)]
    trailer = TrailerFactory()
    article = ArticleFactory(
        picture=PictureFactory(),
        trailer=trailer,
        body="".join(f'<figure data-picture="{each.pk}"></figure>' for each in pictures)
        + f'<figure data-trailer="{trailer.pk}"></figure>'
        + "".join(f'<p><a data-title="{film.pk}">{film}</a></p>' for film in films),
    )
    article.title_rows.update(role="subject")
    StillFactory(title=trailer.title)
    for _ in range(count):
        person = PersonFactory(portrait=PictureFactory())
        AboutPerson.objects.create(article=article, person=person)
        other = ArticleFactory()
        AboutTitle.objects.create(article=other, title=films[0])

    with django_assert_num_queries(8):
        client.get(article.get_absolute_url())


def test_text_with_tricks_is_inert():
    article = ArticleFactory(
        body='<p onclick="x()">Ja<script>x()</script><img src=x onerror=x()>'
        '<a href="javascript:x()">nee</a><svg onload=x()></svg>'
        '<a href=" java&#10;script:x()">nee</a><p style="color:red">rood</p>'
    )

    render(article)

    assert article.html == "<p>Janeenee</p>\n<p>rood</p>"


def test_link_to_a_merged_title_leads_to_what_it_is_now(client):
    editor = UserFactory(is_superuser=True)
    old, into = FilmFactory(name="Jaws 1"), FilmFactory(name="Jaws")
    article = ArticleFactory(body=f'<p>Zie <a data-title="{old.pk}">Jaws</a>.</p>')
    place, old_id = article.get_absolute_url(), old.pk
    seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=editor).seen
    merge_titles(old=old, into=into, by=editor, seen=seen)

    render(article)
    article.save()

    assert Page(client.get(place)).attributes("a", href=into.get_absolute_url()) != []
    assert [row.title for row in article.title_rows.all()] == [into]
    assert f'data-title="{old_id}"' in article.body
