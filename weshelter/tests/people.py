"""The people of the tests, all made up: everything is made through the verbs, by whom it would really be made.

RG60 has Karen (coordinator of both projects) and Lars (lead); NABO has Nanna and Leif, who must never see RG60's.
Sille is the secretariat.
"""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from accounts.adapters import master_keys
from accounts.models import User
from citizens import models as citizens
from courses.models import Gathering
from courses.places import take_place
from institutions.models import Alignment, Institution, Membership, Project
from matching.models import FirstMeeting, Match, WeightSet
from matching.suggesting.values import Weights
from screening.models import Agreement
from volunteers.models import RoleProfile, Volunteer
from weshelter.tests import databases


@dataclass
class House:
    """A house with its two open projects, roles, coordinator and lead."""

    institution: Institution
    friends: Project
    food: Project
    friend_role: RoleProfile
    food_role: RoleProfile
    coordinator: User
    lead: User


def create_user(name: str, *, by: User | None = None, **marks) -> User:
    """Somebody who has used the invitation, and can log in with the password "en lang adgangskode".

    One of the secretariat is made on the server.
    """
    user = User(name=name, email=f"{name.split()[0].lower()}@example.org", **marks)
    user.set_password("en lang adgangskode")
    if user.is_secretariat:
        user = made_on_the_server(user)
    else:
        with acting(user=by or User.objects.filter(is_secretariat=True).first()):
            user.save()
    user.prove_address()
    return user


def made_on_the_server(user: User) -> User:
    """As `manage.py invite --secretariat` does: no page makes one of the secretariat."""
    databases.as_owner(
        "INSERT INTO accounts_user (id, name, email, password, is_secretariat, is_active)"
        " VALUES (%s, %s, %s, %s, true, true)",
        *(user.pk, user.name, user.email, user.password),
    )
    return User.objects.get(pk=user.pk)


def create_house(name: str, *, coordinator: User, lead: User, by: User) -> House:
    """A shelter with open projects for friends and food, aligned with its lead."""
    slug = name.lower()
    with acting(user=by):
        institution = Institution.objects.create(
            name=name, slug=slug, kind="shelter", address="Gaden 1", postcode="2200", city="København N"
        )
        Membership.objects.create(user=lead, role="lead", institution=institution)
        projects, roles = [], []
        for kind, title in (("friends", "Netværksvenner"), ("food_club", "Madklub")):
            project = Project.objects.create(
                institution=institution, kind=kind, name=f"{title} {name}", slug=f"{slug}-{kind}"
            )
            Membership.objects.create(user=coordinator, role="coordinator", project=project)
            Alignment.objects.create(
                project=project,
                lead=lead,
                tasks="Være sammen",
                why_volunteers="Fordi de ikke får løn for det",
                interplay="Den frivillige ringer til Lars",
                review_on=timezone.localdate() + timedelta(days=180),
            )
            project.open(by=by)
            projects.append(project)
            roles.append(
                RoleProfile.objects.create(
                    project=project,
                    title=title,
                    what="Mødes",
                    why_volunteers="Lyst",
                    not_what="Ikke behandling",
                )
            )
    return House(institution, *projects, *roles, coordinator, lead)


def create_cast() -> SimpleNamespace:
    """Everybody: secretariat `sille`; at RG60 `karen` and `lars`; at NABO `nanna` and `leif`."""
    sille = create_user("Sille Sekretær", is_secretariat=True)
    karen, lars = create_user("Karen Koordinator"), create_user("Lars Leder")
    nanna, leif = create_user("Nanna Nabo"), create_user("Leif Leder")
    rg60 = create_house("RG60", coordinator=karen, lead=lars, by=sille)
    nabo = create_house("NABO", coordinator=nanna, lead=leif, by=sille)
    with acting(user=sille):
        agreement = Agreement.objects.create(version=1, text_da="Jeg har tavshedspligt og underretningspligt.")
        course = create_course()
        WeightSet.objects.create(**Weights()._asdict(), made_by=sille)  # after real commits there is no first version
    return SimpleNamespace(
        sille=sille,
        karen=karen,
        lars=lars,
        nanna=nanna,
        leif=leif,
        rg60=rg60,
        nabo=nabo,
        agreement=agreement,
        course=course,
    )


def create_course(*, places: int = 20, days: int = 0, kind: str = "introduction") -> Gathering:
    """A course that begins in some days; today's can be ticked at once. Somebody of the secretariat must act."""
    starts_at = timezone.localtime() + timedelta(days=days, hours=1)
    return Gathering.objects.create(
        kind=kind,
        title="Introduktionskursus",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=4),
        place="Fællessekretariatet",
        places=places,
    )


def apply(name: str, role: RoleProfile, **fields) -> Volunteer:
    """An application from the poster: nobody is signed in."""
    pk = uuid4()
    with acting(new_id=pk):
        return Volunteer.objects.create(
            pk=pk,
            role=role,
            name=name,
            **{
                "email": f"{name.split()[0].lower()}@example.net",
                "languages": ["da"],
                "interests": ["walks"],
                "slots": ["weekday_evening"],
                **fields,
            },
        )


def train(volunteer: Volunteer, cast) -> Volunteer:
    """Take an applicant all the way to ready: conversation, agreement, course."""
    by = cast.sille
    with acting(user=by):
        volunteer.hold_conversation(held_on=timezone.localdate(), outcome="good", by=by)
        volunteer.take_into_training(by=by)
        volunteer.sign(cast.agreement, how="paper", by=by)
        take_place("gathering", cast.course, volunteer)
        attendance = volunteer.attendances.select_related("volunteer").get(gathering=cast.course)
        attendance.tick(came=True, by=by)
        volunteer.refresh_from_db()
    return volunteer


def ready_volunteer(cast, name: str = "Vera Ven", *, house: House | None = None, role=None, **fields) -> Volunteer:
    """A volunteer who is ready for the network friends of a house (RG60 unless told)."""
    return train(apply(name, role or (house or cast.rg60).friend_role, **fields), cast)


def create_citizen(
    cast,
    called_name: str = "Bo",
    *,
    house: House | None = None,
    consents=("registration", "friend"),
    **wishes,
) -> citizens.Citizen:
    """A citizen who lives at a house (RG60 unless told), registered by its coordinator with wishes and consents."""
    house = house or cast.rg60
    with acting(user=house.coordinator):
        citizen = citizens.register(
            project=house.friends, called_name=called_name, reach="i cafeen", attachment_kind="lives_here"
        )
        citizens.Wishes.objects.create(
            citizen=citizen,
            project=house.friends,
            **{
                "own_words": "En at gå tur med",
                "interests": ["walks"],
                "languages": ["da"],
                "slots": [],
                **wishes,
            },
        )
        citizen.live_at(institution=house.institution)
        citizen.consent_to(consents, given="spoken", witnessed_by=house.coordinator)
    return citizen


def create_match(
    cast, *, citizen=None, volunteer=None, house: House | None = None, started: bool = True, **how
) -> Match:
    """A pair of RG60 (or another house): both have said yes and met, unless told that it is only proposed."""
    house = house or cast.rg60
    citizen = citizen or create_citizen(cast, house=house)
    volunteer = volunteer or ready_volunteer(cast, house=house)
    with acting(user=house.coordinator):
        match = Match.propose(volunteer, citizen, by=house.coordinator, **how)
        if started:
            match.volunteer_says_yes()
            match.citizen_says_yes(heard_by=house.coordinator)
            in_a_day = timezone.localtime() + timedelta(days=1)
            FirstMeeting.arrange(match, starts_at=in_a_day, place="Caféen", accompanied_by=house.coordinator)
            match.start(by=house.coordinator)
    return match


def sign_in(client, user: User, *, minutes_ago: int = 0) -> None:
    """A session with both factors, as after a real login; a bare `force_login` is sent away."""
    client.force_login(user)
    with_both_factors(client, user, at=timezone.now().timestamp() - minutes_ago * 60)


def sign_in_for_all(client, user: User) -> None:
    """For all tests of a module: the login is as fresh for the last of them as for the first, however slow they are."""
    client.force_login(user)
    with_both_factors(client, user, at=tomorrow(), began_at=tomorrow(), seen_at=tomorrow())


def tomorrow() -> float:
    """As a session knows moments: what is marked with it does not grow old while tests run."""
    return timezone.now().timestamp() + 24 * 60 * 60


def with_both_factors(client, user: User, *, at: float, **marks: float) -> None:
    """The session says that both factors were shown at a moment."""
    Authenticator.objects.get_or_create(
        user=user,
        type=Authenticator.Type.TOTP,
        defaults={"data": {"secret": master_keys().encrypt(b"JBSWY3DPEHPK3PXP").decode()}},
    )
    session = client.session
    session.update(marks)
    session["account_authentication_methods"] = [
        {"method": "password", "at": at, "email": user.email},
        {"method": "mfa", "at": at, "type": "totp"},
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def log_in(client, user: User) -> None:
    """Through the login itself, with the password and one of the recovery codes; sets up an app if there is none."""
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        totp.TOTP.activate(user, totp.generate_totp_secret())
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    client.post(reverse("account_login"), {"login": user.email, "password": "en lang adgangskode"})
    client.post(reverse("mfa_authenticate"), {"code": code})
