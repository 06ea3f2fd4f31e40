"""Where something is now that was merged: asked only when its id is found no more."""

from django.db.models import QuerySet

from catalog.models import Kind, Person, PersonMerge, Title, TitleMerge


def title_now(old_id: int, kind: Kind) -> Title | None:
    """What a film's or series' old id stands for now, if everybody may see it."""
    merge = _titles().filter(old_id=old_id, into__kind=kind).first()
    return merge.into if merge else None


def season_now(series_id: int, number: int) -> Title | None:
    """The season that was here, whether it or its series went into another."""
    series = title_now(series_id, Kind.SERIES)
    if series is not None:
        seasons = series.seasons.visible().filter(season_number=number)
        if season := seasons.select_related("series").first():
            return season
    at = series.pk if series else series_id
    merge = _titles().filter(old_series=at, old_number=number).first()
    return merge.into if merge else None


def person_now(old_id: int) -> Person | None:
    """Whom a person's old id stands for now, if everybody may see them."""
    merges = PersonMerge.objects.filter(undone_at__isnull=True, into__visible=True)
    merge = merges.filter(old_id=old_id).select_related("into").first()
    return merge.into if merge else None


def _titles() -> "QuerySet[TitleMerge]":
    merges = TitleMerge.objects.filter(undone_at__isnull=True, into__visible=True)
    return merges.select_related("into__series").order_by("-merged_at")
