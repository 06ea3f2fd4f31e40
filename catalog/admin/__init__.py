"""The catalogue on the editors' desk, a file each noun."""

from catalog.admin import choices, people, pictures, titles

__all__ = ["choices", "people", "pictures", "titles"]
