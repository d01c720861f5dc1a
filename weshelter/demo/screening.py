"""What the demo shows of the screening: each step once, on the houses' own people, made by who really makes it."""

from datetime import timedelta

from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from accounts.models import User
from screening.emails import send_conversation_booked, send_reference, send_times
from screening.models import Appointment, RecordCheck, Reference, SecondYes, Shadowing
from volunteers.models import Requirement, RoleProfile, Volunteer
from weshelter.demo.past import at, day, token_of

SAID = "Hun holder, hvad hun lover, og hun kan sidde stille ved siden af nogen. Det er ikke så almindeligt."


def show_screening(houses, *, by: User) -> None:
    """Friends are asked for a reference, a criminal record and a second yes; those who are ready have them."""
    for house in houses:
        with acting(user=by):
            RoleProfile.objects.filter(project=house.friends).update(
                references_asked=1, record_asked="criminal_record", asks_two=True
            )
        friends = _friends_of(house)
        ready = [one for one in friends if one.state == Volunteer.State.READY]
        cooks = [one for one in ready[:-1] if house.projects["food_club"].pk in one.project_ids]
        exempted = [*cooks[-1:], *ready[-1:]]
        for number, volunteer in enumerate(ready):
            say_yes_too(volunteer, by=by)
            answer_as_referee(volunteer, house)
            if volunteer not in exempted:
                see_record(volunteer, house, days_left=25 if number == 0 else 400)
        for volunteer in exempted:
            exempt_from_record(volunteer, by=by)
        if house == houses[-1]:
            go_along_first(house, ready, by=by)
        for volunteer in [one for one in friends if one.state == Volunteer.State.APPLIED][:1]:
            appointment = offer_times(volunteer, house)
            if house == houses[1]:
                choose_a_time(appointment, house)


def _friends_of(house) -> list[Volunteer]:
    with acting(user=house.coordinator):
        screened = Volunteer.objects.screened_by(house.coordinator).filter(role__project=house.friends)
        return list(screened.with_roles().order_by("applied_at"))


def go_along_first(house, ready: list[Volunteer], *, by: User) -> None:
    """Whoever is new goes along first. Of those who have had no friend yet all but one have done so."""
    with acting(user=by):
        RoleProfile.objects.filter(project=house.friends).update(asks_shadowing=True)
    with acting(user=house.coordinator):
        new = [one for one in ready if not one.matches.exclude(started_on=None).exists()]
        experienced = next(one for one in ready if one not in new)
        for volunteer in new[:-1]:
            Shadowing.write(volunteer, experienced=experienced, went_on=day(0), by=house.coordinator)


def say_yes_too(volunteer: Volunteer, *, by: User) -> None:
    with acting(user=by):
        SecondYes.say(volunteer, by=by)


def answer_as_referee(volunteer: Volunteer, house) -> None:
    """The coordinator names somebody, who answers by the link."""
    name = volunteer.first_name
    with acting(user=house.coordinator):
        reference = Reference.ask(
            volunteer,
            name=f"Grethe, tidligere kollega til {name}",
            email="grethe@example.net",
            relation="work",
            by=house.coordinator,
        )
        send_reference(reference)
        link = issue_link(Purpose.REFERENCE, volunteer, "screening:answer_reference", about=reference)
    with acting(link=token_of(link)):
        reference.answer(known_for="years", trusts="yes", text=SAID, by=reference)


def see_record(volunteer: Volunteer, house, *, days_left: int) -> None:
    """Seen today; it runs out in some days, so that the reminders have somebody to remind."""
    today = timezone.localdate()
    due = today + timedelta(days=days_left)
    with acting(user=house.coordinator):
        check = RecordCheck.ask(volunteer, kind="criminal_record", by=house.coordinator)
        check.see(seen_on=today, outcome="ok", next_due_on=due, by=house.coordinator)


def exempt_from_record(volunteer: Volunteer, *, by: User) -> None:
    with acting(user=by):
        asked = Requirement.objects.get(assignment__volunteer=volunteer, kind="criminal_record")
        until = timezone.localdate() + timedelta(days=30)
        asked.exempt(why="Attesten er bestilt. Koordinatoren er med de første gange.", until_on=until, by=by)


def offer_times(volunteer: Volunteer, house) -> Appointment:
    """Three late afternoons to choose from; the letter lies in the Postkasse."""
    with acting(user=house.coordinator):
        times = [at(days, hour=17) for days in (3, 5, 8)]
        appointment = Appointment.offer(volunteer, times=times, place=str(house.institution), by=house.coordinator)
        send_times(appointment)
    return appointment


def choose_a_time(appointment: Appointment, house) -> None:
    """The applicant takes the first one, by the link of a letter."""
    with acting(user=house.coordinator):
        token = token_of(issue_link(Purpose.CONVERSATION, appointment.volunteer, "screening:choose", about=appointment))
    with acting(link=token):
        appointment.choose(appointment.times[0], by=appointment.volunteer)
        send_conversation_booked(appointment, token)
