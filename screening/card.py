"""All that stands on the page of one volunteer for those who screen her."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from access.roles import Permission, may
from courses.forms import BookingForm
from courses.models import Attendance, Gathering
from courses.models.gatherings import modules_missing, names_of_modules
from institutions.models import Membership
from pages.steps import Step
from pages.together import together
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


class Known:
    """What is known of one volunteer, as far as whoever looks may see it; each asked when the page shows it."""

    def __init__(self, volunteer: Volunteer, user) -> None:
        self.volunteer, self.user = volunteer, user

    @cached_property
    def look_alikes(self) -> list[Volunteer]:
        return look_alikes(self.volunteer, self.user)

    @cached_property
    def told(self) -> list:
        return list(self.volunteer.told())

    @cached_property
    def answers(self) -> list:
        return list(self.volunteer.answers.visible_to(self.user).in_order())

    @cached_property
    def feed(self):
        return live_feed(self.volunteer)

    @cached_property
    def records(self) -> dict[str, list]:
        """What was written down on her way, each kind as its own rows."""
        of, user = self.volunteer, self.user
        kinds = {
            "interviews": of.interviews.visible_to(user).with_holders(),
            "second_yeses": of.second_yeses.visible_to(user).with_holders(),
            "references": of.references.visible_to(user),
            "checks": of.record_checks.visible_to(user).with_viewers(),
            "shadowings": of.shadowings.visible_to(user).with_people(),
            "exemptions": Exemption.objects.visible_to(user).of(of).live(),
            "supports": of.supports.visible_to(user).with_holders(),
            "signatures": of.signatures.visible_to(user).with_agreements(),
            "attendances": of.attendances.visible_to(user).with_gatherings(),
        }
        return dict(zip(kinds, together(*kinds.values()), strict=True))

    @cached_property
    def declined(self):
        if self.volunteer.state != Volunteer.State.DECLINED:
            return None
        return self.volunteer.declines.visible_to(self.user).with_offers().first()

    @property
    def ahead(self) -> list:
        """Her places at what is still to come."""
        return [one for one in self.records["attendances"] if one.state in AHEAD]

    @cached_property
    def belongings(self) -> list[Belonging]:
        asked = asked_of([self.volunteer])[self.volunteer.pk]
        return [
            Belonging(one, [ask for ask in asked if ask.project_id == one.project_id])
            for one in self.volunteer.assignments.in_force().with_projects()
        ]

    @cached_property
    def appointment(self):
        return self.volunteer.appointments.visible_to(self.user).with_people().first()


class Card(Known):
    """What is known of one volunteer, what is missing, and what can be done now."""

    def __init__(self, volunteer: Volunteer, user, *, booking_form=None, assignment_form=None) -> None:
        """The forms are those with errors, shown again."""
        super().__init__(volunteer, user)
        self.steps: list[Step] = pipeline_of([volunteer])[volunteer.pk]
        self._booking_form = booking_form
        self.assignment_form = assignment_form or AssignmentForm(roles=roles_for(volunteer, user))

    @property
    def stays(self) -> bool:
        """On the way or taken in: neither declined nor gone."""
        return self.volunteer.is_on_the_way or self.volunteer.is_taken_in

    @property
    def next_step(self) -> Step | None:
        found = next((step for step in self.steps if step.current and step.code != "ready"), None)
        return found if self.stays else None

    @cached_property
    def missing(self) -> list[Step]:
        missing = [step for step in self.steps if not step.done and step.code not in ("booked", "ready")]
        return missing if self.stays else []

    @cached_property
    def missing_codes(self) -> set[str]:
        return {step.code for step in self.missing}

    @property
    def blocks_everywhere(self) -> bool:
        """Is something missing that every match and duty asks?"""
        return bool(self.missing_codes.intersection(BASE))

    @cached_property
    def lacking(self) -> list[str]:
        return modules_missing(self.volunteer)

    @property
    def modules_missing(self) -> list[str]:
        return names_of_modules(self.lacking)

    @cached_property
    def booking_form(self) -> BookingForm:
        return self._booking_form or BookingForm(gatherings=courses_for(self.user, self.volunteer, self.lacking))

    @property
    def can_be_interviewed(self) -> bool:
        return self.volunteer.state == Volunteer.State.APPLIED

    @cached_property
    def said_yes_first(self) -> set:
        """Who held a good conversation."""
        return {one.by_id for one in self.records["interviews"] if one.outcome == "good"}

    @property
    def wants_second_yes(self) -> bool:
        return bool(self.said_yes_first) and "second_yes" in self.missing_codes

    @property
    def can_say_second_yes(self) -> bool:
        return self.wants_second_yes and self.user.pk not in self.said_yes_first

    @property
    def wanted(self) -> list[str]:
        return wanted(self.volunteer, self.said_yes_first)

    @property
    def can_be_trained(self) -> bool:
        held = self.volunteer.state == Volunteer.State.INTERVIEWED
        may_here = may(self.user, Permission.SCREEN_VOLUNTEER, self.volunteer.role.project)
        return held and may_here and "second_yes" not in self.missing_codes

    @property
    def can_sign(self) -> bool:
        return self.volunteer.is_taken_in and "agreement" in self.missing_codes

    @property
    def can_be_along(self) -> bool:
        """Along with somebody experienced, once the agreement is signed."""
        asked = "shadowing" in self.missing_codes and "agreement" not in self.missing_codes
        return self.volunteer.is_taken_in and asked

    @property
    def can_be_booked(self) -> bool:
        return self.volunteer.is_taken_in and "course" in self.missing_codes

    @property
    def shows_courses(self) -> bool:
        """She lacks one, or one was chosen that cannot be."""
        return self.can_be_booked or bool(self._booking_form and self._booking_form.errors)

    @property
    def can_be_exempted(self) -> bool:
        return may(self.user, Permission.GIVE_EXEMPTION)

    @property
    def asks_references(self) -> bool:
        return "references" in self.missing_codes

    @property
    def lacks_checks(self) -> bool:
        return bool(self.missing_codes.intersection(RecordKind.values))


def look_alikes(volunteer: Volunteer, user) -> list[Volunteer]:
    """Who of those one screens may be the same person, until she is taken into training: then it is settled."""
    is_new = volunteer.is_on_the_way and not volunteer.is_taken_in
    return list(Volunteer.objects.screened_by(user).looking_like(volunteer)) if is_new else []


def courses_for(user, volunteer, lacking: list[str] | None = None):
    """The coming introduction courses that go through something the volunteer has not been through: `lacking`."""
    modules = modules_missing(volunteer) if lacking is None else lacking
    ahead = Gathering.objects.visible_to(user).introductions().covering(modules).upcoming()
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


def other_roles_for(volunteer: Volunteer, user):
    """What she can be instead without a no: where she belongs; an applicant, any open one of ours, or ticked."""
    belongs = volunteer.assignments.in_force()
    roles = RoleProfile.objects.of_open_projects(user).exclude(pk=volunteer.role_id)
    if not belongs.exists():
        return roles | RoleProfile.objects.open().filter(pk__in=volunteer.also_role_ids)
    return roles.filter(project__in=belongs.values("project")).exclude(pk__in=belongs.values("role"))


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
