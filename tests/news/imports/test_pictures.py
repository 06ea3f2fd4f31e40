"""Old pictures out of the operator's folder: only with a credit, only once."""

import pytest

from catalog.models import LicenceKind, Picture
from catalog.models.picture import originals
from news.imports.pictures import Uploads
from news.imports.storing import Outcome
from news.markup import clean
from news.models import Article
from tests.news.imports.conftest import HOME, item, post, rss, upload, wxr
from tests.picture_files import jpeg

pytestmark = pytest.mark.django_db

UPLOADS = f"{HOME}/wp-content/uploads/2019/03"
META = ("_wp_attachment_metadata", 's:6:"credit";s:3:"ANP";s:9:"copyright";s:0:"";')


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "originals": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "originals"},
        },
    }
    (tmp_path / "uploads" / "2019" / "03").mkdir(parents=True)
    return tmp_path / "uploads"


def put(folder, name, data=None):
    (folder / "2019" / "03" / name).write_bytes(data or jpeg())


def load(site, folder, text=None, **choices):
    uploads = Uploads(folder, LicenceKind.PRESS, "oudesite.example")
    return site.load(text, uploads=uploads, **choices)


def reasons(site):
    return [reason.removeprefix(f"{HOME}/?p=1: ") for _, _, reason in site.told]


def test_lead_picture_of_wordpress_comes_with_its_rights(site, folder):
    put(folder, "rex.jpg")
    text = wxr(
        post(meta=[("_thumbnail_id", "7")]),
        upload(7, "rex.jpg", caption="Rex wacht.", meta=[
            ("_wp_attachment_image_alt", "Een man bij een pomp"),
            ("_media_credit", "© Anna de Vries"),
        ]),
    )  # fmt: skip

    done = load(site, folder, text)

    picture = Article.objects.get().picture
    assert (picture.alt, picture.caption) == ("Een man bij een pomp", "Rex wacht.")
    assert (picture.credit, picture.licence_kind) == ("© Anna de Vries", "press")
    assert picture.waiting_since is not None
    with originals().open(str(picture.original)) as file:
        assert file.read() == jpeg()
    assert (done.pictures, site.told) == (1, [])


@pytest.mark.parametrize(
    ("meta", "caption", "credit"),
    [
        ([META], "", "ANP"),
        ([], "Rex. Foto: © ANP", "© ANP"),
        ([], "© Anna", "© Anna"),
        ([], "Beeld: Anna de Vries.", "Anna de Vries"),
        ([("photo_credit", "Anna")], "Foto: Piet", "Anna"),
    ],
)
def test_credit_is_taken_from_where_it_is_told(site, folder, meta, caption, credit):
    put(folder, "rex.jpg")

    load(
        site,
        folder,
        wxr(
            post(meta=[("_thumbnail_id", "7")]),
            upload(7, "rex.jpg", meta=meta, caption=caption),
        ),
    )

    assert Article.objects.get().picture.credit == credit


def test_picture_without_a_credit_stays_behind_and_is_told(site, folder):
    put(folder, "rex.jpg")
    text = wxr(
        post(
            meta=[("_thumbnail_id", "7")],
            content__encoded=f'A.\n\n<img src="{UPLOADS}/rex2.jpg" alt="x">\n\nb',
        ),
        upload(7, "rex.jpg", caption="Rex wacht."),
    )

    done = load(site, folder, text)

    article = Article.objects.get()
    assert (article.picture, "figure" in article.body) == (None, False)
    assert done.outcomes == {Outcome.NEW: 1}
    assert reasons(site) == [
        f"picture {UPLOADS[6:]}/rex2.jpg: the file tells no credit",
        f"picture {UPLOADS[6:]}/rex.jpg: the file tells no credit",
    ]


def test_picture_in_the_text_is_a_figure_where_it_stood(site, folder):
    put(folder, "rex.jpg")
    shown = f'<img src="{UPLOADS}/rex-300x200.jpg" alt="Rex">'

    load(
        site,
        folder,
        wxr(
            post(
                content__encoded="A.\n\nEen.\n\n"
                f'[caption id="x"]{shown} Foto: ANP[/caption]\n\nTwee.'
            )
        ),
    )

    picture = Picture.objects.get()
    assert (picture.alt, picture.credit) == ("Rex", "ANP")
    assert Article.objects.get().body == clean(
        f'<p>Een.</p><figure data-picture="{picture.pk}"></figure><p>Twee.</p>'
    )


def test_picture_that_is_the_lead_does_not_stand_in_the_text_as_well(site, folder):
    put(folder, "rex.jpg")

    load(
        site,
        folder,
        wxr(
            post(
                meta=[("_thumbnail_id", "7")],
                content__encoded=f'A.\n\nb <img src="{UPLOADS}/rex-150x150.jpg">',
            ),
            upload(7, "rex.jpg", caption="© ANP"),
        ),
    )

    assert Article.objects.get().picture == Picture.objects.get()
    assert "figure" not in Article.objects.get().body
    assert site.told == []


def test_picture_of_a_feed_comes_with_its_credit(site, folder):
    put(folder, "rex.jpg")
    media = (
        f'<media:content url="{UPLOADS}/rex.jpg" medium="image">'
        "<media:credit>ANP</media:credit><media:description>Rex</media:description>"
        "</media:content>"
    )

    load(site, folder, rss(item(more=media)))

    picture = Article.objects.get().picture
    assert (picture.credit, picture.caption) == ("ANP", "Rex")


def test_enclosure_has_no_credit(site, folder):
    put(folder, "rex.jpg")
    enclosure = f'<enclosure url="{UPLOADS}/rex.jpg" type="image/jpeg" length="1"/>'

    load(site, folder, rss(item(more=enclosure)))

    assert reasons(site) == [f"picture {UPLOADS[6:]}/rex.jpg: the file tells no credit"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("weg.jpg", None, "it is not in the folder"),
        ("../../geheim.jpg", jpeg(), "it is not in the folder"),
        ("nep.jpg", b"<svg/>", "SVG isn't taken, since"),
    ],
)
def test_file_that_is_no_picture_of_the_folder_is_told(site, folder, name, data, told):
    (folder.parent / "geheim.jpg").write_bytes(jpeg())
    if data and "/" not in name:
        put(folder, name, data)

    load(
        site,
        folder,
        wxr(
            post(meta=[("_thumbnail_id", "7")]),
            upload(7, name, caption="Foto: © ANP"),
        ),
    )

    assert Article.objects.get().picture is None
    assert told in reasons(site)[0]


def test_link_out_of_the_folder_is_not_followed(site, folder):
    secret = folder.parent / "geheim.jpg"
    secret.write_bytes(jpeg())
    (folder / "2019" / "03" / "rex.jpg").symlink_to(secret)

    load(
        site,
        folder,
        wxr(post(meta=[("_thumbnail_id", "7")]), upload(7, "rex.jpg", caption="© A")),
    )

    assert Picture.objects.count() == 0


def with_lead(number):
    return post(number, meta=[("_thumbnail_id", "7")])


def test_picture_of_two_stories_comes_once_and_never_again(site, folder):
    put(folder, "rex.jpg")
    text = wxr(with_lead(1), with_lead(2), upload(7, "rex.jpg", caption="© ANP"))

    first = load(site, folder, text)
    second = load(site, folder)

    assert (first.pictures, second.pictures) == (1, 0)
    assert second.outcomes == {Outcome.SAME: 2}
    assert Picture.objects.count() == 1


def test_pictures_may_come_later_than_their_stories(site, folder):
    put(folder, "rex.jpg")
    text = wxr(with_lead(1), upload(7, "rex.jpg", caption="© ANP"))
    site.load(text)

    done = load(site, folder)

    assert done.outcomes == {Outcome.CHANGED: 1}
    assert Article.objects.get().picture == Picture.objects.get()


def test_rehearsal_stores_no_picture(site, folder, tmp_path):
    put(folder, "rex.jpg")

    done = load(
        site,
        folder,
        wxr(with_lead(1), upload(7, "rex.jpg", caption="© ANP")),
        is_rehearsal=True,
    )

    assert (done.pictures, Picture.objects.count()) == (1, 0)
    assert not (tmp_path / "originals").exists()


def test_picture_of_a_story_that_is_rejected_is_not_kept(site, folder, tmp_path):
    put(folder, "rex.jpg")
    content = f'<figure><img src="{UPLOADS}/rex.jpg"><figcaption>© A</figcaption>'

    done = load(site, folder, wxr(post(1, content__encoded=content)))

    assert (done.rejected, Picture.objects.count()) == (1, 0)
    assert [
        path for path in (tmp_path / "originals").rglob("*") if path.is_file()
    ] == []
