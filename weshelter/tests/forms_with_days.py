"""Every form in which a day is typed: with what its page opens it, and from which day to which it takes one."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from django.forms import BaseForm

from access.context import acting
from citizens.places import AttachForm, AttachmentForm, HomeForm
from citizens.speaking import SpokenForm
from coordinators.away_forms import AbsenceForm, AwayForm, Days
from friendships.forms.activities import ActivityForm, CorrectOutingForm, OutingForm
from friendships.forms.agreements import AgreementForm
from friendships.forms.contacts import ContactForm, CorrectContactForm, TickForm
from friendships.forms.endings import BeginForm, FarewellForm
from friendships.forms.relocations import PutRelocationRight, RelocationForm
from friendships.forms.rests import PauseForm
from friendships.forms.stand_ins import StandInAnswerForm
from friendships.forms.trials import LookBackForm
from friendships.models import Activity, Closure, Contact, Outing, PairAgreement, Pause, PlannedRest
from friendships.relocating import relocate
from friendships.tests import pairs
from institutions.models import Absence
from matching.forms.meetings import StartForm
from matching.forms.proposals import AlreadyFriendsForm, SpontaneousForm
from matching.models import Match
from notes.forms import GuidanceForm, RewordForm
from notes.tests import telling
from pages.dates import DayField
from screening.forms.agreements import PaperForm
from screening.forms.conversations import ConversationForm
from screening.forms.correcting import CorrectInterview, CorrectShadowing, CorrectSignature
from screening.forms.records import ExemptionForm, SeenForm, ShadowingForm
from screening.forms.support import SupportForm
from screening.models import Interview, RecordCheck, Shadowing, Signature
from volunteers.forms.breaks import BreakForm
from volunteers.forms.ending import EndAssignmentForm
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.code import OUR_APPS
from weshelter.tests.days import today

SINCE = 10  # days: so long have the two been friends, was the check asked for, was something else said before


class Typed(NamedTuple):
    """A day of a form: how many days from today the first and the last lie, and what else is typed."""

    form: type[BaseForm]
    field: str
    opened: Callable[[Any], dict]
    first: int | None
    last: int | None
    also: dict[str, str] = {}


def with_nothing(cast) -> dict:
    return {}


def of_a_citizen(cast) -> dict:
    return {"citizen": people.create_citizen(cast)}


def in_a_home(cast) -> dict:
    """He has always lived there, as far as anybody knows."""
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        return {"row": bo.homes.get()}


def attached(cast) -> dict:
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        return {"row": bo.attachments.get()}


def who_moves(cast) -> dict:
    """He moved in today, and moves again."""
    return {"citizen": people.create_citizen(cast), "user": cast.karen}


def who_moves_soon(cast) -> dict:
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        home, when = (
            {"institution": None, "municipality": "0101"},
            {"from_on": today() + timedelta(days=7), "ends": [], "knows": None},
        )
        return {"row": relocate(bo, to=home, by=cast.karen, **when), "user": cast.karen}


def when_somebody_had_spoken(cast) -> dict:
    return {"said_before": today() - timedelta(days=SINCE)}


def of_two_who_have_met(cast) -> dict:
    return {"volunteers": []}


def of_a_proposal(cast) -> dict:
    return {"match": people.create_match(cast, started=False)}


def friends(cast) -> Match:
    return pairs.met_days_ago(people.create_match(cast), SINCE)


def of_friends(cast) -> dict:
    return {"match": friends(cast)}


def of_a_contact(cast) -> dict:
    match = friends(cast)
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(), kind="met")
        return {"row": Contact.objects.select_related("match").get()}


def of_an_activity(cast) -> dict:
    return {"instance": Activity(), "houses": [cast.rg60.institution], "for_all": False}


def of_an_outing(cast) -> dict:
    activity = Activity(name="Kaffe", kind="cafe")
    return {
        "row": Outing(match=friends(cast), activity=activity, used_on=today()),
        "activities": Activity.objects.all(),
    }


def of_an_agreement(cast) -> dict:
    match = friends(cast)
    return {"instance": PairAgreement(match=match, project_id=match.project_id)}


def of_a_rest(cast) -> dict:
    return {"row": Pause(match=friends(cast))}


def of_an_ending(cast) -> dict:
    return {"row": Closure(match=friends(cast))}


def of_a_farewell(cast) -> dict:
    match = pairs.met_days_ago(pairs.in_state(cast, "ending"), SINCE)
    with acting(user=cast.karen):
        return {"row": Closure.objects.select_related("match").get(match=match)}


def of_a_stand_in(cast) -> dict:
    """They rest since ten days."""
    match = pairs.met_days_ago(pairs.in_state(cast, "paused"), SINCE)
    stand_in = pairs.proposed(cast, match, people.ready_volunteer(cast, "Agnes Afløser"))
    stand_in.pause.began_on = today() - timedelta(days=SINCE)
    return {"stand_in": stand_in}


def of_an_assignment(cast) -> dict:
    volunteer = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        assignment = volunteer.assignments.get()
    assignment.from_on = today() - timedelta(days=SINCE)
    return {"assignment": assignment}


def of_guidance(cast) -> dict:
    return {"row": telling.guide(telling.consenting_citizen(cast), cast.rg60, approved=False)}


def of_a_paper(cast) -> dict:
    cast.agreement.in_force_from = today() - timedelta(days=SINCE)
    return {"volunteer": way.interviewed(cast), "agreement": cast.agreement}


def of_an_applicant(cast) -> dict:
    return {"volunteer": way.applied(cast)}


def of_a_check(cast) -> dict:
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    volunteer = way.in_training(cast)
    with acting(user=cast.karen):
        check = RecordCheck.ask(volunteer, kind="criminal_record", by=cast.karen)
    check.requested_on = today() - timedelta(days=SINCE)
    return {"instance": check}


def of_an_exemption(cast) -> dict:
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    return {"requirement": way.requirement(cast, people.ready_volunteer(cast), "criminal_record")}


def of_being_along(cast) -> dict:
    return {"experienced": Volunteer.objects.all()}


def of_having_been_along(cast) -> dict:
    way.asks(cast, cast.rg60.friend_role, asks_shadowing=True)
    erna, tove = people.ready_volunteer(cast, "Erna Erfaren"), way.in_training(cast, signed=True)
    with acting(user=cast.karen):
        Shadowing.write(tove, experienced=erna, went_on=today(), by=cast.karen)
        return {"instance": Shadowing.objects.get()}


def of_a_conversation(cast) -> dict:
    way.interviewed(cast)
    with acting(user=cast.sille):
        return {"instance": Interview.objects.get()}


def of_a_signature(cast) -> dict:
    way.in_training(cast, signed=True)
    with acting(user=cast.sille):
        return {"instance": Signature.objects.get()}


def of_who_goes_away(cast) -> dict:
    with acting(user=cast.karen):
        return {
            "person": cast.karen,
            "roles": list(cast.karen.memberships.with_places()),
            "absences": [],
            "user": cast.karen,
        }


def of_an_absence(cast) -> dict:
    """It begins in ten days."""
    with acting(user=cast.karen):
        role = cast.karen.memberships.with_places().first()
        days = {"from_on": today() + timedelta(days=SINCE), "until_on": today() + timedelta(days=SINCE)}
        return {"row": Absence.begin(role, **days, deputy=None), "role": role, "user": cast.karen}


def of_a_break(cast) -> dict:
    return {"volunteer": people.ready_volunteer(cast)}


DAYS = [
    Typed(AttachForm, "from_on", of_a_citizen, -365 * 50, 365),
    Typed(AttachmentForm, "from_on", attached, -365 * 50, 365),
    Typed(AttachmentForm, "until_on", attached, 0, 365, {"from_on": f"{today()}"}),
    Typed(HomeForm, "from_on", in_a_home, -365 * 50, 0),
    Typed(RelocationForm, "from_on", who_moves, 0, 365),
    Typed(PutRelocationRight, "from_on", who_moves_soon, 0, 365),
    Typed(SpokenForm, "on", when_somebody_had_spoken, -SINCE, 0),
    Typed(SpokenForm, "again_on", when_somebody_had_spoken, 1, 366, {"outcome": "not_now"}),
    Typed(AgreementForm, "review_on", of_an_agreement, 0, 366),
    Typed(ContactForm, "happened_on", of_friends, -SINCE, 0),
    Typed(CorrectContactForm, "happened_on", of_a_contact, -SINCE, 0),
    Typed(TickForm, "happened_on", of_friends, -SINCE, 0),
    Typed(BeginForm, "tell_on", of_an_ending, 0, 90),
    Typed(FarewellForm, "told_on", of_a_farewell, -SINCE, 0),
    Typed(FarewellForm, "citizen_talk_on", of_a_farewell, -SINCE, 0),
    Typed(FarewellForm, "volunteer_talk_on", of_a_farewell, -SINCE, 0),
    Typed(PauseForm, "from_on", lambda cast: {"row": PlannedRest(match=friends(cast), from_on=today())}, 0, 365),
    Typed(PauseForm, "back_on", of_a_rest, 0, 365),
    Typed(StandInAnswerForm, "asked_on", of_a_stand_in, -SINCE, 0, {"answer": "no", "asked_by": "lead"}),
    Typed(LookBackForm, "look_back_on", with_nothing, 0, 26 * 7, {"answer": "later"}),
    Typed(ActivityForm, "from_on", of_an_activity, -366, 366),
    Typed(ActivityForm, "until_on", of_an_activity, 0, 366, {"from_on": f"{today()}"}),
    Typed(OutingForm, "used_on", lambda cast: of_friends(cast) | {"activities": Activity.objects.all()}, -SINCE, 0),
    Typed(CorrectOutingForm, "used_on", of_an_outing, -SINCE, 0),
    Typed(StartForm, "met_on", of_a_proposal, -365, 0),
    Typed(SpontaneousForm, "origin_on", of_two_who_have_met, -365, 0),
    Typed(AlreadyFriendsForm, "origin_on", of_two_who_have_met, -365 * 40, 0),
    Typed(GuidanceForm, "review_on", with_nothing, 1, None),
    Typed(RewordForm, "review_on", of_guidance, 1, None),
    Typed(PaperForm, "signed_on", of_a_paper, -SINCE, 0),
    Typed(ConversationForm, "held_on", of_an_applicant, None, 0),
    Typed(CorrectInterview, "held_on", of_a_conversation, None, 0),
    Typed(CorrectShadowing, "went_on", of_having_been_along, None, 0),
    Typed(CorrectSignature, "signed_at", of_a_signature, None, 0),
    Typed(ExemptionForm, "until_on", of_an_exemption, 0, 365),
    Typed(SeenForm, "seen_on", of_a_check, -SINCE, 0),
    Typed(SeenForm, "next_due_on", of_a_check, 1, None),
    Typed(ShadowingForm, "went_on", of_being_along, -180, 0),
    Typed(SupportForm, "given_on", with_nothing, -183, 0),
    *(Typed(Days, name, with_nothing, None, None) for name in ("from_on", "until_on")),  # what both are made of
    Typed(AwayForm, "from_on", of_who_goes_away, 0, 365),
    Typed(AwayForm, "until_on", of_who_goes_away, 0, 365, {"from_on": f"{today()}"}),
    Typed(AbsenceForm, "from_on", of_an_absence, 0, 365),
    Typed(AbsenceForm, "until_on", of_an_absence, 0, 365, {"from_on": f"{today()}"}),
    Typed(BreakForm, "back_on", of_a_break, 1, 365),
    Typed(EndAssignmentForm, "gone_from", of_an_assignment, -SINCE, 0, {"why": "moved"}),
]


def fields_of_days(kind: type = BaseForm) -> Iterator[tuple[type, str]]:
    """Each field for a day of each of our forms; those that the admin makes of a model are its own."""
    for form in kind.__subclasses__():
        if form.__module__.split(".")[0] in OUR_APPS:
            fields = getattr(form, "base_fields", {})  # what is mixed in has none
            yield from ((form, name) for name, field in fields.items() if isinstance(field, DayField))
        yield from fields_of_days(form)
