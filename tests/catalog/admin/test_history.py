"""History on the desk: listed, compared, put back."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from catalog.demonstration.loading import save_without_history
from catalog.history.revising import revising
from catalog.models import (
    Credit,
    Film,
    Person,
    Picture,
    Title,
    TitleGenre,
    TitleOutsideId,
)
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    PersonOutsideIdFactory,
    PictureFactory,
    SeasonFactory,
    SeriesFactory,
    TitleGenreFactory,
    TitleOutsideIdFactory,
    UserFactory,
)
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db


def address(thing, page, *arguments):
    name = type(thing)._meta.model_name
    return reverse(f"admin:catalog_{name}_{page}", args=[thing.pk, *arguments])


def revisions(thing):
    """Oldest first."""
    model = Title if isinstance(thing, Title) else type(thing)
    rows = model.history.filter(id=thing.pk)
    return list(rows.order_by("history_date", "history_id"))


def main(answer):
    """The page's own part in words."""
    return Page(answer).text_of("div", id="content")


def put_back(client, thing, revision, **changes):
    at = address(thing, "revision", revision.pk)
    form = filled(Page(client.get(at)))
    return client.post(at, form | changes, follow=True)


# Saving on the desk


def test_film_saved_with_its_rows_is_one_revision(desk, editor):
    film = FilmFactory(name="Oud")
    genre = TitleGenre.objects.model.genre.field.related_model.objects.first()
    page = Page(desk.get(address(film, "change")))

    desk.post(
        address(film, "change"),
        filled(page, name="Nieuw")
        | {
            "genre_rows-TOTAL_FORMS": "1",
            "genre_rows-0-genre": str(genre.pk),
            "genre_rows-0-position": "0",
            "genre_rows-0-title": str(film.pk),
        },
    )

    last = revisions(film)[-1]
    assert len(revisions(film)) == 2
    assert (last.name, last.history_user) == ("Nieuw", editor)
    assert [row["genre"] for row in last.rows["genre_rows"]] == [genre.name]


def test_film_saved_as_it_stands_is_no_revision(desk):
    film = CreditFactory().title
    page = Page(desk.get(address(film, "change")))

    desk.post(address(film, "change"), filled(page))

    assert len(revisions(film)) == 1


def test_first_edit_on_the_desk_keeps_the_imported_rows(desk):
    film = Film(kind="film", name="Ingevoerd")
    save_without_history(film)
    CreditFactory(title=film, person__name="Iemand")
    page = Page(desk.get(address(film, "change")))

    desk.post(address(film, "change"), filled(page, year="1988"))

    first, second = revisions(film)
    assert [row["person"] for row in first.rows["credits"]] == ["Iemand"]
    assert (first.history_user, first.history_change_reason) == (
        None,
        "zoals geïmporteerd",
    )
    assert (first.year, second.year) == (None, 1988)


def test_new_person_with_an_outside_id_is_one_revision(desk):
    page = Page(desk.get(reverse("admin:catalog_person_add")))

    desk.post(
        reverse("admin:catalog_person_add"),
        filled(page, name="Iemand", visible="on")
        | {
            "outside_ids-TOTAL_FORMS": "1",
            "outside_ids-0-source": "imdb",
            "outside_ids-0-value": "nm1",
        },
    )

    (only,) = Person.history.all()
    assert (only.history_type, [row["value"] for row in only.rows["outside_ids"]]) == (
        "+",
        ["nm1"],
    )


# The list


@pytest.mark.parametrize(
    "factory", [FilmFactory, SeriesFactory, SeasonFactory, PersonFactory]
)
def test_history_tells_who_changed_what(desk, editor, factory):
    thing = factory(name="Oud")

    with revising(thing, by=editor, reason="verbeterd"):
        thing.name = "Nieuw"
        thing.save()

    text = main(desk.get(address(thing, "history")))
    assert "Oud → Nieuw" in text
    assert "redactie" in text
    assert "verbeterd" in text


def test_history_of_what_nobody_changed_says_so(desk):
    film = Film(kind="film", name="Ingevoerd")
    save_without_history(film)

    assert "Niemand heeft dit hier nog gewijzigd" in main(
        desk.get(address(film, "history"))
    )


@pytest.mark.parametrize("count", [1, 30])
def test_history_costs_the_same_queries_however_long(
    desk, editor, django_assert_num_queries, count
):
    film = CreditFactory().title
    for year in range(1900, 1900 + count):
        with revising(film, by=editor):
            film.year = year
            film.save()

    # Session, member, rights of two sorts, what was merged, revisions, the film, bar.
    with django_assert_num_queries(7):
        desk.get(address(film, "history"))


def test_long_history_goes_on_at_the_next_page(desk, editor):
    film = FilmFactory()
    for year in range(1900, 1930):
        with revising(film, by=editor):
            film.year = year
            film.save()

    first = desk.get(address(film, "history"))
    (older,) = [link for link in Page(first).links if "?tot=" in link]
    second = desk.get(older)

    assert "Jaar: 1928 → 1929" in main(first)
    assert "Jaar: 1904 → 1905" in main(first)
    assert "Jaar: 1903 → 1904" not in main(first)
    assert "Jaar: 1903 → 1904" in main(second)
    assert "Jaar: – → 1900" in main(second)


@pytest.mark.parametrize("start", ["x", "-1", "0", "9" * 30, "999999"])
def test_odd_start_of_the_history_shows_the_first_page(desk, start):
    film = FilmFactory()

    answer = desk.get(address(film, "history"), {"tot": start})

    assert answer.status_code == 200


@pytest.mark.parametrize("key", ["999", "x", "1 or 1", "9" * 30])
def test_history_of_nothing_is_not_found(desk, key):
    answer = desk.get(f"/beheer/catalog/film/{key}/history/")

    assert answer.status_code == 404


def test_history_of_another_kind_is_not_found(desk):
    series = SeriesFactory()

    assert desk.get(f"/beheer/catalog/film/{series.pk}/history/").status_code == 404


# Side by side


def test_two_revisions_stand_side_by_side(desk, editor):
    film = FilmFactory(year=1987)
    with revising(film, by=editor):
        film.year = 1988
        film.save()
        CreditFactory(title=film, person__name="Gene Bervoets")
    old, new = revisions(film)

    answer = desk.get(address(film, "comparing"), {"old": new.pk, "new": old.pk})

    page = Page(answer)
    assert (page.texts("del"), page.texts("ins")) == (
        ["1987"],
        ["1988", "Gene Bervoets · rolverdeling"],
    )
    assert "toegevoegd" in main(answer)


def test_revision_is_compared_with_how_it_is_now(desk):
    film = FilmFactory(year=1987)
    Title.objects.update(year=1988)

    answer = desk.get(address(film, "comparing"), {"old": revisions(film)[0].pk})

    assert Page(answer).texts("ins") == ["1988"]


def test_nothing_chosen_leads_back_with_a_word(desk):
    film = FilmFactory()

    answer = desk.get(address(film, "comparing"), follow=True)

    assert answer.redirect_chain == [(address(film, "history"), 302)]
    assert "Kies twee versies" in answer.content.decode()


def test_revision_of_another_film_is_not_compared(desk):
    film, other = FilmFactory(), FilmFactory()

    answer = desk.get(address(film, "comparing"), {"old": revisions(other)[0].pk})

    assert answer.status_code == 404


# Putting back


@pytest.mark.parametrize(
    "factory", [FilmFactory, SeriesFactory, SeasonFactory, PersonFactory]
)
def test_earlier_state_is_put_back_as_a_new_revision(desk, editor, factory):
    thing = factory(name="Oud")
    thing.name = "Nieuw"
    thing.save()

    answer = put_back(desk, thing, revisions(thing)[0])

    thing = type(thing).objects.get(pk=thing.pk)
    last = revisions(thing)[-1]
    assert thing.name == "Oud"
    assert "De eerdere versie is teruggezet" in answer.content.decode()
    assert last.history_user == editor
    assert last.history_change_reason.startswith("teruggezet naar ")
    assert len(revisions(thing)) == 3


def test_picture_is_put_back_but_its_file_stays(desk):
    picture = PictureFactory(credit="© ANP", file="pictures/oud.svg")
    picture.credit, picture.file = "© AP", "pictures/nieuw.svg"
    picture.save()

    put_back(desk, picture, revisions(picture)[0])

    picture = Picture.objects.get()
    assert (picture.credit, str(picture.file)) == ("© ANP", "pictures/nieuw.svg")


def test_rows_are_put_back_with_the_fields(desk):
    film = FilmFactory(year=1988)
    with revising(film, by=None):
        kept = TitleGenreFactory(title=film, name="drama")
        gone = CreditFactory(title=film, character="Rex")
        changed = TitleOutsideIdFactory(title=film, value="tt1")
    with revising(film, by=None):
        film.year = 1999
        film.save()
        gone.delete()
        TitleGenreFactory(title=film, name="thriller")
        TitleOutsideId.objects.update(value="tt2")

    put_back(desk, film, revisions(film)[1])

    film.refresh_from_db()
    assert film.year == 1988
    assert list(film.genre_rows.all()) == [kept]
    credit = Credit.objects.get()
    assert (credit.person, credit.character) == (gone.person, "Rex")
    assert TitleOutsideId.objects.get().value == changed.value


def test_what_would_change_is_shown_before(desk):
    film = FilmFactory(year=1987)
    film.year = 1988
    film.save()

    answer = desk.get(address(film, "revision", revisions(film)[0].pk))

    page = Page(answer)
    assert (page.texts("del"), page.texts("ins")) == (["1988"], ["1987"])
    assert Film.objects.get().year == 1988


def test_credit_of_somebody_who_is_gone_stays_away_and_is_told(desk):
    film = FilmFactory()
    with revising(film, by=None):
        CreditFactory(title=film, person__name="Weg")
        CreditFactory(title=film, person__name="Blijft")
    with revising(film, by=None):
        Credit.objects.all().delete()
    Person.objects.get(name="Weg").delete()

    shown = desk.get(address(film, "revision", revisions(film)[1].pk))
    answer = put_back(desk, film, revisions(film)[1])

    told = "«Weg · rolverdeling» blijft weg"
    assert told in main(shown)
    assert told in answer.content.decode()
    assert Credit.objects.get().person.name == "Blijft"


def test_outside_id_that_is_of_another_now_stays_away_and_is_told(desk):
    film = FilmFactory()
    with revising(film, by=None):
        TitleOutsideIdFactory(title=film, value="tt1")
    with revising(film, by=None):
        TitleOutsideId.objects.all().delete()
    TitleOutsideIdFactory(value="tt1")

    answer = put_back(desk, film, revisions(film)[1])

    assert "het hoort nu bij een ander" in answer.content.decode()
    assert TitleOutsideId.objects.get().title != film


def test_poster_that_is_gone_leaves_the_poster_as_it_is(desk):
    film = FilmFactory(poster=PictureFactory(alt="Oud"))
    film.poster = PictureFactory(alt="Nieuw")
    film.save()
    Picture.objects.get(alt="Oud").delete()

    put_back(desk, film, revisions(film)[0])

    film.refresh_from_db()
    assert film.poster.alt == "Nieuw"


def test_state_that_cannot_be_any_more_is_refused(desk):
    series = SeriesFactory()
    season = SeasonFactory(series=series, season_number=1)
    season.season_number = 2
    season.save()
    SeasonFactory(series=series, season_number=1)

    shown = desk.get(address(season, "revision", revisions(season)[0].pk))

    assert "Die versie kan zoals het nu is niet terug" in main(shown)
    assert Page(shown).attributes("input", name="seen") == []


def test_what_came_in_between_is_not_overwritten(desk):
    film = FilmFactory(year=1987)
    film.year = 1988
    film.save()
    at = address(film, "revision", revisions(film)[0].pk)
    form = filled(Page(desk.get(at)))
    film.name = "Tussendoor"
    film.save()

    answer = desk.post(at, form, follow=True)

    film.refresh_from_db()
    assert (film.name, film.year) == ("Tussendoor", 1988)
    assert "intussen iets gewijzigd" in answer.content.decode()


def test_removed_film_comes_back_with_its_rows_under_its_own_address(desk):
    film = FilmFactory(name="Terug")
    TitleGenreFactory(title=film)
    key = film.pk
    film.delete()
    film.pk = key

    answer = put_back(desk, film, revisions(film)[-1])

    found = Film.objects.get()
    assert answer.status_code == 200
    assert (found.pk, found.name) == (key, "Terug")
    assert [row.genre.name for row in found.genre_rows.all()] == ["drama"]


def test_removed_picture_is_not_put_back(desk):
    picture = PictureFactory()
    key = picture.pk
    picture.delete()
    picture.pk = key

    shown = desk.get(address(picture, "revision", revisions(picture)[-1].pk))

    assert "voeg het opnieuw toe" in main(shown)


# Who may


PEOPLE = {
    "visitor": (None, 302, 302),
    "member": ([], 302, 302),
    "other staff": (["view_person"], 403, 403),
    "reader": (["view_film"], 200, 403),
    "editor": (["view_film", "change_film"], 200, 302),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_may_look_and_who_may_put_back(client, who):
    rights, looking, putting = PEOPLE[who]
    film = FilmFactory(year=1987)
    film.year = 1988
    film.save()
    if rights is not None:
        member = UserFactory(is_staff=bool(rights))
        for right in rights:
            member.user_permissions.add(Permission.objects.get(codename=right))
        client.force_login(member)
    at = address(film, "revision", revisions(film)[0].pk)

    statuses = [
        client.get(address(film, "history")).status_code,
        client.get(
            address(film, "comparing"), {"old": revisions(film)[0].pk}
        ).status_code,
        client.get(at).status_code,
        client.post(at, {"seen": "x"}).status_code,
    ]

    assert statuses == [looking, looking, looking, putting]
    film.refresh_from_db()
    assert film.year == 1988


def test_person_who_was_removed_is_listed_by_name(desk):
    person = PersonOutsideIdFactory(person__name="Weg").person
    key = person.pk
    person.delete()
    person.pk = key

    text = main(desk.get(address(person, "history")))

    assert "Weg" in text
    assert "Dit is er niet meer" in text
