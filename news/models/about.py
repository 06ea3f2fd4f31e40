"""Which titles and people a story is about, and which it only names."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Person, Title
from news.models.article import Article


class Role(models.TextChoices):
    SUBJECT = "subject", _("subject")
    MENTIONED = "mentioned", _("mentioned")


class About(models.Model):
    # The name of the column that points at what the story is about.
    thing_name: ClassVar[str]

    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.SUBJECT)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["role", "position", "id"]


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

    def __str__(self) -> str:
        return str(self.title)


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

    def __str__(self) -> str:
        return str(self.person)
