"""An applicant is passed on to another house that she ticked, without a no and without a new application."""

from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from history.moves import NotPossible
from volunteers.emails import send_passed_on


def pass_on(volunteer, role, *, by) -> None:
    """She is written to once. A talk that is agreed is called off first; times only offered are taken back."""
    talk = volunteer.appointments.visible_to(by).open().first()
    if talk and talk.is_ahead:
        raise NotPossible(_("A talk is agreed. Call it off first: both are told, and it goes out of their calendars."))
    were_times_offered = bool(talk and talk.times_ahead() and not talk.chosen)
    if were_times_offered:
        talk.take_back(by=by)
    former = str(volunteer.role.project.institution)
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")  # whoever passes her on may not afterwards
    volunteer.pass_on(role)
    send_passed_on(volunteer, link, former=former, were_times_offered=were_times_offered)
