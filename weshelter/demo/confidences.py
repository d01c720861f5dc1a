"""What the leads of the demo have told in confidence, and what the coordinators made of it for the friends.

Opened is opened today: the access log takes no other day. So a sentence that came out of it is of today, too.
"""

from access.links import Purpose, issue_link
from citizens.models import Citizen
from matching.models import Match
from notes.models import Confidence, Guidance, acknowledge
from notes.reading import open_confidence
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day, token_of
from weshelter.demo.texts_confidences import CONFIDENCES, GUIDANCE


def tell_and_guide(past: Past, house: House, citizens: dict[str, Citizen], pairs: dict[str, Match]) -> None:
    """The house's confidences first, then the guidance."""
    told = {
        citizen: tell(past, house, citizens[citizen], ago, text, how_far)
        for citizen, ago, text, how_far in CONFIDENCES[house.slug]
    }
    for citizen, ago, text, how_far, review in GUIDANCE[house.slug]:
        origin = told[citizen] if how_far == "told" else None
        guidance = write(past, house, citizens[citizen], ago, text, review=review, origin=origin)
        approve(past, house, guidance, ago, how_far)
        if how_far == "read":
            be_read(past, house, guidance, pairs[citizen], ago)


def tell(past: Past, house: House, citizen: Citizen, ago: int, text: str, how_far: str) -> Confidence:
    with past.act(ago, hour=9, user=house.lead):
        confidence = Confidence.write(citizen, text, house=house.institution, by=house.lead)
    if how_far == "withdrawn":
        with past.act(ago - 1, hour=9, user=house.lead):
            confidence.withdraw(by=house.lead)
    elif how_far == "opened":
        with past.act(0, user=house.coordinator):
            open_confidence(confidence, "prepare_guidance")
    return confidence


def write(past: Past, house: House, citizen: Citizen, ago: int, text: str, *, review: int, origin) -> Guidance:
    with past.act(ago, hour=11, user=house.coordinator):
        return Guidance.write(citizen, text, review_on=day(review), origin=origin, by=house.coordinator)


def approve(past: Past, house: House, guidance: Guidance, ago: int, how_far: str) -> None:
    """Approved the day it was written, and perhaps withdrawn some days later; a draft stays one."""
    if how_far == "draft":
        return
    with past.act(ago, hour=12, user=house.coordinator):
        guidance.approve(by=house.coordinator)
    if how_far == "withdrawn":
        with past.act(ago - 4, hour=12, user=house.coordinator):
            guidance.withdraw(by=house.coordinator)


def be_read(past: Past, house: House, guidance: Guidance, pair: Match, ago: int) -> None:
    """The friend has read it on the own page, and said so."""
    with past.act(ago, hour=13, user=house.coordinator):
        token = token_of(issue_link(Purpose.OWN_PAGE, pair.volunteer, "coordinators:own_page"))
    with past.act(ago - 1, hour=20, link=token):
        acknowledge(guidance.pk)
