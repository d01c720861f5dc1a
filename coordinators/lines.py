"""A line of what waits for somebody, on the desk and in the daily mail."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from matching.models import Match

# So many of a kind, the oldest: nobody does more in a day, and the page stays as quick in a large project.
MOST, LONGEST_WAITING = 30, 5


@dataclass(frozen=True)
class Line:
    """One thing to do: what, for whom, since when, and the URL name and id of the page where it is done.

    A line that stands for several leads to a list, chosen by `query`; then `newest` is since when the newest waits.
    """

    what: str
    who: str
    since: datetime
    page: str
    id: UUID | None = None
    is_mine: bool = True
    is_first: bool = False  # whatever waits longer: a farewell that is open
    query: str = ""
    newest: datetime | None = None

    @property
    def url(self) -> str:
        return reverse(self.page, args=[self.id] if self.id else []) + self.query

    @property
    def waited(self) -> str:
        """For how long, in whole days: nobody counts hours here."""
        days = (timezone.localdate() - timezone.localdate(self.since)).days
        if days < 1:
            return _("new today")
        return ngettext("has waited %(days)s day", "has waited %(days)s days", days) % {"days": days}


def morning(day: date) -> datetime:
    """When a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def names_of(match: Match) -> str:
    """The two of a pair, as those who know both call them."""
    return _("%(citizen)s and %(volunteer)s") % {
        "citizen": match.citizen.called_name,
        "volunteer": match.volunteer.first_name,
    }
