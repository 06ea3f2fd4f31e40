"""The nouns of the magazine, a file each."""

from news.models.about import AboutPerson, AboutTitle, Role
from news.models.article import Article, Stage
from news.models.author import Author
from news.models.correction import Correction
from news.models.rubric import Rubric
from news.models.tag import Tag
from news.models.withdrawal import Withdrawal

__all__ = [
    "AboutPerson",
    "AboutTitle",
    "Article",
    "Author",
    "Correction",
    "Role",
    "Rubric",
    "Stage",
    "Tag",
    "Withdrawal",
]
