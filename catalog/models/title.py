"""A film, a series or a season: one table, so that people deal with all alike."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from catalog.models.country import Country
from catalog.models.genre import Genre
from catalog.models.picture import Picture
from catalog.models.revision import Revisions
from catalog.models.title_rows import row_arrays
from moviemeter.lib import text
from moviemeter.lib.derived import DerivedCharField

EARLIEST_YEAR = 1870  # Films of 1874 are in public tables; before that nothing moved.
LATEST_YEAR = 2100


class Kind(models.TextChoices):
    FILM = "film", _("film")
    SERIES = "series", pgettext_lazy("one", "series")
    SEASON = "season", _("season")


class KijkwijzerAge(models.TextChoices):
    """The ages of the Dutch classification, in words only: its signs are NICAM's."""

    ALL = "AL", _("all ages")
    SIX = "6", _("from 6 years")
    NINE = "9", _("from 9 years")
    TWELVE = "12", _("from 12 years")
    FOURTEEN = "14", _("from 14 years")
    SIXTEEN = "16", _("from 16 years")
    EIGHTEEN = "18", _("from 18 years")


class KijkwijzerGround(models.TextChoices):
    VIOLENCE = "geweld", _("violence")
    FEAR = "angst", _("fear")
    SEX = "seks", _("sex")
    LANGUAGE = "grof taalgebruik", _("coarse language")
    DRUGS = "drugs", _("drug and alcohol abuse")
    DISCRIMINATION = "discriminatie", _("discrimination")


records = Revisions(
    rows=[
        "genre_rows",
        "country_rows",
        "durations",
        "alternative_titles",
        "releases",
        "plots",
        "credits",
        "outside_ids",
        "trailers",
        "stills",
    ],
    excluded=["sort_key", "search_key", "newest_first"],
)


class TitleQuerySet(models.QuerySet["Title"]):
    def visible(self) -> Self:
        return self.filter(visible=True)

    def films(self) -> Self:
        return self.filter(kind=Kind.FILM)

    def series(self) -> Self:
        return self.filter(kind=Kind.SERIES)

    def seasons(self) -> Self:
        return self.filter(kind=Kind.SEASON)

    def whole(self) -> Self:
        """Films and series: what stands in a list by itself."""
        return self.filter(kind__in=(Kind.FILM, Kind.SERIES))

    def newest_first(self) -> Self:
        return self.order_by(*Title.NEWEST_FIRST)

    def for_cards(self) -> Self:
        """Everything that a card of a title shows, in one query."""
        return self.select_related("poster", "score", "series")

    def for_hint(self) -> Self:
        """What the card beside a title's link shows, but who made it; in one query."""
        return self.for_cards().annotate(country_list=row_arrays()["country_list"])

    def for_page(self) -> Self:
        """What a title's own page shows beside people: all of it in one query."""
        return self.select_related("poster", "score", "series__poster").annotate(
            **row_arrays()
        )


class Title(models.Model):
    # Newest first, unknown years last; all ascending, so that one index answers paging.
    NEWEST_FIRST = ["newest_first", "sort_key", "id"]

    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    name = models.CharField(
        _("title"),
        max_length=300,
        blank=True,
        help_text=_(
            "The original title; of an original in another script the international"
            " English title. A season may do without."
        ),
    )
    original_name = models.CharField(
        _("title in its own script"), max_length=300, blank=True
    )
    language = models.CharField(
        _("language of the title"),
        max_length=3,
        blank=True,
        help_text=_("ISO 639-1, for instance nl. Tells which article goes behind it."),
    )
    sort_name = models.CharField(
        _("sort title"),
        max_length=300,
        blank=True,
        help_text=_(
            "Only where the rule gets it wrong; «Terugreis, De» goes by itself."
        ),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_YEAR), MaxValueValidator(LATEST_YEAR)],
    )
    end_year = models.PositiveSmallIntegerField(
        _("last year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_YEAR), MaxValueValidator(LATEST_YEAR)],
        help_text=_("Of a series that has ended."),
    )
    season_number = models.PositiveSmallIntegerField(
        _("season number"), null=True, blank=True
    )
    episode_count = models.PositiveSmallIntegerField(
        _("number of episodes"), null=True, blank=True
    )
    kijkwijzer_age = models.CharField(
        _("Kijkwijzer age"),
        max_length=2,
        choices=KijkwijzerAge,
        blank=True,
        help_text=_("Empty while nobody has classified it; never guessed."),
    )
    kijkwijzer_grounds = ArrayField(
        models.CharField(max_length=20, choices=KijkwijzerGround),
        verbose_name=_("Kijkwijzer grounds"),
        default=list,
        blank=True,
    )
    kijkwijzer_source = models.CharField(
        _("source of the classification"), max_length=300, blank=True
    )
    visible = models.BooleanField(_("visible to everyone"), default=True)

    series = models.ForeignKey(
        "self",
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        limit_choices_to={"kind": Kind.SERIES},
        related_name="seasons",
    )
    poster = models.ForeignKey(
        Picture,
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="poster_of",
    )
    genres = models.ManyToManyField(
        Genre, verbose_name=_("genres"), through="TitleGenre", related_name="titles"
    )
    countries = models.ManyToManyField(
        Country,
        verbose_name=_("countries"),
        through="TitleCountry",
        related_name="titles",
    )

    # Small rows, there after `for_page` only (catalog.models.title_rows).
    genre_list: list[dict[str, str]]
    country_list: list[dict[str, str]]
    duration_list: list[dict[str, Any]]  # Any: minutes are a number, notes a text
    alternative_list: list[dict[str, str]]
    release_list: list[dict[str, str]]
    plot_list: list[dict[str, str]]
    outside_id_list: list[dict[str, str]]
    trailer_list: list[dict[str, str]]

    sort_key = DerivedCharField(derive=lambda title: text.fold(title.filed_name))
    search_key = DerivedCharField(derive=lambda title: text.fold(title.name))
    newest_first = models.GeneratedField(
        expression=-Coalesce("year", models.Value(0)),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )

    objects = TitleQuerySet.as_manager()
    # The proxies' saves are connected in catalog.models.kinds.
    history = records

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        permissions = [("merge_title", _("Can merge titles"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=Kind.values),
                name="a_title_is_a_film_a_series_or_a_season",
                violation_error_message=_("A title is a film, a series or a season."),
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind=Kind.SEASON, series__isnull=False, season_number__isnull=False
                )
                | (
                    ~models.Q(kind=Kind.SEASON)
                    & models.Q(series__isnull=True, season_number__isnull=True)
                ),
                name="a_season_and_only_a_season_has_a_series_and_a_number",
                violation_error_message=_("A season needs its series and its number."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.SEASON) | ~models.Q(name=""),
                name="a_film_or_series_has_a_name",
                violation_error_message=_("A film or series needs a title."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__isnull=True)
                | models.Q(year__range=(EARLIEST_YEAR, LATEST_YEAR)),
                name="a_title_is_of_a_year_in_which_film_exists",
                violation_error_message=_(
                    "The year lies outside the years in which films exist."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(end_year__isnull=True)
                | models.Q(kind=Kind.SERIES, end_year__gte=models.F("year")),
                name="a_series_ends_after_it_began",
                violation_error_message=_("A series can't end before it began."),
            ),
            models.CheckConstraint(
                condition=models.Q(kijkwijzer_age="") | ~models.Q(kijkwijzer_source=""),
                name="a_classification_names_its_source",
                violation_error_message=_("Tell the source of the classification too."),
            ),
            models.UniqueConstraint(
                fields=["series", "season_number"],
                name="one_season_per_series_and_number",
                violation_error_message=_(
                    "This series has a season of this number already."
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "newest_first", "sort_key", "id"], name="title_by_kind"
            ),
            models.Index(fields=["kind", "sort_key", "id"], name="title_by_name"),
            models.Index(
                fields=["kind", "id"],
                name="title_hidden",
                condition=models.Q(visible=False),
            ),
            models.Index(
                fields=["newest_first", "sort_key", "id"],
                name="title_newest_first",
                condition=models.Q(visible=True, kind__in=(Kind.FILM, Kind.SERIES)),
            ),
            models.Index(fields=["search_key"], name="title_by_search_key"),
            GinIndex(
                OpClass("search_key", name="gin_trgm_ops"), name="title_search_trigrams"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.year})" if self.year else self.full_name

    def get_absolute_url(self) -> str:
        if self.kind == Kind.SEASON:
            assert self.series is not None  # by constraint
            place = {"place": self.series.place, "number": self.season_number}
            return reverse("season", kwargs=place)
        return reverse(self.kind, kwargs={"place": self.place})

    @property
    def place(self) -> tuple[int, str]:
        """Id and slug, as an address carries them."""
        return self.pk, text.slug(self.name)

    @property
    def filed_name(self) -> str:
        """The name as one looks it up: «terugreis, De»."""
        return self.sort_name or text.filed_title(self.name, self.language)

    @cached_property
    def full_name(self) -> str:
        """The name by itself; of a season with its series: «The Wire: seizoen 1»."""
        if self.kind != Kind.SEASON:
            return self.name
        assert self.series is not None  # by constraint
        return f"{self.series.name}: {self.season_name}"

    @property
    def season_name(self) -> str:
        """«seizoen 2», or its own name; number 0 holds what stands outside seasons."""
        if self.name:
            return self.name
        if self.season_number == 0:
            return gettext("specials")
        return gettext("season %(number)s") % {"number": self.season_number}

    @property
    def years(self) -> str:
        """«1988», of an ended series «2002-2008», empty where unknown."""
        if self.year is None:
            return ""
        if self.end_year and self.end_year != self.year:
            return f"{self.year}-{self.end_year}"
        return str(self.year)
