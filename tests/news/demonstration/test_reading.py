"""The files of stories and authors: a bad one is refused by name."""

from datetime import UTC, datetime

import pytest

from moviemeter.lib.text_files import FileRefused
from news.demonstration.reading import LONGEST, read_articles, read_authors
from news.models import Article

STORY = """
headline = "Waar is Saskia?"
intro = "Over een film en een benzinestation."
rubric = "klassiekers"
author = "Redactie"
published = 2022-02-02T09:15:00+01:00
picture = "films/spoorloos-1988"
subjects = ["films/spoorloos-1988"]
body = "Rex zoekt."
"""


def written(folder, text, name="saskia"):
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "articles" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_files_have_the_limits_of_articles():
    limits = {name: Article._meta.get_field(name).max_length for name in LONGEST}

    assert limits == LONGEST


def test_small_file_is_read_as_it_stands(tmp_path):
    (text,) = read_articles(written(tmp_path, STORY))

    assert (text.file, text.headline, text.rubric, text.subjects) == (
        "saskia",
        "Waar is Saskia?",
        "klassiekers",
        ["films/spoorloos-1988"],
    )
    assert text.published == datetime(2022, 2, 2, 8, 15, tzinfo=UTC)
    assert (text.tags, text.people, text.trailer, text.corrections) == ([], [], "", [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (STORY + 'redacteur = "x"\n', "unknown key redacteur"),
        (STORY + "headline = \n", "saskia.toml"),
        (STORY.replace('rubric = "klassiekers"', ""), "rubric"),
        (STORY.replace("2022-02-02T09:15:00+01:00", "2022-02-02"), "published is"),
        (STORY.replace("+01:00", ""), "lacks its offset"),
        (STORY.replace("Waar is Saskia?", ""), "headline needs 1 to 150"),
        (STORY.replace("Waar is Saskia?", "x" * 151), "headline needs 1 to 150"),
        (STORY.replace("Over een film", "x" * 600), "intro needs 1 to 600"),
        (STORY.replace('["films/spoorloos-1988"]', "[]"), "subjects names no title"),
        (STORY.replace('["films/spoorloos-1988"]', "[1]"), "subjects is"),
        (STORY.replace("Rex zoekt.", " "), "body is empty"),
        (STORY + "corrections = [{ tekst = 1 }]\n", "unknown key tekst"),
        (
            STORY + 'corrections = [{ text = "x", at = 2022-02-02T10:00:00 }]\n',
            "lacks its offset",
        ),
    ],
)
def test_bad_file_of_a_story_is_refused_by_name(tmp_path, text, fault):
    with pytest.raises(FileRefused, match=fault) as refusal:
        read_articles(written(tmp_path, text))

    assert str(refusal.value).startswith("saskia.toml: ")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (STORY.replace("09:15", "09:16"), "headline Waar is Saskia"),
        (STORY.replace("Waar", "Hier"), "published 2022-02-02"),
    ],
)
def test_two_stories_with_one_headline_or_moment_are_refused(tmp_path, text, fault):
    written(tmp_path, STORY)

    with pytest.raises(FileRefused, match=fault):
        read_articles(written(tmp_path, text, "weer"))


def test_bad_file_of_authors_is_refused_by_name(tmp_path):
    (tmp_path / "authors.toml").write_text('[[authors]]\nname = "X"\n', "utf-8")

    with pytest.raises(FileRefused, match=r"^authors\.toml: .*about"):
        read_authors(tmp_path)
