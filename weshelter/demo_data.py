"""The demo's houses and people: all made up but the houses' names, dated from today, made through the verbs.

Who really does it does it here too: the secretariat sets up, coordinators screen and match, leads tell in confidence,
applicants come from the poster. So the demo shows what the site can, and shows nothing that it cannot.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from access.context import acting
from accounts.models import User
from citizens.models import Citizen, Wishes, register
from foodclubs.models import Evening, FoodClub
from institutions.models import Alignment, Institution, Membership, Project
from matching.emails import send_both_said_yes, send_proposal
from matching.models import Match
from notes.models import Confidence, Guidance
from volunteers.models import Agreement, Gathering, RoleProfile, Volunteer
from volunteers.places import take_place
from weshelter.cast import PASSWORD, PEOPLE
from weshelter.demo_texts import (
    AGREEMENT_DA,
    AGREEMENT_EN,
    ALIGNMENT,
    APPLICANTS,
    CITIZENS,
    CONFIDENCES,
    EVENINGS,
    GUESTS,
    GUIDANCE,
    HOUSES,
    ROLES,
)


@dataclass
class House:
    """One house of the demo with what the following steps need."""

    institution: Institution
    friends: Project
    food: Project
    friend_role: RoleProfile
    food_role: RoleProfile
    coordinator: User
    lead: User


def build() -> None:
    """Make everything, in the order in which it happens in life."""
    users = make_users()
    secretariat = next(user for user in users.values() if user.is_secretariat)
    houses = [make_house(slug, users, by=secretariat) for slug in HOUSES]
    with acting(user=secretariat):
        agreement = Agreement.objects.create(version=1, text_da=AGREEMENT_DA, text_en=AGREEMENT_EN)
        last, coming = make_courses()
    for house in houses:
        volunteers = make_volunteers(house, agreement, last, coming)
        citizens = make_citizens(house)
        make_pairs(house, citizens, volunteers)
        tell_and_guide(house, citizens[0])
        make_evenings(house, volunteers)


def make_users() -> dict[str, User]:
    """Those who log in, by e-mail."""
    users: dict[str, User] = {}
    for _role, name, email, house in PEOPLE:
        user = User(name=name, email=email, is_secretariat=not house)
        user.set_password(PASSWORD)
        # The first is the secretariat, whom nobody can invite; she makes the others.
        with acting(user=next(iter(users.values()), None)):
            user.save()
        users[email] = user
    return users


def make_house(slug: str, users: dict[str, User], *, by: User) -> House:
    """A house with open projects for friends and food, its coordinator and its lead."""
    here = [users[email] for _role, _name, email, house in PEOPLE if house == slug]
    coordinator, lead = here
    with acting(user=by):
        institution = Institution.objects.create(slug=slug, **HOUSES[slug])
        Membership.objects.create(user=lead, role="lead", institution=institution)
        friends, friend_role = make_project(institution, "friends", coordinator, lead, by=by)
        food, food_role = make_project(institution, "food_club", coordinator, lead, by=by)
    return House(institution, friends, food, friend_role, food_role, coordinator, lead)


def make_project(institution: Institution, kind: str, coordinator: User, lead: User, *, by: User) -> tuple:
    """An open project with its coordinator, its alignment and its role."""
    name = {"friends": "Netværksvenner", "food_club": "Madklub"}[kind]
    project = Project.objects.create(
        institution=institution, kind=kind, name=f"{name}, {institution}", slug=f"{institution.slug}-{kind}"
    )
    Membership.objects.create(user=coordinator, role="coordinator", project=project)
    review_on = timezone.localdate() + timedelta(days=200)
    Alignment.objects.create(project=project, lead=lead, review_on=review_on, **ALIGNMENT[kind])
    project.open(by=by)
    return project, RoleProfile.objects.create(project=project, **ROLES[kind])


def make_courses() -> tuple[Gathering, Gathering]:
    """Last week's introduction course, and the next one in twelve days."""
    return tuple(
        Gathering.objects.create(
            kind="introduction",
            title="Introduktionskursus",
            starts_at=at(days, hour=16),
            ends_at=at(days, hour=20),
            place="Frivilligindsatsen, Fællessekretariatet",
            places=24,
        )
        for days in (-6, 12)
    )  # type: ignore[return-value]


def at(days: int, *, hour: int, minute: int = 0) -> datetime:
    """A moment some days from today, by the clock of Copenhagen."""
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def make_volunteers(house: House, agreement: Agreement, last: Gathering, coming: Gathering) -> list[Volunteer]:
    """The house's applicants, each as far on the way as the text says; gives those who are ready."""
    ready = []
    applicants = APPLICANTS[house.institution.slug]
    for number, (name, kind, how_far, fields) in enumerate(applicants):
        role = house.friend_role if kind == "friends" else house.food_role
        volunteer = apply(name, role, fields, days_ago=9 * (len(applicants) - number) - 7)
        with acting(user=house.coordinator):
            go_on(volunteer, how_far, house, agreement, last, coming)
            if volunteer.state == Volunteer.State.READY:
                ready.append(volunteer)
    return ready


def apply(name: str, role: RoleProfile, fields: dict, *, days_ago: int) -> Volunteer:
    """An application from the poster."""
    pk = uuid4()
    email = f"{name.split()[0].lower().replace('ø', 'oe')}@example.net"
    with acting(new_id=pk):
        return Volunteer.objects.create(
            pk=pk, role=role, name=name, email=email, applied_at=timezone.now() - timedelta(days=days_ago), **fields
        )


def go_on(volunteer: Volunteer, how_far: str, house: House, agreement, last: Gathering, coming: Gathering) -> None:
    """Take an applicant as far as `how_far` says: applied, interviewed, in_training or ready."""
    by = house.coordinator
    if how_far == "applied":
        return
    volunteer.hold_conversation(held_on=timezone.localdate() - timedelta(days=9), outcome="good", by=by)
    if how_far == "interviewed":
        return
    volunteer.take_into_training(by=by)
    take_place("gathering", last if how_far == "ready" else coming, volunteer)
    if how_far == "ready":
        volunteer.sign(agreement, how="paper", by=by)
        volunteer.assign(house.food, by=by)
        volunteer.attendances.select_related("volunteer").get().tick(came=True, by=by)
        volunteer.refresh_from_db()


def make_citizens(house: House) -> list[Citizen]:
    """The house's citizens, registered by the coordinator with what they said."""
    citizens = []
    kind = "comes_here" if house.institution.kind == Institution.Kind.DROP_IN_CENTRE else "lives_here"
    for called_name, reach, wishes, lines in CITIZENS[house.institution.slug]:
        with acting(user=house.coordinator):
            citizen = register(project=house.friends, called_name=called_name, reach=reach, attachment_kind=kind)
            Wishes.objects.create(citizen=citizen, project=house.friends, **wishes)
            citizen.consent_to(["registration", "friend", "guidance"], given="spoken", witnessed_by=house.coordinator)
            for line, words in lines.items():
                citizen.disclose(line, "yes", words)
        citizens.append(citizen)
    return citizens


def make_pairs(house: House, citizens: list[Citizen], volunteers: list[Volunteer]) -> None:
    """Two who have met, one pair where both said yes, one proposal that waits; the others wait for a friend."""
    friends = [volunteer for volunteer in volunteers if volunteer.role == house.friend_role]
    for number, (citizen, volunteer) in enumerate(zip(citizens, friends[:4], strict=False)):
        with acting(user=house.coordinator):
            match = Match.propose(volunteer, citizen, by=house.coordinator)
            if number == 3:
                send_proposal(match)
                continue
            match.volunteer_says_yes()
            match.citizen_says_yes(heard_by=house.coordinator)
            send_both_said_yes(match)
            if number < 2:
                match.start(on=timezone.localdate() - timedelta(days=40 * number), by=house.coordinator)


def tell_and_guide(house: House, citizen: Citizen) -> None:
    """Something told in confidence that the coordinator has not opened, and a sentence that the friend can read."""
    slug = house.institution.slug
    with acting(user=house.lead):
        Confidence.write(citizen, CONFIDENCES[slug], house=house.institution, by=house.lead)
    with acting(user=house.coordinator):
        guidance = Guidance.write(
            citizen, GUIDANCE[slug], review_on=timezone.localdate() + timedelta(days=90), by=house.coordinator
        )
        guidance.approve(by=house.coordinator)


def make_evenings(house: House, volunteers: list[Volunteer]) -> None:
    """Today's evening has been held; the coming ones are open, with some guests and helpers; a later one is planned."""
    with acting(user=house.coordinator):
        food_club = FoodClub.objects.create(project=house.food, name=f"Madklubben, {house.institution}", weekday=1)
    guests = GUESTS[house.institution.slug]
    for number, menu in enumerate(EVENINGS):
        with acting(user=house.coordinator):
            evening = Evening.plan(
                food_club,
                tasks={"shopping": 1, "cooking": 2, "talking": 1, "washing_up": 1},
                by=house.coordinator,
                starts_at=at(7 * number, hour=18),
                menu=menu,
                places=12,
            )
            if number == len(EVENINGS) - 1:
                continue
            evening.open(by=house.coordinator)
            for nickname in guests[: len(guests) - 3 * number]:
                take_place("evening", evening, nickname)
            for task, volunteer in zip(evening.tasks.all(), volunteers[number:], strict=False):
                take_place("task", task, volunteer)
            if number == 0:
                close(evening, by=house.coordinator)


def close(evening: Evening, *, by: User) -> None:
    """Everybody came but the last on the list, and paid."""
    signups = list(evening.signups.all())
    evening.hold(
        guests=[(one, one is not signups[-1], 15 if one is not signups[-1] else None) for one in signups],
        duties=[(duty, True) for duty in evening.duties.all()],
        by=by,
    )
