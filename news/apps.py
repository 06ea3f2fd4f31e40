"""The newsroom as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class News(AppConfig):
    name = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        """A merged title's or person's stories go along, behind the survivor's."""
        from catalog.merging import rules  # noqa: PLC0415 - models are there by now

        for label in ("news.abouttitle.title", "news.aboutperson.person"):
            rules.decide(label, rules.move_behind)
