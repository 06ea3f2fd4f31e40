"""Which titles and people a story is about, and which it only names."""

from typing import ClassVar, Self, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Person, Title
from news.models.article import Article


class Role(models.TextChoices):
    SUBJECT = "subject", _("subject")
    MENTIONED = "mentioned", _("mentioned")


Row = TypeVar("Row", bound="About")


class AboutQuerySet(models.QuerySet[Row]):
    def published(self) -> Self:
        """Rows of stories that readers see now."""
        return self.filter(published_at__lte=timezone.now())

    def newest_first(self) -> Self:
        return self.order_by(*About.NEWEST_FIRST)

    def for_cards(self) -> Self:
        """With everything that a card of the story shows."""
        shown = ("rubric", "author", "picture")
        return self.select_related(*(f"article__{name}" for name in shown)).defer(
            "article__body", "article__html"
        )


class About(models.Model):
    NEWEST_FIRST = ["-published_at", "-id"]

    # The name of the column that points at what the story is about.
    thing_name: ClassVar[str]
    # Each has one, under a name of its own at the story.
    article: "models.ForeignKey[Article, Article]"

    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.SUBJECT)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    # The story's own moment while it is ready, else empty; the database keeps it so
    # (migration `about_published_at`). With it an index finds the newest stories about
    # a title, be there none or thousands.
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["role", "position", "id"]


class AboutTitleQuerySet(AboutQuerySet["AboutTitle"]):
    pass


class AboutTitle(About):
    thing_name = "title"

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="title_rows"
    )
    title = models.ForeignKey(
        Title,
        verbose_name=_("title"),
        on_delete=models.CASCADE,
        related_name="article_rows",
    )

    objects = AboutTitleQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("title in the article")
        verbose_name_plural = _("titles in the article")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "title"],
                name="an_article_names_a_title_once",
                violation_error_message=_("This title is there already."),
            )
        ]
        indexes = [
            models.Index(
                fields=["title", "published_at", "id"],
                name="about_title_newest",
                condition=models.Q(published_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.title)


class AboutPersonQuerySet(AboutQuerySet["AboutPerson"]):
    pass


class AboutPerson(About):
    thing_name = "person"

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="person_rows"
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="article_rows",
    )

    objects = AboutPersonQuerySet.as_manager()

    class Meta(About.Meta):
        verbose_name = _("person in the article")
        verbose_name_plural = _("people in the article")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "person"],
                name="an_article_names_a_person_once",
                violation_error_message=_("This person is there already."),
            )
        ]
        indexes = [
            models.Index(
                fields=["person", "published_at", "id"],
                name="about_person_newest",
                condition=models.Q(published_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
