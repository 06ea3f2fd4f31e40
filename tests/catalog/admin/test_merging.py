"""Merging on the desk: chosen, looked at, done; and the list of likely doubles."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from catalog.doubles import find_doubles
from catalog.models import (
    Film,
    LikelyTitleDouble,
    NotTitleDouble,
    Person,
    Title,
    TitleMerge,
)
from tests.catalog.admin.test_history import address, main
from tests.catalog.merging.test_merging import merged
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    ScoreFactory,
    SeasonFactory,
    SeriesFactory,
    TitleGenreFactory,
    TrailerFactory,
    UserFactory,
)
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db

FACTORIES = [FilmFactory, SeriesFactory, PersonFactory]
DOUBLES = reverse("admin:catalog_likelytitledouble_changelist")


def merge(client, old, into, **changes):
    """The pages that an editor goes through."""
    at = address(into, "merging_with", old.pk)
    form = filled(Page(client.get(at)))
    return client.post(at, form | changes, follow=True)


# Choosing


@pytest.mark.parametrize("factory", FACTORIES)
def test_page_of_a_thing_leads_to_merging(desk, factory):
    thing = factory()

    page = Page(desk.get(address(thing, "change")))

    assert address(thing, "merging") in page.links


@pytest.mark.parametrize("factory", [*FACTORIES, SeasonFactory])
def test_other_is_chosen_from_the_list(desk, factory):
    thing = factory()
    more = {"series": thing.series} if factory is SeasonFactory else {}
    other = factory(**more)
    desk.get(address(thing, "merging"))

    answer = desk.get(address(thing, "merging"), {"other": other.pk, "at": ""})

    assert answer["Location"] == address(thing, "merging_with", other.pk)


@pytest.mark.parametrize(
    "typed", ["{0.pk}", "{1}", "https://film.example{1}", "{1}/", " {0.pk} "]
)
def test_other_is_chosen_by_number_or_address(desk, typed):
    thing, other = FilmFactory(), FilmFactory(name="Ander ding")

    answer = desk.get(
        address(thing, "merging"),
        {"other": "", "at": typed.format(other, other.get_absolute_url())},
    )

    assert answer["Location"] == address(thing, "merging_with", other.pk)


@pytest.mark.parametrize("typed", ["", "x", "999", "9" * 30, "/film/999-weg"])
def test_other_that_is_not_there_is_told(desk, typed):
    thing = FilmFactory()

    answer = desk.get(address(thing, "merging"), {"other": "", "at": typed})

    assert Page(answer).attributes("ul", class_="errorlist") or Page(answer).attributes(
        "ul", class_="errorlist nonfield"
    )


@pytest.mark.parametrize("other", [SeriesFactory, PersonFactory])
def test_thing_of_another_sort_is_not_chosen(desk, other):
    thing = FilmFactory()

    answer = desk.get(
        address(thing, "merging"), {"other": "", "at": f"{other().pk + 5000}"}
    )

    assert answer.status_code == 200


def test_look_up_while_typing_finds_titles_of_the_kind(desk):
    film = FilmFactory(name="Fargo")
    SeriesFactory(name="Fargo")

    answer = desk.get(
        "/beheer/autocomplete/",
        {
            "kind": "film",
            "term": "fargo",
            "app_label": "catalog",
            "model_name": "titlemerge",
            "field_name": "into",
        },
    )

    assert [row["id"] for row in answer.json()["results"]] == [str(film.pk)]


# The preview


def test_preview_tells_what_moves_and_what_is_there_already(desk):
    old, into = FilmFactory(name="Oud", year=1988), FilmFactory(name="Nieuw")
    for film in (old, into):
        TitleGenreFactory(title=film)
    CreditFactory.create_batch(3, title=old)
    ScoreFactory(title=old, b8=5)

    answer = desk.get(address(into, "merging_with", old.pk))

    text = main(answer)
    assert f"«Oud (1988)» ({old.pk}) gaat op in «Nieuw» ({into.pk})" in text
    assert "Medewerkers 3 0" in text
    assert "Genres 0 1" in text
    assert "Scores 0 1" in text
    assert "Aangevuld uit de andere: Jaar." in text
    assert "Wordt een alternatieve titel: Oud." in text
    assert address(old, "merging_with", into.pk) in Page(answer).links
    assert Film.objects.count() == 2


@pytest.mark.parametrize("count", [1, 30])
def test_preview_costs_the_same_queries_however_much_moves(
    desk, django_assert_num_queries, count
):
    old, into = FilmFactory(name="Zelfde"), FilmFactory(name="Zelfde")
    CreditFactory.create_batch(count, title=old)
    for number in range(count):
        TrailerFactory(title=old, key=f"a{number}")

    with django_assert_num_queries(88):
        desk.get(address(into, "merging_with", old.pk))


def test_preview_of_what_cannot_be_says_why(desk):
    season, other = SeasonFactory(), SeasonFactory()

    assert desk.get(address(season, "merging_with", other.pk)).status_code == 404


def test_preview_of_a_series_tells_of_its_seasons(desk):
    old, into = SeriesFactory(name="Oud"), SeriesFactory(name="Nieuw")
    for series in (old, into):
        SeasonFactory(series=series, season_number=1)

    text = main(desk.get(address(into, "merging_with", old.pk)))

    assert "Van «Oud» naar «Nieuw»" in text
    assert "Van «Oud: seizoen 1» naar «Nieuw: seizoen 1»" in text


# Merging


@pytest.mark.parametrize("factory", FACTORIES)
def test_editor_merges_two(desk, editor, factory):
    old, into = factory(name="Oud"), factory(name="Nieuw")

    answer = merge(desk, old, into, reason="dubbel ingevoerd")

    assert answer.redirect_chain == [(address(into, "change"), 302)]
    assert "«Oud» hoort nu bij «Nieuw»" in answer.content.decode()
    assert type(into).objects.filter(name="Oud").count() == 0
    told = into.merges.get() if factory is PersonFactory else TitleMerge.objects.get()
    assert (told.merged_by, told.reason) == (editor, "dubbel ingevoerd")


def test_history_of_the_survivor_shows_that_of_both(desk):
    old, into = FilmFactory(name="Oud"), FilmFactory(name="Nieuw")
    old.year = 1988
    old.save()
    key = old.pk

    merge(desk, old, into)

    text = main(desk.get(address(into, "history")))
    assert f"samengevoegd met «Oud (1988)» ({key})" in text
    assert "van «Oud (1988)»" in text
    assert "Jaar: – → 1988" in text


def test_merge_after_an_unseen_change_is_refused_in_words(desk):
    old, into = FilmFactory(), FilmFactory()
    at = address(into, "merging_with", old.pk)
    form = filled(Page(desk.get(at)))
    CreditFactory(title=old)

    answer = desk.post(at, form, follow=True)

    assert "intussen gewijzigd" in answer.content.decode()
    assert Film.objects.count() == 2


def test_page_of_what_was_merged_leads_to_the_survivor(desk):
    old, into = FilmFactory(), FilmFactory()
    key = old.pk
    merged(old, into)
    old.pk = key

    answer = desk.get(address(old, "change"))

    assert answer["Location"] == address(into, "change")


def test_page_of_what_never_was_leads_back_to_the_desk(desk):
    answer = desk.get("/beheer/catalog/film/999/change/")

    assert answer["Location"] == "/beheer/"


def test_editor_undoes_a_merge_from_history(desk):
    old, into = PersonFactory(name="Oud"), PersonFactory(name="Nieuw")
    credit = CreditFactory(person=old)
    key = old.pk
    merge(desk, old, into)
    old.pk = key
    last = Person.history.filter(id=key).latest()

    at = address(old, "revision", last.pk)
    desk.post(at, filled(Page(desk.get(at))))

    credit.refresh_from_db()
    assert credit.person_id == key
    assert desk.get(address(old, "change")).status_code == 200


# Who may


RIGHTS = {
    "visitor": (None, 302),
    "member": ([], 302),
    "reader": (["view_film"], 403),
    "writer": (["view_film", "change_film"], 403),
    "merger": (["view_film", "change_film", "merge_title"], 200),
    "of people": (["view_film", "change_film", "merge_person"], 403),
}


@pytest.mark.parametrize("who", RIGHTS)
def test_who_may_merge(client, who):
    rights, status = RIGHTS[who]
    old, into = FilmFactory(), FilmFactory()
    FilmFactory.create_batch(2, name="Abel")
    find_doubles()
    pair = LikelyTitleDouble.objects.get()
    if rights is not None:
        member = UserFactory(is_staff=bool(rights))
        member.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(member)
    at = address(into, "merging_with", old.pk)
    apart = reverse("admin:catalog_likelytitledouble_apart", args=[pair.pk])
    finding = reverse("admin:catalog_likelytitledouble_finding")

    statuses = [
        client.get(address(into, "merging")).status_code,
        client.get(at).status_code,
        client.post(at, {"seen": "x"}).status_code,
        client.get(DOUBLES).status_code,
        client.post(apart).status_code,
        client.post(finding).status_code,
    ]

    done = 302 if status == 200 else status
    assert statuses == [status, status, done, status, done, done]
    assert Title.objects.count() == 4
    assert NotTitleDouble.objects.count() == (1 if status == 200 else 0)


def test_writer_without_the_right_sees_no_way_to_merge(client):
    member = UserFactory(is_staff=True)
    rights = Permission.objects.filter(codename__in=["view_film", "change_film"])
    member.user_permissions.set(rights)
    client.force_login(member)
    film = FilmFactory()

    page = Page(client.get(address(film, "change")))

    assert address(film, "merging") not in page.links


# Likely doubles


def test_doubles_lead_to_merging_and_to_each_of_the_two(desk):
    one, other = FilmFactory.create_batch(2, name="Abel", year=1986)
    find_doubles()

    page = Page(desk.get(DOUBLES))

    links = page.links
    assert address(one, "merging_with", other.pk) in links
    assert address(one, "change") in links
    assert address(other, "change") in links
    assert "dezelfde naam en hetzelfde jaar" in page.text_of("div", id="content")


def test_pair_told_apart_leaves_the_list(desk, editor):
    FilmFactory.create_batch(2, name="Abel", year=1986)
    find_doubles()
    apart = reverse(
        "admin:catalog_likelytitledouble_apart",
        args=[LikelyTitleDouble.objects.get().pk],
    )

    first = desk.post(apart, follow=True)
    again = desk.post(apart, follow=True)

    assert "deze twee zijn niet dubbel" in first.content.decode()
    assert "Er zijn geen waarschijnlijke dubbelen" in main(first)
    assert "was al afgehandeld" in again.content.decode()
    assert NotTitleDouble.objects.get().decided_by == editor


def test_telling_apart_takes_a_post(desk):
    FilmFactory.create_batch(2, name="Abel", year=1986)
    find_doubles()
    apart = reverse(
        "admin:catalog_likelytitledouble_apart",
        args=[LikelyTitleDouble.objects.get().pk],
    )

    assert desk.get(apart).status_code == 405
    assert NotTitleDouble.objects.count() == 0


def test_search_for_doubles_is_begun_on_the_desk(desk):
    FilmFactory.create_batch(2, name="Abel", year=1986)

    answer = desk.post(reverse("admin:catalog_likelytitledouble_finding"), follow=True)

    assert "Gevonden paren: titels 1, personen 0" in answer.content.decode()
    assert "Abel (1986)" in main(answer)


@pytest.mark.parametrize("noun", ["likelytitledouble", "likelypersondouble"])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_list_of_doubles_costs_the_same_queries_however_long(
    desk, django_assert_num_queries, noun, count
):
    film = FilmFactory()
    for number in range(count):
        FilmFactory.create_batch(2, name=f"Abel {number}", year=1986)
        CreditFactory.create_batch(2, title=film, person__name=f"Naam {number}")
    for person in Person.objects.order_by("pk"):
        Person.objects.filter(pk=person.pk).update(
            search_key=f"x{(person.pk - 1) // 2}"
        )
    find_doubles()

    with django_assert_num_queries(5):
        desk.get(reverse(f"admin:catalog_{noun}_changelist"))


def test_long_list_of_doubles_goes_on_at_the_next_page(desk):
    for number in range(55):
        FilmFactory.create_batch(2, name=f"Abel {number}", year=1986)
    find_doubles()

    first = Page(desk.get(DOUBLES))
    (onward,) = [link for link in first.links if link.startswith("?na=")]
    second = desk.get(DOUBLES + onward)

    assert "Abel 49 (1986)" in first.text_of("div", id="content")
    assert "Abel 50 (1986)" in main(second)
