"""What pages tell machines: schema.org as JSON-LD."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.templatetags.static import static

from catalog.models import Credit, Job, Kind, LicenceKind, Person, Picture, Title
from catalog.models.outside_id import TITLE_ADDRESSES, TitleSource
from catalog.models.plot import Plot
from moviemeter.lib.partial_dates import Precision
from moviemeter.pages.crumbs import Crumb
from news.models import Article

if TYPE_CHECKING:
    from moviemeter.pages.title import CrewLine

# A JSON value as we build it.
Data = dict[str, object]

# Kinds of licence whose address is where one asks for the same right.
HAD_FROM_SOMEBODY = {LicenceKind.AGENCY, LicenceKind.PERMISSION, LicenceKind.PRESS}
TYPES = {Kind.FILM: "Movie", Kind.SERIES: "TVSeries", Kind.SEASON: "TVSeason"}
PROPERTIES = {
    Job.DIRECTOR: "director",
    Job.CREATOR: "creator",
    Job.WRITER: "author",
    Job.COMPOSER: "musicBy",
    Job.PRODUCER: "producer",
}


def absolute(path: str) -> str:
    """An address of ours with the site's name before it."""
    return f"{settings.SITE_URL}{path}"


def breadcrumb_data(trail: list[Crumb]) -> Data:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": crumb.name}
            | ({"item": absolute(crumb.address)} if crumb.address else {})
            for number, crumb in enumerate(trail, start=1)
        ],
    }


def graph(*things: Data) -> Data:
    """Several things in one block."""
    return {"@context": "https://schema.org", "@graph": list(things)}


def title_data(
    title: Title,
    *,
    crew: "list[CrewLine]",
    cast: Iterable[Credit],
    plot: Plot | None,
    crumbs: list[Crumb],
) -> Data:
    """A film, series or season, and the way to it."""
    thing: Data = {
        "@type": TYPES[Kind(title.kind)],
        "@id": absolute(title.get_absolute_url()),
        "url": absolute(title.get_absolute_url()),
        "name": title.full_name,
    }
    thing |= _names(title) | _kind_data(title) | _facts(title)
    if plot:
        thing["description"] = " ".join(plot.paragraphs)
    for line in crew:
        if name := PROPERTIES.get(line.job):
            thing[name] = [person_reference(person) for person in line.people]
    if players := [person_reference(credit.person) for credit in cast]:
        thing["actor"] = players
    if title.poster and title.poster.is_shown:
        thing["image"] = picture_data(title.poster)
    return graph(thing, breadcrumb_data(crumbs))


def _names(title: Title) -> Data:
    names = [row["name"] for row in title.alternative_list]
    if title.original_name:
        names.insert(0, title.original_name)
    return {"alternateName": names} if names else {}


def _kind_data(title: Title) -> Data:
    if title.kind == Kind.SEASON and title.series:
        data: Data = {
            "seasonNumber": title.season_number or 0,
            "partOfSeries": {
                "@type": "TVSeries",
                "name": title.series.name,
                "url": absolute(title.series.get_absolute_url()),
            },
        }
        if title.episode_count:
            data["numberOfEpisodes"] = title.episode_count
        return data
    if title.kind == Kind.SERIES and title.end_year:
        return {"endDate": str(title.end_year)}
    return {}


def _facts(title: Title) -> Data:
    data: Data = {}
    if title.year:
        key = "dateCreated" if title.kind == Kind.FILM else "startDate"
        data[key] = str(title.year)
    if title.genre_list:
        data["genre"] = [row["name"] for row in title.genre_list]
    if title.country_list:
        data["countryOfOrigin"] = [
            {"@type": "Country", "name": row["name"]} for row in title.country_list
        ]
    if title.duration_list and title.kind == Kind.FILM:
        data["duration"] = f"PT{title.duration_list[0]['minutes']}M"
    if same := [
        TITLE_ADDRESSES[TitleSource(row["source"])].format(row["value"])
        for row in title.outside_id_list
    ]:
        data["sameAs"] = same
    return data


def person_reference(person: Person) -> Data:
    return {
        "@type": "Person",
        "name": person.name,
        "url": absolute(person.get_absolute_url()),
    }


def person_data(person: Person, *, jobs: list[str], crumbs: list[Crumb]) -> Data:
    """A person, and the way to them."""
    thing = person_reference(person)
    thing["@id"] = thing["url"]
    if jobs:
        thing["jobTitle"] = jobs
    for key, date in (("birthDate", person.born), ("deathDate", person.died)):
        # schema.org knows whole dates only here.
        if date and date.precision == Precision.DAY:
            thing[key] = date.iso
    if person.birthplace:
        thing["birthPlace"] = {"@type": "Place", "name": person.birthplace}
    if same := [outside.address for outside in person.outside_ids.all()]:
        thing["sameAs"] = same
    if person.portrait and person.portrait.is_shown:
        thing["image"] = picture_data(person.portrait)
    return graph(thing, breadcrumb_data(crumbs))


def article_data(article: Article, *, crumbs: list[Crumb]) -> Data:
    """A story, and the way to it."""
    assert article.published_at is not None  # readers see no other
    address = absolute(article.get_absolute_url())
    thing: Data = {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": article.headline,
        "description": article.intro,
        "articleSection": article.rubric.name,
        "inLanguage": "nl",
        "wordCount": article.word_count,
        "isAccessibleForFree": True,
        "datePublished": article.published_at.isoformat(),
        "dateModified": max(article.published_at, article.changed_at).isoformat(),
        "author": {
            "@type": "Person",
            "name": article.author.name,
            "url": absolute(article.author.get_absolute_url()),
        },
        "publisher": {
            "@type": "Organization",
            "name": settings.PUBLISHER["name"],
            "url": absolute("/"),
            "logo": {
                "@type": "ImageObject",
                "url": absolute(static("img/icon-512.png")),
            },
        },
    }
    if article.picture and article.picture.is_shown:
        thing["image"] = picture_data(article.picture)
    if about := [
        {
            "@type": TYPES[Kind(row.title.kind)],
            "name": row.title.full_name,
            "url": absolute(row.title.get_absolute_url()),
        }
        for row in article.title_rows.all()
    ] + [person_reference(row.person) for row in article.person_rows.all()]:
        thing["about"] = about
    return graph(thing, breadcrumb_data(crumbs))


def picture_data(picture: Picture) -> Data:
    """A picture with its credit; the card for sharing where a drawing has one."""
    file = picture.social_card or picture.file
    data: Data = {
        "@type": "ImageObject",
        "url": absolute(file.url),
        "contentUrl": absolute(file.url),
        "creditText": picture.credit,
        "copyrightNotice": picture.credit,
        "creator": {
            "@type": "Organization"
            if picture.maker == settings.SITE_NAME
            else "Person",
            "name": picture.maker or picture.credit,
        },
    }
    if picture.licence_address:
        data["license"] = picture.licence_address
        if picture.licence_kind in HAD_FROM_SOMEBODY:
            data["acquireLicensePage"] = picture.licence_address
    return data
