"""The second pair of eyes: what an editor might want to see before publishing.

- ``finding``: what is told, and at which words it points.
- ``texts``: a story's fields as plain text, with the places of their links.
- ``distance``: how many edits lie between two texts.
- ``known``: the titles and people that a story is about, and what they are called.
- ``names``: words that are almost one of those names, and links that say another.
- ``enumerations``: the same name twice in «A, B en A».
- ``moments``: «binnenkort» beside a date that has passed.
- ``language``: doubled words, open quotation marks, a full stop in a headline.
- ``pictures``: rights and descriptions of what is shown.
- ``reading``: all of it together.
"""

from news.proofreading.finding import Excerpt, Field, Finding, Sort
from news.proofreading.reading import proofread

__all__ = ["Excerpt", "Field", "Finding", "Sort", "proofread"]
