"""The ways of a sentence for the friend."""

from collections.abc import Callable

from notes.models import Guidance
from notes.tests import telling
from weshelter.tests.ways.walking import Brought, Same, Way, Ways

PAGE = "notes:guidance"
WITHDRAW = Way("withdrawn", "notes:withdraw_guidance", on=PAGE)


def written(*, approved: bool) -> Callable[..., Brought]:
    def bring_about(cast) -> Brought:
        citizen = telling.consenting_citizen(cast)
        guidance = telling.guide(citizen, cast.rg60, approved=approved)
        return Brought(guidance, {"citizen_id": citizen.pk, "guidance_id": guidance.pk})

    return bring_about


WAYS = {
    Guidance: {
        "draft": Ways(written(approved=False), on=Way("approved", PAGE, on="coordinators:citizen"), out=WITHDRAW),
        "approved": Ways(
            written(approved=True),
            on=WITHDRAW,
            out=Same("The friend has read it, so it stands as it is; another sentence is written anew."),
        ),
    }
}
