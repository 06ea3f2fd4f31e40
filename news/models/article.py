"""A story of the magazine, from its first draft to its last correction."""

from datetime import datetime
from typing import Self

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalog.models import Person, Picture, Title, Trailer
from catalog.models.revision import Revisions
from moviemeter.lib import text
from moviemeter.lib.derived import DerivedCharField
from moviemeter.lib.paging import RowBeyond
from news.models.author import Author
from news.models.rubric import Rubric
from news.models.tag import Tag

WORDS_A_MINUTE = 200  # How fast a Dutch text is read from a screen.


class Stage(models.TextChoices):
    """How far a story is; whether readers see it is a matter of its moment as well."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    READY = "ready", _("ready")
    WITHDRAWN = "withdrawn", _("withdrawn")


UNFINISHED = frozenset({Stage.DRAFT, Stage.REVIEW})
Member = AbstractUser | AnonymousUser  # somebody with an account, or without


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible(self, at: datetime | None = None) -> Self:
        """What readers see at this moment: nothing has to run for a story to appear."""
        return self.filter(stage=Stage.READY, published_at__lte=at or timezone.now())

    def coming(self, after: datetime) -> Self:
        """Stories that appear later than that by themselves, the next one first."""
        later = self.filter(stage=Stage.READY, published_at__gt=after)
        return later.order_by("published_at", "id")

    def moment(self) -> datetime | None:
        """The moment of the first of these stories."""
        return self.values_list("published_at", flat=True).first()

    def with_next_moment(self, after: datetime) -> Self:
        """Each row with the moment at which the list becomes an old one."""
        coming = Article.objects.coming(after).values("published_at")
        return self.annotate(next_moment=models.Subquery(coming[:1]))

    def newest_first(self) -> Self:
        return self.order_by(*Article.NEWEST_FIRST)

    def for_cards(self) -> Self:
        """Everything that a card of a story shows, in one query."""
        return self.select_related("rubric", "author", "picture").defer("body", "html")

    def for_page(self) -> Self:
        """What a story's own page shows beside its titles and people.

        Its tags come in its query, and so do the numbers of the stories next to it.
        """
        tags = Tag.objects.filter(articles=models.OuterRef("pk"))
        return (
            self.select_related("rubric", "author", "picture")
            .annotate(
                tag_list=ArraySubquery(
                    tags.values(row=JSONObject(name="name", slug="slug"))
                ),
                older_id=_next_in_rubric("<"),
                newer_id=_next_in_rubric(">"),
            )
            .prefetch_related("corrections")
        )


def _next_in_rubric(sign: str) -> models.Subquery:
    """The number of the story before («<») or after («>») another in its rubric."""
    order = ["published_at", "id"]
    here = [models.OuterRef(column) for column in order]
    beside = Article.objects.visible().filter(
        RowBeyond(order, here, sign), rubric=models.OuterRef("rubric")
    )
    keys = [f"-{column}" for column in order] if sign == "<" else order
    return models.Subquery(beside.order_by(*keys).values("pk")[:1])


class Article(models.Model):
    NEWEST_FIRST = ["-published_at", "-id"]

    headline = models.CharField(_("headline"), max_length=150)
    intro = models.TextField(
        _("intro"),
        max_length=600,
        help_text=_("What it is about, in two or three sentences without mark-up."),
    )
    # As the editor wrote it, sanitised; `html` is made of it (news.rendering).
    body = models.TextField(_("text"), blank=True)
    # Written by news.rendering only.
    html = models.TextField(editable=False, default="", blank=True)
    renderer = models.PositiveSmallIntegerField(editable=False, default=0)
    word_count = models.PositiveIntegerField(editable=False, default=0)

    stage = models.CharField(
        _("stage"), max_length=9, choices=Stage, default=Stage.DRAFT
    )
    published_at = models.DateTimeField(
        _("moment of publication"),
        null=True,
        blank=True,
        help_text=_("In Amsterdam's time; readers see it from this minute on."),
    )

    rubric = models.ForeignKey(
        Rubric,
        verbose_name=_("rubric"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    author = models.ForeignKey(
        Author,
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="lead_of",
    )
    trailer = models.ForeignKey(
        Trailer,
        verbose_name=_("trailer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    tags = models.ManyToManyField(
        Tag,
        verbose_name=_("tags"),
        blank=True,
        through="ArticleTag",
        related_name="articles",
    )
    titles = models.ManyToManyField(
        Title,
        verbose_name=_("titles"),
        through="AboutTitle",
        related_name="articles",
    )
    people = models.ManyToManyField(
        Person,
        verbose_name=_("people"),
        through="AboutPerson",
        related_name="articles",
    )

    # Names and slugs of its tags, there after `for_page` only.
    tag_list: list[dict[str, str]]
    # Numbers of the stories before and after it in its rubric, there with `for_page`.
    older_id: int | None
    newer_id: int | None
    # There after `with_next_moment` only.
    next_moment: datetime | None

    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    search_key = DerivedCharField(
        max_length=200, derive=lambda article: text.fold(article.headline)
    )

    objects = ArticleQuerySet.as_manager()
    # What was told; how far a story is, is told by its steps, and no putting back of
    # an earlier text takes a story from the site.
    history = Revisions(
        rows=["title_rows", "person_rows", "tag_rows", "corrections"],
        excluded=[
            "html",
            "renderer",
            "word_count",
            "stage",
            "published_at",
            "created_at",
            "changed_at",
            "search_key",
        ],
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("edit_article", "Can edit what others write, before it is published"),
            ("publish_article", "Can publish, correct and withdraw articles"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(headline=""),
                name="an_article_has_a_headline",
                violation_error_message=_("An article needs a headline."),
            ),
            models.CheckConstraint(
                condition=~models.Q(stage=Stage.READY)
                | models.Q(published_at__isnull=False),
                name="a_ready_article_has_its_moment",
                violation_error_message=_("Tell when it is to be published."),
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=Stage.values),
                name="an_article_is_at_a_known_stage",
            ),
        ]
        indexes = [
            models.Index(
                fields=["published_at", "id"],
                name="article_by_moment",
                condition=models.Q(stage=Stage.READY),
            ),
            models.Index(
                fields=["rubric", "published_at", "id"],
                name="article_by_rubric",
                condition=models.Q(stage=Stage.READY),
            ),
            models.Index(
                fields=["author", "published_at", "id"],
                name="article_by_author",
                condition=models.Q(stage=Stage.READY),
            ),
            # For the desk, where what somebody touched last stands first.
            models.Index(fields=["changed_at", "id"], name="article_by_change"),
            models.Index(fields=["stage", "changed_at", "id"], name="article_by_stage"),
            GinIndex(
                OpClass("search_key", name="gin_trgm_ops"),
                name="article_search_trigrams",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", kwargs={"place": (text.slug(self.headline), self.pk)})

    @property
    def is_visible(self) -> bool:
        """Whether readers see it now."""
        moment = self.published_at
        return (
            self.stage == Stage.READY
            and moment is not None
            and moment <= timezone.now()
        )

    @property
    def is_scheduled(self) -> bool:
        """Whether readers will see it by themselves, later."""
        return self.stage == Stage.READY and not self.is_visible

    @property
    def stage_in_words(self) -> str:
        """How far it is: «concept», «gepland», «gepubliceerd» …"""
        if self.is_scheduled:
            return gettext("scheduled")
        if self.is_visible:
            return gettext("published")
        return self.get_stage_display()

    @property
    def was_never_public(self) -> bool:
        return self.stage in UNFINISHED or self.is_scheduled

    def editable_by(self, member: Member) -> bool:
        """Whether somebody may change the text as things are now.

        A writer has their own story while it is a draft, an editor any story until it
        is ready, the chief all of them.
        """
        if member.has_perm("news.publish_article"):
            return True
        if self.stage in UNFINISHED and member.has_perm("news.edit_article"):
            return True
        return (
            self.stage == Stage.DRAFT
            and self.is_by(member)
            and member.has_perm("news.change_article")
        )

    def is_by(self, member: Member) -> bool:
        """Whether it is somebody's own story."""
        return member.pk is not None and self.author.member_id == member.pk

    @property
    def minutes(self) -> int:
        """Whole minutes of reading, at least one."""
        return max(1, round(self.word_count / WORDS_A_MINUTE))
