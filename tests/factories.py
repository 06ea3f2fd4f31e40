"""Things of the catalogue and members, made with no more than they must have."""

import factory
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from catalog.models import (
    AlternativeTitle,
    Country,
    Credit,
    Duration,
    Film,
    Genre,
    Job,
    LicenceKind,
    Person,
    PersonOutsideId,
    Picture,
    Plot,
    Release,
    Score,
    Season,
    Series,
    Still,
    TitleCountry,
    TitleGenre,
    TitleOutsideId,
    Trailer,
)
from community.models import Thread, User
from news.models import Article, Author, Rubric, Stage, Tag
from news.rendering import note_mentions, render


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"lid{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")


class PictureFactory(DjangoModelFactory):
    """Known to the database only; there is no file."""

    class Meta:
        model = Picture

    file = factory.Sequence(lambda number: f"pictures/affiche-{number}.svg")
    width = 600
    height = 900
    tint = 5
    credit = "MovieMeter"
    licence_kind = LicenceKind.OWN


class PhotographFactory(PictureFactory):
    """A photograph whose sizes are made, as far as the database knows."""

    file = factory.Sequence(lambda number: f"pictures/ab/{number:020x}-1200.jpg")
    original = factory.Sequence(lambda number: f"ab/{number:032x}.jpg")
    width = 1200
    height = 800
    credit = "© ANP"
    licence_kind = LicenceKind.AGENCY
    sizes_of = factory.SelfAttribute("file")
    widths = factory.LazyFunction(lambda: [320, 640, 960, 1200])


class FilmFactory(DjangoModelFactory):
    class Meta:
        model = Film

    name = factory.Sequence(lambda number: f"Film {number}")


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = Series

    name = factory.Sequence(lambda number: f"Serie {number}")


class SeasonFactory(DjangoModelFactory):
    class Meta:
        model = Season

    series = factory.SubFactory(SeriesFactory)
    season_number = factory.Sequence(lambda number: number + 1)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Iemand {number}")


class CreditFactory(DjangoModelFactory):
    class Meta:
        model = Credit

    title = factory.SubFactory(FilmFactory)
    person = factory.SubFactory(PersonFactory)
    job = Job.ACTOR


class ScoreFactory(DjangoModelFactory):
    """`ScoreFactory(title=film, b7=5)`: five votes of three and a half stars."""

    class Meta:
        model = Score

    title = factory.SubFactory(FilmFactory)
    n = factory.LazyAttribute(
        lambda score: sum(getattr(score, f"b{half}", 0) for half in range(1, 11))
    )
    sum = factory.LazyAttribute(
        lambda score: sum(half * getattr(score, f"b{half}", 0) for half in range(1, 11))
    )


class TitleGenreFactory(DjangoModelFactory):
    class Meta:
        model = TitleGenre

    class Params:
        name = "drama"

    title = factory.SubFactory(FilmFactory)
    genre = factory.LazyAttribute(lambda row: Genre.objects.get(name=row.name))


class TitleCountryFactory(DjangoModelFactory):
    class Meta:
        model = TitleCountry

    class Params:
        code = "NL"

    title = factory.SubFactory(FilmFactory)
    country = factory.LazyAttribute(lambda row: Country.objects.get(code=row.code))


class DurationFactory(DjangoModelFactory):
    class Meta:
        model = Duration

    title = factory.SubFactory(FilmFactory)
    minutes = 107


class PlotFactory(DjangoModelFactory):
    class Meta:
        model = Plot

    title = factory.SubFactory(FilmFactory)
    text = "Een eerste alinea.\n\nEen tweede."
    author = "redactie MovieMeter"


class AlternativeTitleFactory(DjangoModelFactory):
    class Meta:
        model = AlternativeTitle

    title = factory.SubFactory(FilmFactory)
    name = "The Vanishing"
    language = "en"


class ReleaseFactory(DjangoModelFactory):
    class Meta:
        model = Release

    class Params:
        code = "NL"

    title = factory.SubFactory(FilmFactory)
    country = factory.LazyAttribute(lambda row: Country.objects.get(code=row.code))
    released_on = "1988-10-27"


class TrailerFactory(DjangoModelFactory):
    class Meta:
        model = Trailer

    title = factory.SubFactory(FilmFactory)
    key = "a1B2_c3-D4"


class StillFactory(DjangoModelFactory):
    class Meta:
        model = Still

    title = factory.SubFactory(FilmFactory)
    picture = factory.SubFactory(PictureFactory, width=1600, height=900)


class TitleOutsideIdFactory(DjangoModelFactory):
    class Meta:
        model = TitleOutsideId

    title = factory.SubFactory(FilmFactory)
    source = "imdb"
    value = factory.Sequence(lambda number: f"tt{number:07}")


class PersonOutsideIdFactory(DjangoModelFactory):
    class Meta:
        model = PersonOutsideId

    person = factory.SubFactory(PersonFactory)
    source = "imdb"
    value = factory.Sequence(lambda number: f"nm{number:07}")


class AuthorFactory(DjangoModelFactory):
    class Meta:
        model = Author

    name = factory.Sequence(lambda number: f"Redacteur {number}")
    slug = factory.LazyAttribute(lambda author: slugify(author.name))


class TagFactory(DjangoModelFactory):
    class Meta:
        model = Tag

    name = factory.Sequence(lambda number: f"trefwoord {number}")
    slug = factory.LazyAttribute(lambda tag: slugify(tag.name))


class ArticleFactory(DjangoModelFactory):
    """A story that readers see; `body` is rendered as the desk would."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    class Params:
        rubric_slug = "nieuws"

    headline = factory.Sequence(lambda number: f"Verhaal {number}")
    intro = "Waar het over gaat."
    body = "<p>De eerste alinea.</p>"
    stage = Stage.READY
    published_at = factory.LazyFunction(timezone.now)
    author = factory.SubFactory(AuthorFactory)
    rubric = factory.LazyAttribute(
        lambda article: Rubric.objects.get(slug=article.rubric_slug)
    )

    @factory.post_generation
    def rendered(self, create, extracted, **options):
        render(self)
        self.save()
        note_mentions(self)


class ThreadFactory(DjangoModelFactory):
    class Meta:
        model = Thread

    article = factory.SubFactory(ArticleFactory)
