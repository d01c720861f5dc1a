"""The volunteer: applied, interviewed, in training, ready; resting, left; or declined or withdrawn before ready."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from access.names import Name
from access.text import LongText, ShortText
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked
from institutions.alphabet import in_danish_order
from institutions.models import Project
from institutions.postcodes import IS_POSTCODE
from volunteers.models.about import FOR_MATCHING, AboutOneself
from volunteers.models.breaks_and_leaving import Going, go
from volunteers.models.other_houses import OtherHouses
from volunteers.models.queryset import VolunteerQuerySet
from volunteers.models.standing import Standing
from volunteers.readiness import not_ready, requirements_of

SENTENCES["ready_asks_conversation_agreement_and_course"] = _(
    "A volunteer is ready only after the conversation, the signed agreement and the introduction course."
)


SENTENCES["volunteer_is_ready"] = not_ready
SENTENCES["one_open_assignment_per_project"] = _("This volunteer is assigned to the project already.")
SENTENCES["volunteer_is_assigned"] = _("This volunteer is not assigned to the project.")


class HeardFrom(models.TextChoices):
    """Where somebody heard of us, so that we know where posters are read."""

    FRIEND = "friend", _("from somebody I know")
    POSTER = "poster", _("a poster or leaflet")
    WEB = "web", _("the internet")
    HOUSE = "house", _("at one of the houses")
    OTHER = "other", _("somewhere else")


@tracked(quiet=("project_ids", "back_asked_at"))
class Volunteer(AboutOneself, OtherHouses, Standing, Going):
    """Somebody who wants to be, is or was a volunteer. Acts by links; logs in only if she coordinates."""

    PERSONAL = {
        "name": ("to know whom we meet", "12 months after leaving, 6 months after an application not taken"),
        "sorted_as": ("the order of lists", "as long as the name, of which it is made"),
        "email": ("letters and links", "12 months after leaving, 6 months after an application not taken"),
        "phone": ("to reach each other", "12 months after leaving, 6 months after an application not taken"),
        "postcode": ("the way to a friend", "12 months after leaving, 6 months after an application not taken"),
        **dict.fromkeys(AboutOneself.TOLD, FOR_MATCHING),
        "motivation": ("the conversation", "6 months after the decision"),
        "heard_from": ("where we find volunteers", "12 months after leaving"),
        "also_role_ids": ("no house loses her", "12 months after leaving, 6 months after an application not taken"),
        "back_on": ("to ask whether she is back", "until she is"),
    }

    class State(models.TextChoices):
        APPLIED = "applied", _("applied")
        INTERVIEWED = "interviewed", _("conversation held")
        IN_TRAINING = "in_training", _("in training")
        READY = "ready", _("ready")
        RESTING = "resting", _("resting")
        LEFT = "left", _("left")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES = {
        State.APPLIED: {State.INTERVIEWED, State.DECLINED, State.WITHDRAWN},
        State.INTERVIEWED: {State.IN_TRAINING, State.DECLINED, State.WITHDRAWN},
        State.IN_TRAINING: {State.READY, State.DECLINED, State.WITHDRAWN},
        State.READY: {State.RESTING, State.LEFT},
        State.RESTING: {State.READY, State.LEFT},
    }
    # What she may say anew on her own page; name and address are put right by whoever screens her.
    HER_OWN = ("phone", "postcode", *AboutOneself.TOLD)
    ON_THE_WAY = (State.APPLIED, State.INTERVIEWED, State.IN_TRAINING)
    TAKEN_IN, GONE = (State.IN_TRAINING, State.READY, State.RESTING), (State.DECLINED, State.WITHDRAWN, State.LEFT)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.APPLIED, editable=False)
    role = models.ForeignKey(
        "volunteers.RoleProfile", models.PROTECT, related_name="applicants", verbose_name=_("role")
    )
    name = Name(_("name"), max_length=100)
    sorted_as = in_danish_order("name")
    email = models.EmailField(_("e-mail"))
    phone = PhoneNumberField(_("phone"), blank=True)
    postcode = ShortText(_("postcode"), max_length=12, blank=True, validators=[IS_POSTCODE])
    motivation = LongText(_("why you want to join"), blank=True, max_length=1000)
    heard_from = models.CharField(_("where you heard of us"), max_length=10, choices=HeardFrom, blank=True)
    capacity = models.PositiveSmallIntegerField(_("friends at a time"), default=1)
    applied_at = models.DateTimeField(_("applied"), default=timezone.now, editable=False)
    forget_on = models.DateField(_("erased on"), null=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="volunteer",
        verbose_name=_("login"),
    )
    # Kept by the database: the role's project and those assigned; row security asks it.
    project_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)

    objects = VolunteerQuerySet.as_manager()

    class Meta:
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")
        ordering = ["sorted_as"]
        constraints = [
            models.CheckConstraint(
                name="an_application_that_came_to_nothing_is_forgotten",
                condition=~Q(state__in=["declined", "withdrawn"]) | Q(forget_on__isnull=False),
            ),
            models.CheckConstraint(
                name="who_rests_has_a_day_to_be_back",
                condition=Q(state="resting", back_on__isnull=False) | ~Q(state="resting") & Q(back_on__isnull=True),
            ),
        ]
        indexes = [
            models.Index(Lower("email"), name="volunteers_by_address"),
            models.Index(fields=["sorted_as", "id"], name="volunteers_by_name"),
            models.Index(fields=["state", "sorted_as", "id"], name="volunteers_of_a_state_by_name"),
            GinIndex(fields=["project_ids"], name="volunteers_of_projects"),
            models.Index(
                fields=["applied_at"],
                name="volunteers_awaiting_screening",
                condition=Q(state__in=["applied", "interviewed", "in_training"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    def hold_conversation(self, *, held_on, outcome, by, **judged) -> None:
        """Record the introducing conversation and how its sides looked, once; a good one moves the applicant on."""
        self.refuse_unless(self.is_on_the_way)
        with gates():
            self.interviews.write_down(volunteer=self, held_on=held_on, outcome=outcome, by=by, **judged)
            if outcome == "good" and self.state == self.State.APPLIED:
                move(self, self.State.INTERVIEWED, by=by)

    def take_into_training(self, *, by) -> None:
        """From the conversation to the course; the project of the role becomes an assignment."""
        with gates():
            move(self, self.State.IN_TRAINING, by=by)
            self.assign(self.role.project, role=self.role, by=by)

    def assign(self, project: Project, *, role=None, by) -> None:
        """Assign to a project in a role of it, once; not somebody who was turned away or has left."""
        self.refuse_unless(self.is_on_the_way or self.is_taken_in)
        with gates():
            if not self.assignments.in_force().filter(project=project).exists():
                self.assignments.create(project=project, role=role, made_by=by)

    def change_role(self, role, *, by) -> None:
        """Another role without a no: where she belongs, of the same project. What it asks is asked from now on."""
        self.refuse_unless(not self.is_gone)
        with gates():
            belongs = self.assignments.in_force()
            changed = belongs.filter(project=role.project_id).update(role=role)
            if self.role.project_id == role.project_id or not (changed or belongs.exists()):
                self.role = role
                self.save(update_fields=["role"])

    def sign(self, agreement, *, how: str, by=None, signed_at=None) -> None:
        """Sign an agreement, by link or registered from paper; twice is once."""
        with gates():
            signed = {"how": how, "registered_by": by, "signed_at": signed_at or timezone.now()}
            self.signatures.get_or_create(agreement=agreement, defaults=signed)
            become_ready([self], by=by or self)

    def decline(self, *, reason: str, offered=None, by) -> None:
        """Say no to an applicant, and maybe offer another role. The letter is `volunteers.emails.send_declined`."""
        if by.pk == self.user_id:
            raise NotPossible(_("Nobody decides about himself."))
        self.refuse_unless(self.is_on_the_way)
        with gates():
            go(self, self.State.DECLINED, by=by)
            self.declines.create(reason=reason, offered=offered, by=by)

    def withdraw(self, *, by) -> None:
        """The applicant takes the application back."""
        go(self, self.State.WITHDRAWN, by=by)


def become_ready(volunteers: list[Volunteer], *, by) -> None:
    """Those in training who lack nothing more are ready; the database asks the same rows.

    The rows are locked first, so that of two last steps taken at once the later one sees the earlier.
    """
    in_training = {one.pk: one for one in volunteers if one.state == Volunteer.State.IN_TRAINING}
    list(Volunteer.objects.select_for_update().only("pk").filter(pk__in=in_training).order_by("pk"))
    for pk, requirements in requirements_of(in_training.values()).items():
        if all(step.done for step in requirements):
            move(in_training[pk], Volunteer.State.READY, by=by)
