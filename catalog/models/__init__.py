"""The nouns of the catalogue, a file each."""

from catalog.models.alternative_title import AlternativeTitle
from catalog.models.country import Country, TitleCountry
from catalog.models.credit import Credit, Job
from catalog.models.double import (
    LikelyPersonDouble,
    LikelyTitleDouble,
    NotPersonDouble,
    NotTitleDouble,
)
from catalog.models.duration import Duration
from catalog.models.genre import Genre, TitleGenre
from catalog.models.imported import ImportedInput, ImportedPerson, ImportedTitle
from catalog.models.kinds import Film, Season, Series
from catalog.models.merge import PersonMerge, TitleMerge
from catalog.models.outside_id import PersonOutsideId, TitleOutsideId
from catalog.models.person import Person
from catalog.models.picture import LicenceKind, Picture
from catalog.models.plot import Plot
from catalog.models.release import Release, ReleaseKind
from catalog.models.score import Score
from catalog.models.still import Still
from catalog.models.title import Kind, Title
from catalog.models.trailer import Trailer

__all__ = [
    "AlternativeTitle",
    "Country",
    "Credit",
    "Duration",
    "Film",
    "Genre",
    "ImportedInput",
    "ImportedPerson",
    "ImportedTitle",
    "Job",
    "Kind",
    "LicenceKind",
    "LikelyPersonDouble",
    "LikelyTitleDouble",
    "NotPersonDouble",
    "NotTitleDouble",
    "Person",
    "PersonMerge",
    "PersonOutsideId",
    "Picture",
    "Plot",
    "Release",
    "ReleaseKind",
    "Score",
    "Season",
    "Series",
    "Still",
    "Title",
    "TitleCountry",
    "TitleGenre",
    "TitleMerge",
    "TitleOutsideId",
    "Trailer",
]
