"""The projects at the houses, and who holds which."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.names import Name
from access.roles import houses_of, projects_of
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked
from institutions.models.absences import Absence
from institutions.models.houses import Institution

DAY, MONTH = timedelta(days=1), timedelta(days=30)
SENTENCES["a_project_closes_with_nothing_open"] = _("Something is open at the project. It is settled first.")
SENTENCES["nothing_begins_at_a_closed_project"] = _("The project is closed: nothing begins there.")
SENTENCES["project_opens_with_alignment"] = _(
    "A project opens only with an alignment that is reviewed in the future and a named lead at the house."
)


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ProjectQuerySet":
        """Everybody may know which projects there are."""
        return self

    def open(self) -> "ProjectQuerySet":
        return self.filter(state=Project.State.OPEN)

    def planned(self) -> "ProjectQuerySet":
        return self.filter(state=Project.State.PLANNED)

    def without(self, role: str) -> "ProjectQuerySet":
        """Not closed, and nobody who can log in has the role today, at the project or at its house."""
        here = Q(project=OuterRef("pk")) | Q(institution=OuterRef("institution"))
        held = Exists(Membership.objects.in_force().filter(here, role=role, user__is_active=True))
        return self.exclude(held | Q(state=Project.State.CLOSED))

    def open_without_role(self) -> "ProjectQuerySet":
        return self.open().exclude(roles__is_open=True)

    def friends(self) -> "ProjectQuerySet":
        return self.filter(kind=Project.Kind.FRIENDS)

    def coordinated_by(self, user) -> "ProjectQuerySet":
        """The projects that the user holds today."""
        return self.filter(pk__in=projects_of(user))

    def registrable_by(self, user) -> "ProjectQuerySet":
        """Open network-friends projects that the user coordinates, or at the house that the user leads."""
        return (self.coordinated_by(user) | self.at_houses_of(user)).friends().open().distinct()

    def of(self, row) -> "ProjectQuerySet":
        """The one to which a row belongs."""
        return self.filter(pk=row.project_id)

    def with_houses(self) -> "ProjectQuerySet":
        """Each with its house, in the same query."""
        return self.select_related("institution")

    def at_houses_of(self, user) -> "ProjectQuerySet":
        """The projects at the houses where the user is the lead today."""
        return self.filter(institution__in=houses_of(user))


@tracked()
class Project(models.Model):
    """One kind of volunteering at one house, with its coordinators."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        FRIENDS = "friends", _("network friends")
        FOOD_CLUB = "food_club", _("food club")
        OTHER = "other", _("other")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        OPEN = "open", _("open")
        PAUSED = "paused", _("paused")
        CLOSED = "closed", _("closed")

    MOVES = {
        State.PLANNED: {State.OPEN, State.CLOSED},
        State.OPEN: {State.PAUSED, State.CLOSED},
        State.PAUSED: {State.OPEN, State.CLOSED},
    }

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="projects", verbose_name=_("house"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    name = Name(_("name"), max_length=80)
    slug = models.SlugField(_("address on the site"), unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED, editable=False)
    reply_to = models.EmailField(
        _("answers to mails go to"), blank=True, help_text=_("Empty: to the house's address. Never somebody's own.")
    )
    # In the administration's list only:
    held: list["Membership"]
    review_on: date | None

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["institution__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["id", "institution"], name="institutions_project_with_institution_id")
        ]

    def __str__(self) -> str:
        return self.name

    def obstacle(self):
        """What stands between the project and opening, as a sentence; the gate in the database asks the same."""
        ahead = self.alignments.filter(review_on__gte=timezone.localdate())
        leads = Membership.objects.leading().in_force().filter(institution=self.institution_id).values("user")
        if not ahead.exists():
            return _("An alignment is missing whose review lies ahead.")
        return None if ahead.filter(lead__in=leads) else _("The alignment's lead does not lead the house today.")

    def open(self, *, by) -> None:
        """Open the project: only with a current alignment and a lead in force; the database asks again."""
        if obstacle := self.obstacle():
            raise NotPossible(obstacle)
        move(self, self.State.OPEN, by=by)

    def pause(self, *, by) -> None:
        """Pause the project: nothing new starts, what runs goes on."""
        move(self, self.State.PAUSED, by=by)

    def close(self, *, by) -> None:
        """Close the project for good; the database asks that nothing is open there, and that nobody has a role."""
        move(self, self.State.CLOSED, by=by)


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MembershipQuerySet":
        """One's own, those of the projects one coordinates and of the houses one leads; all for the secretariat."""
        if user.is_secretariat:
            return self
        return self.filter(Q(user=user) | Q(project__in=projects_of(user)) | Q(institution__in=houses_of(user)))

    def in_force(self, today=None) -> "MembershipQuerySet":
        return self.filter(in_force(today))

    def with_places(self) -> "MembershipQuerySet":
        """Each with whose it is and where, in the same query."""
        return self.select_related("user", "project", "institution")

    def in_force_or_to_come(self, today) -> "MembershipQuerySet":
        """Not over, and not ended before it began."""
        return self.exclude(until_on__lt=Greatest(today, "from_on"))

    def ending_soon(self) -> "MembershipQuerySet":
        """In force, and over within the month."""
        return self.in_force().filter(until_on__lte=timezone.localdate() + MONTH)

    def end(self, *, by) -> int:
        """Those in force end at once, those to come never begin, and who works there hears. Answers how many."""
        today = timezone.localdate()
        running = self.in_force_or_to_come(today).with_places()
        ending = list(running.select_for_update(of=("self",)))  # of two who end it at once the second finds nothing
        for membership in ending:
            membership.until_on = max(today, membership.from_on) - DAY
        _change_days(ending)
        return len(ending)

    def not_seen(self, today: date) -> "MembershipQuerySet":
        """Who has had a role for a month, is not away, and has not logged in for as long: have they vanished?"""
        away = Absence.objects.in_force(today).filter(user=OuterRef("user"))
        away = away.filter(Q(project=OuterRef("project")) | Q(institution=OuterRef("institution")))
        seldom = Q(user__last_login=None) | Q(user__last_login__date__lt=today - MONTH)
        roles = self.in_force(today).filter(seldom, from_on__lt=today - MONTH, user__is_active=True)
        return roles.exclude(Exists(away)).with_places().order_by("user__name")

    def at_house(self, house_id: int | None) -> "MembershipQuerySet":
        """Everybody who works at a house: its leads, and the coordinators of its projects."""
        return self.filter(Q(institution=house_id) | Q(project__institution=house_id))

    def coordinating(self) -> "MembershipQuerySet":
        return self.filter(role=Membership.Role.COORDINATOR)

    def leading(self) -> "MembershipQuerySet":
        return self.filter(role=Membership.Role.LEAD)


@tracked()
class Membership(models.Model):
    """A role for some dates: coordinator of a project, or lead of a house. Without one in force, nothing is seen."""

    PERSONAL = {"user": ("who may see and do what", "24 months after it ended")}

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("coordinator")
        LEAD = "lead", _("lead at the house")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role)
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("project"),
        help_text=_("For a coordinator."),
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("house"),
        help_text=_("For a lead."),
    )
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="coordinators_hold_projects_and_leads_houses",
                condition=Q(role="coordinator", project__isnull=False, institution__isnull=True)
                | Q(role="lead", project__isnull=True, institution__isnull=False),
                violation_error_message=_("A coordinator has a project, a lead has a house; never both."),
            ),
            models.CheckConstraint(
                name="a_membership_ends_after_it_begins",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on") - DAY),  # ended as it began
                violation_error_message=_("It must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_role_display()

    @property
    def place(self) -> tuple[int | None, int | None]:
        """The project and the house; one of the two is none."""
        return self.project_id, self.institution_id

    def give(self, *, by) -> None:
        """The role is given: the person and those who work at the house hear of it."""
        from institutions.emails import send_role_given

        with gates():
            self.save(force_insert=True)
        send_role_given(self, self.others_at_the_house())

    def change_days(self, *, by) -> None:
        """Its first or its last day is another one; whoever heard of the role hears that."""
        _change_days([self])

    def others_at_the_house(self) -> set:
        """Who else works there today and can log in."""
        house = self.project.institution_id if self.project else self.institution_id
        here = Membership.objects.in_force().at_house(house).filter(user__is_active=True).exclude(user=self.user_id)
        return {one.user for one in here.select_related("user")}

    def covers(self, where) -> bool:
        """Does this role reach a project or a house? A lead's reaches the projects at the house."""
        if self.role == self.Role.LEAD:
            return self.institution_id == (where.institution_id if isinstance(where, Project) else where.pk)
        return isinstance(where, Project) and self.project_id == where.pk


def _change_days(roles: list[Membership]) -> None:
    """Each is saved and told; an absence ends with the role that it was from, and the deputy hears that too."""
    from institutions.emails import send_away, send_role_ends, send_role_given

    absences = [one.pk for one in Absence.objects.from_roles(roles).not_over()]
    with gates():
        for role in roles:
            role.save(update_fields=["from_on", "until_on"])
            tell = send_role_ends if role.until_on else send_role_given
            tell(role, role.others_at_the_house())
    for absence in Absence.objects.filter(pk__in=absences).exclude(called_off_at=None).for_page():
        send_away(absence, absence, by=absence.user)
