"""Static files under hashed names, compressed once, kept by browsers for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's own; named here so that settings and tests mean the same."""
