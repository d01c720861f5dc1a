"""What roles ask and who waits for one, made by whom it would really be made."""

from uuid import uuid4

from access.context import acting
from institutions.models import HouseCard
from volunteers.models import Answer, Interested, RoleProfile, RoleQuestion, Volunteer

CLOSED = "Læseven"


def question(cast, role, text: str = "Kan du lide hunde?", *, place: int = 1, **fields) -> RoleQuestion:
    """A question of a role, as the secretariat makes it."""
    with acting(user=cast.sille):
        return RoleQuestion.objects.create(role=role, place=place, text_da=text, **fields)


def answer(volunteer: Volunteer, text: str = "Meget") -> None:
    """What an applicant answered, in the act that made the application."""
    with acting(new_id=volunteer.pk):
        Answer.objects.bulk_create([Answer(volunteer=volunteer, place=1, question="Kan du lide hunde?", text=text)])


def closed_role(cast, house=None) -> RoleProfile:
    """A role of a house's network friends that takes nobody just now."""
    project = (house or cast.rg60).friends
    texts = {"what": "Læse højt", "why_volunteers": "Lyst", "not_what": "Ikke undervisning", "asks": "To timer"}
    with acting(user=cast.sille):
        made = {"title": CLOSED, "is_open": False, **texts}
        return RoleProfile.objects.get_or_create(project=project, title=CLOSED, defaults=made)[0]


def interested(name: str = "Ib Iversen", *, house, **fields) -> Interested:
    """Somebody who waits for the closed role of a house."""
    pk = uuid4()
    with acting(new_id=pk):
        role = RoleProfile.objects.closed().get(project=house.friends, title=CLOSED)
        email = f"{name.split()[0].lower()}@example.net"
        [made] = Interested.objects.bulk_create([Interested(pk=pk, role=role, name=name, email=email, **fields)])
    return made


def card(cast, house) -> HouseCard:
    """The card of a house."""
    with acting(user=cast.sille):
        return HouseCard.objects.create(
            institution=house.institution,
            daily_life="Vi spiser klokken 18",
            rules="Ingen hunde i køkkenet",
            coordinator_phone="20304050",
            lead_phone="20304051",
            secretariat_phone="20304052",
            out_of_hours_phone="20304053",
        )
