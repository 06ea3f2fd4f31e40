"""One import from beginning to end, whatever the source."""

from pathlib import Path

from catalog.imports.merging import Merged, is_merged, merge
from catalog.imports.source import Progress, Source
from catalog.imports.staging import VERSION, stage


def import_catalog(
    *, source: Source, report: Path, progress: Progress, again: bool = False
) -> Merged:
    """Bring the source's input into the catalogue, once.

    Input that is there already changes nothing and leaves the report as it is; `again`
    compares every row nevertheless. An import that was broken off goes on with what it
    had staged. Raises SourceFailed, and then the catalogue is as it was.
    """
    if not again and is_merged(source.name, f"{VERSION}:{source.fingerprint()}"):
        return Merged()
    fingerprint = stage(source, progress=progress)
    return merge(source.name, fingerprint, report=report, progress=progress)
