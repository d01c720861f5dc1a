"""What stands between a volunteer and ready, and what her role asks beyond that: named steps, shown as they are.

Whether each is met is asked of the database, where the gates ask the same rows: `app.requirements_seen` for ready,
`app.assignment_requirements_seen` for what an assignment asks, `app.screening_steps` for the whole way. So a page, a
link and a gate cannot differ, though a link may not read the conversation.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.steps import Owner, Step, with_current

Text = str | Promise
# Each step in order: what it is called, who has it, and who has it once the other side was asked.
LABELS: dict[str, tuple[Text, Owner, Owner]] = {
    "booked": (_("a time for the conversation"), Owner.COORDINATOR, Owner.VOLUNTEER),
    "interview": (_("conversation"), Owner.COORDINATOR, Owner.COORDINATOR),
    "second_yes": (_("second yes"), Owner.SECOND_PERSON, Owner.SECOND_PERSON),
    "references": (_("references"), Owner.COORDINATOR, Owner.REFEREES),
    "criminal_record": (_("criminal record"), Owner.COORDINATOR, Owner.VOLUNTEER),
    "children_record": (_("children's record check"), Owner.COORDINATOR, Owner.VOLUNTEER),
    "agreement": (_("agreement"), Owner.VOLUNTEER, Owner.VOLUNTEER),
    "course": (_("introduction course"), Owner.COORDINATOR, Owner.COURSE),
    "shadowing": (_("along with somebody experienced"), Owner.COORDINATOR, Owner.COORDINATOR),
}
BASE = ("interview", "agreement", "course")
# These come with the training, into which the coordinator takes an applicant: until then it lies there.
IN_TRAINING = ("agreement", "course")


def asked_beyond_ready() -> list[tuple[str, Text]]:
    """What a role may ask of whoever takes it, by the names above."""
    return [(code, label) for code, (label, *_owners) in LABELS.items() if code not in ("booked", *BASE)]


def not_ready(lacking: str) -> str:
    """The gate's sentence: it names what is missing to those who may know."""
    if not lacking:
        return str(_("This volunteer is not ready."))
    names = ", ".join(str(LABELS[code][0]) for code in sorted(lacking.split(","), key=list(LABELS).index))
    return str(_("This volunteer is not ready. Still missing: %(missing)s.") % {"missing": names})


def requirements_of(volunteers) -> dict[UUID, list[Step]]:
    """For each volunteer: conversation, agreement (the version in force) and introduction course, met or not."""
    found: dict[UUID, list[Step]] = defaultdict(list)
    for volunteer_id, code, met in _ask("requirements_seen", "volunteer_id, code, met", volunteers):
        label, owner, _asked = LABELS[code]
        found[volunteer_id].append(Step(code, label, met, owner))
    return found


def missing(volunteer) -> list[Step]:
    """The requirements not yet met, in order; empty means that nothing stands between the volunteer and ready."""
    return [step for step in requirements_of([volunteer])[volunteer.pk] if not step.done]


def pipeline_of(volunteers) -> dict[UUID, list[Step]]:
    """The whole way of each, with what the role asks: for those who screen, and for herself by link.

    What does not apply is no step.
    """
    volunteers = list(volunteers)
    rows: dict[UUID, list[tuple]] = defaultdict(list)
    for volunteer_id, *row in _ask("screening_steps", "volunteer_id, code, met, exempt_until, at, asked", volunteers):
        rows[volunteer_id].append(tuple(row))
    return {volunteer.pk: _way(volunteer, rows[volunteer.pk]) for volunteer in volunteers}


def _way(volunteer, rows: list[tuple]) -> list[Step]:
    """In the order of LABELS; an open step has waited since it was asked for, else since the last one was done."""
    since = max([volunteer.applied_at, *(at for _code, met, _until, at, _asked in rows if met and at)])
    found = [
        Step(
            code,
            LABELS[code][0],
            met or bool(until),
            _owner(volunteer, code, asked),
            exempt_until=until,
            since=max(since, at) if asked and at else since,
            asked=asked,
        )
        for code, met, until, at, asked in sorted(rows, key=lambda row: list(LABELS).index(row[0]))
    ]
    ready = volunteer.state in {"ready", "resting"}
    return with_current(
        [
            Step("applied", _("received"), True, Owner.VOLUNTEER),
            *found,
            Step("ready", _("ready"), ready, Owner.COORDINATOR),
        ]
    )


def _owner(volunteer, code: str, asked) -> Owner:
    """Who has a step now."""
    if code in IN_TRAINING and not volunteer.is_taken_in:
        return Owner.COORDINATOR
    _label, owner, once_asked = LABELS[code]
    return once_asked if asked else owner


@dataclass(frozen=True)
class Asked:
    """One thing that an assignment asks beyond ready: what, where, met or not, and until when it is exempted."""

    requirement_id: UUID
    project_id: int
    code: str
    label: Text
    met: bool
    exempt_until: date | None

    @property
    def blocks(self) -> bool:
        """Keeps the volunteer from a match or duty there."""
        return not self.met and self.exempt_until is None


def asked_of(volunteers) -> dict[UUID, list[Asked]]:
    """For each volunteer whom one screens: what her assignments of today ask beyond ready."""
    found: dict[UUID, list[Asked]] = defaultdict(list)
    columns = "volunteer_id, requirement_id, project_id, code, met, exempt_until"
    for volunteer_id, requirement_id, project_id, code, met, until in _ask(
        "assignment_requirements_seen", columns, volunteers
    ):
        found[volunteer_id].append(Asked(requirement_id, project_id, code, LABELS[code][0], met, until))
    return found


class Exempt(NamedTuple):
    """One thing that a volunteer may go without for a time, and the last day of it."""

    what: Text
    until: date


def exempt_from(rows: Iterable[tuple[Any, str, date]]) -> dict[Any, tuple[Exempt, ...]]:
    """Of volunteer, code and day: from what each is exempted; asked at several projects, the earliest day counts."""
    found: dict[Any, dict[str, date]] = defaultdict(dict)
    for volunteer_id, code, until in rows:
        found[volunteer_id][code] = min(until, found[volunteer_id].get(code, until))
    return {one: tuple(Exempt(LABELS[code][0], until) for code, until in of.items()) for one, of in found.items()}


def with_exemptions(volunteers: Iterable[Any]) -> list:
    """Each with `exempted`: from what she is exempted today, for those who screen her and nobody else; in one query."""
    volunteers = list(volunteers)
    asked = ((pk, one) for pk, all_asked in asked_of(volunteers).items() for one in all_asked)
    found = exempt_from((pk, one.code, one.exempt_until) for pk, one in asked if one.exempt_until)
    for volunteer in volunteers:
        volunteer.exempted = found.get(volunteer.pk, ())
    return volunteers


def _ask(function: str, columns: str, volunteers) -> list[tuple]:
    """The rows of one of the database's functions about these volunteers."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM app.{function}(%s)", [[v.pk for v in volunteers]])  # noqa: S608
        return cursor.fetchall()


@dataclass(frozen=True)
class OnTheWay:
    """One volunteer in a list: what comes next, if anything, and how many days ago she applied."""

    volunteer: Any
    next_step: Step | None
    days: int

    @property
    def stays(self) -> bool:
        """On the way, or taken in: so that there is a next step."""
        return self.volunteer.is_on_the_way or self.volunteer.is_taken_in


def waiting(volunteers, today=None) -> list[OnTheWay]:
    """A page of volunteers with the next step and the exemptions of each, each kind asked in one query."""
    volunteers, today = with_exemptions(volunteers), today or timezone.localdate()
    found = pipeline_of(volunteers)
    return [
        OnTheWay(
            volunteer,
            next((step for step in found[volunteer.pk] if not step.done and step.code != "ready"), None),
            (today - timezone.localdate(volunteer.applied_at)).days,
        )
        for volunteer in volunteers
    ]
