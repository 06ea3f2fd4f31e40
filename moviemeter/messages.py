"""Our sentences and their Dutch, without a system gettext.

`manage.py messages` finds every translatable sentence in our code and templates, adds
new ones to the .po file and drops those that are gone; with `--check` it only tells
what is missing. Compiled files are made at start and never committed.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.template.base import FilterExpression, Node
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation.reloader import translation_file_changed

ROOMS = ("catalog", "community", "moviemeter", "news")
PO_FILE = settings.BASE_DIR / "moviemeter/locale/nl/LC_MESSAGES/django.po"

# Which arguments of gettext's functions hold context, sentence and plural.
CALLS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}

# A sentence as gettext knows it: context, singular, plural.
Message = tuple[str, str, str]


def compile_all() -> int:
    """Make the compiled file where it is older than the .po file.

    Returns how many sentences it holds, 0 where it was up to date already.
    """
    compiled = PO_FILE.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= PO_FILE.stat().st_mtime:
        return 0
    entries = polib.pofile(str(PO_FILE))
    entries.save_as_mofile(str(compiled))
    # What was read before, while models were made, is forgotten.
    translation_file_changed(sender=None, file_path=compiled)
    return len(entries.translated_entries())


def missing() -> list[str]:
    """Sentences without Dutch, and Dutch of sentences that are nowhere any more."""
    entries = polib.pofile(str(PO_FILE))
    known = {_key(entry) for entry in entries if entry.translated()}
    wanted = dict(collected())
    gone = {_key(entry) for entry in entries} - wanted.keys()
    return [
        *(
            f"no Dutch: {message[1]!r} ({wanted[message]})"
            for message in wanted
            if message not in known
        ),
        *(f"not used: {message[1]!r}" for message in sorted(gone)),
    ]


def update() -> list[str]:
    """Bring the .po file up to date; returns the sentences that still need Dutch."""
    old = {_key(entry): entry for entry in polib.pofile(str(PO_FILE))}
    new = polib.POFile(wrapwidth=88)
    new.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": "nl",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for message, place in sorted(dict(collected()).items(), key=lambda row: row[1]):
        entry = old.get(message) or _entry(message)
        entry.occurrences = [(place, "")]
        new.append(entry)
    new.save(str(PO_FILE))
    return [entry.msgid for entry in new if not entry.translated()]


def collected() -> Iterator[tuple[Message, str]]:
    """Every sentence of ours with the file that it is in."""
    base = Path(settings.BASE_DIR)
    for room in ROOMS:
        for path in sorted((base / room).rglob("*.py")):
            if "migrations" not in path.parts:
                place = path.relative_to(base).as_posix()
                for message in _in_code(path.read_text(encoding="utf-8")):
                    yield message, place
    for path in sorted((base / "templates").rglob("*.*")):
        name = path.relative_to(base / "templates").as_posix()
        for message in _in_template(name):
            yield message, f"templates/{name}"


def _in_code(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            places = CALLS.get(node.func.id)
            if places:
                yield _message(*(_text(node, place) for place in places))


def _text(call: ast.Call, place: int | None) -> str:
    if place is None or place >= len(call.args):
        return ""
    argument = call.args[place]
    assert isinstance(argument, ast.Constant), "only plain sentences can be translated"
    return str(argument.value)


def _in_template(name: str) -> Iterator[Message]:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)  # by settings
    template = engine.engine.get_template(name)
    for node in template.nodelist.get_nodes_by_type(Node):
        if isinstance(node, TranslateNode):
            literal = getattr(node.filter_expression.var, "literal", None)
            if isinstance(literal, str):
                yield _message(_context(node.message_context), literal, "")
        elif isinstance(node, BlockTranslateNode):
            plural = node.render_token_list(node.plural)[0] if node.plural else ""
            singular = node.render_token_list(node.singular)[0]
            yield _message(_context(node.message_context), singular, plural)


def _context(expression: FilterExpression | None) -> str:
    return str(expression.var) if expression else ""


def _message(context: str, singular: str, plural: str) -> Message:
    return context, singular, plural


def _key(entry: polib.POEntry) -> Message:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def _entry(message: Message) -> polib.POEntry:
    context, singular, plural = message
    entry = polib.POEntry(msgctxt=context or None, msgid=singular)
    if plural:
        entry.msgid_plural, entry.msgstr_plural = plural, {0: "", 1: ""}
    return entry
