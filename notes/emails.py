"""Letters of notes: that something is there to read, and where. No name, no house, no text."""

from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from volunteers.emails import write


def send_guidance_there(match) -> None:
    """To the friend of a running pair: there is guidance on the own page, by a link to it."""
    volunteer = match.volunteer
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    write("guidance_there", volunteer, _("Something to read before you meet"), project=match.project, link=link)
