"""Letters of notes: that something is there to read, and where. No name, no house, no text."""

from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from letters.models import send


def send_guidance_there(match) -> None:
    """To the friend of a running pair: there is guidance on the own page, by a link to it."""
    volunteer = match.volunteer
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    send(
        "guidance_there",
        to=volunteer.email,
        subject=_("Something to read before you meet"),
        context={"name": volunteer.first_name, "link": link},
        project=match.project,
    )
