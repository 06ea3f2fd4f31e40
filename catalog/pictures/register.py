"""The register of licences: where pictures are used, and what asks for attention."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.models import Picture
from catalog.models.picture import uses_above

MOST_COUNTED = 100  # Beyond it the desk says «more than»; nothing counts for ever.


@dataclass(frozen=True, slots=True)
class Use:
    """A page that shows a picture, and as what: «affiche van», «portret van» …"""

    what: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attention:
    """How many pictures end soon and how many wait in vain; more than the most + 1."""

    ending: int
    stuck: int


def uses(picture: Picture) -> list[Use]:
    """Where a picture is shown; without a query where it came by `for_register`."""
    titles = [(_("poster of"), title) for title in picture.poster_of.all()]
    titles += [(_("picture of"), still.title) for still in picture.still_of.all()]
    found = [
        Use(what, title.full_name, _desk_address(title.kind, title.pk))
        for what, title in titles
    ]
    found += [
        Use(_("portrait of"), person.name, _desk_address("person", person.pk))
        for person in picture.portrait_of.all()
    ]
    for name in uses_above():
        column = Picture._meta.get_field(name).field  # type: ignore[union-attr]  # a reverse relation
        for thing in getattr(picture, name).all():
            what = _("%(use)s of") % {"use": column.verbose_name}
            found.append(Use(what, str(thing), thing.get_absolute_url()))
    return found


def _desk_address(model: str, key: int) -> str:
    return reverse(f"admin:catalog_{model}_change", args=[key])


def attention() -> Attention:
    """What the desk's first page tells; each counts no further than one over most."""
    pictures = Picture.objects.order_by()
    return Attention(
        ending=pictures.ending_soon()[: MOST_COUNTED + 1].count(),
        stuck=pictures.stuck()[: MOST_COUNTED + 1].count(),
    )
