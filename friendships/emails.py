"""Letters about friendships: nobody's name but the receiver's."""

from django.utils.translation import gettext as _

from friendships.models import StandIn
from volunteers.emails import write


def send_stand_in_agreed(stand_in: StandIn, *, link: str) -> None:
    """To who stands in: somebody has said yes to meeting her for a while; whom, stands on her own page."""
    _write("stand_in_agreed", stand_in, _("Somebody would like to meet you for a while"), link)


def send_stand_in_ended(stand_in: StandIn, *, link: str) -> None:
    """To who stood in: it is over, and she is thanked. Neither who, nor why."""
    _write("stand_in_ended", stand_in, _("Thank you for standing in"), link)


def _write(kind: str, stand_in: StandIn, subject: str, link: str) -> None:
    house, project = stand_in.project.institution, stand_in.project
    write(kind, stand_in.volunteer, subject, project=project, house=house, link=link)
