"""Those who log in, the houses with their projects and roles, and the courses and meetings of volunteers."""

from dataclasses import dataclass, field

from access.context import acting
from accounts.models import AccessChange, User
from courses.models import Gathering
from institutions.emails import send_away
from institutions.models import Absence, Alignment, Institution, Membership, Project
from screening.models import Agreement
from volunteers.models import RoleProfile
from weshelter.cast import PASSWORD, PEOPLE
from weshelter.demo.past import Past, at, day, logged_in
from weshelter.demo.texts_houses import (
    AGREEMENT_DA,
    AGREEMENT_EN,
    ALIGNMENT,
    EVENINGS_OF_A_COURSE,
    GATHERINGS,
    HOUSES,
    PROJECTS,
    ROLES,
)

# Who is away, who has it meanwhile, of which projects, from when and to when; without a last day for good.
AWAY = [
    ("agnieszka@example.org", "mette@example.org", ["friends", "food_club"], 5, 26),
    ("bilal@example.org", "nanna@example.org", ["food_club"], 12, None),
]
# The programme began so many days ago; the agreement everybody has signed is as old.
BEGAN = 700
WEDNESDAY = 2


@dataclass
class House:
    """One house of the demo with what the following steps need."""

    institution: Institution
    coordinator: User
    cook: User  # the coordinator who runs the food club
    lead: User
    projects: dict[str, Project] = field(default_factory=dict)
    roles: dict[str, RoleProfile] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return self.institution.slug

    @property
    def friends(self) -> Project:
        return self.projects["friends"]


def make_users(past: Past) -> dict[str, User]:
    """Those who log in, by e-mail, all with one password."""
    users: dict[str, User] = {}
    for _role, name, email, house, _kinds in PEOPLE:
        # The secretariat is made on the server; its first one makes the others.
        with logged_in("app" if house else "owner"), past.act(BEGAN, user=next(iter(users.values()), None)):
            users[email] = User(name=name, email=email, is_secretariat=not house)
            users[email].set_password(PASSWORD)
            users[email].save()
            users[email].prove_address()  # as if by the invitation
        past.date(users[email], last_login=at(-40 if email == "leif@example.org" else -1, hour=16))
    return users


def ask_for_an_address(users: dict[str, User]) -> None:
    """What waits for a second person: one of the secretariat has asked, the other one finds it on the front page."""
    sille = users["sille@example.org"]
    with acting(user=sille):
        AccessChange.ask("address", users["omar@example.org"], address="omar.olsen@example.org", by=sille)


def be_away(users: dict[str, User]) -> None:
    """One is away next week and another has it meanwhile; one leaves, and the secretariat is to end it."""
    for who, deputy, kinds, first, last in AWAY:
        away, instead = users[who], users[deputy]
        with acting(user=away):
            for role in away.memberships.with_places().filter(project__kind__in=kinds):
                until_on = day(last) if last else None
                absence = Absence.begin(role, from_on=day(first), until_on=until_on, deputy=instead)
                send_away(absence, by=away)


def make_house(past: Past, slug: str, users: dict[str, User], *, by: User) -> House:
    """A house with its lead and its projects, each held by those whom the cast names."""
    here = [(users[email], kinds.split()) for _role, _name, email, house, kinds in PEOPLE if house == slug]
    lead = next(user for user, kinds in here if not kinds)
    coordinators = [user for user, kinds in here if kinds]
    with past.act(BEGAN - 5, user=by):
        institution = Institution.objects.create(slug=slug, **HOUSES[slug])
        house = House(institution, coordinators[0], coordinators[-1], lead)
        Membership.objects.create(user=lead, role="lead", institution=house.institution)
    for kind in PROJECTS[slug]:
        make_project(past, house, kind, [user for user, kinds in here if kind in kinds], by=by)
    return house


def make_project(past: Past, house: House, kind: str, coordinators: list[User], *, by: User) -> None:
    """An open project with coordinators, alignment and role; one of them was paused, one is to be reviewed."""
    name, ago, review, paused = PROJECTS[house.slug][kind]
    with past.act(ago, user=by):
        project = Project.objects.create(
            institution=house.institution, kind=kind, name=name, slug=f"{house.slug}-{kind.replace('_', '-')}"
        )
        for user in coordinators:
            Membership.objects.create(user=user, role="coordinator", project=project)
        alignment = Alignment.objects.create(project=project, lead=house.lead, review_on=day(200), **ALIGNMENT[kind])
        project.open(by=by)
        house.projects[kind] = project
        house.roles[kind] = RoleProfile.objects.create(project=project, **ROLES[kind])
    past.date(alignment, review_on=day(review))
    if paused:
        with past.act(paused, user=by):
            project.pause(by=by)


def make_agreement(past: Past, *, by: User) -> Agreement:
    """The agreement with both duties, in Danish and English."""
    with past.act(BEGAN, user=by):
        return Agreement.objects.create(
            version=1, text_da=AGREEMENT_DA, text_en=AGREEMENT_EN, in_force_from=day(-BEGAN)
        )


def make_gatherings(past: Past, houses: list[House], *, by: User) -> list[tuple[int, Gathering]]:
    """Courses and meetings, past and coming, each with in how many days it is held, in that order."""
    found = {house.slug: house.institution for house in houses}
    made = []
    with past.act(BEGAN, user=by):
        for about, kind, title, place, slug, places in GATHERINGS:
            days = about - max(0, day(about).weekday() - WEDNESDAY)
            hours = {"starts_at": at(days, hour=16, minute=30), "ends_at": at(days, hour=20)}
            gathering = Gathering(
                kind=kind, title=title, place=place, institution=found.get(slug), places=places, **hours
            )
            if title in EVENINGS_OF_A_COURSE:
                gathering.modules = EVENINGS_OF_A_COURSE[title]
            if days < 0:  # places are taken at what is not long past
                gathering.starts_at, gathering.ends_at = at(-1, hour=16), at(-1, hour=20)
                past.date(gathering, **hours)
            gathering.save(force_insert=True)
            made.append((days, gathering))
    return made
