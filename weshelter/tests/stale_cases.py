"""For every page that changes what stands: a thing in the state for it, and what the first and the second send."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from access.context import acting
from courses.models import Gathering
from friendships.tests.pairs import BEGUN
from notes.tests import telling
from screening.models import Reference
from volunteers.models import RoleProfile
from volunteers.tests import asking, way
from weshelter.tests import people
from weshelter.tests.rows import Rows
from weshelter.tests.stale import Case
from weshelter.tests.stale_evenings import (
    answered_guest,
    evening_to_change,
    evening_to_close,
    evening_to_correct,
    evening_to_count,
    planned_evening,
    task,
    waiting_guest,
)
from weshelter.tests.stale_pairs import (
    OF_OUTINGS,
    accepted,
    already_friends,
    answered,
    arranged,
    asked_today,
    day,
    ended,
    first_meeting,
    hour,
    in_friendship,
    noted,
    propose,
    proposed,
    reached,
    rest_ahead,
    spontaneous,
    stands_in,
    to_stand_in,
    untold,
)
from weshelter.tests.stale_places import OF_PLACES


def absent(first: int, last: int) -> dict:
    return {"from_on": day(first), "until_on": day(last)}


def agreed(rows: Rows, **said) -> Case:
    """A conversation whose time is chosen."""
    anna = way.applied(rows.cast, "Anna Ven", role=rows.cast.rg60.friend_role)
    return Case({"volunteer_id": way.chosen(rows.cast, anna).volunteer_id}, **said)


def applicant(**said) -> Callable[[Rows], Case]:
    def case(rows: Rows) -> Case:
        vera = way.applied(rows.cast, "Vera Ven", role=rows.cast.rg60.friend_role)
        return Case({"volunteer_id": vera.pk}, **said)

    return case


def conversation(rows: Rows) -> Case:
    sides = dict.fromkeys(("robustness", "expectations", "time", "limits"), "good")
    said = [sides | {"held_on": day(0), "outcome": outcome} for outcome in ("good", "talk_more")]
    return Case({"volunteer_id": way.applied(rows.cast, "Vera Ven", role=rows.cast.rg60.friend_role).pk}, *said)


def interviewed(rows: Rows) -> Case:
    return Case({"volunteer_id": way.interviewed(rows.cast, "Ida Ven", role=rows.cast.rg60.friend_role).pk})


def in_training(**said) -> Callable[[Rows], Case]:
    def case(rows: Rows) -> Case:
        tove = way.in_training(rows.cast, "Tove Ven", role=rows.cast.rg60.friend_role)
        return Case({"volunteer_id": tove.pk}, **said)

    return case


def attendance(rows: Rows, *, has_begun: bool, **said) -> Case:
    with acting(user=rows.cast.sille):
        course = people.create_course(days=1)
    tove = way.in_training(rows.cast, "Tove Ven", role=rows.cast.rg60.friend_role)
    with acting(user=rows.cast.karen):
        booked = course.book(tove)
    if has_begun:
        with acting(user=rows.cast.sille):
            Gathering.objects.filter(pk=course.pk).update(starts_at=timezone.now() - timedelta(minutes=5))
    return Case({"gathering_id": course.pk, "attendance_id": booked.pk}, **said)


def course_ahead(rows: Rows, **said) -> Case:
    with acting(user=rows.cast.sille):
        return Case({"gathering_id": people.create_course(days=10).pk}, **said)


def participant(rows: Rows) -> Case:
    tove = way.in_training(rows.cast, "Tove Ven", role=rows.cast.rg60.friend_role)
    return Case({}, {"volunteer": tove.pk})


def reference(rows: Rows) -> Case:
    vera = way.applied(rows.cast, "Vera Ven", role=rows.cast.rg60.friend_role)
    with acting(user=rows.cast.karen):
        asked = Reference.ask(vera, name="Rie", email="rie@example.org", relation="work", by=rows.cast.karen)
    return Case({"volunteer_id": vera.pk, "reference_id": asked.pk})


def required(rows: Rows, *, exempted: bool, **said) -> Case:
    """A criminal record that the role asks of somebody and that she lacks, or is let go for a time."""
    cast = rows.cast
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=cast.rg60.friend_role.pk).update(record_asked="criminal_record")
    volunteer = people.ready_volunteer(cast, "Rikke Ven")
    asked = way.requirement(cast, volunteer, "criminal_record")
    named = {"volunteer_id": volunteer.pk, "requirement_id": asked.pk}
    if exempted:
        with acting(user=cast.sille):
            named["exemption_id"] = asked.exempt(why="Bestilt", until_on=timezone.localdate(), by=cast.sille).pk
    return Case(named, **said)


def draft(rows: Rows, **said) -> Case:
    citizen = telling.consenting_citizen(rows.cast, "Har en kladde")
    return Case({"guidance_id": telling.guide(citizen, rows.cast.rg60, "Lad ham tale ud", approved=False).pk}, **said)


def ready(rows: Rows, **said) -> Case:
    return Case({"volunteer_id": people.ready_volunteer(rows.cast, "Rikke Ven").pk}, **said)


def resting(rows: Rows) -> Case:
    return Case({"volunteer_id": way.rests(rows.cast, people.ready_volunteer(rows.cast, "Rikke Ven")).pk})


def assigned(rows: Rows) -> Case:
    """At one project, and nothing is open there."""
    rikke = people.ready_volunteer(rows.cast, "Rikke Ven")
    with acting(user=rows.cast.karen):
        named = {"volunteer_id": rikke.pk, "assignment_id": rikke.assignments.get().pk}
    return Case(named, {"gone_from": day(0), "why": "time"}, {"gone_from": day(0), "why": "moved"})


def closed_role(rows: Rows) -> Case:
    role = asking.closed_role(rows.cast, rows.cast.rg60)
    asking.interested("Ib Ibsen", house=rows.cast.rg60)
    with acting(user=rows.cast.sille):
        RoleProfile.objects.filter(pk=role.pk).update(is_open=True)
    return Case({"role_id": role.pk})


REFEREE = {"name": "Rie Ris", "relation": "work", "has_said_yes": "on"}
CASES: dict[str, Callable[[Rows], Case]] = {
    "citizens:called": lambda rows: Case({}, {"called_name": "Bodil"}, {"called_name": "Birgit"}),
    "citizens:wishes": lambda rows: Case({}, {"own_words": "En at gå med"}, {"own_words": "En at spise med"}),
    "citizens:still_wished": lambda rows: Case({}, {"outcome": "not_now"}, {"outcome": "still"}),
    **OF_PLACES,
    "citizens:disclose": lambda rows: Case(
        {},
        {"past_answer": "yes", "past_words": "Har sejlet"},
        {"past_answer": "yes", "past_words": "Har været kok"},
    ),
    "citizens:consent": lambda rows: Case(
        {"citizen_id": people.create_citizen(rows.cast, "Siger ja").pk},
        {"purposes": ["guidance"], "given": "spoken"},
        {"purposes": ["guidance"], "given": "written"},
    ),
    "friendships:withdraw_consent": lambda rows: Case(),
    "coordinators:correct": lambda rows: Case({}, {"postcode": "2100"}, {"postcode": "2300"}),
    "coordinators:rest": lambda rows: ready(rows, first={"back_on": day(30)}, then={"back_on": day(60)}),
    "coordinators:come_back": resting,
    "coordinators:leave": ready,
    "coordinators:end_role": assigned,
    "foodclubs:open": planned_evening,
    "foodclubs:change": evening_to_change,
    "foodclubs:count": evening_to_count,
    "foodclubs:correct": evening_to_correct,
    "foodclubs:cancel": planned_evening,
    "foodclubs:offer": lambda rows: Case(),
    "foodclubs:sign_up": lambda rows: Case({}, {"nickname": "Ane"}, {"nickname": "Bent"}),
    "foodclubs:give_task": task,
    "foodclubs:give_guest_back": lambda rows: Case(),
    "foodclubs:give_task_back": lambda rows: Case(),
    "foodclubs:let_guest_in": waiting_guest,
    "foodclubs:turn_guest_down": waiting_guest,
    "foodclubs:let_guest_wait": answered_guest,
    "foodclubs:close": evening_to_close,
    "coordinators:friends": lambda rows: Case({}, {"capacity": 3}, {"capacity": 4}),
    "friendships:look_back": lambda rows: in_friendship(rows, "trial", {"answer": "goes_on"}, {"answer": "goes_on"}),
    "friendships:rest": lambda rows: in_friendship(
        rows, "paused", {"why": "other", "back_on": day(9)}, {"why": "citizen_away", "back_on": day(19)}
    ),
    "friendships:asked": lambda rows: in_friendship(rows, "active"),
    "friendships:not_asked": asked_today,
    "friendships:propose_stand_in": to_stand_in,
    "friendships:stand_in_answered": stands_in,
    "coordinators:away": lambda rows: Case({}, absent(1, 3), absent(5, 9)),
    "coordinators:away_of": lambda rows: Case({}, absent(1, 3), absent(5, 9)),
    "coordinators:absence": lambda rows: Case({}, absent(30, 40), absent(30, 50)),
    "coordinators:back_again": lambda rows: Case({}),
    "friendships:stand_in_ended": stands_in,
    "friendships:call_rest_off": rest_ahead,
    "friendships:come_back": lambda rows: in_friendship(rows, "paused"),
    "friendships:begin_to_end": lambda rows: in_friendship(
        rows, "ending", BEGUN | {"how": "unplanned", "tell_on": day(1)}, BEGUN | {"how": "one_side", "tell_on": day(2)}
    ),
    "friendships:farewell": lambda rows: in_friendship(rows, "ending", {"farewell": "met"}, {"farewell": "greeting"}),
    "friendships:end": lambda rows: in_friendship(rows, "ready_to_end"),
    "friendships:go_on": lambda rows: in_friendship(rows, "ending"),
    "friendships:volunteer_is_told": lambda rows: in_friendship(rows, "paused"),
    "friendships:agreement": lambda rows: in_friendship(
        rows, "active", {"how_often": "weekly", "place": "Caféen"}, {"how_often": "monthly", "place": "Haven"}
    ),
    "friendships:contacts": lambda rows: in_friendship(
        rows, "active", *({"happened_on": day(0), "kind": kind} for kind in ("met", "not"))
    ),
    "friendships:contact": lambda rows: noted(rows, {"kind": "not"}, {"kind": "moved"}),
    **OF_OUTINGS,
    "friendships:take_contact_back": noted,
    "friendships:citizen_says": lambda rows: answered(rows, {"answer": "well"}, {"answer": "stop"}),
    "friendships:volunteer_says": lambda rows: answered(rows, {"answer": "well"}, {"answer": "stop"}),
    "friendships:talked_about": answered,
    "friendships:ask_now": lambda rows: in_friendship(rows, "active"),
    "friendships:milestone_is_said": reached,
    "matching:propose": propose,
    "matching:spontaneous": spontaneous,
    "matching:already_friends": already_friends,
    "matching:comes_to_nothing": lambda rows: Case({"match_id": accepted(rows).pk}, {"who": "us"}, {"who": "citizen"}),
    "matching:citizen_is_told": untold,
    "matching:citizen_answers": lambda rows: Case({"match_id": proposed(rows).pk}, {"answer": "yes"}, {"answer": "no"}),
    "matching:start": lambda rows: Case({"match_id": accepted(rows).pk}, {"met_on": day(0)}, {"met_on": day(-1)}),
    "matching:call_off_first_meeting": arranged,
    "matching:first_meeting": first_meeting,
    "matching:not_this_one": lambda rows: Case({"citizen_id": people.create_citizen(rows.cast, "Venter").pk}),
    "matching:propose_again": ended,
    "notes:reword": lambda rows: draft(rows, first={"text": "Lad ham tale ud"}, then={"text": "Ret ham ikke"}),
    "notes:guidance": draft,
    "notes:withdraw_guidance": draft,
    "screening:correct_shadowing": lambda rows: Case({}, {"went_on": day(-3)}, {"went_on": day(-4)}),
    "screening:correct_signature": lambda rows: Case({}, {"signed_at": day(-3)}, {"signed_at": day(-4)}),
    "screening:change_role": lambda rows: Case(
        {"volunteer_id": way.applied(rows.cast, "Vil Hellere").pk}, {"role": rows.cast.rg60.food_role.pk}
    ),
    "screening:tell": lambda rows: Case({}, {"gender": "woman"}, {"gender": "man"}),
    "screening:offer": applicant(
        first={"place": "Caféen", "time_1": hour(2)}, then={"place": "Haven", "time_1": hour(3)}
    ),
    "screening:conversation": conversation,
    "screening:training": interviewed,
    "screening:decline": applicant(
        first={"reason": "not_now", "letter": "Kære Vera. Tak."},
        then={"reason": "other", "letter": "Kære Vera. Farvel."},
    ),
    "screening:ask_reference": applicant(
        first=REFEREE | {"email": "rie@example.org"}, then=REFEREE | {"email": "ras@example.org"}
    ),
    "screening:take_reference_back": reference,
    "screening:ask_check": in_training(first={"kind": "criminal_record"}),
    "screening:see_check": lambda rows: Case(
        {},
        {"seen_on": day(0), "outcome": "under_discussion", "next_due_on": day(365)},
        {"seen_on": day(0), "outcome": "ok", "next_due_on": day(700)},
    ),
    "screening:move_conversation": lambda rows: agreed(rows, first={"place": "Caféen"}, then={"place": "Haven"}),
    "screening:call_off_conversation": agreed,
    "screening:exempt": lambda rows: required(
        rows,
        exempted=False,
        first={"why": "Attesten er bestilt", "until_on": day(20)},
        then={"why": "Attesten er set", "until_on": day(90)},
    ),
    "screening:end_exemption": lambda rows: required(rows, exempted=True),
    "screening:agreement": in_training(),
    "screening:choice": in_training(),
    "screening:paper": in_training(
        first={"signed_on": day(0), "has_paper": "on"}, then={"signed_on": day(0), "has_paper": "on"}
    ),
    "screening:book": lambda rows: in_training(first={"gathering": rows.cast.course.pk})(rows),
    "screening:assign": lambda rows: in_training(first={"role": rows.cast.rg60.food_role.pk})(rows),
    "courses:gathering": participant,
    "courses:change": lambda rows: course_ahead(rows, first={"place": "Caféen"}, then={"place": "Haven"}),
    "courses:call_off": course_ahead,
    "courses:tick": lambda rows: attendance(rows, has_begun=True, first={"kom": "ja"}, then={"kom": "nej"}),
    "courses:tick_the_rest": lambda rows: attendance(rows, has_begun=True),
    "courses:cannot_come": lambda rows: attendance(rows, has_begun=False),
    "courses:invite": lambda rows: attendance(rows, has_begun=False),
    "volunteers:tell_interested": closed_role,
}
