"""What becomes of each relation when two things become one.

An app above has its own rule by `decide("community.vote.title", newest_wins)`, said in
its AppConfig's `ready`. What nobody decided moves, the survivor's own row first.
"""

from collections.abc import Callable

from django.db.models import Exists, F, Max, OuterRef

from catalog.merging.relations import Moving
from catalog.models import Job, Score
from catalog.models.score import HALF_STARS

Rule = Callable[[Moving], None]


def move(moving: Moving) -> None:
    """Rows move; where the other has such a row already that stays, ours is noted."""
    moving.keep(moving.colliding())
    moving.move(moving.rows)


def move_behind(moving: Moving) -> None:
    """As `move`, behind the rows that are there: the survivor's order leads."""
    moving.keep(moving.colliding())
    last = moving.others.aggregate(last=Max("position"))["last"]
    shift = 0 if last is None else last + 1
    moving.move(moving.rows, position=F("position") + shift)


def leave(moving: Moving) -> None:
    """Rows stay as they are: they tell what was."""


def drop(moving: Moving) -> None:
    """Rows go with the thing: they are found or computed anew."""
    moving.rows.delete()


def add_scores(moving: Moving) -> None:
    """Votes count at the survivor, until a recount leaves out who voted on both."""
    old = moving.rows.first()
    if old is None:
        return
    Score.objects.get_or_create(title_id=moving.into.pk)
    columns = ["n", "sum", *(f"b{half}" for half in HALF_STARS)]
    more = {column: F(column) + getattr(old, column) for column in columns}
    moving.others.update(**more)
    moving.keep(moving.rows)


def move_cast(moving: Moving) -> None:
    """Credits move; a player without a role and the same one with it are one credit."""
    far = "person_id" if moving.relation.key.name == "title" else "title_id"
    for mine, theirs in ((moving.rows, moving.others), (moving.others, moving.rows)):
        same = {far: OuterRef(far), "job": OuterRef("job")}
        with_role = theirs.filter(**same).exclude(character="")
        moving.keep(mine.filter(Exists(with_role), job=Job.ACTOR, character=""))
    if far == "person_id":
        move_behind(moving)
    else:
        move(moving)


def move_imported(moving: Moving) -> None:
    """The source's keys follow; one that the survivor has of that source leads."""
    led = set(moving.others.values_list("source", flat=True))
    second = moving.rows.filter(source__in=led)
    moving.move(second, is_second=True)
    moving.move(moving.rows)


def move_told_apart(moving: Moving) -> None:
    """«No double of C» holds for the survivor as well."""
    for row in moving.rows:
        other = row.second_id if row.first_id == moving.old.pk else row.first_id
        if other != moving.into.pk:
            first, second = sorted((other, moving.into.pk))
            moving.relation.model._default_manager.get_or_create(
                first_id=first,
                second_id=second,
                defaults={"decided_by": row.decided_by},
            )
    moving.keep(moving.rows)


def rule_of(label: str) -> Rule:
    return RULES.get(label, move)


def decide(label: str, rule: Rule) -> None:
    """Let this relation go by a rule of its own app."""
    RULES[label] = rule


RULES: dict[str, Rule] = {
    "catalog.alternativetitle.title": move,
    "catalog.credit.person": move_cast,
    "catalog.credit.title": move_cast,
    "catalog.duration.title": move_behind,
    "catalog.historicaltitle.series": leave,
    "catalog.importedperson.person": move_imported,
    "catalog.importedtitle.title": move_imported,
    "catalog.likelypersondouble.first": drop,
    "catalog.likelypersondouble.second": drop,
    "catalog.likelytitledouble.first": drop,
    "catalog.likelytitledouble.second": drop,
    "catalog.notpersondouble.first": move_told_apart,
    "catalog.notpersondouble.second": move_told_apart,
    "catalog.nottitledouble.first": move_told_apart,
    "catalog.nottitledouble.second": move_told_apart,
    "catalog.personmerge.into": move,
    "catalog.personoutsideid.person": move,
    "catalog.plot.title": move,
    "catalog.release.title": move,
    "catalog.score.title": add_scores,
    "catalog.still.title": move_behind,
    "catalog.titlecountry.title": move_behind,
    "catalog.titlegenre.title": move_behind,
    "catalog.titlemerge.into": move,
    "catalog.titlemerge.old_series": move,
    "catalog.titleoutsideid.title": move,
    "catalog.trailer.title": move_behind,
}
