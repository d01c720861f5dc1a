"""All that stands on the page of one volunteer for those who screen her."""

from access.roles import Permission, may
from institutions.models import Project
from institutions.vocabulary import Language, Slot, interest_names
from volunteers.forms import AssignmentForm, BookingForm, ConversationForm
from volunteers.models import Attendance, Gathering, Volunteer
from volunteers.models.gatherings import modules_missing, names_of_modules
from volunteers.screening import requirements_of, steps

# What is still to come of a place at a course.
AHEAD = {Attendance.State.WAITING, Attendance.State.OFFERED, Attendance.State.BOOKED}


def card(volunteer: Volunteer, user, **forms) -> dict:
    """What is known, what is missing, and what can be done now; `forms` are those with errors, shown again."""
    requirements = requirements_of([volunteer])[volunteer.pk]
    missing = [step for step in requirements if not step.done]
    return {
        "volunteer": volunteer,
        "steps": steps(volunteer, requirements),
        "missing": missing if volunteer.is_on_the_way or volunteer.is_taken_in else [],
        **_answers(volunteer),
        **_records(volunteer, user),
        **_next(volunteer, user, {step.code for step in missing}),
        "conversation_form": ConversationForm(),
        "booking_form": BookingForm(gatherings=courses_for(user, volunteer)),
        "assignment_form": AssignmentForm(projects=projects_for(volunteer, user)),
        **forms,
    }


def _answers(volunteer: Volunteer) -> dict:
    """The application in the words of its form."""
    return {
        "languages": [str(Language(code).label) for code in volunteer.languages],
        "slots": [str(Slot(code).label) for code in volunteer.slots],
        "interests": interest_names(volunteer.interests),
    }


def _records(volunteer: Volunteer, user) -> dict:
    attendances = list(volunteer.attendances.visible_to(user).with_gatherings())
    return {
        "interviews": volunteer.interviews.visible_to(user).with_holders(),
        "signatures": volunteer.signatures.visible_to(user).with_agreements(),
        "assignments": volunteer.assignments.in_force().with_projects(),
        "attendances": attendances,
        "ahead": [one for one in attendances if one.state in AHEAD],
        "modules_missing": names_of_modules(modules_missing(volunteer)),
    }


def _next(volunteer: Volunteer, user, missing: set[str]) -> dict:
    """Which of the acts are possible now."""
    held = volunteer.state == Volunteer.State.INTERVIEWED
    return {
        "can_talk": volunteer.state == Volunteer.State.APPLIED,
        "can_train": held and may(user, Permission.SCREEN_VOLUNTEER, volunteer.role.project),
        "can_send_agreement": volunteer.is_taken_in and "agreement" in missing,
        "can_book": volunteer.is_taken_in and "course" in missing,
        "can_assign": volunteer.is_on_the_way or volunteer.is_taken_in,
    }


def courses_for(user, volunteer):
    """The coming introduction courses that go through something the volunteer has not been through."""
    ahead = Gathering.objects.visible_to(user).introductions().covering(modules_missing(volunteer)).upcoming()
    return ahead.exclude(attendances__in=volunteer.attendances.on_the_list())


def projects_for(volunteer: Volunteer, user):
    """The open projects of one's own to which she is not assigned; all of them for the secretariat."""
    projects = Project.objects.open() if user.is_secretariat else Project.objects.open().coordinated_by(user)
    return projects.exclude(pk__in=volunteer.assignments.in_force().values("project"))
