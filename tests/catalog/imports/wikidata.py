"""Items of Wikidata in the shapes of its REST interface and of its dumps."""

import bz2
import csv
import gzip
import json

from catalog.imports.importing import import_catalog
from catalog.imports.wikidata import Wikidata

NORMAL = "normal"


class Said:
    """A statement: its value, its qualifiers and its rank."""

    def __init__(self, value, rank=NORMAL, **qualifiers):
        self.value = value
        self.rank = rank
        self.qualifiers = qualifiers


def day(text, precision=11, calendar="Q1985727"):
    return {
        "time": f"+{text}T00:00:00Z",
        "precision": precision,
        "calendarmodel": f"http://www.wikidata.org/entity/{calendar}",
    }


def quantity(amount, unit="Q7727"):
    return {"amount": amount, "unit": f"http://www.wikidata.org/entity/{unit}"}


def rest(key, labels, **statements):
    """An item as /w/rest.php/wikibase/v1/entities/items/Q… gives it."""
    return {
        "type": "item",
        "id": key,
        "labels": labels,
        "statements": {
            name: [
                {
                    "rank": said.rank,
                    "property": {"id": name},
                    "value": {"type": "value", "content": said.value},
                    "qualifiers": [
                        {
                            "property": {"id": other},
                            "value": {"type": "value", "content": value},
                        }
                        for other, values in said.qualifiers.items()
                        for value in _listed(values)
                    ],
                }
                for said in _said(told)
            ]
            for name, told in statements.items()
        },
    }


def dumped(key, labels, **statements):
    """An item as it stands in a line of latest-all.json."""
    return {
        "type": "item",
        "id": key,
        "labels": {
            code: {"language": code, "value": text} for code, text in labels.items()
        }
        or [],  # as PHP writes an empty object
        "claims": {
            name: [
                {
                    "type": "statement",
                    "rank": said.rank,
                    "mainsnak": _snak(name, said.value),
                    "qualifiers": {
                        other: [_snak(other, value) for value in _listed(values)]
                        for other, values in said.qualifiers.items()
                    },
                }
                for said in _said(told)
            ]
            for name, told in statements.items()
        },
    }


class Items:
    """A folder of items, or a dump in it, loaded by a test."""

    def __init__(self, folder):
        self.folder = folder / "items"
        self.folder.mkdir()
        self.report = folder / "report.tsv"

    def write(self, *items):
        for item in items:
            path = self.folder / f"{item['id']}.json"
            path.write_text(json.dumps(item), encoding="utf-8")

    def dump(self, *items, name="dump.json"):
        """Write a dump, compressed as its name says; returns its path."""
        lines = ",\n".join(json.dumps(item) for item in items)
        text = f"[\n{lines}\n]\n".encode()
        if name.endswith(".gz"):
            text = gzip.compress(text)
        elif name.endswith(".bz2"):
            text = bz2.compress(text)
        path = self.folder / name
        path.write_bytes(text)
        return path

    def load(self, path=None, *, with_adult=False, **options):
        return import_catalog(
            source=Wikidata(path or self.folder, with_adult=with_adult),
            report=self.report,
            progress=lambda stage, done, total: None,
            **options,
        )

    def reported(self, what):
        """File, line and reason of the report's rows of this sort."""
        with self.report.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t"))[1:]
        return [tuple(line[1:]) for line in lines if line[0] == what]


def _snak(name, value):
    if value is None:
        return {"snaktype": "somevalue", "property": name}
    if isinstance(value, str) and value[:1] == "Q":
        value = {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}
    return {"snaktype": "value", "property": name, "datavalue": {"value": value}}


def _said(told):
    return [each if isinstance(each, Said) else Said(each) for each in _listed(told)]


def _listed(values):
    return values if isinstance(values, list) else [values]
