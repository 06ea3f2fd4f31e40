"""The command: one sentence, or one sentence that says why not."""

import io

import pytest
from django.core.management import CommandError, call_command

from news.models import Article
from tests.news.imports.conftest import OldSite, item, rss

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(tmp_path):
    return OldSite(tmp_path).write(rss(item(1), item(2, title="")))


def run(site, *options):
    told = io.StringIO()
    call_command(
        "import_articles", site.path, *options, report=site.report, stdout=told
    )
    return told.getvalue()


def refusal(site, *options):
    with pytest.raises(CommandError) as caught:
        run(site, *options)
    assert not Article.objects.exists()
    return caught.value


def test_command_tells_what_it_did_and_then_that_it_was_there(site):
    first, second = run(site), run(site)

    assert first == (
        "1 new articles, 0 changed, 0 as they were, 0 edited here and 0 deleted here"
        " and left so; 0 pictures taken; 0 items are no articles, 1 rejected and 0"
        f" things left out, see {site.report}.\n"
    )
    assert second.startswith("0 new articles, 0 changed, 1 as they were")


def test_dry_run_says_that_it_was_one(site):
    assert run(site, "--dry-run").startswith("Rehearsal: 1 new articles")
    assert not Article.objects.exists()


def test_options_choose_what_stories_lack(site):
    site.write(rss(item(dc__creator=None, category="Sterren")))

    run(site, "--author", " Teun  Abels", "--category", "sterren=cijfers")

    article = Article.objects.get()
    assert (article.author.name, article.rubric.slug) == ("Teun Abels", "cijfers")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--rubric", "weg"], "There is no rubric weg: choose from achtergrond,"),
        (["--category", "Sterren=weg"], "There is no rubric weg"),
        (["--category", "Sterren"], "--category Sterren: write NAME=RUBRIC."),
        (["--pictures", "/bestaat-niet"], "There is no folder /bestaat-niet."),
        (["--pictures", "/"], "Say with --licence how these pictures may be shown."),
    ],
)
def test_odd_option_is_refused(site, options, told):
    assert str(refusal(site, *options)).startswith(told)


def test_file_that_is_none_ends_with_status_2(site):
    site.write("<html/>")

    failed = refusal(site)

    assert failed.returncode == 2
    assert "begins with <html>" in str(failed)


def test_file_that_tells_no_address_asks_for_a_source(site):
    site.write(
        f"<rss><channel>{item(dc__creator=None).replace('dc:', '')}</channel></rss>"
    )

    assert "choose a --source" in str(refusal(site))
    assert run(site, "--source", "oud", "--author", "A").startswith("1 new articles")
