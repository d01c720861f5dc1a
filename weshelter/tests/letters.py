"""One letter of every kind, written now: after the marks are planted, so that each shows what it took from where."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from access.context import acting
from accounts.emails import (
    send_address_changed,
    send_change_asked,
    send_change_confirmed,
    send_change_done,
    send_change_ended,
    send_invitation,
    send_letter_of_allauth,
    send_link_to_new_address,
)
from accounts.models import AccessChange, NewAddress, User
from citizens.emails import send_emergency
from coordinators.due import tell_both
from courses.emails import send_booked, send_choice, send_invited, send_offered, send_reminder, send_waiting
from courses.emails import send_called_off as send_course_called_off
from courses.emails import send_changed as send_course_changed
from courses.models import Attendance, Gathering
from foodclubs.emails import send_called_off, send_changed, send_offer
from foodclubs.models import Evening
from friendships.emails import send_stand_in_agreed, send_stand_in_ended, write_how_it_goes, write_milestone
from friendships.models import StandIn
from institutions.emails import send_away, send_role_ends, send_role_given
from institutions.models import Absence, Membership
from letters.models import MessageBody
from matching.emails import (
    send_both_said_yes,
    send_came_to_nothing,
    send_first_meeting,
    send_meeting_called_off,
    send_meeting_reminder,
    send_proposal,
    send_proposal_reminder,
)
from matching.models import Match
from notes.emails import send_guidance_there
from notes.models import Confidence
from screening.emails import (
    send_agreement,
    send_check_due,
    send_conversation_answered,
    send_conversation_booked,
    send_conversation_called_off,
    send_conversation_moved,
    send_declined,
    send_name_referees,
    send_reference,
    send_times,
    write_agreement_again,
)
from screening.models import Appointment, RecordCheck, Reference
from volunteers import emails
from volunteers.emails import send_new_link, send_receipt, send_role_opens
from volunteers.models import Interested, Volunteer
from weshelter.digest import Part, send_digest
from weshelter.tests.rows import Rows


@dataclass
class Things:
    """What letters of RG60 are about, as its coordinator sees it."""

    volunteer: Volunteer
    match: Match
    evening: Evening
    course: Gathering
    confidence: Confidence
    interested: Interested

    @property
    def offered(self) -> Attendance:
        return Attendance(gathering=self.course, volunteer=self.volunteer, offered_until=self.course.starts_at)

    @property
    def lead(self) -> User:
        return self.confidence.author


def change_of(of: Things) -> AccessChange:
    """Another address for the lead, asked for by one and confirmed by another."""
    one, other = of.confidence.readers()[0], of.lead
    change = AccessChange(kind="address", user=of.lead, address="ny@example.org", asked_by=one, confirmed_by=other)
    change.confirmed_at = change.asked_at
    return change


def role_of(of: Things) -> Membership:
    """The coordinator's own, as it began."""
    return Membership(user=of.confidence.readers()[0], role="coordinator", project=of.match.project)


def absence_of(of: Things) -> Absence:
    """The coordinator is away, and the lead's name stands for a deputy's."""
    user, project = of.confidence.readers()[0], of.match.project
    return Absence(user=user, project=project, from_on=timezone.localdate(), deputy=of.lead)


def handed_on(of: Things) -> None:
    """A talk that the coordinator was to hold is the lead's by now."""
    talk = Appointment.objects.with_people().get(state="offered")
    talk.chosen = timezone.now() + timedelta(hours=20)
    was = copy(talk)
    talk.by = of.lead
    send_conversation_moved(talk, was)


def standing_in(of: Things) -> StandIn:
    return StandIn(volunteer=of.volunteer, project=of.match.project)


def tell_of_emergency(of: Things) -> None:
    """To the coordinators and the secretariat: that somebody opened a citizen, and not which."""
    user, match = of.confidence.readers()[0], of.match
    named = {"project": match.project, "project_id": match.project_id, "citizen_id": match.citizen_id}
    send_emergency(
        SimpleNamespace(pk=match.pk, user=user, user_id=user.pk, **named), [user, *User.objects.secretariat()]
    )


def tell_of_times(of: Things) -> None:
    """All about one conversation: the times, the one chosen, moved, called off; to her, and to whoever holds it."""
    appointment = Appointment.objects.with_people().get(state="offered")
    send_times(appointment)
    appointment.chosen = timezone.now() + timedelta(hours=20)
    send_conversation_booked(appointment, "abc")
    send_conversation_answered(appointment)
    send_conversation_moved(appointment, appointment)
    send_conversation_called_off(appointment)


def tell_of_check(of: Things) -> None:
    """To the volunteer; her coordinator has it on the desk."""
    check = RecordCheck.objects.select_related("volunteer__role__project").filter(volunteer=of.volunteer).first()
    check.next_due_on = timezone.localdate() + timedelta(days=30)
    send_check_due(check)


# The name of the template -> what sends it.
LETTERS: dict[str, Callable[[Things], None]] = {
    "access_changed": lambda of: send_letter_of_allauth("account/email/password_changed", of.lead.email, {}),
    "address_changed": lambda of: send_address_changed(of.lead, of.lead.email),
    "agreement": lambda of: send_agreement(of.volunteer),
    "application_received": lambda of: send_receipt(of.volunteer),
    "agreement_again": lambda of: write_agreement_again(of.volunteer, "https://x/y"),
    "assignment_ended": lambda of: emails.send_assignment_ended(of.volunteer.assignments.with_projects().first()),
    "away": lambda of: send_away(absence_of(of), by=of.lead),
    "both_said_yes": lambda of: send_both_said_yes(of.match),
    "came_to_nothing": lambda of: send_came_to_nothing(of.match),
    "change_asked": lambda of: send_change_asked(change_of(of)),
    "change_confirmed": lambda of: send_change_confirmed(change_of(of)),
    "change_done": lambda of: send_change_done(change_of(of), of.lead.email),
    "change_ended": lambda of: send_change_ended(change_of(of), None),
    "check_due": tell_of_check,
    "conversation_answered": tell_of_times,
    "conversation_booked": tell_of_times,
    "conversation_called_off": tell_of_times,
    "conversation_moved": tell_of_times,
    "conversation_times": tell_of_times,
    "conversation_told": tell_of_times,
    "conversation_yours": handed_on,
    "course_booked": lambda of: send_booked(of.volunteer, of.course),
    "course_called_off": lambda of: send_course_called_off(of.offered),
    "course_changed": lambda of: send_course_changed(of.offered, of.course),
    "course_choice": lambda of: send_choice(of.volunteer),
    "course_invited": lambda of: send_invited(of.volunteer, of.course),
    "course_offered": lambda of: send_offered(of.offered, link="https://x/y"),
    "course_reminder": lambda of: send_reminder(of.offered, link="https://x/y"),
    "course_waiting": lambda of: send_waiting(of.volunteer, of.course),
    "declined": lambda of: send_declined(of.volunteer, letter="Kære du", offered=of.volunteer.role),
    "deputy": lambda of: send_away(absence_of(of), by=of.lead),
    "deputy_no_more": lambda of: send_away(Absence(user=of.lead), absence_of(of), by=of.lead),
    "digest": lambda of: send_digest(
        of.lead,
        [Part("Her", [(2, "Ny ansøgning")], "https://x/y", None)],
        ["1 samtale er aftalt"],
        timezone.localdate(),
    ),
    "emergency": tell_of_emergency,
    "entered_by_hand": lambda of: emails.send_entered(of.volunteer),
    "first_meeting_called_off": lambda of: send_meeting_called_off(of.match.first_meeting, of.match),
    "first_meeting_host_off": lambda of: send_meeting_called_off(of.match.first_meeting, of.match),
    "first_meeting": lambda of: send_first_meeting(of.match.first_meeting, of.match),
    "first_meeting_reminder": lambda of: send_meeting_reminder(of.match.first_meeting, link="https://x/y"),
    "first_meeting_reminder_host": lambda of: send_meeting_reminder(of.match.first_meeting, link="https://x/y"),
    "first_meeting_host": lambda of: send_first_meeting(of.match.first_meeting, of.match),
    "food_club_called_off": lambda of: send_called_off(of.evening, of.volunteer, has_task=True),
    "food_club_changed": lambda of: send_changed(of.evening, of.evening, of.volunteer, has_task=True),
    "food_club_tasks": lambda of: send_offer(of.evening, of.evening.tasks.all(), of.volunteer),
    "former_address": lambda of: emails.send_to_former_address("tidligere@example.org", of.volunteer.role.project),
    "guidance_there": lambda of: send_guidance_there(of.match),
    "goodbye": lambda of: emails.send_goodbye(of.volunteer),
    "how_it_goes": lambda of: write_how_it_goes(of.match, "https://x/y"),
    "invitation": lambda of: send_invitation(of.lead),
    "log_head": lambda of: tell_both({"faults": [], "seq": 7, "hash": "ab12"}),
    "milestone": lambda of: write_milestone(of.match, 6, "https://x/y"),
    "name_referees": lambda of: send_name_referees(of.volunteer),
    "new_address": lambda of: send_link_to_new_address(
        NewAddress(user=of.lead, address=of.lead.email, asked_at=timezone.now()), "abc"
    ),
    "new_address_here": lambda of: emails.send_to_new_address(of.volunteer, links=[("min side", "https://x/y")]),
    "feed_stopped": lambda of: emails.send_feed_stopped(of.volunteer),
    "new_link": lambda of: send_new_link(of.volunteer, link="https://x/y"),
    "password_reset_key": lambda of: send_letter_of_allauth(
        "account/email/password_reset_key", of.lead.email, {"password_reset_url": "https://x/y"}
    ),
    "proposal": lambda of: send_proposal(of.match),
    "proposal_reminder": lambda of: send_proposal_reminder(of.match, link="https://x/y"),
    "ready": lambda of: emails.send_ready(of.volunteer, "https://x/y"),
    "reference": lambda of: send_reference(Reference.objects.filter(state="asked").first()),
    "role_is_gone": lambda of: emails.send_role_is_gone(of.interested),
    "role_changed": lambda of: emails.send_role_changed(of.volunteer, of.volunteer.role),
    "role_opens": lambda of: send_role_opens(of.interested),
    "role_ends": lambda of: send_role_ends(role_of(of), [of.lead]),
    "role_given": lambda of: send_role_given(role_of(of), [of.lead]),
    "stand_in_agreed": lambda of: send_stand_in_agreed(standing_in(of), link="https://x/y"),
    "stand_in_ended": lambda of: send_stand_in_ended(standing_in(of), link="https://x/y"),
    "whether_back": lambda of: emails.write_whether_back(of.volunteer, "https://x/y"),
}


@dataclass(frozen=True)
class Written:
    """One letter before it is sent."""

    kind: str
    address: str
    text: str


def things_of(rows: Rows) -> Things:
    named = rows.named["rg60"]
    return Things(
        Volunteer.objects.with_roles().get(pk=named["volunteer_id"]),
        Match.objects.get(pk=named["match_id"]),
        Evening.objects.with_house().get(pk=named["evening_id"]),
        Gathering.objects.get(pk=named["gathering_id"]),
        Confidence.objects.get(pk=named["confidence_id"]),
        Interested.objects.select_related("role__project__institution").get(pk=named["interested_id"]),
    )


def write_all(rows: Rows) -> None:
    """One of each kind, as the coordinator."""
    with acting(user=rows.cast.karen):
        things = things_of(rows)
        for write in LETTERS.values():
            write(things)


def written() -> list[Written]:
    """What waits for the worker, which alone can read it."""
    bodies = MessageBody.objects.select_related("message")
    return [Written(one.message.kind, one.message.address, f"{one.subject}\n{one.text}") for one in bodies]
