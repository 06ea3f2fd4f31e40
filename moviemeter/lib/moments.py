"""A day and an hour as the clocks of this site have them."""

from datetime import UTC, date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from moviemeter.lib.refusals import Refused


def moment_of(day: date, hour: time) -> datetime:
    """The moment at which our clocks show this.

    Raises Refused for an hour that is skipped in spring, or comes twice in autumn.
    """
    ours = timezone.get_current_timezone()
    first = datetime.combine(day, hour, ours)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(ours).replace(tzinfo=None) != first.replace(
        tzinfo=None
    ):
        raise Refused(
            _("That night the clock goes forward: %(hour)s does not exist.")
            % {"hour": f"{hour:%H:%M}"}
        )
    raise Refused(
        _("That night the clock goes back: %(hour)s comes twice. Choose another hour.")
        % {"hour": f"{hour:%H:%M}"}
    )
