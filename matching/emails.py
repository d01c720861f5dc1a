"""Letters about matches: never the citizen's name."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from access.links import Purpose, issue_link, revoke_link
from institutions.emails import send_to_who_gets_it, send_to_who_has
from matching.in_common import in_common
from matching.models import Origin
from volunteers.emails import moment_in_words, write


def send_proposal(match) -> None:
    """Ask the volunteer: would you like to meet somebody? The link is the answer."""
    link = issue_link(Purpose.PROPOSAL, match.volunteer, "matching:answer", about=match)
    write(
        "proposal",
        match.volunteer,
        _("Would you like to meet somebody?"),
        project=match.project,
        link=link,
        house=match.project.institution,
        coordinator=match.proposed_by.name,
        in_common=in_common(match),
        friends_since=match.origin_on if match.origin == Origin.RUNNING else None,
    )


def send_both_said_yes(match) -> None:
    """Tell the volunteer that both have said yes; the own page takes the place of the link that asked."""
    link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
    write(
        "both_said_yes",
        match.volunteer,
        _("Both of you have said yes"),
        project=match.project,
        link=link,
        house=match.project.institution,
        friends_since=match.origin_on if match.origin == Origin.RUNNING else None,
    )
    end_proposal_link(match)  # last: by this link the volunteer may be acting


def send_proposal_reminder(match, *, link: str) -> None:
    """Once, after a week: the question still stands. A fresh link takes the place of the first letter's."""
    write(
        "proposal_reminder",
        match.volunteer,
        _("We asked you something a week ago"),
        project=match.project,
        match=match,
        house=match.project.institution,
        link=link,
    )


def send_came_to_nothing(match) -> None:
    """To the volunteer, who was asked or has said yes: it comes to nothing this time. Neither who, nor why."""
    write_came_to_nothing(match, issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page"))


def write_came_to_nothing(match, link: str) -> None:
    write(
        "came_to_nothing",
        match.volunteer,
        _("It comes to nothing this time"),
        project=match.project,
        link=link,
        house=match.project.institution,
        had_said_yes=match.volunteer_yes_at is not None,
    )


def send_first_meeting(meeting, match, was=None) -> None:
    """When, where, and who of the house is there, and what it was; the own page's link leads to the calendar's date.

    Who was to be there and is no more is told that it is somebody else.
    """
    told = was if was and not was.is_called_off else None
    context, begins = _about_meeting(meeting, match), min(one.starts_at for one in (meeting, told) if one)
    knew = told if told and told.accompanied_by_id == meeting.accompanied_by_id else None
    write(
        "first_meeting",
        match.volunteer,
        _("Moved: your first meeting") if told else _("Your first meeting"),
        starts=begins,
        project=match.project,
        **context | _as_it_was(told),
    )
    said = {"subject": _("You are there at a first meeting"), "project": match.project, "begins": begins}
    if told and not knew:
        send_to_who_gets_it("first_meeting_host", meeting.accompanied_by, context=context | _as_it_was(None), **said)
        _tell_host_off(told, match, other=meeting.accompanied_by)
    else:
        told_before = context | _as_it_was(knew)
        send_to_who_has("first_meeting_host", meeting.accompanied_by, [match.project_id], context=told_before, **said)


def send_meeting_reminder(meeting, *, link: str) -> None:
    """The day before, once: when and where, to the volunteer and to who is there."""
    match, begins = meeting.match, meeting.starts_at
    told = {"meeting": meeting, "when": moment_in_words(begins), "house": match.project.institution}
    subject = _("Tomorrow: the first meeting")
    write("first_meeting_reminder", match.volunteer, subject, starts=begins, project=match.project, link=link, **told)
    pair = settings.SITE_URL + reverse("coordinators:pair", args=[match.pk])
    host, at = meeting.accompanied_by, [match.project_id]
    send_to_who_has(
        "first_meeting_reminder_host",
        host,
        at,
        subject=subject,
        context=told | {"pair": pair},
        project=match.project,
        begins=begins,
    )


def send_meeting_called_off(meeting, match, *, to_volunteer: bool = True) -> None:
    """To both who were to come: it is not held as it was arranged. Not to her who has just called it off herself."""
    if to_volunteer:
        write(
            "first_meeting_called_off",
            match.volunteer,
            _("Called off: your first meeting"),
            starts=meeting.starts_at,
            project=match.project,
            **_about_meeting(meeting, match),
        )
    _tell_host_off(meeting, match)


def _tell_host_off(meeting, match, *, other=None) -> None:
    """To who was to be there: it is called off, or somebody else is."""
    send_to_who_has(
        "first_meeting_host_off",
        meeting.accompanied_by,
        [match.project_id],
        subject=_("You are not there at the first meeting") if other else _("Called off: a first meeting"),
        context={
            "meeting": meeting,
            "when": moment_in_words(meeting.starts_at),
            "other": other.name if other else "",
            "pair": settings.SITE_URL + reverse("coordinators:pair", args=[match.pk]),
        },
        project=match.project,
        begins=meeting.starts_at,
        but=other,
    )


def _as_it_was(was) -> dict:
    """The time and place that one was told before; nothing for who hears of it for the first time."""
    before = moment_in_words(was.starts_at) if was else ""
    return {"is_anew": bool(was), "before": before, "place_before": was.place if was else ""}


def _about_meeting(meeting, match) -> dict:
    link = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page")
    token = link.rstrip("/").split("/")[-1]
    return {
        "meeting": meeting,
        "when": moment_in_words(meeting.starts_at),
        "house": match.project.institution,
        "link": link,
        "calendar": settings.SITE_URL + reverse("matching:own_calendar", args=[token, match.pk]),
        "pair": settings.SITE_URL + reverse("coordinators:pair", args=[match.pk]),
    }


def end_proposal_link(match) -> None:
    """The question is settled: the link that asked it ends."""
    revoke_link(Purpose.PROPOSAL, match.volunteer, about=match)
