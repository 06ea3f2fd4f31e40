"""Rights of what a story shows: the only thing that blocks."""

from datetime import date

import pytest
from django.utils import timezone

from news.proofreading import proofread
from tests.factories import PhotographFactory, PictureFactory
from tests.news.proofreading.conftest import MOMENT

pytestmark = pytest.mark.django_db


def of_pictures(story, body="<p>Tekst.</p>", **columns):
    findings = proofread(story(body, **columns), at=MOMENT)
    return [
        (each.sort, each.blocks, each.picture)
        for each in findings
        if each.field == "picture"
    ]


def figure(picture_id):
    return f'<p>Tekst.</p><figure data-picture="{picture_id}"></figure>'


def test_good_pictures_raise_nothing(story):
    inside = PictureFactory(alt="Een tekening", ends_on=date(2022, 3, 7))

    assert of_pictures(story, figure(inside.pk)) == []


def test_licence_that_ends_before_publication_blocks(story):
    lead = PhotographFactory(alt="Iemand", ends_on=date(2022, 3, 6))

    assert of_pictures(story, picture=lead) == [("rights", True, lead.pk)]


def test_picture_in_the_text_counts_as_the_lead_does(story):
    inside = PhotographFactory(alt="", ends_on=date(2022, 3, 6))

    assert of_pictures(story, figure(inside.pk)) == [
        ("rights", True, inside.pk),
        ("no-description", False, inside.pk),
    ]


def test_picture_that_left_the_library_blocks(story):
    assert of_pictures(story, figure(99)) == [("picture-files", True, 99)]


def test_blank_credit_blocks(story):
    lead = PhotographFactory(alt="Iemand", credit=" ")

    assert of_pictures(story, picture=lead) == [("rights", True, lead.pk)]


def test_files_taken_away_block_and_files_being_made_do_not(story):
    taken = PhotographFactory(alt="Iemand", withdrawn_at=timezone.now())
    waiting = PhotographFactory(alt="Iemand", sizes_of="")

    assert of_pictures(story, picture=taken) == [("picture-files", True, taken.pk)]
    assert of_pictures(story, picture=waiting) == [("picture-files", False, waiting.pk)]


def test_story_without_a_lead_picture_is_told_so(story):
    assert of_pictures(story, picture=None) == [("no-picture", False, None)]


def test_what_blocks_stands_first(story):
    article = story(figure(99), headline="Een kop.")

    findings = proofread(article, at=MOMENT)

    assert [each.sort for each in findings] == [
        "picture-files",
        "full-stop",
        "no-links",
    ]
