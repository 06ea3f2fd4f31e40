"""A title's small rows (genres, durations, names …) fetched inside the title's query.

Each becomes one JSON array, so that a page costs one query for all of them, however
many there are.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.functions import JSONObject

from catalog.models.alternative_title import AlternativeTitle
from catalog.models.country import TitleCountry
from catalog.models.duration import Duration
from catalog.models.genre import TitleGenre
from catalog.models.outside_id import TitleOutsideId
from catalog.models.plot import Plot
from catalog.models.release import Release
from catalog.models.trailer import Trailer

MOST_ROWS = 40  # Of any one sort on a page; a title with more shows the first.


def row_arrays() -> dict[str, ArraySubquery]:
    """The arrays by the name under which a title carries them."""
    return {
        "genre_list": _rows(TitleGenre, name="genre__name", slug="genre__slug"),
        "country_list": _rows(
            TitleCountry,
            code="country_id",
            name="country__name",
            slug="country__slug",
        ),
        "duration_list": _rows(Duration, minutes="minutes", note="note"),
        "alternative_list": _rows(
            AlternativeTitle,
            name="name",
            language="language",
            country="country__name",
            kind="kind",
        ),
        "release_list": _rows(
            Release,
            country="country_id",
            country_name="country__name",
            kind="kind",
            released_on="released_on",
            precision="precision",
        ),
        "plot_list": _rows(
            Plot, language="language", text="text", author="author", licence="licence"
        ),
        "outside_id_list": _rows(TitleOutsideId, source="source", value="value"),
        "trailer_list": _rows(Trailer, site="site", key="key", name="name"),
    }


def _rows(model: type[models.Model], **columns: str) -> ArraySubquery:
    order = model._meta.ordering or ["id"]
    rows = model._default_manager.filter(title=models.OuterRef("pk")).order_by(*order)
    return ArraySubquery(rows.values(row=JSONObject(**columns))[:MOST_ROWS])
