"""The nouns of the magazine, a file each."""

from news.models.about import AboutPerson, AboutTitle, Role
from news.models.article import Article, Stage
from news.models.article_picture import ArticlePicture
from news.models.article_tag import ArticleTag
from news.models.author import Author
from news.models.autosave import Autosave
from news.models.correction import Correction
from news.models.edit_lock import EditLock
from news.models.imported import ImportedArticle, ImportedPicture
from news.models.reading import Reading
from news.models.recap import Recap
from news.models.rubric import Rubric
from news.models.step import Step, StepKind
from news.models.tag import Tag
from news.models.withdrawal import Withdrawal

__all__ = [
    "AboutPerson",
    "AboutTitle",
    "Article",
    "ArticlePicture",
    "ArticleTag",
    "Author",
    "Autosave",
    "Correction",
    "EditLock",
    "ImportedArticle",
    "ImportedPicture",
    "Reading",
    "Recap",
    "Role",
    "Rubric",
    "Stage",
    "Step",
    "StepKind",
    "Tag",
    "Withdrawal",
]
