"""Two people at once: one of them is told, and nothing is half done."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client

from catalog.imports.staging import lock_imports
from catalog.merging.merging import merge_titles, preview_merge
from catalog.models import Credit, Film, Title, TitleMerge
from community.demonstration import make_accounts
from moviemeter.lib.refusals import Refused
from tests.at_once import at_once
from tests.catalog.admin.test_history import address
from tests.factories import CreditFactory, FilmFactory, UserFactory
from tests.forms import filled
from tests.reading import Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("turned", [False, True])
def test_two_merges_of_one_film_at_once_do_one(turned):
    film, other, third = FilmFactory(), FilmFactory(), FilmFactory()
    CreditFactory.create_batch(5, title=film)
    by = UserFactory()
    pairs = [(film, other), (other, film) if turned else (film, third)]
    seen = [
        preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen
        for old, into in pairs
    ]

    outcomes = at_once(
        *(
            lambda pair=pair, mark=mark: merge_titles(
                old=pair[0], into=pair[1], by=by, seen=mark
            )
            for pair, mark in zip(pairs, seen, strict=True)
        )
    )

    kinds = sorted(type(outcome).__name__ for outcome in outcomes)
    assert kinds == ["Refused", "TitleMerge"]
    merge = TitleMerge.objects.get()
    assert Film.objects.count() == 2
    assert Credit.objects.filter(title=merge.into).count() == 5


def test_film_that_was_merged_while_somebody_edited_it_does_not_come_back():
    client = Client()
    client.force_login(make_accounts()[1])
    old, into = FilmFactory(name="Oud"), FilmFactory(name="Nieuw")
    form = filled(Page(client.get(address(old, "change"))))
    at, by = address(old, "change"), UserFactory()
    seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen
    merge_titles(old=old, into=into, by=by, seen=seen)

    answer = client.post(at, form, follow=True)

    assert answer.redirect_chain == [(address(into, "change"), 302)]
    assert "«Oud» is hiermee samengevoegd; er is niets opgeslagen" in (
        answer.content.decode()
    )
    assert [film.name for film in Film.objects.get_queryset()] == ["Nieuw"]


def test_edit_and_merge_at_once_leave_one_film():
    client = Client()
    client.force_login(make_accounts()[1])
    old, into = FilmFactory(name="Oud"), FilmFactory(name="Nieuw")
    form = filled(Page(client.get(address(old, "change"))), name="Gewijzigd")
    at, by = address(old, "change"), UserFactory()
    seen = preview_merge(Title, old_id=old.pk, into_id=into.pk, by=by).seen

    outcomes = at_once(
        lambda: merge_titles(old=old, into=into, by=by, seen=seen),
        lambda: client.post(at, form).status_code,
    )

    # Whoever came first: the edit stands and the merge is refused, or the other way.
    merged = isinstance(outcomes[0], TitleMerge)
    names = {film.name for film in Film.objects.get_queryset()}
    assert outcomes[1] == 302
    assert names == ({"Nieuw"} if merged else {"Nieuw", "Gewijzigd"})


def test_merge_beside_an_import_is_refused():
    old, into = FilmFactory(), FilmFactory()
    held, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            lock_imports()
            held.set()
            done.wait()
        connection.close()

    importing = threading.Thread(target=hold)
    importing.start()
    held.wait()
    try:
        with pytest.raises(Refused, match="Er loopt een import"):
            preview_merge(Title, old_id=old.pk, into_id=into.pk, by=UserFactory())
    finally:
        done.set()
        importing.join()
