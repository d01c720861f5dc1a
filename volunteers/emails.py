"""Letters to volunteers about themselves: never a citizen's name."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from access.links import Purpose, issue_link, issue_link_by_job
from institutions.models import Project
from letters.models import send


def send_receipt(volunteer) -> None:
    """The application has come in: what happens now, and the way to the own page."""
    write(
        "application_received",
        volunteer,
        _("Thank you – we have your application"),
        role=str(volunteer.role),
        house=str(volunteer.role.project.institution),
        others=volunteer.other_houses(),
        link=issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"),
    )


def send_entered(volunteer) -> None:
    """Somebody of the house has written her down: that it is so, how it is kept, and the way to her own page."""
    write(
        "entered_by_hand",
        volunteer,
        _("You stand in our list of volunteers"),
        role=str(volunteer.role),
        link=issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"),
    )


def send_new_link(volunteer, *, link: str) -> None:
    """A new way to the own page, asked for by whoever knows the address; it goes to the address on the row."""
    write("new_link", volunteer, _("Your new link"), link=link)


def send_to_new_address(volunteer, *, links: list[tuple[str, str]]) -> None:
    """Her address was put right: what she had in hand, each link anew with what it is for."""
    write("new_address_here", volunteer, _("From now on we write to you here"), links=links)


def send_to_former_address(address: str, project) -> None:
    """To whoever has read there: that we no longer write there. Neither who it was about, nor the new address."""
    send("former_address", to=address, subject=_("We no longer write to this address"), context={}, project=project)


def send_feed_stopped(volunteer) -> None:
    """Her calendar does not follow any more, and would go on showing old dates; a new one is made on her own page."""
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    write("feed_stopped", volunteer, _("The dates in your calendar no longer follow"), link=link)


def send_role_changed(volunteer, role) -> None:
    """Another role than the one she heard of from us: what it asks stands on her own page."""
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    write("role_changed", volunteer, _("Your role with us has changed"), role=str(role), link=link)


def send_passed_on(volunteer, link: str, *, former: str, were_times_offered: bool) -> None:
    """Another house that she ticked has her application from now on; the answer to this mail goes there."""
    house = str(volunteer.role.project.institution)
    write(
        "role_changed",
        volunteer,
        _("Your application is with %(house)s now") % {"house": house},
        role=str(volunteer.role),
        link=link,
        former=former,
        were_times_offered=were_times_offered,
    )


def send_role_opens(person) -> None:
    """The role that somebody waited for is open: in her language, and the only letter that she gets."""
    with override(person.language):
        context = {"name": person.first_name, "role": str(person.role), "link": to_apply(person.role)}
        send(
            "role_opens", to=person.email, subject=_("Now you can apply"), context=context, project=person.role.project
        )


def send_role_is_gone(person) -> None:
    """The project has closed, so that the role opens no more: in their language, and the only letter."""
    with override(person.language):
        link = settings.SITE_URL + reverse("volunteers:apply")
        context = {"name": person.first_name, "role": str(person.role), "link": link}
        subject = _("The role does not open again")
        send("role_is_gone", to=person.email, subject=subject, context=context, project=person.role.project)


def to_apply(role) -> str:
    """The application with a role chosen."""
    return f"{settings.SITE_URL}{reverse('volunteers:apply')}?rolle={role.pk}"


def ask_whether_back(volunteer) -> None:
    """The day has come on which she thought to be back from the break: once, from the daily job."""
    write_whether_back(volunteer, issue_link_by_job(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"))


def write_whether_back(volunteer, link: str) -> None:
    write("whether_back", volunteer, _("Are you back from your break?"), link=link)


def send_ready(volunteer, link: str) -> None:
    """Nothing is missing any more: she can get a friend or a task. Once, as soon as it is so."""
    write("ready", volunteer, _("You are ready"), role=str(volunteer.role), link=link)


def send_goodbye(volunteer) -> None:
    """Thank you, what becomes of the links and of what we know, and that the door is open."""
    write("goodbye", volunteer, _("Thank you for your time with us"))


def send_assignment_ended(assignment) -> None:
    """At one project she is no longer, and everything else of hers stands; not why."""
    volunteer, project = assignment.volunteer, assignment.project
    link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    house, role = project.institution, assignment.role.title
    subject = _("Thank you for your time at %(house)s") % {"house": house}
    write("assignment_ended", volunteer, subject, project=project, house=house, role=role, link=link)


def moment_in_words(when) -> str:
    local = timezone.localtime(when)
    return _("%(day)s at %(hour)s") % {"day": date_format(local, _("l j F")), "hour": date_format(local, _("H:i"))}


def write(
    kind: str, volunteer, subject: str, *, starts: datetime | None = None, project: Project | None = None, **context
) -> None:
    """A mail to a volunteer, in the name of her role's project unless told; `starts` is when what it is about begins.

    It follows her to another address as long as it has not left.
    """
    send(
        kind,
        to=volunteer.email,
        subject=subject,
        context={"name": volunteer.first_name} | context,
        project=project or volunteer.role.project,
        volunteer=volunteer,
        begins=starts,
    )
