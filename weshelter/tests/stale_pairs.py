"""For the pages of pairs that change what stands: a pair in the state for it, and what two people send."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from access.context import acting
from friendships.models import Activity, Asked, CheckIn, CheckInAnswer, Contact, Outing, Pause, PlannedRest, StandIn
from friendships.tests.pairs import WHOLE, in_state
from matching.models import FirstMeeting, Match
from weshelter.tests import people
from weshelter.tests.rows import Rows, milestone
from weshelter.tests.stale import Case


def day(ahead: int) -> str:
    return f"{timezone.localdate() + timedelta(days=ahead)}"


def hour(ahead: int) -> str:
    return f"{timezone.localtime() + timedelta(days=ahead):%Y-%m-%dT%H:%M}"


def proposed(rows: Rows, **how) -> Match:
    name = f"Foreslået {Match.objects.count()}"
    friend = people.ready_volunteer(rows.cast, f"Ny {name}")
    return people.create_match(
        rows.cast, citizen=people.create_citizen(rows.cast, name), volunteer=friend, started=False, **how
    )


def accepted(rows: Rows) -> Match:
    match, karen = proposed(rows), rows.cast.karen
    with acting(user=karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=karen)
    return match


def two_who_fit(rows: Rows) -> tuple:
    names = ("Olga Olsen", "Pia Poulsen")
    return people.create_citizen(rows.cast, "Venter"), *(people.ready_volunteer(rows.cast, name) for name in names)


def propose(rows: Rows) -> Case:
    citizen, one, other = two_who_fit(rows)
    return Case({"citizen_id": citizen.pk}, {"volunteer": one.pk}, {"volunteer": other.pk})


def spontaneous(rows: Rows) -> Case:
    citizen, one, other = two_who_fit(rows)
    met = {"origin": "course", "origin_on": day(0)}
    return Case({"citizen_id": citizen.pk}, met | {"volunteer": one.pk}, met | {"volunteer": other.pk})


def already_friends(rows: Rows) -> Case:
    citizen, one, other = two_who_fit(rows)
    since = {"origin_on": day(-400)}
    return Case({"citizen_id": citizen.pk}, since | {"volunteer": one.pk}, since | {"volunteer": other.pk})


def untold(rows: Rows) -> Case:
    """Called back after both had said yes."""
    match = accepted(rows)
    with acting(user=rows.cast.karen):
        match.withdraw(by=rows.cast.karen)
    return Case({"match_id": match.pk})


def in_friendship(rows: Rows, state: str, *said: dict) -> Case:
    """A pair that has met, as far as the state says."""
    name = f"Par {uuid4().hex[:6]}"
    citizen, friend = people.create_citizen(rows.cast, name), people.ready_volunteer(rows.cast, f"Ny {name}")
    match = in_state(rows.cast, "ending" if state == "ready_to_end" else state, citizen=citizen, volunteer=friend)
    if state == "ready_to_end":
        today = timezone.localdate()
        with acting(user=rows.cast.karen):
            match.closure.write(told_on=today, citizen_talk_on=today, volunteer_talk_on=today, **WHOLE)
    return Case({"match_id": match.pk}, *said)


def noted(rows: Rows, *said: dict) -> Case:
    """A day of which something is noted."""
    case = in_friendship(rows, "active", *said)
    with acting(user=rows.cast.karen):
        match = Match.objects.get(pk=case.named["match_id"])
        contact = Contact.tick(match, happened_on=timezone.localdate(), kind="met")
    return Case(case.named | {"contact_id": contact.pk}, *said)


def rest_ahead(rows: Rows) -> Case:
    """A rest is planned in a week."""
    case = in_friendship(rows, "active")
    with acting(user=rows.cast.karen):
        first = timezone.localdate() + timedelta(days=7)
        match = Match.objects.get(pk=case.named["match_id"])
        PlannedRest.plan(match, why="other", from_on=first, back_on=first + timedelta(days=7))
    return case


def activity(rows: Rows) -> Case:
    """Offered at RG60, and nobody has used it."""
    with acting(user=rows.cast.lars):
        row = Activity.objects.create(institution=rows.cast.rg60.institution, kind="cafe", name="Kaffe")
    return Case({"activity_id": row.pk}, {"price": 40}, {"price": 50})


def went_out(rows: Rows, *said: dict) -> Case:
    """Two have used something of what RG60 offers."""
    case, offered = in_friendship(rows, "active", *said), activity(rows).named["activity_id"]
    with acting(user=rows.cast.karen):
        match, what = Match.objects.get(pk=case.named["match_id"]), Activity.objects.get(pk=offered)
        used = {"used_on": timezone.localdate(), "kroner": 5, "tickets": 0}
        row = Outing.note(match, activity=what, by=rows.cast.karen, **used)
    named = case.named | {"outing_id": row.pk}
    return Case(named, *({"activity": offered, "used_on": day(0), "tickets": 0} | one for one in said))


def answered(rows: Rows, *said: dict) -> Case:
    """Both are asked how it goes and would like to talk."""
    case = in_friendship(rows, "active", *said)
    with acting(user=rows.cast.karen):
        match = Match.objects.get(pk=case.named["match_id"])
        CheckIn.ask(match, timezone.localdate())
        asked = CheckIn.objects.open().get(match=match)
        for side in ("volunteer", "citizen"):
            answer = CheckInAnswer.say(asked, side=side, answer="talk", by=rows.cast.karen)
    return Case(case.named | {"answer_id": answer.pk}, *said)


def reached(rows: Rows) -> Case:
    """Half a year as friends."""
    case = in_friendship(rows, "active")
    with acting(user=rows.cast.karen):
        match = Match.objects.get(pk=case.named["match_id"])
    return Case(case.named | {"milestone_id": milestone(match)})


def asked_today(rows: Rows) -> Case:
    """A pair that somebody has asked today."""
    case = in_friendship(rows, "active")
    with acting(user=rows.cast.karen):
        Asked.write(Match.objects.get(pk=case.named["match_id"]), by=rows.cast.karen)
    return case


def to_stand_in(rows: Rows) -> Case:
    """A pair that rests, and two who could stand in."""
    two = [people.ready_volunteer(rows.cast, name) for name in ("Agnes Af", "Berit Af")]
    return in_friendship(rows, "paused", *({"volunteer": one.pk} for one in two))


def stands_in(rows: Rows) -> Case:
    """Somebody who could stand in; the citizen is to be asked."""
    asked = {"asked_by": "lead", "asked_on": day(0)}
    case = in_friendship(rows, "paused", asked | {"answer": "yes"}, asked | {"answer": "no"})
    agnes = people.ready_volunteer(rows.cast, "Agnes Af")
    with acting(user=rows.cast.karen):
        StandIn.propose(Pause.objects.open().get(match=case.named["match_id"]), agnes, by=rows.cast.karen)
    return case


def first_meeting(rows: Rows) -> Case:
    with_whom = {"accompanied_by": rows.cast.karen.pk}
    said = [{"starts_at": hour(ahead), "place": place} | with_whom for ahead, place in ((3, "Caféen"), (4, "Haven"))]
    return Case({"match_id": accepted(rows).pk}, *said)


def arranged(rows: Rows) -> Case:
    match, karen = accepted(rows), rows.cast.karen
    with acting(user=karen):
        at = timezone.localtime() + timedelta(days=3)
        FirstMeeting.arrange(match, starts_at=at, place="Caféen", accompanied_by=karen)
    return Case({"match_id": match.pk})


def ended(rows: Rows) -> Case:
    match = proposed(rows)
    with acting(user=rows.cast.karen):
        match.decline(by=rows.cast.karen)
    return Case({"match_id": match.pk})


OF_OUTINGS: dict[str, Callable[[Rows], Case]] = {
    "friendships:activity": activity,
    "friendships:outings": lambda rows: went_out(rows, {"kroner": 10}, {"kroner": 20}),
    "friendships:outing": lambda rows: went_out(rows, {"kroner": 10}, {"kroner": 20}),
    "friendships:take_outing_back": went_out,
}
