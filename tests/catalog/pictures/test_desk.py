"""The picture library and its register of licences on the desk."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.models import Picture
from catalog.pictures.sizes import make_sizes
from community.demonstration import make_accounts
from moviemeter.lib import long_lists
from tests.factories import (
    FilmFactory,
    PersonFactory,
    PhotographFactory,
    PictureFactory,
    SeasonFactory,
    StillFactory,
    UserFactory,
)
from tests.picture_files import bad, good, jpeg, quarters
from tests.reading import Page, fetched

pytestmark = pytest.mark.django_db

GOOD, BAD = good(), bad()
ADD = "/beheer/catalog/picture/add/"
LIST = "/beheer/catalog/picture/"
RIGHTS = {"credit": "© ANP", "licence_kind": "agency", "focus": "2-2"}


def change(picture, page="change"):
    return reverse(f"admin:catalog_picture_{page}", args=[picture.pk])


def file(content=None, name="foto.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content or jpeg(), content_type=kind)


def days(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def asked():
    return [
        (job.task_name.rpartition(".")[2], job.args)
        for job in ProcrastinateJob.objects.order_by("id")
    ]


@pytest.fixture
def editor():
    return make_accounts()[1]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


# Bringing a file


@pytest.mark.parametrize("name", GOOD)
def test_good_file_is_kept_and_its_sizes_are_asked_for(desk, stored, name):
    upload = SimpleUploadedFile(name, GOOD[name], content_type="text/html")

    answer = desk.post(ADD, {**RIGHTS, "upload": upload})

    assert (answer.status_code, answer["Location"]) == (302, LIST)
    picture = Picture.objects.get()
    assert (stored.originals / str(picture.original)).read_bytes() == GOOD[name]
    assert (stored.public, len(stored.private)) == ([], 1)
    assert asked() == [("make_sizes", {"picture_id": picture.pk})]
    assert picture.waiting_since is not None


@pytest.mark.parametrize("name", BAD)
def test_bad_file_gets_a_dutch_sentence_and_leaves_nothing(desk, stored, name):
    content, sentence = BAD[name]
    upload = SimpleUploadedFile(name, content, content_type="image/jpeg")

    answer = desk.post(ADD, {**RIGHTS, "alt": "Een pomp", "upload": upload})

    page = Page(answer)
    # Django itself tells of a file without a byte.
    assert (sentence if content else "leeg") in page.text_of("ul", class_="errorlist")
    assert page.attributes("input", name="alt")[0]["value"] == "Een pomp"
    assert (Picture.objects.count(), stored.private, stored.public) == (0, [], [])
    assert asked() == []


def test_picture_without_a_file_is_refused(desk):
    answer = desk.post(ADD, RIGHTS)

    assert "Dit veld is verplicht." in answer.content.decode()
    assert Picture.objects.count() == 0


def test_good_file_beside_another_fault_is_asked_for_once_more(desk, stored):
    answer = desk.post(ADD, {**RIGHTS, "credit": "", "upload": file()})

    html = answer.content.decode()
    assert "Het bestand is in orde. Kies het opnieuw als de rest ook klopt" in html
    assert (Picture.objects.count(), stored.private) == (0, [])


def test_nothing_is_kept_where_the_database_refuses_afterwards(desk, stored):
    def refusing(execute, sql, params, many, context):
        if "django_admin_log" in sql:
            raise IntegrityError("refused at the end")
        return execute(sql, params, many, context)

    with (
        connection.execute_wrapper(refusing),
        pytest.raises(IntegrityError, match="at the end"),
    ):
        desk.post(ADD, {**RIGHTS, "upload": file()})

    assert (stored.private, stored.public) == ([], [])
    assert (Picture.objects.count(), asked()) == (0, [])


def test_exchanged_file_gets_sizes_of_its_own_and_history_keeps_both(
    desk, stored, photograph
):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    older = str(picture.original)

    desk.post(change(picture), {**RIGHTS, "upload": file(jpeg(quarters(500, 400)))})

    picture.refresh_from_db()
    told = picture.history.order_by("history_id").values_list("original", flat=True)
    assert (picture.width, picture.height, picture.is_shown) == (500, 400, False)
    assert list(told) == [older, str(picture.original)]
    assert asked() == [("make_sizes", {"picture_id": picture.pk})]


def test_bad_file_leaves_the_picture_as_it_was(desk, stored, photograph):
    picture = photograph()

    desk.post(
        change(picture), {**RIGHTS, "credit": "Nieuw", "upload": file(b"geen beeld")}
    )

    again = Picture.objects.get()
    assert (again.original, again.credit) == (picture.original, "© ANP")
    assert stored.private == [str(picture.original)]


def test_drawing_can_not_be_exchanged(desk):
    drawing = PictureFactory()

    page = Page(desk.get(change(drawing)))
    desk.post(change(drawing), {**RIGHTS, "upload": file()})

    drawing.refresh_from_db()
    assert page.attributes("input", name="upload") == []
    assert (drawing.is_drawing, drawing.credit) == (True, "© ANP")


# Its heart


def test_heart_is_chosen_on_a_grid_with_a_name_for_each_place(desk):
    page = Page(desk.get(ADD))

    radios = page.attributes("input", type="radio", name="focus")
    assert len(radios) == 25
    assert [radio["value"] for radio in radios if "checked" in radio] == ["2-2"]
    assert "bovenaan, helemaal links" in page.text_of("label")


def test_heart_is_kept_and_history_tells_of_it(desk, photograph):
    picture = photograph()

    desk.post(change(picture), {**RIGHTS, "focus": "0-4"})

    picture.refresh_from_db()
    last = picture.history.latest()
    assert (picture.focus_x, picture.focus_y) == (0, 4)
    assert (last.focus_x, last.focus_y) == (0, 4)


def test_place_outside_the_grid_is_refused(desk):
    desk.post(ADD, {**RIGHTS, "focus": "5-0", "upload": file()})

    assert Picture.objects.count() == 0


def test_form_has_no_style_or_script_of_its_own(desk, photograph):
    picture = photograph()
    make_sizes(picture_id=picture.pk)

    html = desk.get(change(picture)).content.decode()

    assert "style=" not in html
    assert "onclick" not in html
    assert f"/media/{str(picture.file).replace('-800', '-640')}" in html


# Who may


PEOPLE = {
    "visitor": (None, (302, 302, 302)),
    "reader": ([], (302, 302, 302)),
    "staff": (["staff"], (403, 403, 403)),
    "looking": (["staff", "view_picture"], (403, 200, 403)),
    "changing": (["staff", "view_picture", "change_picture"], (403, 200, 200)),
    "adding": (["staff", "add_picture"], (302, 403, 403)),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_each_may_bring_see_and_download_what_they_may(client, photograph, who):
    rights, wanted = PEOPLE[who]
    picture = photograph()
    if rights is not None:
        member = UserFactory(is_staff="staff" in rights)
        member.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(member)

    added = client.post(ADD, {**RIGHTS, "upload": file()})
    seen = client.get(change(picture))
    downloaded = fetched(client, change(picture, "original"))
    codes = (added.status_code, seen.status_code, downloaded)

    # Whoever isn't let in is sent to log in, so their picture isn't kept either.
    assert codes == wanted
    assert Picture.objects.count() == (2 if who == "adding" else 1)


def test_original_is_handed_out_as_it_was_and_kept_by_nobody(desk, photograph):
    content = jpeg(quarters(400, 300), comment=b"bewaard")
    picture = photograph(content)

    answer = desk.get(change(picture, "original"))

    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Disposition"] == (
        f'attachment; filename="beeld-{picture.pk}.jpg"'
    )
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["Content-Type"] == "application/octet-stream"


def test_picture_without_an_original_has_none_to_download(desk, stored, photograph):
    lost = photograph()
    (stored.originals / str(lost.original)).unlink()

    codes = [
        desk.get(change(picture, "original")).status_code
        for picture in (PictureFactory(), lost)
    ]

    assert codes == [404, 404]


def test_original_can_not_be_fetched_as_media(client, photograph):
    picture = photograph()

    assert client.get(f"/media/{picture.original}").status_code == 404


# The register


def listed(desk, **asked_for):
    page = Page(desk.get(LIST, asked_for))
    links = [attrs.get("href", "") for attrs in page.attributes("a")]
    return {
        int(link.split("/")[4])
        for link in links
        if link.startswith(LIST) and link.split("?")[0].endswith("/change/")
    }


def test_register_is_filtered_by_the_end_of_the_licence(desk):
    soon = [PhotographFactory(ends_on=days(number)).pk for number in (0, 30)]
    ended = PhotographFactory(ends_on=days(-1)).pk
    PhotographFactory(ends_on=days(31))
    PhotographFactory()

    assert listed(desk, einde="ending_soon") == set(soon)
    assert listed(desk, einde="ended") == {ended}
    assert len(listed(desk, einde="iets")) == 5


def test_register_is_filtered_by_use(desk):
    used = {
        FilmFactory(poster=PhotographFactory()).poster_id,
        PersonFactory(portrait=PhotographFactory()).portrait_id,
        StillFactory(picture=PhotographFactory()).picture_id,
    }
    unused = PhotographFactory().pk

    assert listed(desk, gebruik="used") == used
    assert listed(desk, gebruik="unused") == {unused}


def test_register_is_filtered_by_what_waits_and_what_is_stuck(desk):
    now = timezone.now()
    waits = PhotographFactory(waiting_since=now, sizes_of="").pk
    stuck = PhotographFactory(
        waiting_since=now - datetime.timedelta(minutes=20), sizes_of=""
    ).pk
    PhotographFactory()

    assert listed(desk, formaten="waiting") == {waits, stuck}
    assert listed(desk, formaten="stuck") == {stuck}


@pytest.mark.parametrize("words", ["Eva Sjöberg", "eva sjoberg", "SJOB"])
def test_register_is_searched_by_maker_whatever_the_accents(desk, words):
    found = PhotographFactory(maker="Eva Sjöberg").pk
    PhotographFactory(maker="Iemand anders")

    assert listed(desk, q=words) == {found}


def test_register_tells_what_each_picture_is_used_for(desk):
    picture = PhotographFactory()
    FilmFactory(name="Spoorloos", poster=picture)
    SeasonFactory(series__name="Borgen", season_number=2, poster=picture)
    PersonFactory(name="Gene Bervoets", portrait=picture)
    StillFactory(title__name="De lift", picture=picture)

    row = Page(desk.get(LIST)).text_of("ul", class_="uses")
    page = Page(desk.get(change(picture)))

    assert "affiche van Spoorloos affiche van Borgen: seizoen 2" in row
    assert "en nog 1" in row
    assert "portret van Gene Bervoets" in page.text_of("ul", class_="uses")
    assert "beeld bij De lift" in page.text_of("ul", class_="uses")


STATES = {
    "klaar": {},
    "de formaten worden gemaakt": {"sizes_of": ""},
    "de licentie is afgelopen": {"ends_on": days(-1)},
    "blijft hangen: de formaten konden niet worden gemaakt": {
        "sizes_of": "",
        "waiting_since": timezone.now() - datetime.timedelta(hours=1),
    },
}


@pytest.mark.parametrize("state", STATES)
def test_register_tells_the_state_of_each(desk, state):
    PhotographFactory(**STATES[state])

    assert state in Page(desk.get(LIST)).text_of("td", class_="field-state")


@pytest.mark.parametrize("count", [1, 3, 20])
def test_register_costs_the_same_queries_however_long(
    desk, django_assert_num_queries, count
):
    for _ in range(count):
        picture = PhotographFactory()
        SeasonFactory(poster=picture)
        PersonFactory(portrait=picture)
        StillFactory(picture=picture)

    with django_assert_num_queries(13):
        desk.get(LIST)


def test_register_is_counted_up_to_a_bound_and_says_so(desk, monkeypatch):
    monkeypatch.setattr(long_lists, "MOST_COUNTED", 3)
    PhotographFactory.create_batch(4)

    assert "3 beelden of meer" in Page(desk.get(LIST)).text


def test_pictures_are_told_apart_while_choosing(desk):
    picture = PhotographFactory(alt="Rex bij de pomp", credit="© ANP")
    asked_for = {"app_label": "catalog", "model_name": "film", "field_name": "poster"}

    answer = desk.get("/beheer/autocomplete/", {**asked_for, "term": "pomp anp"})

    found = [row["text"] for row in answer.json()["results"]]
    assert found == [f"Rex bij de pomp · © ANP · #{picture.pk}"]


def test_picture_is_found_by_its_id(desk):
    picture, _other = PhotographFactory(), PhotographFactory()

    assert listed(desk, q=f"#{picture.pk}") == {picture.pk}
    assert listed(desk, q="…") == set()


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        ([], []),
        ([{"ends_on": 30}], ["1 beeld verloopt binnen 30 dagen"]),
        ([{"ends_on": 1}] * 3, ["3 beelden verlopen binnen 30 dagen"]),
        ([{"ends_on": 5}] * 102, ["Meer dan 100 beelden verlopen binnen 30 dagen"]),
        ([{"stuck": True}], ["Van 1 beeld konden de formaten niet worden gemaakt"]),
    ],
)
def test_desk_tells_what_asks_for_attention(desk, data, sentences):
    for row in data:
        PhotographFactory(
            ends_on=days(row["ends_on"]) if "ends_on" in row else None,
            waiting_since=timezone.now() - datetime.timedelta(days=1)
            if "stuck" in row
            else None,
        )

    page = Page(desk.get("/beheer/"))

    told = page.text_of("ul", class_="picture-notices")
    assert told == " ".join(sentences)


def test_desk_tells_nothing_of_pictures_to_who_may_not_see_them(client):
    client.force_login(UserFactory(is_staff=True))
    PhotographFactory(ends_on=days(1))

    assert "verloopt" not in client.get("/beheer/").content.decode()


def test_try_again_asks_for_the_sizes_once_more_and_at_once(desk, photograph):
    picture = photograph()
    form = {"action": "make_anew", "_selected_action": [picture.pk]}
    first = desk.post(LIST, form, follow=True)
    ProcrastinateJob.objects.values_list("id", flat=True).get()

    desk.post(LIST, form)

    picture.refresh_from_db()
    assert "De formaten van 1 beeld worden gemaakt." in first.content.decode()
    assert asked() == [("make_sizes", {"picture_id": picture.pk})]
    assert picture.waiting_since is not None


# Licences and deleting


def test_extended_licence_brings_a_withdrawn_picture_back(desk):
    picture = PhotographFactory(
        ends_on=days(-9), withdrawn_at=timezone.now(), sizes_of="", widths=[]
    )

    desk.post(change(picture), {**RIGHTS, "ends_on": days(90).strftime("%d-%m-%Y")})

    assert asked() == [("make_sizes", {"picture_id": picture.pk})]


def test_telling_more_of_a_picture_asks_for_nothing(desk, photograph):
    picture = photograph()
    make_sizes(picture_id=picture.pk)

    desk.post(change(picture), {**RIGHTS, "caption": "Bij de pomp"})

    picture.refresh_from_db()
    assert (picture.caption, asked()) == ("Bij de pomp", [])


def test_deleting_tells_where_the_picture_is_used(desk):
    picture = PhotographFactory()
    FilmFactory(name="Spoorloos", poster=picture)

    html = desk.get(change(picture, "delete")).content.decode()

    assert "Verdwijnt van zijn plaats: affiche van" in html
    assert "Spoorloos" in html


@pytest.mark.parametrize("by_action", [False, True])
def test_deleted_picture_goes_with_its_files(
    desk, photograph, stored, django_capture_on_commit_callbacks, by_action
):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    film = FilmFactory(poster=picture)

    with django_capture_on_commit_callbacks(execute=True):
        if by_action:
            form = {"action": "delete_selected", "_selected_action": [picture.pk]}
            desk.post(LIST, {**form, "post": "yes"})
        else:
            desk.post(change(picture, "delete"), {"post": "yes"})

    film.refresh_from_db()
    assert (film.poster, Picture.objects.count()) == (None, 0)
    assert (stored.public, stored.private) == ([], [])


def test_earlier_state_that_is_put_back_keeps_the_file_and_gets_its_card(
    desk, photograph
):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    desk.post(change(picture), {**RIGHTS, "focus": "4-4", "maker": "Iemand"})
    make_sizes(picture_id=picture.pk)
    before = Picture.objects.get()
    first = Picture.history.filter(id=picture.pk).earliest()
    address = reverse("admin:catalog_picture_revision", args=[picture.pk, first.pk])
    seen = Page(desk.get(address)).attributes("input", name="seen")[0]["value"]
    ProcrastinateJob.objects.all().delete()

    desk.post(address, {"seen": seen})

    picture.refresh_from_db()
    assert (picture.focus_x, picture.maker) == (2, "")
    assert (picture.file, picture.original) == (before.file, before.original)
    assert asked() == [("make_sizes", {"picture_id": picture.pk})]
