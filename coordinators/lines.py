"""One line of a desk."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# So many of a kind, the oldest: nobody does more in a day, and the page stays as quick in a large project.
MOST = 30


@dataclass(frozen=True)
class Line:
    """One thing to do: what, for whom, since when, and the URL name and id of the page where it is done."""

    what: str
    who: str
    since: datetime
    page: str
    id: UUID
    is_mine: bool = True
    is_first: bool = False  # whatever waits longer: a farewell that is open

    @property
    def waited(self) -> str:
        """For how long, in whole days: nobody counts hours here."""
        days = (timezone.localdate() - timezone.localdate(self.since)).days
        if days < 1:
            return _("new today")
        return ngettext("has waited %(days)s day", "has waited %(days)s days", days) % {"days": days}
