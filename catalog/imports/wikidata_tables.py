"""Which items of Wikidata mean what the site has: kinds, genres and jobs."""

from catalog.models import Job, Kind
from catalog.models.outside_id import PersonSource, TitleSource

HUMAN = "Q5"
PORNOGRAPHY = "Q185529"
# P31 in the words of Wikidata: film, feature, silent, television, short, animated …
_FILMS = (
    "Q11424 Q24869 Q226730 Q506240 Q24862 Q202866 Q29168811 Q17517379 Q20650540 Q93204"
    " Q336144"
)
# Television series, miniseries, animated ones of three sorts, drama, web series.
_SERIES = "Q5398426 Q1259759 Q581714 Q117467246 Q63952888 Q1366112 Q526877"
KINDS = {
    **dict.fromkeys(_FILMS.split(), Kind.FILM),
    **dict.fromkeys(_SERIES.split(), Kind.SERIES),
    "Q3464665": Kind.SEASON,
    # By its class alone; without the option it is left out.
    PORNOGRAPHY: Kind.FILM,
}
# Of P136, and of P31 where the class tells a genre.
GENRES = {
    "Q188473": ("actie",),
    "Q202866": ("animatie",),
    "Q29168811": ("animatie",),
    "Q17517379": ("animatie",),
    "Q20650540": ("animatie",),
    "Q581714": ("animatie",),
    "Q117467246": ("animatie",),
    "Q63952888": ("animatie",),
    "Q319221": ("avontuur",),
    "Q645928": ("biografie",),
    "Q93204": ("documentaire",),
    "Q130232": ("drama",),
    "Q1366112": ("drama",),
    "Q1361932": ("familie",),
    "Q157394": ("fantasy",),
    "Q132311": ("fantasy",),
    "Q17013749": ("historisch",),
    "Q200092": ("horror",),
    "Q157443": ("komedie",),
    "Q40831": ("komedie",),
    "Q859369": ("komedie", "drama"),
    "Q860626": ("komedie", "romantiek"),
    "Q959790": ("misdaad",),
    "Q842256": ("muziek",),
    "Q1200678": ("mystery",),
    "Q369747": ("oorlog",),
    "Q628165": ("roadmovie",),
    "Q1054574": ("romantiek",),
    "Q471839": ("sciencefiction",),
    "Q24925": ("sciencefiction",),
    "Q1339864": ("sport",),
    "Q2484376": ("thriller",),
    "Q182015": ("thriller",),
    "Q172980": ("western",),
}
JOBS = {
    "P57": Job.DIRECTOR,
    "P170": Job.CREATOR,
    "P58": Job.WRITER,
    "P344": Job.CINEMATOGRAPHER,
    "P86": Job.COMPOSER,
    "P1040": Job.EDITOR,
    "P162": Job.PRODUCER,
    "P161": Job.ACTOR,
    "P725": Job.ACTOR,
}
VOICE = "P725"
TITLE_IDS = {
    "P345": TitleSource.IMDB,
    "P4947": TitleSource.TMDB_FILM,
    "P4983": TitleSource.TMDB_SERIES,
}
PERSON_IDS = {"P345": PersonSource.IMDB, "P4985": PersonSource.TMDB}
# Places have coordinates, characters are fictional or of a work.
PLACE = "P625"
OF_A_WORK = ("P1441", "P1080")
CHARACTERS = frozenset(("Q95074", "Q15632617", "Q15773317"))
MINUTES = {"Q7727": 1.0, "Q25235": 60.0, "Q11574": 1 / 60}
