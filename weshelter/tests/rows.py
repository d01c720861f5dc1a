"""Rows for tests that open every page: for each name in an address, one thing of RG60 and one of NABO."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID, uuid4

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.http import SimpleCookie
from django.test import Client
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from accounts.models import AccessChange, User
from citizens.breakglass import break_glass
from courses.emails import send_booked
from courses.places import take_place
from courses.tasks import write_offers
from foodclubs.tests import tables
from friendships.models import (
    Activity,
    Asked,
    Budget,
    CheckIn,
    CheckInAnswer,
    Contact,
    JournalNotice,
    Outing,
    PairAgreement,
    PlannedRest,
)
from friendships.relocating import relocate
from history.failures import Failure, count_failure
from institutions.models import Absence
from letters.models import Message
from matching.models import NotThisOne
from matching.rounds import making
from notes.tests import telling
from screening.models import Appointment, RecordCheck, Reference, Shadowing
from volunteers.models import RoleProfile, Support, Volunteer
from volunteers.tests import asking, way
from weshelter.tests import databases, people
from weshelter.tests.people import House

HOUSES = ("rg60", "nabo")
WHERE = {"sille": HOUSES, "karen": ("rg60",), "lars": ("rg60",), "nanna": ("nabo",), "leif": ("nabo",)}
# What an address names and everybody who may open the page at all may see, each with its reason.
SHARED = {
    "slug": "houses are public",
    "gathering_id": "the secretariat's courses are for all projects",
    "uidb36": "a letter to oneself",
    "key": "a letter to oneself",
    "token": "a letter to oneself",
}
MISSING = "missing"
A_MONTH = timedelta(days=30)


@dataclass
class Rows:
    """The cast, what stands in addresses by name and house, a link per purpose and house, and who is signed in."""

    cast: SimpleNamespace
    named: dict[str, dict[str, object]] = field(default_factory=dict)
    about: dict[tuple[str, str], tuple] = field(default_factory=dict)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    cookies: dict[str, SimpleCookie] = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    nowhere: dict[str, bytes] = field(default_factory=dict)
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def values(self, names, whose: str) -> dict[str, object]:
        """A value for each name in an address: of a house, or of nobody; a token is given by whoever has one."""
        return {name: "opfundet" if name == "token" else self.named[whose][name] for name in names}


# He has lived there for some time, and moved yesterday.
HAS_MOVED = [
    "UPDATE friendships_relocation SET from_on = app.today() - 1 WHERE citizen_id = %s",
    "UPDATE citizens_home SET from_on = from_on - 30, until_on = app.today() - 2"
    " WHERE citizen_id = %s AND until_on IS NOT NULL",
    "UPDATE citizens_home SET from_on = app.today() - 1 WHERE citizen_id = %s AND until_on IS NULL",
]


def create_rows() -> Rows:
    """Two houses in which everything has happened once, and everybody signed in."""
    cast = people.create_cast()
    cast.signe = people.create_user("Signe Sekretær", is_secretariat=True)  # asks for what a second person confirms
    rows = Rows(cast)
    for house in HOUSES:
        rows.named[house] = _of(cast, getattr(cast, house), rows, house)
    rows.named[MISSING] = dict.fromkeys(rows.named["rg60"], uuid4()) | {
        "slug": "findes-ikke",
        "uidb36": "0",
        "key": "set-password",
        "pk": 0,
        "project_id": 0,
    }
    rows.cookies = {"nobody": SimpleCookie(), **{who: signed_in(getattr(cast, who)) for who in WHERE}}
    return rows


def _of(cast, house: House, rows: Rows, name: str) -> dict[str, object]:
    """One thing of each kind at a house."""
    citizen = telling.consenting_citizen(cast, f"Borger på {name}", house=house)
    friend = people.ready_volunteer(cast, f"Ven{name} Vestergaard", house=house)
    match = people.create_match(cast, citizen=citizen, volunteer=friend, house=house)
    confidence = telling.tell(citizen, house)
    guidance = telling.guide(citizen, house)
    evening = tables.create_evening(house)
    helper = tables.helper(cast, f"Hjælper{name} Hansen", house=house)
    signup = tables.sign_up(evening, f"Gæst {name}")[0]
    asked = people.ready_volunteer(cast, f"Spurgt{name} Sørensen", house=house)
    waiting = people.create_citizen(cast, f"Venter på {name}", house=house)
    proposed = people.create_match(
        cast, citizen=waiting, volunteer=asked, house=house, started=False, note="Hun spiller skak"
    )
    applicant = people.apply(f"Ny{name} Nielsen", house.friend_role)
    closed, interested = asking.closed_role(cast, house), asking.interested(f"Ib{name} Iversen", house=house)
    asking.question(cast, house.friend_role)
    asking.answer(applicant)
    if name == "rg60":  # the other house has none yet, so that one can be made
        asking.card(cast, house)
    screened = _screening(cast, house, friend, f"Talt{name} Thomsen")
    with acting(user=cast.sille):
        offered = {"institution": house.institution, "kind": "cinema", "name": "Grand", "how": "På kontoret"}
        activity = Activity.objects.create(**offered, tickets=10)
        Budget.objects.create(project=house.friends, year=timezone.localdate().year, kroner=500)
    with acting(user=house.coordinator):
        match_round, taking_part = making.begin(house.coordinator, [house.friends.pk])
        making.keep(match_round, taking_part, making.make(taking_part))
        duty = take_place("task", evening.tasks.get(kind="cooking"), helper)
        send_booked(friend, cast.course)
        Asked.write(match, by=house.coordinator)
        PairAgreement.write(match, how_often="weekly", place="Ved søerne", own_words="Vi tager det, som det kommer")
        CheckIn.ask(match, timezone.localdate())
        said = CheckInAnswer.say(CheckIn.objects.of(match).get(), side="citizen", answer="talk", by=house.coordinator)
        NotThisOne.say(friend, waiting, by=house.coordinator)
        consent, attendance = citizen.consents.get(purpose="friend"), friend.attendances.get()
        assignment = friend.assignments.get(project=house.friends)
        spoken = citizen.spoken_with(outcome="still", by=house.coordinator)
        moved = {"from_on": timezone.localdate(), "ends": [], "knows": None}
        home = {"institution": None, "municipality": "0101"}
        open_yet = {"goes_on": "not_asked", "travel": "not_asked", "bridges": "Biblioteket"}
        attachment = citizen.attachments.get()
        notice = JournalNotice.say_yes(match, house.institution, given="spoken", by=house.coordinator)
        outing = Outing.note(
            match, activity=activity, used_on=timezone.localdate(), kroner=90, tickets=2, by=house.coordinator
        )
        ahead = timezone.localdate() + A_MONTH
        PlannedRest.plan(match, why="other", from_on=ahead, back_on=ahead + A_MONTH)
        relocation = relocate(citizen, to=home, by=house.coordinator, **moved, **open_yet)
        for earlier in HAS_MOVED:
            databases.as_owner(earlier, citizen.pk)
        role = house.coordinator.memberships.with_places().get(project=house.friends)
        absent = {"from_on": timezone.localdate() + A_MONTH, "until_on": timezone.localdate() + 2 * A_MONTH}
        absence = Absence.begin(role, **absent, deputy=None)
    with acting(user=cast.signe):
        change = AccessChange.ask("address", house.lead, address=f"ny{name}@example.org", by=cast.signe)
    rows.tokens[name, Purpose.STOP_CHANGE] = change.token
    count_failure(Failure.Kind.PAGE, "coordinators:desk", ValueError())
    with acting(user=cast.sille):
        failure = Failure.objects.unsettled().first()
        message, task = Message.objects.filter(project_id=house.friends.pk).first(), write_offers.enqueue()
        glass = break_glass(citizen, "Det kan ikke vente til i morgen", by=cast.sille)
        glass.end(by=cast.sille)
    for purpose, volunteer, thing in (
        (Purpose.OWN_PAGE, friend, None),
        (Purpose.AGREEMENT, friend, None),
        (Purpose.PROPOSAL, asked, proposed),
        (Purpose.DUTY, helper, evening),
        (Purpose.COURSES, friend, None),
        (Purpose.CONVERSATION, screened["invited"], screened["appointment"]),
        (Purpose.REFEREES, friend, None),
        (Purpose.REFERENCE, friend, screened["asked"]),
    ):
        rows.about[name, purpose] = volunteer, thing
        rows.tokens[name, purpose] = token(house, purpose, volunteer, thing)
    with acting(link=rows.tokens[name, Purpose.OWN_PAGE]):  # a calendar and a tick, which she alone makes
        contact = Contact.tick(match, happened_on=timezone.localdate(), kind="met", by_volunteer=True)
        rows.tokens[name, Purpose.FEED] = issue_link(Purpose.FEED, friend, "coordinators:feed")[:-4].split("/")[-1]
    return {
        "slug": house.institution.slug,
        "citizen_id": citizen.pk,
        "match_id": match.pk,
        "contact_id": contact.pk,
        "answer_id": said.pk,
        "milestone_id": milestone(match),
        "round_id": match_round.pk,
        "confidence_id": confidence.pk,
        "guidance_id": guidance.pk,
        "consent_id": consent.pk,
        "spoken_id": spoken.pk,
        "attachment_id": attachment.pk,
        "relocation_id": relocation.pk,
        "notice_id": notice.pk,
        "volunteer_id": friend.pk,
        "assignment_id": assignment.pk,
        "role_id": closed.pk,
        "interested_id": interested.pk,
        "gathering_id": cast.course.pk,
        "attendance_id": attendance.pk,
        "activity_id": activity.pk,
        "outing_id": outing.pk,
        "evening_id": evening.pk,
        "absence_id": absence.pk,
        "person_id": house.coordinator.pk,
        "project_id": house.friends.pk,
        "signup_id": signup.pk,
        "duty_id": duty,
        "change_id": change.pk,
        "glass_id": glass.pk,
        "failure_id": failure.pk,
        "message_id": message.pk,
        "task_id": task.id,
        **screened["ids"],
        "pk": 0,
        "object_id": house.institution.pk,
        "uidb36": user_pk_to_url_str(house.lead),
        "key": default_token_generator.make_token(house.lead),
        "app_label": "institutions",
        "url": "findes-ikke/",
    }


def milestone(match) -> UUID:
    """What the two have reached today, as the daily job writes it."""
    made = uuid4()
    databases.as_owner(
        "INSERT INTO friendships_milestone (id, match_id, project_id, months, reached_on) "
        "VALUES (%s, %s, %s, 6, current_date)",
        str(made),
        str(match.pk),
        match.project_id,
    )
    return made


def _screening(cast, house: House, friend: Volunteer, name: str) -> dict:
    """What a role asks, answered and not: references, checks, an exemption, and times for a talk, one chosen."""
    coordinator, today = house.coordinator, timezone.localdate()
    invited = people.apply(name, house.friend_role)
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=house.friend_role.pk).update(references_asked=1, record_asked="criminal_record")
    answered = way.referee(cast, friend, by=coordinator, text="Hun holder, hvad hun lover")
    with acting(user=coordinator):
        asked = Reference.ask(friend, name="Ras", email="ras@example.org", relation="work", by=coordinator)
        check = RecordCheck.ask(friend, kind="criminal_record", by=coordinator)
        ahead = [timezone.localtime() + timedelta(days=days) for days in (2, 3)]
        appointment = Appointment.offer(invited, times=ahead, place="Caféen", by=coordinator)
        talk = Appointment.objects.create(volunteer=friend, times=ahead, place="Caféen", by=coordinator)
        talk.choose(ahead[0], by=friend)
    requirement = way.requirement(cast, friend, "criminal_record")
    experienced = people.ready_volunteer(cast, f"Erfaren {name}", house=house)
    with acting(user=coordinator):
        friend.interviews.write_down(volunteer=friend, held_on=today, outcome="good", by=coordinator)
        Support.write(friend, kind="talk", given_on=today, by=coordinator)
        Shadowing.write(friend, experienced=experienced, went_on=today, by=coordinator)
    with acting(user=cast.sille):
        exemption = requirement.exempt(why="Bestilt", until_on=today + timedelta(days=9), by=cast.sille)
    ids = {"reference_id": asked.pk, "check_id": check.pk}
    with acting(user=cast.sille):
        ids |= {"interview_id": friend.interviews.get(by=coordinator).pk, "shadowing_id": friend.shadowings.get().pk}
        ids |= {"signature_id": friend.signatures.get().pk}
    with acting(user=coordinator):
        ids |= {"support_id": friend.supports.get().pk}
    ids |= {"requirement_id": requirement.pk, "exemption_id": exemption.pk}
    return {"invited": invited, "appointment": appointment, "asked": asked, "answered": answered, "ids": ids}


def token(house: House, purpose: Purpose, volunteer: Volunteer, about=None) -> str:
    """The token of a new link, made by the house's coordinator."""
    with acting(user=house.coordinator):
        return issue_link(purpose, volunteer, "coordinators:own_page", about=about).rstrip("/").split("/")[-1]


def signed_in(user: User) -> SimpleCookie:
    client = Client()
    people.sign_in_for_all(client, user)
    RecoveryCodes.activate(user)
    return client.cookies
