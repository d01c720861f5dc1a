"""Letters to volunteers."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from access.links import Purpose, issue_link, issue_link_by_job
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


def send_new_link(volunteer, *, link: str) -> None:
    """A new way to the own page, asked for by whoever knows the address; it goes to the address on the row."""
    _write("new_link", volunteer, _("Your new link"), link=link)


def send_feed_stopped(volunteer) -> None:
    """Her calendar does not follow any more, and would go on showing old dates; a new one is made on her own page."""
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    _write("feed_stopped", volunteer, _("The dates in your calendar no longer follow"), link=link)


def send_role_opens(person) -> None:
    """The role that somebody waited for is open: in her language, and the only letter that she gets."""
    with override(person.language):
        context = {"name": person.first_name, "role": str(person.role), "link": to_apply(person.role)}
        send(
            "role_opens", to=person.email, subject=_("Now you can apply"), context=context, project=person.role.project
        )


def send_agreement(volunteer) -> None:
    """The link by which the volunteer reads and signs the agreement; a new one ends the former."""
    _write(
        "agreement",
        volunteer,
        _("Your volunteer agreement"),
        link=issue_link(Purpose.AGREEMENT, volunteer, "volunteers:sign"),
    )


def send_choice(volunteer) -> None:
    """The link by which the volunteer chooses among the introduction courses ahead."""
    link = issue_link(Purpose.COURSES, volunteer, "volunteers:courses")
    _write("course_choice", volunteer, _("Choose your introduction course"), link=link)


def send_invited(volunteer, gathering) -> None:
    """Will you come? The link is the answer."""
    subject = _("Will you come? %(title)s") % {"title": gathering.title}
    _write_of("course_invited", volunteer, gathering, subject, link=link_to(gathering, volunteer))


def send_booked(volunteer, gathering, *, link: str = "") -> None:
    """Time and place, and the link by which she gives the place back; `link` is the one she has used just now."""
    subject = _("You have a place: %(title)s") % {"title": gathering.title}
    _write_of("course_booked", volunteer, gathering, subject, link=link or link_to(gathering, volunteer))


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
    until = _moment(attendance.offered_until)
    _write_of("course_offered", volunteer, gathering, subject, until=until, link=link)


def send_reminder(attendance, *, link: str) -> None:
    """Two days before: time and place once more."""
    gathering, volunteer = attendance.gathering, attendance.volunteer
    subject = _("See you soon: %(title)s") % {"title": gathering.title}
    _write_of("course_reminder", volunteer, gathering, subject, link=link)


def send_declined(volunteer, *, letter: str, offered=None) -> None:
    """A kind no, as the one who decided has written it, and maybe the way to another role."""
    link = to_apply(offered) if offered else ""
    _write("declined", volunteer, _("About your application"), letter=letter, role=str(offered or ""), link=link)


def to_apply(role) -> str:
    """The application with a role chosen."""
    return f"{settings.SITE_URL}{reverse('volunteers:apply')}?rolle={role.pk}"


def send_times(appointment) -> None:
    """Times for the conversation, to choose from by link."""
    volunteer = appointment.volunteer
    _write(
        "conversation_times",
        volunteer,
        _("Shall we meet for a talk?"),
        place=appointment.place,
        times=[_moment(time) for time in appointment.times_ahead()],
        link=issue_link(
            Purpose.CONVERSATION,
            volunteer,
            "volunteers:choose",
            about=appointment,
            until=max(appointment.times) + timedelta(days=1),
        ),
    )


def send_conversation_booked(appointment, token: str) -> None:
    """To the applicant: time and place, and the date for one's own calendar by the same link."""
    _write(
        "conversation_booked",
        appointment.volunteer,
        _("We meet on %(when)s") % {"when": _moment(appointment.chosen)},
        place=appointment.place,
        when=_moment(appointment.chosen),
        calendar=settings.SITE_URL + reverse("volunteers:choose_calendar", args=[token]),
        link=settings.SITE_URL + reverse("volunteers:choose", args=[token]),
    )


def send_conversation_answered(appointment) -> None:
    """To whoever offered the times: one was chosen, or none fits. The name stands on the page, not in the letter."""
    when = _moment(appointment.chosen) if appointment.chosen else ""
    send(
        "conversation_answered",
        to=appointment.by.email,
        subject=_("A talk is booked: %(when)s") % {"when": when} if when else _("None of the times fits"),
        context={
            "name": appointment.by.name.split(" ")[0],
            "when": when,
            "place": appointment.place,
            "link": settings.SITE_URL + reverse("volunteers:detail", args=[appointment.volunteer_id]),
        },
        project=appointment.volunteer.role.project,
    )


def send_name_referees(volunteer) -> None:
    """Ask the applicant to name those who know her, by link."""
    _write(
        "name_referees",
        volunteer,
        _("Whom may we ask about you?"),
        link=issue_link(Purpose.REFEREES, volunteer, "volunteers:name_referee"),
    )


def send_reference(reference) -> None:
    """Ask a referee: three questions by link; of the applicant the first name alone, and no greeting by name.

    The address may be anybody's and the name anything: what the applicant typed of the referee is not repeated.
    """
    link = issue_link(Purpose.REFERENCE, reference.volunteer, "volunteers:answer_reference", about=reference)
    _ask_referee(reference, link, is_reminder=False)


def remind_referee(reference) -> None:
    """Once, from the daily job, with a new link."""
    link = issue_link_by_job(Purpose.REFERENCE, reference.volunteer, "volunteers:answer_reference", about=reference)
    _ask_referee(reference, link, is_reminder=True)


def _ask_referee(reference, link: str, *, is_reminder: bool) -> None:
    volunteer = reference.volunteer
    send(
        "reference",
        to=reference.email,
        subject=_("Will you say a few words about %(name)s?") % {"name": volunteer.first_name},
        context={
            "volunteer": volunteer.first_name,
            "link": link,
            "is_reminder": is_reminder,
        },
        project=volunteer.role.project,
    )


def send_check_due(check, days: int, coordinators) -> None:
    """A check is due again: kindly to the volunteer, and to those who ask for it, without her name."""
    due = date_format(check.next_due_on, _("l j F"))
    _write("check_due", check.volunteer, _("It is time for a new check"), due=due, check=check.get_kind_display())
    for user in coordinators:
        send(
            "check_due_soon",
            to=user.email,
            subject=_("A record check is due in %(days)s days") % {"days": days},
            context={
                "name": user.name.split(" ")[0],
                "due": due,
                "check": check.get_kind_display(),
                "link": settings.SITE_URL + reverse("volunteers:detail", args=[check.volunteer_id]),
            },
            project=check.volunteer.role.project,
        )


def send_agreement_again(volunteer) -> None:
    """There is a new version that everybody signs; from the daily job."""
    write_agreement_again(volunteer, issue_link_by_job(Purpose.AGREEMENT, volunteer, "volunteers:sign"))


def write_agreement_again(volunteer, link: str) -> None:
    _write("agreement_again", volunteer, _("There is a new volunteer agreement to sign"), link=link)


def ask_whether_back(volunteer) -> None:
    """The day has come on which she thought to be back from the break: once, from the daily job."""
    write_whether_back(volunteer, issue_link_by_job(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"))


def write_whether_back(volunteer, link: str) -> None:
    _write("whether_back", volunteer, _("Are you back from your break?"), link=link)


def tell_of_break(volunteer) -> None:
    """To her coordinators: somebody has said on her own page that she rests, or is back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.coordinators_by_link()")
        ids = [pk for (pk,) in cursor.fetchall()]
    for user in get_user_model().objects.filter(pk__in=ids, is_active=True).order_by("name"):
        write_break_told(volunteer, user)


def write_break_told(volunteer, user) -> None:
    """Whose break it is stands on the page, not in the letter."""
    until = date_format(volunteer.back_on, _("l j F")) if volunteer.back_on else ""
    send(
        "break_told",
        to=user.email,
        subject=_("A volunteer takes a break") if until else _("A volunteer is back"),
        context={
            "name": user.name.split(" ")[0],
            "until": until,
            "link": settings.SITE_URL + reverse("volunteers:detail", args=[volunteer.pk]),
        },
        project=volunteer.role.project,
    )


def send_goodbye(volunteer) -> None:
    """Thank you, what becomes of the links and of what we know, and that the door is open."""
    _write("goodbye", volunteer, _("Thank you for your time with us"))


def _moment(when) -> str:
    local = timezone.localtime(when)
    return _("%(day)s at %(hour)s") % {"day": date_format(local, _("l j F")), "hour": date_format(local, _("H:i"))}


def link_to(gathering, volunteer, issue=issue_link) -> str:
    """The link to the answer about a gathering, until the day after; a job gives `issue_link_by_job`."""
    until = gathering.starts_at + timedelta(days=1)
    return issue(Purpose.COURSES, volunteer, "volunteers:courses", about=gathering, until=until)


def _write_of(kind: str, volunteer, gathering, subject: str, **context) -> None:
    """A letter about one gathering: what, when and where."""
    ends = date_format(timezone.localtime(gathering.ends_at), _("H:i"))
    context |= {"gathering": gathering, "begins": _moment(gathering.starts_at), "ends": ends}
    _write(kind, volunteer, subject, **context)


def _write(kind: str, volunteer, subject: str, **context) -> None:
    context |= {"name": volunteer.first_name}
    send(kind, to=volunteer.email, subject=subject, context=context, project=volunteer.role.project)
