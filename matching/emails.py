"""Letters about matches: never the citizen's name."""

from django.conf import settings
from django.urls import reverse
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


def send_proposal_reminder(match, *, link: str) -> None:
    """Once, after a week: the question still stands. A fresh link takes the place of the first letter's."""
    send(
        "proposal_reminder",
        to=match.volunteer.email,
        subject=_("We asked you something a week ago"),
        context={"volunteer": match.volunteer, "match": match, "house": match.project.institution, "link": link},
        project=match.project,
    )


def send_first_meeting(meeting, match) -> None:
    """When, where, and who of the house is there; the date for the calendar stands behind the own page's link."""
    link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
    token = link.rstrip("/").split("/")[-1]
    context = {"volunteer": match.volunteer, "meeting": meeting, "house": match.project.institution, "link": link}
    send(
        "first_meeting",
        to=match.volunteer.email,
        subject=_("Your first meeting"),
        context={**context, "calendar": settings.SITE_URL + reverse("matching:own_calendar", args=[token, match.pk])},
        project=match.project,
    )
    send(
        "first_meeting_host",
        to=meeting.accompanied_by.email,
        subject=_("You are there at a first meeting"),
        context={**context, "pair": settings.SITE_URL + reverse("coordinators:pair", args=[match.pk])},
        project=match.project,
    )


def end_proposal_link(match) -> None:
    """The question is settled: the link that asked it ends."""
    revoke_link(Purpose.PROPOSAL, match.volunteer, about=match)
