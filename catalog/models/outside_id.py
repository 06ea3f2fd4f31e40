"""What other catalogues call our titles and people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutsideId(models.Model):
    """An id elsewhere; one place gives one id to one thing."""

    value = models.CharField(_("id"), max_length=40)

    class Meta:
        abstract = True
        verbose_name = _("outside id")
        verbose_name_plural = _("outside ids")

    def __str__(self) -> str:
        return self.value


class TitleSource(models.TextChoices):
    IMDB = "imdb", "IMDb"
    WIKIDATA = "wikidata", "Wikidata"
    TMDB_FILM = "tmdb-film", "TMDB (film)"
    TMDB_SERIES = "tmdb-series", "TMDB (serie)"
    OMDB = "omdb", "omdb.org"


TITLE_ADDRESSES = {
    TitleSource.IMDB: "https://www.imdb.com/title/{}/",
    TitleSource.WIKIDATA: "https://www.wikidata.org/wiki/{}",
    TitleSource.TMDB_FILM: "https://www.themoviedb.org/movie/{}",
    TitleSource.TMDB_SERIES: "https://www.themoviedb.org/tv/{}",
    TitleSource.OMDB: "https://www.omdb.org/movie/{}",
}


class TitleOutsideId(OutsideId):
    title = models.ForeignKey(
        "catalog.Title", on_delete=models.CASCADE, related_name="outside_ids"
    )
    source = models.CharField(_("source"), max_length=12, choices=TitleSource)

    class Meta(OutsideId.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "value"],
                name="an_outside_id_means_one_title",
                violation_error_message=_("Another title has this outside id already."),
            )
        ]

    @property
    def address(self) -> str:
        return TITLE_ADDRESSES[TitleSource(self.source)].format(self.value)


class PersonSource(models.TextChoices):
    IMDB = "imdb", "IMDb"
    WIKIDATA = "wikidata", "Wikidata"
    TMDB = "tmdb", "TMDB"
    OMDB = "omdb", "omdb.org"


PERSON_ADDRESSES = {
    PersonSource.IMDB: "https://www.imdb.com/name/{}/",
    PersonSource.WIKIDATA: "https://www.wikidata.org/wiki/{}",
    PersonSource.TMDB: "https://www.themoviedb.org/person/{}",
    PersonSource.OMDB: "https://www.omdb.org/person/{}",
}


class PersonOutsideId(OutsideId):
    person = models.ForeignKey(
        "catalog.Person", on_delete=models.CASCADE, related_name="outside_ids"
    )
    source = models.CharField(_("source"), max_length=12, choices=PersonSource)

    class Meta(OutsideId.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "value"],
                name="an_outside_id_means_one_person",
                violation_error_message=_("Somebody else has this outside id already."),
            )
        ]

    @property
    def address(self) -> str:
        return PERSON_ADDRESSES[PersonSource(self.source)].format(self.value)
