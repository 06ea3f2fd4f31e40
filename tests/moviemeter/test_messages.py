"""Our sentences and their Dutch."""

from io import StringIO

import polib
import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext, ngettext, pgettext

from moviemeter import messages


@pytest.fixture
def own_file(monkeypatch, tmp_path):
    """A copy of the Dutch file, free to change."""
    copy = tmp_path / "django.po"
    copy.write_bytes(messages.PO_FILE.read_bytes())
    monkeypatch.setattr(messages, "PO_FILE", copy)
    return copy


def without(path, sentence):
    entries = polib.pofile(str(path))
    entries.remove(entries.find(sentence))
    entries.save()


def test_sentences_are_found_in_code_and_templates():
    found = dict(messages.collected())

    assert ("", "Colophon", "") in found
    assert ("", "vote", "votes") in found
    assert ("date", "on", "") in found


def test_sentence_without_dutch_is_told_with_its_place(own_file):
    without(own_file, "Colophon")

    (lacking,) = messages.missing()

    assert lacking.startswith("no Dutch: 'Colophon' (")


def test_dutch_of_a_sentence_that_is_gone_is_told(own_file):
    entries = polib.pofile(str(own_file))
    entries.append(polib.POEntry(msgid="Nobody says this", msgstr="Niemand zegt dit"))
    entries.save()

    assert messages.missing() == ["not used: 'Nobody says this'"]


def test_update_adds_what_is_new_and_keeps_the_dutch(own_file):
    without(own_file, "Colophon")

    lacking = messages.update()

    entries = polib.pofile(str(own_file))
    assert lacking == ["Colophon"]
    assert entries.find("Privacy").msgstr == "Privacy"
    assert entries.find("House rules").msgstr == "Huisregels"


def test_update_drops_what_is_gone(own_file):
    entries = polib.pofile(str(own_file))
    entries.append(polib.POEntry(msgid="Nobody says this", msgstr="Niemand zegt dit"))
    entries.save()

    messages.update()

    assert polib.pofile(str(own_file)).find("Nobody says this") is None
    assert messages.missing() == []


def test_update_of_a_whole_file_is_told_by_the_command(own_file):
    out = StringIO()

    call_command("messages", stdout=out)

    assert out.getvalue() == "Every sentence has its Dutch.\n"


def test_check_fails_where_dutch_is_lacking_and_changes_nothing(own_file):
    without(own_file, "Colophon")
    before = own_file.read_bytes()

    with pytest.raises(CommandError, match="no Dutch: 'Colophon'"):
        call_command("messages", check=True)

    assert own_file.read_bytes() == before


def test_compiled_file_has_every_sentence(own_file):
    count = messages.compile_all()

    compiled = polib.mofile(str(own_file.with_suffix(".mo")))
    assert len(compiled) == count > 100


def test_sentences_come_out_in_dutch():
    assert [
        gettext("House rules"),
        ngettext("vote", "votes", 1),
        ngettext("vote", "votes", 2),
        pgettext("date", "on"),
    ] == ["Huisregels", "stem", "stemmen", "op"]


def test_dutch_keeps_every_placeholder_of_its_sentence():
    entries = polib.pofile(str(messages.PO_FILE))
    odd = []
    for entry in entries:
        wanted = placeholders(entry.msgid)
        told = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wanted |= placeholders(entry.msgid_plural)
        # A singular may write «one» in words.
        odd += [
            entry.msgid
            for text in told
            if not placeholders(text) <= wanted
            or (not entry.msgid_plural and placeholders(text) != wanted)
        ]

    assert odd == []


def placeholders(text):
    return {part.split(")")[0] for part in text.split("%(")[1:]}
