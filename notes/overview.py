"""What stands in notes about one citizen, as the citizen's page includes it (templates/notes/_of_citizen.html)."""

from dataclasses import dataclass, field

from access.roles import Permission, houses_of, may
from citizens.models import Citizen
from institutions.models import Institution
from notes.models import Acknowledgement, Confidence, Guidance, guidance_i_prompted, openings_of


@dataclass(frozen=True)
class ToldInConfidence:
    """That something was told, and whether somebody has opened it."""

    confidence: Confidence
    is_opened: bool


@dataclass(frozen=True)
class GuidanceLine:
    """One guidance with the friends' receipts."""

    guidance: Guidance
    receipts: list[Acknowledgement] = field(default_factory=list)


@dataclass(frozen=True)
class OfCitizen:
    """What the user sees about one citizen here, and what he or she may do."""

    citizen: Citizen
    confidences: list[ToldInConfidence]
    guidance: list[GuidanceLine]
    prompted: list[str]
    may_write: bool
    may_guide: bool


def of_citizen(citizen: Citizen, user, houses: list[Institution]) -> OfCitizen:
    """Gather it; `houses` are those that he is attached to today. The number of queries does not grow with the rows."""
    confidences = list(Confidence.objects.visible_to(user).about(citizen))
    openings = openings_of(confidences) if confidences else {}
    guidance = Guidance.objects.visible_to(user).about(citizen).prefetch_related("acknowledgements")
    may_write = may(user, Permission.WRITE_CONFIDENCE, house_to_write_from(houses, user))
    return OfCitizen(
        citizen=citizen,
        confidences=[ToldInConfidence(one, is_opened=bool(openings[one.pk])) for one in confidences],
        guidance=[GuidanceLine(one, list(one.acknowledgements.all())) for one in guidance],
        prompted=guidance_i_prompted(citizen) if may_write else [],
        may_write=may_write,
        may_guide=may(user, Permission.WRITE_GUIDANCE, citizen.project),
    )


def house_to_write_from(houses: list[Institution], user) -> Institution | None:
    """Of the houses that a citizen is attached to, one that the user leads; else the first, if any."""
    led = houses_of(user)
    return next((house for house in houses if house.pk in led), houses[0] if houses else None)
