"""A story read by the second pair of eyes."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from news.models import Article
from news.proofreading.enumerations import enumeration_findings
from news.proofreading.finding import Field, Finding, Sort
from news.proofreading.known import known_of
from news.proofreading.language import language_findings
from news.proofreading.moments import moment_findings
from news.proofreading.names import name_findings
from news.proofreading.pictures import picture_findings
from news.proofreading.texts import Text, texts_of


def proofread(article: Article, *, at: datetime) -> list[Finding]:
    """What an editor should see before this article is published at that moment.

    The article need not be saved; its body is read as it would be stored. What blocks
    stands first, the rest in the order of the form and the text. At most four queries,
    however long the text is.
    """
    texts = texts_of(article)
    known = known_of(article, texts)
    found = [
        *_empty(texts),
        *name_findings(texts, known),
        *enumeration_findings(texts, known),
        *moment_findings(texts, at=at),
        *language_findings(texts, known),
        *picture_findings(article, at=at),
    ]
    order = list(Field)
    return sorted(
        found, key=lambda each: (not each.blocks, order.index(each.field), each.start)
    )


def _empty(texts: list[Text]) -> Iterator[Finding]:
    told = {
        Field.HEADLINE: _("There is no headline yet."),
        Field.INTRO: _("There is no intro yet."),
        Field.BODY: _("There is no text yet."),
    }
    for text in texts:
        if not text.plain.strip():
            yield Finding(Sort.EMPTY, told[text.field], text.field)
        elif text.field == Field.BODY and not text.links:
            none = _("The text links to no title and no person.")
            yield Finding(Sort.NO_LINKS, none, Field.BODY)
