"""The catalogue on the editors' desk, a file each noun."""

from catalog.admin import choices, doubles, people, pictures, titles

__all__ = ["choices", "doubles", "people", "pictures", "titles"]
