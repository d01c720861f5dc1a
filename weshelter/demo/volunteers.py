"""The demo's volunteers: each applies from the poster and goes as far as the text says, by who really does it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from access.links import Purpose, issue_link
from accounts.models import User
from courses.emails import send_choice
from courses.models import Gathering
from courses.telling import call_off, change
from screening.emails import send_agreement
from screening.models import Agreement
from volunteers.emails import send_receipt
from volunteers.models import RoleProfile, Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day, token_of
from weshelter.demo.texts_about import ABOUT
from weshelter.demo.texts_volunteers import VOLUNTEERS

PHONE = "+4532123456"  # the phone library's example: nobody's
PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
# Letters are written to those who wait for one today; the others have had theirs.
FRESH = 30


@dataclass
class Way:
    """One volunteer on the way: who, since when, and what the way leads past."""

    past: Past
    house: House
    agreement: Agreement
    courses: list[tuple[int, Gathering]]
    volunteer: Volunteer
    ago: int

    @property
    def course(self) -> tuple[int, Gathering]:
        """The first introduction course after the conversation, and how many days ago it was held."""
        return next((-days, one) for days, one in self.courses if -self.ago + 12 <= days < 0)

    @property
    def coming(self) -> Gathering:
        return next(one for days, one in self.courses if days > 0)


def make_volunteers(
    past: Past,
    house: House,
    agreement: Agreement,
    gatherings: list[tuple[int, Gathering]],
    users: dict[str, User],
) -> dict[str, Volunteer]:
    """The house's volunteers, by first name."""
    introductions = [(days, one) for days, one in gatherings if one.kind == Gathering.Kind.INTRODUCTION]
    made: dict[str, Volunteer] = {}
    ready = []
    for person in VOLUNTEERS[house.slug]:
        volunteer = apply(past, house, person)
        way = Way(past, house, agreement, introductions, volunteer, person["ago"])
        for step in STEPS[person["how_far"]]:
            step(way)
        if person["how_far"] == "ready":
            settle(way, person, users)
            ready.append(way)
        made[volunteer.first_name] = volunteer
    meet(past, house, ready, gatherings)
    return made


def apply(past: Past, house: House, person: dict) -> Volunteer:
    """An application from the poster: nobody is signed in."""
    pk = uuid4()
    first_name = person["fields"]["name"].split()[0]
    email = f"{first_name.lower().translate(PLAIN)}@example.net"
    fields = person["fields"] | ABOUT.get(first_name, {})
    role = house.roles[person["kind"]]
    phone = PHONE if person.get("phone") else ""
    with past.act(person["ago"], hour=20, new_id=pk):
        volunteer = Volunteer.objects.create(
            pk=pk, role=role, also_role_ids=also(role, person), email=email, phone=phone, **fields
        )
        if person["ago"] < FRESH:
            send_receipt(volunteer)
    return volunteer


def also(role: RoleProfile, person: dict) -> list[UUID]:
    """The same role at the other houses that were ticked."""
    houses = person.get("also", "").split()
    same = RoleProfile.objects.open().filter(title=role.title, project__institution__slug__in=houses)
    return [one.pk for one in same]


def converse(way: Way) -> None:
    """The introducing conversation, a week after the application."""
    with way.past.act(way.ago - 7, hour=16, user=way.house.coordinator):
        way.volunteer.hold_conversation(held_on=day(7 - way.ago), outcome="good", by=way.house.coordinator)


def talk_more(way: Way) -> None:
    with way.past.act(way.ago - 7, hour=16, user=way.house.coordinator):
        way.volunteer.hold_conversation(held_on=day(7 - way.ago), outcome="talk_more", by=way.house.coordinator)


def train(way: Way) -> None:
    with way.past.act(way.ago - 9, hour=11, user=way.house.coordinator):
        way.volunteer.take_into_training(by=way.house.coordinator)
        if way.ago < FRESH:
            send_agreement(way.volunteer)
            send_choice(way.volunteer)


def sign(way: Way) -> None:
    """By the link of a letter; every house has somebody who would rather sign on paper."""
    if "garden" in way.volunteer.interests:
        with way.past.act(way.ago - 11, hour=15, user=way.house.coordinator):
            way.volunteer.sign(way.agreement, how="paper", by=way.house.coordinator)
        return
    with way.past.act(way.ago - 9, hour=12, user=way.house.coordinator):
        token = token_of(issue_link(Purpose.AGREEMENT, way.volunteer, "screening:sign"))
    with way.past.act(way.ago - 11, hour=21, link=token):
        way.volunteer.sign(way.agreement, how="link")


def book_the_next(way: Way) -> None:
    with way.past.act(way.ago - 12, hour=13, user=way.house.coordinator):
        way.coming.book(way.volunteer)


def attend(way: Way) -> None:
    _take_the_course(way, came=True)


def miss(way: Way) -> None:
    _take_the_course(way, came=False)


def _take_the_course(way: Way, *, came: bool) -> None:
    ago, course = way.course
    with way.past.act(way.ago - 12, hour=13, user=way.house.coordinator):
        attendance = course.book(way.volunteer)
    with way.past.act(ago, hour=20, user=way.house.coordinator):
        attendance.tick(came=came, by=way.house.coordinator)


def decline(way: Way) -> None:
    with way.past.act(way.ago - 10, hour=15, user=way.house.coordinator):
        way.volunteer.decline(reason="not_now", by=way.house.coordinator)


def withdraw(way: Way) -> None:
    with way.past.act(way.ago - 10, hour=15, user=way.house.coordinator):
        way.volunteer.withdraw(by=way.house.coordinator)


STEPS: dict[str, list[Callable[[Way], None]]] = {
    "applied": [],
    "talk_more": [talk_more],
    "interviewed": [converse],
    "booked": [converse, train, book_the_next],
    "signed": [converse, train, sign, book_the_next],
    "missed": [converse, train, sign, miss],
    "came": [converse, train, attend],
    "ready": [converse, train, sign, attend],
    "declined": [converse, decline],
    "withdrawn": [converse, withdraw],
}


def settle(way: Way, person: dict, users: dict[str, User]) -> None:
    """What came after: a friend who also cooks, room for a second friend, a coordinator's own login."""
    ago, _course = way.course
    by = way.house.coordinator
    with way.past.act(ago - 3, hour=14, user=by):
        if person.get("helps"):
            way.volunteer.assign(way.house.projects["food_club"], by=by)
        if person.get("capacity"):
            Volunteer.objects.filter(pk=way.volunteer.pk).update(capacity=person["capacity"])
    if login := person.get("login"):
        with way.past.act(ago - 4, hour=14, user=next(iter(users.values()))):
            Volunteer.objects.filter(pk=way.volunteer.pk).update(user=users[login])


def meet(past: Past, house: House, ready: list[Way], gatherings: list[tuple[int, Gathering]]) -> None:
    """Who came to the network and after-work meetings, and who is signed up for the next: every second of the ready."""
    meetings = [(days, one) for days, one in gatherings if one.kind != Gathering.Kind.INTRODUCTION]
    for number, (days, meeting) in enumerate(meetings):
        if meeting.institution_id not in (None, house.institution.pk):
            continue
        booked = max(1, 5 - days)
        invited = [way.volunteer for way in ready if way.course[0] > booked]
        with past.act(booked, hour=12, user=house.coordinator):
            places = [meeting.book(volunteer) for volunteer in invited[number % 2 :: 2]]
            if days > 0:
                for volunteer in invited[1 - number % 2 :: 2]:
                    meeting.invite(volunteer)
        if days < 0:
            with past.act(-days, hour=20, user=house.coordinator):
                for seat, attendance in enumerate(places):
                    attendance.tick(came=seat % 5 != 4, by=house.coordinator)


def one_cannot_come(past: Past, gatherings: list[tuple[int, Gathering]], *, by: User) -> None:
    """Today somebody gives her place on the next course back: whoever has waited longest is offered it."""
    coming = next(one for days, one in gatherings if days > 0 and one.is_introduction)
    with past.act(0, user=by):
        coming.attendances.booked().order_by("since")[0].give_back()


def plans_change(past: Past, gatherings: list[tuple[int, Gathering]], *, by: User) -> None:
    """The next network meeting is held elsewhere, and the after-work meeting after it is called off."""
    ahead = {kind: [one for days, one in gatherings if days > 10 and one.kind == kind] for kind in Gathering.Kind}
    with past.act(1, hour=14, user=by):
        change(ahead[Gathering.Kind.NETWORK][0], by=by, place="N.A.B.O. Center Amager, caféen")
        call_off(ahead[Gathering.Kind.AFTER_WORK][0], by=by)
