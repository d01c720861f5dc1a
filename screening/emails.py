"""Letters on the way to ready: conversation, references, checks, agreement; and the no."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.links import Purpose, issue_link, issue_link_by_job
from institutions.emails import send_to_who_gets_it, send_to_who_has
from letters.hours import SOON
from letters.models import send
from volunteers.emails import moment_in_words, to_apply, write


def send_agreement(volunteer) -> None:
    """The link by which the volunteer reads and signs the agreement; a new one ends the former."""
    write(
        "agreement",
        volunteer,
        _("Your volunteer agreement"),
        link=issue_link(Purpose.AGREEMENT, volunteer, "screening:sign"),
    )


def send_declined(volunteer, *, letter: str, offered=None) -> None:
    """A kind no, as the one who decided has written it, and maybe the way to another role."""
    link = to_apply(offered) if offered else ""
    write("declined", volunteer, _("About your application"), letter=letter, role=str(offered or ""), link=link)


# After the last of the times, or the one that is agreed; the database says the same of one that is moved.
LINK_LIVES_ON = timedelta(days=1)


def send_times(appointment) -> None:
    """Times for the conversation, to choose from by link; the one that they replace is named, and so is its place.

    Its entry in a calendar is taken out by the same link; whoever held it is told, if it is somebody else by now.
    """
    volunteer, former = appointment.volunteer, appointment.replaces
    link = _link_to_talk(appointment, until=max(appointment.times))
    write(
        "conversation_times",
        volunteer,
        _("Other times for our talk") if former else _("Shall we meet for a talk?"),
        starts=min([*appointment.times, *([former.chosen] if former else [])]),
        place=appointment.place,
        times=[moment_in_words(time) for time in appointment.times_ahead()],
        former=former,
        former_time=moment_in_words(former.chosen) if former else "",
        link=link,
        calendar=_calendar_by(link),
    )
    if former and former.by_id != appointment.by_id:
        send_conversation_told(former)


def send_conversation_moved(appointment, was) -> None:
    """When, where and with whom they meet now, and what it was; to both, and to who held it."""
    link = _link_to_talk(appointment, until=appointment.chosen)
    when, before = moment_in_words(appointment.chosen), moment_in_words(was.chosen)
    is_moved = (appointment.chosen, appointment.place) != (was.chosen, was.place)
    subject = _("Moved: we meet on %(when)s") if is_moved else _("Somebody else meets you on %(when)s")
    write(
        "conversation_moved",
        appointment.volunteer,
        subject % {"when": when},
        appointment=appointment,
        starts=min(appointment.chosen, was.chosen),
        was=was,
        when=when,
        before=before,
        is_moved=is_moved,
        link=link,
        calendar=_calendar_by(link),
    )
    if appointment.by_id == was.by_id:
        send_conversation_told(appointment, was)
    else:
        of_volunteer = [appointment.volunteer_id]
        send_to_who_gets_it(
            "conversation_yours",
            appointment.by,
            subject=_("You hold the talk on %(when)s") % {"when": when},
            context={
                "appointment": appointment,
                "was": was,
                "when": when,
                "link": settings.SITE_URL + reverse("screening:detail", args=of_volunteer),
                "calendar": settings.SITE_URL + reverse("screening:calendar", args=of_volunteer),
            },
            project=appointment.volunteer.role.project,
            begins=appointment.chosen,
        )
        send_conversation_told(was, instead=appointment.by)


def send_conversation_called_off(appointment) -> None:
    """To both: the talk that was agreed is not held."""
    link = _link_to_talk(appointment, until=appointment.chosen)
    when = moment_in_words(appointment.chosen)
    write(
        "conversation_called_off",
        appointment.volunteer,
        _("Called off: our talk on %(when)s") % {"when": when},
        starts=appointment.chosen,
        appointment=appointment,
        when=when,
        calendar=_calendar_by(link),
    )
    send_conversation_told(appointment)


def send_conversation_told(appointment, was=None, *, instead=None) -> None:
    """To whoever holds it: it is moved (`was`), held by somebody else, or not held. The name stands on the page."""
    when, before = moment_in_words(appointment.chosen), moment_in_words(was.chosen) if was else ""
    subject = _("Moved: the talk on %(when)s") if was else _("Called off: the talk on %(when)s")
    if instead:
        subject = _("Handed on: the talk on %(when)s")
    _write_to_holder(
        "conversation_told",
        appointment,
        subject % {"when": before or when},
        begins=min(one.chosen for one in (appointment, was) if one),
        appointment=appointment,
        was=was,
        when=when,
        before=before,
        instead=instead,
        but=instead,
        calendar=settings.SITE_URL + reverse("screening:calendar", args=[appointment.volunteer_id]),
    )


def _link_to_talk(appointment, *, until) -> str:
    volunteer, until = appointment.volunteer, until + LINK_LIVES_ON
    return issue_link(Purpose.CONVERSATION, volunteer, "screening:choose", about=appointment, until=until)


def _calendar_by(link: str) -> str:
    return settings.SITE_URL + reverse("screening:choose_calendar", args=[link.rstrip("/").split("/")[-1]])


def send_conversation_booked(appointment, token: str) -> None:
    """To the applicant: time and place, and the date for one's own calendar by the same link."""
    write(
        "conversation_booked",
        appointment.volunteer,
        _("We meet on %(when)s") % {"when": moment_in_words(appointment.chosen)},
        place=appointment.place,
        when=moment_in_words(appointment.chosen),
        calendar=settings.SITE_URL + reverse("screening:choose_calendar", args=[token]),
        link=settings.SITE_URL + reverse("screening:choose", args=[token]),
    )


def send_conversation_answered(appointment, *, given_back=None) -> None:
    """To whoever offered the times: what begins within a day is agreed, or given back; no name.

    All else of that kind stands on the desk, and in the daily mail.
    """
    moment = given_back or appointment.chosen
    if moment is None or moment > timezone.now() + SOON:
        return
    when = moment_in_words(moment)
    subject = _("Called off: the talk on %(when)s") if given_back else _("A talk is booked: %(when)s")
    _write_to_holder(
        "conversation_answered",
        appointment,
        subject % {"when": when},
        begins=moment,
        when=when,
        is_given_back=given_back is not None,
        place=appointment.place,
    )


def _write_to_holder(kind: str, talk, subject: str, *, begins, but=None, **context) -> None:
    """To whoever holds it, with the way to the page where the name stands."""
    volunteer = talk.volunteer
    send_to_who_has(
        kind,
        talk.by,
        volunteer.project_ids,
        subject=subject,
        context=context | {"link": settings.SITE_URL + reverse("screening:detail", args=[volunteer.pk])},
        project=volunteer.role.project,
        begins=begins,
        but=but,
    )


def send_name_referees(volunteer) -> None:
    """Ask the applicant to name those who know her, by link."""
    write(
        "name_referees",
        volunteer,
        _("Whom may we ask about you?"),
        link=issue_link(Purpose.REFEREES, volunteer, "screening:name_referee"),
    )


def send_reference(reference) -> None:
    """Ask a referee: three questions by link; of the applicant the first name alone, and no greeting by name.

    The address may be anybody's and the name anything: what the applicant typed of the referee is not repeated.
    """
    link = issue_link(Purpose.REFERENCE, reference.volunteer, "screening:answer_reference", about=reference)
    _ask_referee(reference, link, is_reminder=False)


def remind_referee(reference) -> None:
    """Once, from the daily job, with a new link."""
    link = issue_link_by_job(Purpose.REFERENCE, reference.volunteer, "screening:answer_reference", about=reference)
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


def send_check_due(check) -> None:
    """A check is due again: kindly to the volunteer. Whoever asks for it has it on the desk."""
    due = date_format(check.next_due_on, _("l j F"))
    write("check_due", check.volunteer, _("It is time for a new check"), due=due, check=check.get_kind_display())


def send_agreement_again(volunteer) -> None:
    """There is a new version that everybody signs; from the daily job."""
    write_agreement_again(volunteer, issue_link_by_job(Purpose.AGREEMENT, volunteer, "screening:sign"))


def write_agreement_again(volunteer, link: str) -> None:
    write("agreement_again", volunteer, _("There is a new volunteer agreement to sign"), link=link)
