"""The steps of anything that goes on its way: what is done, what comes next, and who has it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Owner(TextChoices):
    """Who has a step: somebody always does."""

    COORDINATOR = "coordinator", _("the coordinator")
    VOLUNTEER = "volunteer", _("the volunteer")
    SECOND_PERSON = "second_person", _("a second person")
    REFEREES = "referees", _("the referees")
    COURSE = "course", _("the day of the course")
    CITIZENS_OWN = "citizens_own", _("the one who asks the citizen")

    @property
    def to_the_volunteer(self) -> str | Promise:
        """The same, said to her."""
        return _("you") if self is Owner.VOLUNTEER else self.label


@dataclass(frozen=True)
class Step:
    """One step: its name, whether it is done, who has it, whether it is the next, and since when."""

    code: str
    label: str | Promise
    done: bool
    owner: Owner
    current: bool = False
    exempt_until: date | None = None
    since: datetime | None = None
    asked: bool = False

    @property
    def days(self) -> int:
        """For how many days this step has been the next one."""
        return (timezone.localdate() - timezone.localdate(self.since)).days if self.since else 0


def with_current(way: list[Step]) -> list[Step]:
    """The first that is not done is the next one."""
    first_open = next((step.code for step in way if not step.done), None)
    return [replace(step, current=step.code == first_open) for step in way]
