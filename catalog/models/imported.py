"""What imports brought, so that they correct their own work and nobody else's."""

from django.db import models


class Imported(models.Model):
    """A thing by the key that a source has for it.

    Without its title or person somebody removed that here, and it stays away.
    """

    # Written by catalog.imports only.
    source = models.CharField(max_length=12)
    key = models.CharField(max_length=40)
    # What was last written per field, of sets a digest; what differs is an editor's.
    written = models.JSONField(default=dict)
    # Written by catalog.merging: since a merge another key of the source leads. This
    # one still finds the thing, so that nothing is made twice, and writes nothing.
    is_second = models.BooleanField(default=False, db_default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.source} {self.key}"


class ImportedTitle(Imported):
    title = models.ForeignKey(
        "catalog.Title", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"], name="an_imported_key_means_one_title"
            )
        ]


class ImportedPerson(Imported):
    person = models.ForeignKey(
        "catalog.Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "key"], name="an_imported_key_means_one_person"
            )
        ]


class ImportedInput(models.Model):
    """The input of a source that is in the catalogue."""

    source = models.CharField(max_length=12, primary_key=True)
    fingerprint = models.CharField(max_length=80)
    merged_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.source} {self.fingerprint[:12]}"
