"""What the demo shows of applying: questions of a role, a closed role, who waits for it, cards of houses."""

from uuid import uuid4

from accounts.models import User
from institutions.models import HouseCard
from volunteers.models import Answer, Interested, RoleProfile, RoleQuestion, Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past
from weshelter.demo.volunteers import PHONE

QUESTIONS = {
    "friends": [
        (
            "Har du før været tæt på nogen, der har det svært?",
            "Have you been close to somebody having a hard time?",
            "long",
        ),
        ("Kan du komme fast i et år?", "Can you come steadily for a year?", "yes_no"),
    ],
    "food_club": [("Hvad kan du godt lide at lave i et køkken?", "What do you like to do in a kitchen?", "short")],
}
CARD = {
    "daily_life": "Middag kl. 18. Hæng jakken i personalerummet, og sig hej i receptionen, når du kommer.",
    "rules": "Man banker på og venter. Ingen gaver over 100 kr., ingen penge mellem jer. Rygning i gården.",
    "coordinator_phone": PHONE,
    "lead_phone": PHONE,
    "secretariat_phone": PHONE,
    "out_of_hours_phone": PHONE,
}
READING = {
    "title": "Oplæser",
    "what": "Du læser højt en time i caféen, og snakken kommer bagefter.",
    "why_volunteers": "Fordi en stemme uden ærinde er noget andet.",
    "not_what": "Det er ikke undervisning.",
    "asks": "En time hver uge.",
    "is_open": False,
}
SAID = {
    "friends": "Ja, min onkel. Det lærte mig mest om at lytte.",
    "food_club": "Bage boller og snakke imens.",
}
WAITING = [("Jonas Juhl", "da"), ("Mary Meyer", "en")]


def make_applications(past: Past, houses: list[House], *, by: User) -> None:
    """On top of the houses and their people: what was set up, who waits, and what was answered."""
    with past.act(90, user=by):
        for role in RoleProfile.objects.select_related("project"):
            ask(role)
        for house in houses:
            HouseCard.objects.create(institution=house.institution, **CARD)
        reading = RoleProfile.objects.create(project=houses[0].friends, **READING)
    for ago, (name, language) in enumerate(WAITING, 20):
        wait(past, ago, reading, name, language)
    with past.act(0, user=by):
        applicants = list(Volunteer.objects.in_state(Volunteer.State.APPLIED).select_related("role__project"))
    for volunteer in applicants:
        answer(past, volunteer)


def ask(role: RoleProfile) -> None:
    """The questions of a kind of role."""
    for place, (danish, english, kind) in enumerate(QUESTIONS.get(role.project.kind, []), 1):
        RoleQuestion.objects.create(role=role, place=place, text_da=danish, text_en=english, kind=kind)


def wait(past: Past, ago: int, role: RoleProfile, name: str, language: str) -> None:
    """Somebody who would like to hear when the role opens."""
    pk = uuid4()
    email = f"{name.split()[0].lower()}@example.net"
    with past.act(ago, new_id=pk):
        Interested.objects.bulk_create([Interested(pk=pk, role=role, name=name, email=email, language=language)])


def answer(past: Past, volunteer: Volunteer) -> None:
    """What an applicant said to the first question."""
    for question, _english, _kind in QUESTIONS.get(volunteer.role.project.kind, [])[:1]:
        said = SAID[volunteer.role.project.kind]
        with past.act(0, new_id=volunteer.pk):
            Answer.objects.bulk_create([Answer(volunteer=volunteer, place=1, question=question, text=said)])
