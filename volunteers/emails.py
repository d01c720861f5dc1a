"""Letters to volunteers."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from letters.models import send


def send_receipt(volunteer) -> None:
    """The application has come in: what happens now, and the way to the own page."""
    _write(
        "application_received",
        volunteer,
        _("Thank you – we have your application"),
        role=str(volunteer.role),
        link=issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"),
    )


def send_agreement(volunteer) -> None:
    """The link by which the volunteer reads and signs the agreement; a new one ends the former."""
    _write(
        "agreement",
        volunteer,
        _("Your volunteer agreement"),
        link=issue_link(Purpose.AGREEMENT, volunteer, "volunteers:sign"),
    )


def send_booked(volunteer, gathering) -> None:
    """Time and place of a course."""
    _write(
        "course_booked",
        volunteer,
        _("You have a place: %(title)s") % {"title": gathering.title},
        gathering=gathering,
        begins=_moment(gathering.starts_at),
        ends=date_format(timezone.localtime(gathering.ends_at), _("H:i")),
    )


def send_declined(volunteer) -> None:
    """A kind no, without reasons that could be read as blame."""
    _write("declined", volunteer, _("About your application"))


def _moment(when) -> str:
    local = timezone.localtime(when)
    return _("%(day)s at %(hour)s") % {"day": date_format(local, _("l j F")), "hour": date_format(local, _("H:i"))}


def _write(kind: str, volunteer, subject: str, **context) -> None:
    context |= {"name": volunteer.first_name}
    send(kind, to=volunteer.email, subject=subject, context=context, project=volunteer.role.project)
