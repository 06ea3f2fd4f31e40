"""Everybody who is credited in the demonstration."""

from catalog.demonstration.drawings import Easel
from catalog.demonstration.reading import PersonText
from catalog.models import Country, Person, PersonOutsideId
from catalog.models.outside_id import PersonSource
from moviemeter.lib.partial_dates import PartialDate
from moviemeter.lib.text_files import FileRefused

FIELDS = (
    "name",
    "sort_name",
    "born_on",
    "born_precision",
    "birthplace",
    "birth_country",
    "died_on",
    "died_precision",
    "portrait",
    "sort_key",
    "search_key",
)


def load_people(entries: list[PersonText], *, easel: Easel) -> dict[str, Person]:
    """Make or correct a person for each entry; returns them by name.

    A person is found back by IMDb id, or else by name. Raises FileRefused for a country
    that there is not.
    """
    people = _known(entries)
    known = set(people)
    countries = Country.objects.in_bulk()
    for entry in entries:
        if entry.birth_country and entry.birth_country not in countries:
            raise FileRefused(f"{entry.name}: unknown country {entry.birth_country}")
        person = people.setdefault(entry.name, Person(name=entry.name))
        person.sort_name = entry.sort_name
        person.birthplace = entry.birthplace
        person.birth_country = countries.get(entry.birth_country)
        _set_date(person, "born", entry.date("born"))
        _set_date(person, "died", entry.date("died"))
    easel.hang_portraits(list(people.values()))
    new = [person for name, person in people.items() if name not in known]
    old = [person for name, person in people.items() if name in known]
    Person.objects.bulk_create(new, batch_size=500)
    # An upsert by key: many times faster than bulk_update's long CASE.
    Person.objects.bulk_create(
        old,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=FIELDS,
    )
    _store_ids(entries, people)
    return people


def _known(entries: list[PersonText]) -> dict[str, Person]:
    """People who are there already, by the name that the files give them."""
    names = [entry.name for entry in entries]
    people = {
        person.name: person
        for person in Person.objects.filter(name__in=names).order_by("-pk")
    }
    by_id = {entry.imdb: entry.name for entry in entries if entry.imdb}
    rows = PersonOutsideId.objects.filter(
        source=PersonSource.IMDB, value__in=by_id
    ).select_related("person")
    return people | {by_id[row.value]: row.person for row in rows}


def _set_date(person: Person, key: str, known: PartialDate | None) -> None:
    setattr(person, f"{key}_on", known.date if known else None)
    if known:
        setattr(person, f"{key}_precision", known.precision)


def _store_ids(entries: list[PersonText], people: dict[str, Person]) -> None:
    PersonOutsideId.objects.bulk_create(
        (
            PersonOutsideId(
                source=PersonSource.IMDB, value=entry.imdb, person=people[entry.name]
            )
            for entry in entries
            if entry.imdb
        ),
        update_conflicts=True,
        unique_fields=["source", "value"],
        update_fields=["person"],
    )
