"""What the tests of notes begin with: a citizen who said yes, something told about him, guidance for his friend."""

from datetime import timedelta

from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from citizens.models import Citizen
from notes.models import Confidence, Guidance
from weshelter.tests import people

TOLD = "Han bliver væk, hvis nogen retter ham"
SENTENCE = "Lad ham tale ud"


def consenting_citizen(cast, called_name: str = "Bo", *, house=None) -> Citizen:
    return people.create_citizen(cast, called_name, house=house, consents=("registration", "friend", "guidance"))


def tell(citizen: Citizen, house, text: str = TOLD) -> Confidence:
    """The lead of a house tells something about a citizen."""
    with acting(user=house.lead):
        return Confidence.write(citizen, text, house=house.institution, by=house.lead)


def guide(
    citizen: Citizen, house, text: str = SENTENCE, *, origin: Confidence | None = None, approved: bool = True
) -> Guidance:
    """The coordinator of a house writes guidance, and approves it unless told."""
    review_on = timezone.localdate() + timedelta(days=90)
    with acting(user=house.coordinator):
        guidance = Guidance.write(citizen, text, review_on=review_on, origin=origin, by=house.coordinator)
        if approved:
            guidance.approve(reason_for_words="Det skal stå", by=house.coordinator)
    return guidance


def withdraw_consent(citizen: Citizen, house, purpose: str = "guidance") -> None:
    with acting(user=house.coordinator):
        citizen.consents.live().get(purpose=purpose).withdraw(by=house.coordinator)


def link_of(match, house, purpose: Purpose = Purpose.OWN_PAGE, *, about=None) -> str:
    """The token of a new link of the match's volunteer."""
    page = "coordinators:own_page"
    with acting(user=house.coordinator):
        return issue_link(purpose, match.volunteer, page, about=about).rstrip("/").rsplit("/", 1)[1]
