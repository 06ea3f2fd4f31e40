"""Static files under hashed names, compressed once, kept by browsers for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's own, which also gives hashed names to what a script imports.

    So scripts of several files need no import map, which would be an inline script.
    """

    support_js_module_import_aggregation = True
