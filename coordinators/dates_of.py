"""The dates ahead that lie with one person, by name, and how they are handed on to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.roles import Permission, may
from history.moves import NotPossible
from institutions.models import Membership
from matching.emails import send_first_meeting
from matching.models import FirstMeeting
from screening.emails import send_conversation_moved
from screening.models import Appointment


@dataclass(frozen=True)
class OwnDate:
    """A date that somebody is to be there for: what it is, for whom, when, and the page where it is moved."""

    what: str
    who: str
    at: datetime
    page: str
    id: UUID


@dataclass
class HandedOn:
    """How many dates somebody else has now, and what could not be handed on, each with why."""

    done: int = 0
    left: tuple[str, ...] = ()


def dates_of(person, user) -> list[OwnDate]:
    """The talks and first meetings ahead that lie with a person, as far as the user may know, the next first."""
    found = [_of_talk(talk) for talk in _talks(person, user)] + [_of_meeting(one) for one in _meetings(person, user)]
    return sorted(found, key=lambda one: one.at)


def hand_on(person, role: Membership, days: tuple[date, date | None], to, *, by) -> HandedOn:
    """What lies with a person in a role on some days lies with somebody else, and each who is to be there is told.

    First meetings are handed on by whoever follows the friendship. For others they come to the desks of the project.
    """
    handed, left = 0, []
    for pass_on, name in _of_role(person, role, days, to, by):
        try:
            pass_on()
        except NotPossible as error:
            left.append(f"{name}: {error}")
        else:
            handed += 1
    return HandedOn(handed, tuple(left))


def _of_role(person, role: Membership, days: tuple[date, date | None], to, by) -> Iterator[tuple[Any, str]]:
    """What is done for each date that falls on these days, and what it is called if it cannot be done."""
    if role.project is None:
        yield from _as_lead(person, days, by)
        return
    for talk in _talks(person, by).filter(volunteer__project_ids__contains=[role.project_id]):
        if _fall_on(days, [talk.chosen] if talk.chosen else talk.times_ahead()):
            yield lambda talk=talk: _hand_talk(talk, to), talk.volunteer.name
    if not may(by, Permission.START_MATCH, role.project):
        return
    for meeting in _meetings(person, by).filter(project=role.project_id):
        if _fall_on(days, [meeting.starts_at]):
            yield lambda meeting=meeting: _hand_meeting(meeting, to), meeting.match.volunteer.name


def _as_lead(person, days: tuple[date, date | None], by) -> Iterator[tuple[Any, str]]:
    """A first meeting to which a lead comes along is the coordinators' to hand on."""
    for meeting in _meetings(person, by):
        if _fall_on(days, [meeting.starts_at]):
            yield _leave_to_the_coordinators, meeting.match.volunteer.name


def _leave_to_the_coordinators() -> None:
    raise NotPossible(_("it stands on the desk of the project's coordinators"))


def _hand_talk(talk: Appointment, to) -> None:
    """One that waits for the applicant's choice is told to nobody: no time stands yet."""
    was = talk.hand_to(to)
    if talk.chosen and talk.is_news_after(was):
        send_conversation_moved(talk, was)


def _hand_meeting(was: FirstMeeting, to) -> None:
    send_first_meeting(was.hand_to(to), was.match, was)


def _fall_on(days: tuple[date, date | None], moments: list[datetime]) -> bool:
    first, last = days
    return any(
        first <= timezone.localdate(one) and (last is None or timezone.localdate(one) <= last) for one in moments
    )


def _talks(person, user) -> QuerySet:
    """Chosen and ahead, or with times ahead that can be chosen."""
    now = timezone.now()
    talks = Appointment.objects.visible_to(user).open().filter(by=person).with_people()
    return talks.exclude(chosen__lte=now).filter(times__len__gt=0).order_by("offered_at")


def _meetings(person, user) -> QuerySet:
    ahead = FirstMeeting.objects.visible_to(user).upcoming().filter(accompanied_by=person)
    return ahead.select_related(
        "match__citizen__known_as", "match__volunteer__role__project", "match__project__institution"
    )


def _of_talk(talk: Appointment) -> OwnDate:
    if talk.chosen:
        return OwnDate(
            _("Conversation"), talk.volunteer.name, talk.chosen, "screening:move_conversation", talk.volunteer_id
        )
    first = min(talk.times_ahead(), default=talk.offered_at)
    what = _("Conversation, the applicant chooses a time")
    return OwnDate(what, talk.volunteer.name, first, "screening:detail", talk.volunteer_id)


def _of_meeting(meeting: FirstMeeting) -> OwnDate:
    match = meeting.match
    who = _("%(citizen)s and %(volunteer)s") % {
        "citizen": match.citizen.called_name,
        "volunteer": match.volunteer.first_name,
    }
    return OwnDate(_("First meeting"), who, meeting.starts_at, "matching:first_meeting", match.pk)
