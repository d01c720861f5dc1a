"""All that stands on the page of one volunteer for those who screen her."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from access.roles import Permission, may
from courses.forms import BookingForm
from courses.models import Attendance, Gathering
from courses.models.gatherings import modules_missing, names_of_modules
from institutions.models import Membership
from pages.steps import Step
from screening.forms.records import AssignmentForm
from volunteers.calendars import live_feed
from volunteers.models import Assignment, Exemption, RoleProfile, Volunteer
from volunteers.models.roles import RecordKind
from volunteers.readiness import BASE, Asked, asked_of, pipeline_of


@dataclass(frozen=True)
class Belonging:
    """One assignment with what it asks beyond ready."""

    assignment: Assignment
    asks: list[Asked]

    @property
    def blocking(self) -> list[Asked]:
        """What keeps her from a match or duty there."""
        return [asked for asked in self.asks if asked.blocks]

    @property
    def lacking(self) -> str:
        """Their names in one line."""
        return ", ".join(str(asked.label) for asked in self.blocking)


# What is still to come of a place at a course.
AHEAD = {Attendance.State.WAITING, Attendance.State.OFFERED, Attendance.State.BOOKED}


def card(volunteer: Volunteer, user, **forms) -> dict:
    """What is known, what is missing, and what can be done now; `forms` are those with errors, shown again."""
    way = pipeline_of([volunteer])[volunteer.pk]
    missing = [step for step in way if not step.done and step.code not in ("booked", "ready")]
    stays = volunteer.is_on_the_way or volunteer.is_taken_in
    return {
        "volunteer": volunteer,
        "steps": way,
        "next_step": next((step for step in way if step.current and step.code != "ready"), None) if stays else None,
        "missing": missing if stays else [],
        "blocks_everywhere": any(step.code in BASE for step in missing),
        "stays": stays,
        "look_alikes": look_alikes(volunteer, user),
        "told": volunteer.told(),
        "feed": live_feed(volunteer),
        **_records(volunteer, user),
        **_next(volunteer, user, {step.code: step for step in missing}),
        "booking_form": BookingForm(gatherings=courses_for(user, volunteer)),
        "assignment_form": AssignmentForm(roles=roles_for(volunteer, user)),
        **forms,
    }


def look_alikes(volunteer: Volunteer, user) -> list[Volunteer]:
    """Who of those one screens may be the same person, until she is taken into training: then it is settled."""
    is_new = volunteer.is_on_the_way and not volunteer.is_taken_in
    return list(Volunteer.objects.screened_by(user).looking_like(volunteer)) if is_new else []


def _records(volunteer: Volunteer, user) -> dict:
    attendances = list(volunteer.attendances.visible_to(user).with_gatherings())
    asked = asked_of([volunteer])[volunteer.pk]
    return {
        "interviews": volunteer.interviews.visible_to(user).with_holders(),
        "second_yeses": volunteer.second_yeses.visible_to(user).with_holders(),
        "references": list(volunteer.references.visible_to(user)),
        "shadowings": volunteer.shadowings.visible_to(user).with_people(),
        "checks": list(volunteer.record_checks.visible_to(user).with_viewers()),
        "exemptions": list(Exemption.objects.visible_to(user).of(volunteer).live()),
        "signatures": volunteer.signatures.visible_to(user).with_agreements(),
        "belongings": [
            Belonging(one, [ask for ask in asked if ask.project_id == one.project_id])
            for one in volunteer.assignments.in_force().with_projects()
        ],
        "answers": volunteer.answers.visible_to(user).in_order(),
        "declined": volunteer.declines.visible_to(user).with_offers().first(),
        "attendances": attendances,
        "ahead": [one for one in attendances if one.state in AHEAD],
        "modules_missing": names_of_modules(modules_missing(volunteer)),
    }


def _next(volunteer: Volunteer, user, missing: dict[str, Step]) -> dict:
    """Which of the acts are possible now."""
    may_here = may(user, Permission.SCREEN_VOLUNTEER, volunteer.role.project)
    held = volunteer.state == Volunteer.State.INTERVIEWED
    first = {one.by_id for one in volunteer.interviews.all() if one.outcome == "good"}
    wants_second = bool(first) and "second_yes" in missing
    return {
        "appointment": volunteer.appointments.visible_to(user).with_people().first(),
        "can_talk": volunteer.state == Volunteer.State.APPLIED,
        "can_say_yes": wants_second and user.pk not in first,
        "second_wanted": wants_second,
        "wanted": wanted(volunteer, first) if wants_second else [],
        "can_train": held and may_here and "second_yes" not in missing,
        "can_sign": volunteer.is_taken_in and "agreement" in missing,
        "can_be_along": volunteer.is_taken_in and "shadowing" in missing and "agreement" not in missing,
        "can_book": volunteer.is_taken_in and "course" in missing,
        "can_assign": volunteer.is_on_the_way or volunteer.is_taken_in,
        "can_exempt": may(user, Permission.GIVE_EXEMPTION),
        "asks_references": "references" in missing,
        "checks_missing": bool({"criminal_record", "children_record"} & missing.keys()),
    }


def courses_for(user, volunteer):
    """The coming introduction courses that go through something the volunteer has not been through."""
    ahead = Gathering.objects.visible_to(user).introductions().covering(modules_missing(volunteer)).upcoming()
    return ahead.exclude(attendances__in=volunteer.attendances.on_the_list())


def wanted(volunteer: Volunteer, first: set) -> list[str]:
    """Who can say the second yes: the other coordinators of the role's project, and always the secretariat."""
    coordinating = Membership.objects.in_force().coordinating().filter(project=volunteer.role.project)
    others = coordinating.exclude(user__in=first).exclude(user=volunteer.user_id).select_related("user")
    return [*(membership.user.name for membership in others.order_by("user__name")), _("somebody of the secretariat")]


def roles_for(volunteer: Volunteer, user):
    """The roles of open projects of one's own to which she is not assigned; of all projects for the secretariat."""
    roles = RoleProfile.objects.of_open_projects(user)
    return roles.exclude(project__in=volunteer.assignments.in_force().values("project"))


def checks_to_ask(volunteer: Volunteer, user) -> list[tuple[str, str]]:
    """The kinds that may be asked for; the children's only where a role of hers says so."""
    asked = {ask.code for ask in asked_of([volunteer])[volunteer.pk]} | {volunteer.role.record_asked}
    waiting = set(volunteer.record_checks.visible_to(user).waiting().values_list("kind", flat=True))
    kinds = [kind for kind in RecordKind if kind != RecordKind.CHILDREN or kind in asked]
    return [(kind.value, str(kind.label)) for kind in kinds if kind not in waiting]


def experienced_for(volunteer: Volunteer, user):
    """With whom she can have been along: those who are ready at a project of hers."""
    projects = volunteer.assignments.in_force().values("project")
    there = Assignment.objects.visible_to(user).in_force().filter(project__in=projects)
    others = Volunteer.objects.visible_to(user).ready().exclude(pk=volunteer.pk)
    return others.filter(pk__in=there.values("volunteer")).order_by("sorted_as")
