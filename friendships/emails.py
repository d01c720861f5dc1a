"""Letters about a friendship that runs: never the citizen's name, and never what the other has said."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from friendships.models import StandIn
from friendships.models.milestone import how_long
from volunteers.emails import write


def write_how_it_goes(match, link: str) -> None:
    """Ask the volunteer how it goes; the answer is one tap on the own page."""
    write(
        "how_it_goes",
        match.volunteer,
        _("How is it going?"),
        project=match.project,
        link=link,
        house=match.project.institution,
    )


def write_milestone(match, months: int, link: str) -> None:
    """A kind word to the volunteer: so long they have been friends."""
    write(
        "milestone",
        match.volunteer,
        capfirst(_("%(how_long)s as network friends") % {"how_long": how_long(months)}),
        project=match.project,
        link=link,
        house=match.project.institution,
        how_long=how_long(months),
    )


def send_stand_in_agreed(stand_in: StandIn, *, link: str) -> None:
    """To who stands in: somebody has said yes to meeting her for a while; whom, stands on her own page."""
    _write("stand_in_agreed", stand_in, _("Somebody would like to meet you for a while"), link)


def send_stand_in_ended(stand_in: StandIn, *, link: str) -> None:
    """To who stood in: it is over, and she is thanked. Neither who, nor why."""
    _write("stand_in_ended", stand_in, _("Thank you for standing in"), link)


def _write(kind: str, stand_in: StandIn, subject: str, link: str) -> None:
    house, project = stand_in.project.institution, stand_in.project
    write(kind, stand_in.volunteer, subject, project=project, house=house, link=link)
