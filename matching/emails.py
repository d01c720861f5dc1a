"""Letters about matches: never the citizen's name."""

from django.utils.translation import gettext as _

from access.links import Purpose, issue_link, revoke_link
from letters.models import send


def send_proposal(match) -> None:
    """Ask the volunteer: would you like to meet somebody? The link is the answer."""
    link = issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match)
    send(
        "proposal",
        to=match.volunteer.email,
        subject=_("Would you like to meet somebody?"),
        context={"volunteer": match.volunteer, "link": link, "house": match.project.institution},
        project=match.project,
    )


def send_both_said_yes(match) -> None:
    """Tell the volunteer that both have said yes; the own page takes the place of the link that asked."""
    link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
    send(
        "both_said_yes",
        to=match.volunteer.email,
        subject=_("Both of you have said yes"),
        context={"volunteer": match.volunteer, "link": link, "house": match.project.institution},
        project=match.project,
    )
    end_proposal_link(match)  # last: by this link the volunteer may be acting


def end_proposal_link(match) -> None:
    """The question is settled: the link that asked it ends."""
    revoke_link(Purpose.PROPOSAL, match.volunteer, about=match)
