"""Letters about courses and meetings."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from volunteers.emails import moment_in_words, write

# After it begins; the database says the same of one that is moved.
LINK_LIVES_ON = timedelta(days=1)


def send_choice(volunteer) -> None:
    """The link by which the volunteer chooses among the introduction courses ahead."""
    link = issue_link(Purpose.COURSES, volunteer, "courses:courses")
    write("course_choice", volunteer, _("Choose your introduction course"), link=link)


def send_invited(volunteer, gathering) -> None:
    """Will you come? The link is the answer."""
    subject = _("Will you come? %(title)s") % {"title": gathering.title}
    _write_of("course_invited", volunteer, gathering, subject, link=link_to(gathering, volunteer))


def send_booked(volunteer, gathering, *, link: str = "") -> None:
    """Time and place, and the link by which she gives the place back; `link` is the one she has used just now."""
    subject = _("You have a place: %(title)s") % {"title": gathering.title}
    link = link or link_to(gathering, volunteer)
    _write_of("course_booked", volunteer, gathering, subject, link=link, calendar=calendar_by(link, gathering))


def send_waiting(volunteer, gathering, *, link: str = "") -> None:
    """She is on the waiting list: a letter comes when there is a place."""
    subject = _("You are on the waiting list: %(title)s") % {"title": gathering.title}
    _write_of("course_waiting", volunteer, gathering, subject, link=link or link_to(gathering, volunteer))


def send_answer(attendance, *, link: str = "") -> None:
    """What came of asking for a place: a place, or one on the waiting list."""
    write = send_booked if attendance.state == attendance.State.BOOKED else send_waiting
    write(attendance.volunteer, attendance.gathering, link=link)


def send_offered(attendance, *, link: str) -> None:
    """A place has come free and is kept for her until she says yes."""
    gathering, volunteer = attendance.gathering, attendance.volunteer
    subject = _("There is a place for you: %(title)s") % {"title": gathering.title}
    until = moment_in_words(attendance.offered_until)
    _write_of("course_offered", volunteer, gathering, subject, until=until, link=link)


def send_reminder(attendance, *, link: str) -> None:
    """Two days before: time and place once more."""
    gathering, volunteer = attendance.gathering, attendance.volunteer
    subject = _("See you soon: %(title)s") % {"title": gathering.title}
    _write_of("course_reminder", volunteer, gathering, subject, link=link)


def send_changed(attendance, was) -> None:
    """To everybody who was told of it: what it was and what it is now."""
    gathering, volunteer = attendance.gathering, attendance.volunteer
    subject = _("Moved: %(title)s") % {"title": gathering.title}
    link = link_to(gathering, volunteer)
    _write_of(
        "course_changed",
        volunteer,
        gathering,
        subject,
        was=was,
        before=hours_of(was),
        state=attendance.state,
        link=link,
        calendar=calendar_by(link, gathering),
    )


def send_called_off(attendance) -> None:
    """To everybody who was told of it: it is not held, and where another is chosen."""
    gathering, volunteer = attendance.gathering, attendance.volunteer
    subject = _("Called off: %(title)s") % {"title": gathering.title}
    link = issue_link(Purpose.COURSES, volunteer, "courses:courses")
    _write_of("course_called_off", volunteer, gathering, subject, link=link, calendar=calendar_by(link, gathering))


def calendar_by(link: str, gathering) -> str:
    """The file that puts the date into her own calendar, moves it there or takes it out, by a link to her courses."""
    token = link.rstrip("/").split("/")[-1]
    return settings.SITE_URL + reverse("courses:calendar", args=[token, gathering.pk])


def hours_of(gathering) -> str:
    """From when to when."""
    ends = date_format(timezone.localtime(gathering.ends_at), _("H:i"))
    return _("%(begins)s to %(ends)s") % {"begins": moment_in_words(gathering.starts_at), "ends": ends}


def link_to(gathering, volunteer, issue=issue_link) -> str:
    """The link to the answer about a gathering, until the day after; a job gives `issue_link_by_job`."""
    until = gathering.starts_at + LINK_LIVES_ON
    return issue(Purpose.COURSES, volunteer, "courses:courses", about=gathering, until=until)


def _write_of(kind: str, volunteer, gathering, subject: str, **context) -> None:
    """A letter about one gathering: what, when and where."""
    starts = min(gathering.starts_at, context.get("was", gathering).starts_at)
    context |= {"gathering": gathering, "hours": hours_of(gathering)}
    write(kind, volunteer, subject, starts=starts, **context)
