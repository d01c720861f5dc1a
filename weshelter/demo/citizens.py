"""The demo's citizens: registered by coordinator or lead, with what they said; where they live and come today."""

from citizens.models import Citizen, Wishes, register
from institutions.models import Institution
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day
from weshelter.demo.texts_citizens import CITIZENS
from weshelter.demo.texts_wishes import MATTERS


def make_citizens(past: Past, house: House, houses: dict[str, Institution]) -> dict[str, Citizen]:
    """The house's citizens, by what they are called."""
    made = {}
    for person in CITIZENS[house.slug]:
        citizen = made[person["called_name"]] = make_citizen(past, house, person)
        if also := person.get("also"):
            with past.act(person["ago"] // 2, hour=12, user=house.coordinator):
                citizen.attach(houses[also], kind="comes_here", from_on=day(0), heard_by=house.coordinator)
        if ago := person.get("regrets"):
            with past.act(ago, hour=12, user=house.coordinator):
                citizen.consents.live().get(purpose="friend").withdraw(by=house.coordinator)
    return made


def make_citizen(past: Past, house: House, person: dict) -> Citizen:
    """Registered with wishes, consents and what a friend may know, as the citizen says it at one table."""
    by = house.lead if person.get("by_lead") else house.coordinator
    kind = "comes_here" if house.institution.kind == Institution.Kind.DROP_IN_CENTRE else "lives_here"
    consents = ["registration"] if person.get("shy") else ["registration", "friend", "guidance"]
    with past.act(person["ago"], hour=14, user=by):
        citizen = register(
            project=house.friends,
            called_name=person["called_name"],
            reach=person["reach"],
            attachment_kind=kind,
        )
        if kind == "lives_here":
            citizen.live_at(institution=house.institution)
        said = {**person["wishes"], "wants_friend": True, **MATTERS.get(person["called_name"], {})}
        Wishes.objects.create(citizen=citizen, project=house.friends, **said)
        citizen.consent_to(consents, given="written" if person.get("by_lead") else "spoken", witnessed_by=by)
        for line, words in person["lines"].items():
            citizen.disclose(line, "yes", words)
        if person["lines"] and "family" not in person["lines"]:
            citizen.disclose("family", "not_yet", "")
    return citizen
