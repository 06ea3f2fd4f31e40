"""What a file is, and what no file may do."""

import tracemalloc

import pytest

from news.imports import xml
from news.imports.opening import open_file
from news.imports.source import SourceFailed
from tests.news.imports.conftest import SPACES, item, rss, wxr

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&a;</title></item></channel></rss>"
)
PARAMETER = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % a SYSTEM "http://x.example/a">'
    "%a;]><rss><channel><item/></channel></rss>"
)


def failure(site, text, encoding="utf-8"):
    site.write(text, encoding)
    with pytest.raises(SourceFailed) as caught:
        open_file(site.path)
    return str(caught.value).removeprefix(str(site.path)).strip()


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, PARAMETER])
def test_file_that_declares_entities_is_refused(site, text):
    assert failure(site, text).startswith("declares entities of its own")


def test_document_type_without_entities_is_fine(site):
    text = rss(item()).replace("<rss", "<!DOCTYPE rss SYSTEM 'http://x/y.dtd'><rss", 1)

    assert open_file(site.write(text).path).count == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no whole XML: no element found, line 1."),
        ("geen xml", "is no whole XML: syntax error, line 1."),
        (rss(item())[:-20], "is no whole XML: unclosed token, line 3."),
        (rss(item())[:-16], "is no whole XML: no element found, line 4."),
        (rss("<item><title></item>"), "is no whole XML: mismatched tag, line 3."),
        (rss("<item>&nbsp;</item>"), "is no whole XML: undefined entity, line 3."),
        ("<html><body/></html>", "begins with <html>: it is no RSS 2.0, no Atom and"),
        ("<feed/>", "begins with <feed>: it is no RSS 2.0"),
        (rss(), "holds no stories."),
    ],
)
def test_file_that_is_none_is_refused_with_its_line(site, text, told):
    assert failure(site, text).startswith(told)


def test_file_in_another_encoding_than_it_says_is_refused(site):
    text = rss(item(title="Café"))

    assert "not well-formed" in failure(site, text, "latin-1")


def test_file_in_an_encoding_that_it_says_is_read(site):
    text = rss(item(title="Café")).replace("UTF-8", "ISO-8859-1")

    (piece,) = stories(site.write(text, "latin-1"))
    assert piece.element.findtext("title") == "Café"


def test_file_in_utf_16_is_read(site):
    text = rss(item(title="Café")).replace("UTF-8", "UTF-16")

    (piece,) = stories(site.write(text, "utf-16"))
    assert piece.element.findtext("title") == "Café"


def test_unknown_encoding_is_refused(site):
    assert "unknown encoding" in failure(site, rss(item()).replace("UTF-8", "x-weg"))


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(SourceFailed, match="No such file"):
        open_file(tmp_path / "weg.xml")


def test_folder_is_refused(tmp_path):
    with pytest.raises(SourceFailed, match="Is a directory"):
        open_file(tmp_path)


def test_control_characters_of_old_editors_are_left_out(site):
    (piece,) = stories(site.write(rss(item(title="Oud\x0b\x08 nieuws"))))

    assert piece.element.findtext("title") == "Oud nieuws"


def stories(site):
    return [
        piece
        for piece in xml.pieces(site.path)
        if piece.element is None or piece.element.tag == "item"
    ]


def test_story_nested_beyond_reason_is_given_without_its_content(site):
    deep = "<a>" * 5000 + "</a>" * 5000
    pieces = stories(site.write(rss(item(more=deep), item(2))))

    assert [piece.element is None for piece in pieces] == [True, False]
    assert [piece.line for piece in pieces] == [3, 4]


def test_story_longer_than_a_book_is_given_without_its_content(site):
    long = item(description="a" * (xml.MOST_LETTERS + 1))

    pieces = stories(site.write(rss(long, item(2))))

    assert [piece.element is None for piece in pieces] == [True, False]


def test_memory_holds_one_story_at_a_time(site):
    body = "<p>" + "woord " * 2000 + "</p>"
    site.write(rss(*(item(number, description=body) for number in range(10_000))))
    tracemalloc.start()

    count = sum(1 for piece in xml.pieces(site.path))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert site.path.stat().st_size > 100_000_000
    assert count == 10_002
    assert most < 5_000_000


def test_host_is_that_of_the_channel(site):
    assert open_file(site.write(rss(item())).path).host == "oudesite.example"
    assert open_file(site.write(wxr(item())).path).host == "oudesite.example"


def test_host_of_atom_is_that_of_its_page(site):
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://a/"/>'
        '<link href="https://oud.example/"/><entry><id>1</id></entry></feed>'
    )

    assert open_file(site.write(text).path).host == "oud.example"


def test_file_of_another_prefix_is_the_same_file(site):
    text = (
        f'<rss {SPACES} xmlns:d="http://purl.org/dc/elements/1.1/"><channel>'
        "<item><d:creator>Jan</d:creator></item></channel></rss>"
    )

    (piece,) = stories(site.write(text))
    assert piece.element.findtext("dc:creator") == "Jan"
