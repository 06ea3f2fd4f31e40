"""What happens when a licence has ended."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.models import Picture
from catalog.pictures.sizes import make_sizes
from catalog.pictures.withdrawing import ask_for_lacking, withdraw_ended
from catalog.social_cards import draw_missing_cards
from tests.factories import PhotographFactory, PictureFactory
from tests.reading import fetched

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="6" height="9"></svg>'


def days(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def ended(picture):
    """The picture, the day after its last."""
    Picture.objects.filter(pk=picture.pk).update(ends_on=days(-1))
    return Picture.objects.get(pk=picture.pk)


def drawing():
    name = default_storage.save("pictures/affiche-x-0123456789.svg", ContentFile(SVG))
    return PictureFactory(file=name, width=6, height=9)


def asked():
    return [job.args for job in ProcrastinateJob.objects.order_by("id")]


def test_files_of_an_ended_photograph_go_and_its_original_stays(
    client, photograph, stored
):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    picture = ended(picture)
    address = picture.file.url
    before = fetched(client, address)

    assert withdraw_ended() == 1

    assert (before, fetched(client, address)) == (200, 404)
    assert (stored.public, stored.private) == ([], [str(picture.original)])


def test_files_of_a_photograph_on_its_last_day_stay(photograph, stored):
    picture = photograph(ends_on=days(0))
    make_sizes(picture_id=picture.pk)

    assert withdraw_ended() == 0

    assert len(stored.public) == 7


def test_withdrawing_twice_withdraws_once(photograph):
    ended(photograph())

    assert [withdraw_ended(), withdraw_ended()] == [1, 0]


def test_extended_licence_brings_the_photograph_back(photograph, stored):
    picture = photograph()
    make_sizes(picture_id=picture.pk)
    before = stored.public
    ended(picture)
    withdraw_ended()

    Picture.objects.filter(pk=picture.pk).update(ends_on=days(365))
    shown_meanwhile = Picture.objects.get(pk=picture.pk).is_shown
    ask_for_lacking()
    make_sizes(picture_id=picture.pk)

    picture.refresh_from_db()
    assert asked() == [{"picture_id": picture.pk}]
    assert (shown_meanwhile, picture.is_shown, stored.public) == (False, True, before)


def test_ended_drawing_goes_to_the_originals_and_comes_back(stored):
    picture = drawing()
    draw_missing_cards()
    ended(picture)
    withdraw_ended()
    withdrawn = (stored.public, stored.private, draw_missing_cards())

    Picture.objects.filter(pk=picture.pk).update(ends_on=None)
    shown_meanwhile = Picture.objects.get(pk=picture.pk).is_shown
    make_sizes(picture_id=picture.pk)

    picture.refresh_from_db()
    assert withdrawn == ([], [str(picture.file)], 0)
    assert (shown_meanwhile, picture.is_shown) == (False, True)
    assert stored.private == []
    with default_storage.open(str(picture.file)) as file:
        assert file.read() == SVG
    assert picture.social_card


def test_file_that_was_put_back_from_history_is_made_again(photograph):
    picture = photograph()
    Picture.objects.filter(pk=picture.pk).update(sizes_of="pictures/ab/old-800.jpg")

    assert (ask_for_lacking(), ask_for_lacking()) == (1, 0)


def test_nothing_is_asked_for_what_is_there_or_has_ended():
    PictureFactory()
    PhotographFactory()
    PhotographFactory(ends_on=days(-3), sizes_of="")

    assert (ask_for_lacking(), asked()) == (0, [])


def test_withdrawing_writes_no_history(photograph):
    ended(photograph())
    before = Picture.history.count()

    withdraw_ended()

    assert Picture.history.count() == before


@pytest.mark.parametrize("count", [1, 5])
def test_withdrawing_reads_many_at_once(photograph, django_assert_num_queries, count):
    for _ in range(count):
        ended(photograph())

    # Two readings, the last of them empty, and a line for each.
    with django_assert_num_queries(2 + count):
        withdraw_ended()
