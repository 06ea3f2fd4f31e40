"""Columns that are computed from their own row."""

import pytest

from catalog.models import Film, Person

pytestmark = pytest.mark.django_db


def test_derived_column_follows_each_save():
    film = Film.objects.create(name="De aanslag", language="nl")

    film.name = "Het affiche"
    film.save()

    film.refresh_from_db()
    assert (film.sort_key, film.search_key) == ("affiche het", "het affiche")


def test_derived_column_is_there_after_bulk_create():
    Person.objects.bulk_create([Person(name="Carice van Houten")])

    assert Person.objects.get().sort_key == "houten carice van"


def test_derived_column_is_cut_where_folding_makes_a_name_longer():
    name = "ß" * 300

    film = Film.objects.create(name=name)

    assert film.search_key == "s" * 400


def test_derived_columns_sort_by_bytes_whatever_the_database_was_made_with():
    names = ["a b", "ab", "a1", "b", "기", "a"]
    for name in names:
        Person.objects.create(name=name)

    keys = list(Person.objects.order_by("search_key").values_list("name", flat=True))

    assert keys == sorted(names)
