"""The form of a story with its editor, and the pages that go without."""

import pytest
from django.urls import reverse

from community.demonstration import make_accounts
from news.admin.editor import tools, words
from tests.factories import ArticleFactory, FilmFactory
from tests.reading import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_accounts()[1])
    return client


def scripts(page):
    return [attrs["src"] for attrs in page.attributes("script") if "src" in attrs]


def test_form_brings_the_editor_and_its_text_as_html(desk):
    article = ArticleFactory(body='<p>Een <a data-title="1">&lt;film&gt;</a></p>')

    answer = desk.get(reverse("admin:news_article_change", args=[article.pk]))
    page = Page(answer)

    (box,) = page.attributes("div", **{"data-story-editor": None})
    assert box["data-mentions"] == reverse("admin:news_article_mentions")
    assert page.text_of("textarea", name="body") == (
        '<p>Een <a data-title="1">&lt;film&gt;</a></p>'
    )
    assert any("desk/editor/editor" in source for source in scripts(page))


def test_policy_of_the_form_allows_nothing_inline(desk):
    answer = desk.get(reverse("admin:news_article_add"))

    policy = answer["Content-Security-Policy"]
    assert "nonce" not in policy
    assert "unsafe" not in policy
    assert "importmap" not in answer.content.decode()


@pytest.mark.parametrize("kind", ["film", "person", "picture"])
def test_other_pages_of_the_desk_go_without_the_editor(desk, kind):
    page = Page(desk.get(reverse(f"admin:catalog_{kind}_add")))

    assert not [source for source in scripts(page) if "editor" in source]


def test_list_of_stories_and_readers_pages_go_without_the_editor(desk, client):
    story = ArticleFactory()
    for address in (
        reverse("admin:news_article_changelist"),
        story.get_absolute_url(),
        FilmFactory().get_absolute_url(),
    ):
        page = Page(client.get(address))

        assert not [source for source in scripts(page) if "editor" in source]


def test_text_that_nobody_touched_is_not_changed(desk):
    article = ArticleFactory(body="<p>een</p>\n<p>twee</p>")
    address = reverse("admin:news_article_change", args=[article.pk])
    form = desk.get(address).context["adminform"].form

    field = form.fields["body"]
    typed = field.widget.value_from_datadict(
        {"body": article.body.replace("\n", "\r\n")}, {}, "body"
    )

    assert not field.has_changed(article.body, typed)


def test_every_button_has_a_name_and_an_icon_of_its_own(settings):
    icons = settings.BASE_DIR / "static" / "desk" / "editor" / "icons.svg"
    drawn = icons.read_text(encoding="utf-8")
    buttons = [tool for group in tools() for tool in group]

    assert [
        tool["does"] for tool in buttons if f'id="{tool["does"]}"' not in drawn
    ] == []
    assert len({tool["name"] for tool in buttons}) == len(buttons)


def test_sentences_of_the_script_are_all_used(settings):
    folder = settings.BASE_DIR / "static" / "desk" / "editor"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))
    # The sorts of figures are asked for by a name that is not written out.
    by_sort = {"picture", "trailer"}

    assert [
        name
        for name in words()
        if f'say("{name}"' not in source and name not in by_sort
    ] == []
