"""The newsroom's desk."""

from news.admin import articles, choices, trailers

__all__ = ["articles", "choices", "trailers"]
