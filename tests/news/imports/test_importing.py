"""An old site's stories in the magazine: once, and never over an editor's work."""

from datetime import UTC, datetime

import pytest

from catalog.imports.source import SourceFailed
from news.imports.importing import import_articles
from news.imports.opening import open_file
from news.imports.storing import Choices, Outcome
from news.markup import clean
from news.models import Article, Author, ImportedArticle, Rubric, Stage, Tag
from tests.factories import AuthorFactory, TagFactory
from tests.news.imports.conftest import HOME, item, post, rss, wxr

pytestmark = pytest.mark.django_db

NINE = datetime(2019, 3, 7, 8, 15, tzinfo=UTC)


def only(site, text, **choices):
    """The one article that comes of this file."""
    done = site.load(text, **choices)
    assert (done.outcomes, done.rejected) == ({Outcome.NEW: 1}, 0)
    return Article.objects.get()


# RSS and Atom


def test_story_of_a_feed_is_published_with_all_that_it_tells(site):
    text = rss(
        item(
            title="Tom &amp; <em>Jerry</em>",
            content__encoded="<p>Eerst dit.</p><p>Dan <b>dat</b>.</p>",
            description="Kort gezegd: dit en dat.",
            more="<category>Animatie</category>",
        )
    )

    article = only(site, text)

    assert article.headline == "Tom & Jerry"
    assert article.intro == "Kort gezegd: dit en dat."
    assert article.body == clean("<p>Eerst dit.</p><p>Dan <strong>dat</strong>.</p>")
    assert article.html == article.body
    assert (article.is_visible, article.published_at) == (True, NINE)
    assert (article.author.name, article.author.slug) == ("Jan Jansen", "jan-jansen")
    assert article.rubric.slug == "nieuws"
    assert [tag.name for tag in article.tags.all()] == ["Animatie"]
    assert article.word_count == 9
    assert not article.history.exists()
    assert site.told == []


def test_description_alone_is_the_text_and_begins_the_intro(site):
    article = only(site, rss(item()))

    assert article.intro == "Eerst dit."
    assert article.body == "<p>Dan dat, in <strong>twee</strong> zinnen.</p>"


def test_description_that_was_cut_is_no_intro(site):
    article = only(
        site,
        rss(item(description="<p>Eerst […]</p>", content__encoded="<p>A.</p><p>b</p>")),
    )

    assert article.intro == "A."


def test_mail_address_of_an_author_is_never_shown(site):
    site.load(
        rss(
            item(1, dc__creator=None, author="jan@oud.example (Jan Jansen)"),
            item(2, dc__creator=None, author="piet@oud.example"),
        )
    )

    assert sorted(Author.objects.values_list("name", flat=True)) == [
        "Jan Jansen",
        "Redactie",
    ]


def test_story_without_a_date_comes_as_a_draft_and_is_told(site):
    article = only(site, rss(item(pubDate="ooit")))

    assert (article.stage, article.published_at) == (Stage.DRAFT, None)
    assert site.told == [
        ("left out", 3, f"{HOME}/?p=1: it has no date, so it is a draft")
    ]


def test_story_of_atom_in_each_of_its_kinds_of_text(site):
    entry = (
        "<entry><id>urn:{n}</id><title type='{kind}'>{title}</title>"
        "<link href='https://oud.example/a/{n}'/><published>2019-03-07T09:15:00+01:00"
        "</published><author><name>Jan</name></author><category term='nieuws'/>"
        "<content type='{kind}'>{content}</content></entry>"
    )
    div = "<div xmlns='http://www.w3.org/1999/xhtml'>{}</div>"
    kinds = [
        entry.format(n=1, kind="text", title="A &lt; b", content="Eén &lt; twee."),
        entry.format(n=2, kind="html", title="A &amp;lt; b",
                     content="&lt;p&gt;Eén &amp;lt; twee.&lt;/p&gt;"),
        entry.format(n=3, kind="xhtml", title=div.format("A &lt; b"),
                     content=div.format("<p>Eén &lt; <b>twee</b>.</p>")),
    ]  # fmt: skip

    site.load(
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://oud.example/'/>"
        f"{''.join(kinds)}</feed>"
    )

    articles = Article.objects.order_by("pk")
    assert [article.headline for article in articles] == ["A < b"] * 3
    assert [article.intro for article in articles] == ["Eén < twee."] * 3
    assert articles[2].body == "<p>Eén &lt; <strong>twee</strong>.</p>"
    assert {article.published_at for article in articles} == {NINE}
    assert {article.rubric.slug for article in articles} == {"nieuws"}


# WordPress


def test_post_of_wordpress_comes_with_its_sections_and_author(site):
    head = (
        "<wp:author><wp:author_login>jan</wp:author_login>"
        "<wp:author_display_name><![CDATA[Jan de Bruin]]></wp:author_display_name>"
        "</wp:author>"
    )
    sections = [
        ("category", "vroeger", "Vroeger"),
        ("category", "klassiekers", "Klassieke films"),
        ("post_tag", "noir", "Film noir"),
    ]

    article = only(
        site,
        wxr(post(categories=sections, excerpt__encoded="Een intro."), head=head),
    )

    assert article.author.name == "Jan de Bruin"
    assert article.rubric.slug == "klassiekers"
    assert [tag.slug for tag in article.tags.all()] == ["film-noir"]
    assert article.intro == "Een intro."
    assert article.body == clean(
        "<p>Eerst dit.</p><p>Dan dat,<br>in <strong>twee</strong> zinnen.</p>"
    )
    assert site.told == [
        ("left out", 3, f"{HOME}/?p=1: category Vroeger: no rubric is called so")
    ]


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        ("publish", Stage.READY),
        ("future", Stage.READY),
        ("pending", Stage.REVIEW),
        ("draft", Stage.DRAFT),
        ("private", Stage.DRAFT),
    ],
)
def test_status_of_a_post_decides_who_sees_it(site, status, stage):
    article = only(site, wxr(post(wp__status=status)))

    assert article.stage == stage
    assert article.is_visible == (stage == Stage.READY)


def test_draft_of_wordpress_without_a_date_is_nothing_to_tell(site):
    none = "0000-00-00 00:00:00"

    article = only(
        site,
        wxr(post(wp__status="draft", wp__post_date_gmt=none, wp__post_date=none)),
    )

    assert (article.stage, article.published_at) == (Stage.DRAFT, None)
    assert site.told == []


def test_old_post_has_its_local_time_only(site):
    article = only(site, wxr(post(wp__post_date_gmt="0000-00-00 00:00:00")))

    assert article.published_at == NINE


def test_planned_post_appears_at_its_moment(site):
    article = only(
        site, wxr(post(wp__status="future", wp__post_date_gmt="2099-03-07 08:15:00"))
    )

    assert (article.stage, article.is_visible) == (Stage.READY, False)


def test_what_is_no_post_is_skipped(site):
    done = site.load(
        wxr(
            post(1, wp__post_type="page"),
            post(2, wp__post_type="nav_menu_item"),
            post(3, wp__status="trash"),
            post(4, wp__status="auto-draft"),
            post(5),
        )
    )

    assert (done.skipped, done.outcomes) == (4, {Outcome.NEW: 1})


# What the operator chooses


def test_category_is_led_to_a_rubric(site):
    article = only(site, rss(item(category="Sterren!")), rubrics={"sterren": "cijfers"})

    assert article.rubric.slug == "cijfers"
    assert not article.tags.exists()


def test_story_without_rubric_or_author_is_rejected_where_none_is_chosen(site):
    text = rss(
        item(1, category="Weg", title="Een"), item(2, dc__creator=None, title="Twee")
    )

    done = site.load(text, rubric=None, author="")

    assert (done.rejected, Article.objects.count()) == (2, 0)
    assert [reason for _, _, reason in site.told] == [
        f"{HOME}/?p=1: no rubric for its categories (Weg); choose one with --rubric",
        f"{HOME}/?p=2: it names no author; choose one with --author",
    ]


def test_author_and_tag_of_the_same_name_are_those_that_are_there(site):
    author = AuthorFactory(name="Jan Jansen", slug="jj")
    tag = TagFactory(name="Film noir", slug="noir")

    article = only(site, rss(item(more="<category>Film noir</category>")))

    assert (article.author, article.tags.get()) == (author, tag)


def test_author_of_the_same_slug_is_the_same(site):
    author = AuthorFactory(name="Jan Jánsen", slug="jan-jansen")

    assert only(site, rss(item())).author == author


# What is wrong with a story


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"title": ""}, "it has no headline"),
        (
            {"title": "a" * 151},
            "its headline has 151 letters, more than 150: shorten it in the file, or"
            " bring it by hand",
        ),
        ({"description": "<script>x</script>"}, "it has no text"),
        ({"dc__creator": "a" * 81}, "its author's name is longer than 80"),
    ],
)
def test_bad_story_is_told_with_its_line_and_the_rest_comes(site, told, reason):
    done = site.load(rss(item(1), item(2, **told), item(3)))

    assert (done.outcomes, done.rejected) == ({Outcome.NEW: 2}, 1)
    assert site.told == [("rejected", 4, f"{HOME}/?p=2: {reason}")]


def test_story_that_nothing_tells_apart_is_rejected(site):
    done = site.load(rss(item(1, guid=None, link=None), item(2, guid="x" * 501)))

    assert done.rejected == 2
    assert [reason[-50:] for _, _, reason in site.told] == [
        "it has neither a guid nor a link to be known by",
        "xxxxxxxxxxxxxx: its guid has more than 500 letters",
    ]


def test_story_nested_beyond_reason_is_rejected_and_the_rest_comes(site):
    done = site.load(rss(item(1, more="<a>" * 200 + "</a>" * 200), item(2)))

    assert (done.outcomes, done.rejected) == ({Outcome.NEW: 1}, 1)
    assert site.told[0][2] == "it is nested too deep, or longer than any story"


def test_tag_that_does_not_fit_is_left_out(site):
    article = only(site, rss(item(more=f"<category>{'a' * 61}</category>")))

    assert not article.tags.exists()
    assert site.told[0][0] == "left out"


def test_story_after_a_rejected_one_has_an_author_that_is_stored(site):
    site.load(
        rss(item(1, dc__creator="Piet", title="a" * 151), item(2, dc__creator="Piet"))
    )

    assert Article.objects.get().author == Author.objects.get()


# Again


def test_second_import_changes_nothing(site):
    text = wxr(*(post(number) for number in range(3)))
    site.load(text)
    before = list(Article.objects.order_by("pk").values())

    done = site.load(text)

    assert done.outcomes == {Outcome.SAME: 3}
    assert list(Article.objects.order_by("pk").values()) == before
    assert (Author.objects.count(), Tag.objects.count()) == (1, 0)


def test_story_that_changed_at_the_source_is_corrected(site):
    before = only(site, rss(item()))

    done = site.load(rss(item(title="Nieuwe kop", more="<category>Noir</category>")))

    after = Article.objects.get()
    assert done.outcomes == {Outcome.CHANGED: 1}
    assert (after.pk, after.created_at) == (before.pk, before.created_at)
    assert after.headline == "Nieuwe kop"
    assert [tag.name for tag in after.tags.all()] == ["Noir"]
    assert site.load().outcomes == {Outcome.SAME: 1}


@pytest.mark.parametrize(
    "column",
    [
        {"headline": "Beter"},
        {"body": "<p>Beter</p>"},
        {"stage": Stage.WITHDRAWN},
        {"published_at": datetime(2020, 1, 1, tzinfo=UTC)},
    ],
)
def test_story_that_an_editor_changed_is_left_alone_and_told(site, column):
    article = only(site, rss(item()))
    Article.objects.filter(pk=article.pk).update(**column)

    same = site.load()
    other = site.load(rss(item(title="Nieuwe kop")))

    assert same.outcomes == {Outcome.SAME: 1}
    assert other.outcomes == {Outcome.EDITED: 1}
    assert Article.objects.filter(pk=article.pk, **column).exists()
    assert Article.objects.get().headline != "Nieuwe kop"
    assert site.told == [
        (
            "edited",
            3,
            f"{HOME}/?p=1: changed at the source, but edited here: left as it is",
        )
    ]


def test_tag_that_an_editor_took_away_stays_away(site):
    article = only(site, rss(item(more="<category>Noir</category>")))
    article.tags.clear()

    done = site.load(rss(item(title="Anders", more="<category>Noir</category>")))

    assert done.outcomes == {Outcome.EDITED: 1}
    assert not article.tags.exists()


def test_story_that_an_editor_deleted_does_not_come_back(site):
    only(site, rss(item())).delete()

    done = site.load()

    assert done.outcomes == {Outcome.DELETED: 1}
    assert not Article.objects.exists()
    assert ImportedArticle.objects.count() == 1


def test_same_key_of_another_source_is_another_story(site):
    site.load(rss(item()))

    done = site.load(source="elders.example")

    assert done.outcomes == {Outcome.NEW: 1}


def test_rehearsal_tells_all_of_it_and_changes_nothing(site):
    text = rss(item(1, more="<category>Noir</category>"), item(2, title=""))

    done = site.load(text, is_rehearsal=True)

    assert (done.outcomes, done.rejected) == ({Outcome.NEW: 1}, 1)
    for model in (Article, Author, Tag, ImportedArticle):
        assert not model.objects.exists()
    assert len(site.told) == 1


def test_report_that_cannot_be_written_stops_before_anything_is_stored(site):
    site.write(rss(item()))
    site.report.mkdir(parents=True)
    choices = Choices("x", author="A", rubric=Rubric.objects.first())

    with pytest.raises(SourceFailed, match="report"):
        import_articles(open_file(site.path), choices=choices, report=site.report)

    assert not Article.objects.exists()


def test_text_that_is_hostile_does_no_harm(site):
    article = only(
        site,
        rss(
            item(
                title="<script>alert(1)</script>Kop",
                description="<p onclick='x'>A <a href='javascript:x'>b</a>"
                "<img src=x onerror=alert(1)></p><script>c</script>"
                "<a data-title='1'>d</a>",
            )
        ),
    )

    assert article.headline == "Kop"
    assert article.intro + article.body == "A b" + "<p>d</p>"
    assert not article.title_rows.exists()


# Queries


def test_each_story_costs_the_same(site, django_assert_num_queries):
    site.load(rss(item(90)))
    site.write(rss(item(1)))
    with django_assert_num_queries(14):
        site.load()
    site.write(rss(*(item(number) for number in range(2, 5))))
    with django_assert_num_queries(3 + 3 * 11):
        site.load()
