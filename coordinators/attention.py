"""What needs somebody today: one line each, oldest first, with the one page where it is done.

What lies with somebody else comes last: it is good to know, and nothing is to be done about it today.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordinators import those_who_wait
from coordinators.lines import MOST, Line, morning
from coordinators.pairs_at_hand import lines_of_pairs
from foodclubs.models import Evening
from notes.models import Confidence
from pages.steps import Owner, Step
from pages.together import together
from screening.models import Appointment, RecordCheck
from volunteers.models import Volunteer
from volunteers.readiness import pipeline_of

# What the coordinator asks for while something else is open.
BESIDE = {"references", "criminal_record", "children_record"}


@dataclass(frozen=True)
class Desk:
    """What needs the coordinator, those who wait longest for a friend and how many wait, what lies with others.

    Whoever waits for a friend is no task that one ticks off: a few stand here, so that the rest of the day is seen.
    """

    mine: list[Line]
    friends: list[Line]
    waiting: int
    others: list[Line]


def for_coordinator(user) -> Desk:
    """What waits for the coordinator: open farewells first, then confidences, then what has waited longest."""
    waiting = those_who_wait.of_coordinator(user)
    lines = [
        *_volunteers(user),
        *_records(user),
        *lines_of_pairs(user),
        *waiting.tasks,
        *_evenings(user),
    ]
    lines.sort(key=lambda line: line.since)
    mine = [line for line in lines if line.is_mine]
    farewells, others = [line for line in mine if line.is_first], [line for line in mine if not line.is_first]
    return Desk(
        mine=[*farewells, *_confidences(user), *others],
        friends=waiting.friends,
        waiting=waiting.number,
        others=[line for line in lines if not line.is_mine],
    )


def for_lead(user) -> list[Line]:
    """What waits for the lead of a house, oldest first: a citizen's answer, whoever waits, guests, evenings."""
    lines = [*lines_of_pairs(user), *those_who_wait.of_lead(user), *_evenings(user)]
    return sorted((line for line in lines if line.is_mine), key=lambda line: line.since)


def _confidences(user) -> list[Line]:
    return [
        Line(_("Somebody has told you something in confidence"), "", one.written_at, "notes:confidence", one.pk)
        for one in Confidence.objects.visible_to(user).unopened_by(user)
    ]


def _volunteers(user) -> list[Line]:
    """Volunteers on the way, and whose break is over; both asked in one query, the oldest of each kind."""
    screened = Volunteer.objects.screened_by(user)
    found = list(screened.awaiting_screening()[:MOST].union(screened.due_back()[:MOST], all=True))
    ways = pipeline_of(one for one in found if one.is_on_the_way)
    asked = any(step.code == "second_yes" and not step.done for way in ways.values() for step in way)
    heard = set(Volunteer.objects.interviewed_by(user).values_list("pk", flat=True)) if asked else set()
    lines = []
    for volunteer in found:
        if volunteer.is_resting:
            what, is_mine, since = _("Back from the break?"), True, morning(volunteer.back_on)
        else:
            what, is_mine, since = _turn(volunteer, ways[volunteer.pk], may_say_yes=volunteer.pk not in heard)
        lines.append(Line(what, volunteer.name, since, "screening:detail", volunteer.pk, is_mine=is_mine))
    return lines


def _records(user) -> list[Line]:
    """Of those whom one screens: checks that somebody must see to, and talks that nobody holds any more."""
    screened, today = Volunteer.objects.screened_by(user), timezone.localdate()
    due = RecordCheck.objects.filter(volunteer__in=screened).to_see_to(today).select_related("volunteer")
    unheld = Appointment.objects.visible_to(user).filter(volunteer__in=screened).unheld()
    checks, talks = together(due.order_by("next_due_on", "requested_on")[:MOST], unheld[:MOST])
    return [*(_of_check(check, today) for check in checks), *map(_of_talk, talks)]


def _of_check(check: Any, today: date) -> Line:
    """A check that is due again soon or overdue, or one that nobody has decided about."""
    is_mine = check.seen_on is not None
    if not is_mine:
        what, since = _("%(check)s: asked for, not seen yet"), morning(check.requested_on)
    elif check.is_waiting:
        what, since = _("%(check)s: under discussion"), morning(check.seen_on)
    else:
        since = morning(check.next_due_on - timedelta(days=check.notice(today)))
        what = _("%(check)s: has run out") if check.next_due_on < today else _("%(check)s: ask for a new one")
    what %= {"check": capfirst(check.get_kind_display())}
    return Line(what, check.volunteer.name, since, "screening:detail", check.volunteer_id, is_mine=is_mine)


def _of_talk(talk: Appointment) -> Line:
    """Agreed, and whoever was to hold it is away that day or works here no more."""
    said = {"day": date_format(timezone.localtime(talk.chosen), "MONTH_DAY_FORMAT"), "name": talk.by.name}
    what = _("Who holds the conversation on %(day)s? %(name)s is not there") % said
    since = talk.answered_at or talk.offered_at
    return Line(what, talk.volunteer.name, since, "screening:move_conversation", talk.volunteer_id)


def _turn(volunteer: Volunteer, way: list[Step], *, may_say_yes: bool) -> tuple[str, bool, datetime]:
    """What she can do now on the way to ready, else with whom the next step lies; and since when."""
    waits = [step for step in way if not step.done]
    hers = next((step for step in waits if _is_hers(step, volunteer, waits, may_say_yes)), None)
    step = hers or waits[0]
    return _in_words(volunteer, step, is_hers=hers is not None), hers is not None, step.since or volunteer.applied_at


def _is_hers(step: Step, volunteer: Volunteer, waits: list[Step], may_say_yes: bool) -> bool:
    """The next step if it lies with her, and what can be done beside it, such as asking for references."""
    if step.code == "second_yes":
        return may_say_yes and step is waits[0]
    if step.owner is not Owner.COORDINATOR:
        return False
    beside = step.code in BESIDE or (volunteer.is_taken_in and step.code == "course")
    return step is waits[0] or beside


def _in_words(volunteer: Volunteer, step: Step, *, is_hers: bool) -> str:
    if not is_hers:
        return _("%(step)s: lies with %(whose)s") % {"step": capfirst(str(step.label)), "whose": step.owner.label}
    if step.code == "booked":
        return _("New application: invite to a talk")
    if step.code == "second_yes":
        return _("A second yes is wanted: yours")
    if volunteer.state == Volunteer.State.INTERVIEWED and step.code in ("agreement", "course"):
        return _("Take into training")
    return _("Ready") if step.code == "ready" else _("Next step: %(step)s") % {"step": step.label}


def _evenings(user) -> list[Line]:
    """Evenings that have been and are not closed, and those with guests of whom the house has not said yes or no."""
    lines = []
    for evening in Evening.objects.known_to(user).awaiting_the_house():
        if evening.waiting:
            sentence = ngettext(
                "%(count)s guest waits for your yes", "%(count)s guests wait for your yes", evening.waiting
            )
            lines.append(_about(evening, sentence % {"count": evening.waiting}, evening.waits_since))
        if evening.may_be_counted:
            lines.append(_about(evening, _("The evening was never opened: how many came?"), evening.starts_at))
        elif evening.has_begun:
            lines.append(_about(evening, _("Close the evening: who came?"), evening.starts_at))
    return lines


def _about(evening: Evening, what: str, since: datetime) -> Line:
    who = f"{evening.food_club}, {date_format(timezone.localtime(evening.starts_at), _('l j F'))}"
    return Line(what, who, since, "foodclubs:evening", evening.pk)
