"""What volunteers do at an evening: tasks with room for some, and who has taken one."""

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Case, F, Prefetch, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foodclubs.models.evenings import Evening, at_work
from history.moves import SENTENCES, move
from history.tracking import tracked
from institutions.models import Project
from volunteers.models import Volunteer

# Nobody is at two food clubs whose evenings begin within this time.
APART = timedelta(hours=3)

SENTENCES["task_has_room"] = _("Somebody else has just taken this task. Maybe there is another one?")
SENTENCES["one_duty_per_evening"] = _("There is a task already this evening. It must be given back first.")
SENTENCES["one_evening_at_a_time"] = _("There is a task already at another food club at the same time.")


class TaskQuerySet(models.QuerySet):
    def visible_to(self, user) -> "TaskQuerySet":
        """The project's coordinators and the house's lead."""
        return self.filter(at_work(user))

    def visible_through(self, link) -> "TaskQuerySet":
        """Through a link: those of the evening it is about, and of evenings where one has a task."""
        helping = Evening.objects.filter(duties__volunteer=link.volunteer_id).values("pk")
        return self.filter(Q(evening=link.object_id) | Q(evening__in=helping))

    def in_order(self) -> "TaskQuerySet":
        """As the evening goes: from the shopping to the washing up."""
        return self.order_by(Case(*[When(kind=kind, then=place) for place, kind in enumerate(Task.Kind)]))

    def with_room(self) -> "TaskQuerySet":
        return self.filter(taken__lt=F("needed")).in_order()

    def with_duties(self) -> "TaskQuerySet":
        """Each with `on_the_list`: who has taken it."""
        return self.in_order().prefetch_related(
            Prefetch("duties", queryset=Duty.objects.on_the_list(), to_attr="on_the_list")
        )


class Task(models.Model):
    """One kind of task at an evening, and how many volunteers it needs. Sitting and talking is one, too."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        SHOPPING = "shopping", _("shopping")
        RECIPE = "recipe", _("finding the recipe")
        COOKING = "cooking", _("cooking")
        TABLE = "table", _("laying the table")
        NAPKINS = "napkins", _("folding napkins")
        CLEARING = "clearing", _("clearing the table")
        WASHING_UP = "washing_up", _("washing up")
        TALKING = "talking", _("sitting and talking")
        EATING = "eating", _("just eating with us")

    # How many volunteers an evening usually needs: enough that one can sit and listen.
    USUAL = {
        Kind.SHOPPING: 1,
        Kind.RECIPE: 1,
        Kind.COOKING: 2,
        Kind.TABLE: 1,
        Kind.NAPKINS: 1,
        Kind.CLEARING: 1,
        Kind.WASHING_UP: 2,
        Kind.TALKING: 1,
        Kind.EATING: 1,
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    evening = models.ForeignKey(Evening, models.CASCADE, related_name="tasks", verbose_name=_("evening"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    kind = models.CharField(_("task"), max_length=12, choices=Kind)
    needed = models.PositiveSmallIntegerField(_("volunteers needed"))
    taken = models.PositiveSmallIntegerField(_("taken"), default=0, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        constraints = [
            models.CheckConstraint(name="task_has_room", condition=Q(taken__lte=F("needed"))),
            models.UniqueConstraint(fields=["evening", "kind"], name="one_task_of_a_kind_per_evening"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def left(self) -> int:
        return self.needed - self.taken


class DutyQuerySet(models.QuerySet):
    def visible_to(self, user) -> "DutyQuerySet":
        """The project's coordinators and the house's lead."""
        return self.filter(at_work(user))

    def visible_through(self, link) -> "DutyQuerySet":
        """Through a link: one's own."""
        return self.filter(volunteer=link.volunteer_id)

    def on_the_list(self) -> "DutyQuerySet":
        """All but those given back, by name."""
        given_back = Duty.State.CANCELLED
        return self.exclude(state=given_back).select_related("task", "volunteer").order_by("volunteer__sorted_as")

    def upcoming(self, now: datetime | None = None) -> "DutyQuerySet":
        """Taken, at evenings that are still to come, the next first."""
        coming = self.filter(state=Duty.State.TAKEN, evening__starts_at__gt=now or timezone.now())
        return coming.select_related("task", "evening__food_club").order_by("evening__starts_at")

    def unsettled(self) -> "DutyQuerySet":
        """On the list, and nobody has said yet whether they came."""
        return self.on_the_list().filter(state=Duty.State.TAKEN)

    def came(self) -> "DutyQuerySet":
        return self.filter(state=Duty.State.CAME)


@tracked()
class Duty(models.Model):
    """A task that a volunteer has taken. The database gives one only to who is ready and assigned to the project."""

    PERSONAL = {"state": ("who helps at an evening", "12 months after leaving")}

    class State(models.TextChoices):
        TAKEN = "taken", _("has taken the task")
        CAME = "came", _("came")
        MISSED = "missed", _("did not come")
        CANCELLED = "cancelled", _("given back")

    WITH_A_PLACE = (State.TAKEN, State.CAME, State.MISSED)
    MOVES = {
        State.TAKEN: {State.CAME, State.MISSED, State.CANCELLED},
        State.CAME: {State.MISSED},
        State.MISSED: {State.CAME},
        State.CANCELLED: {State.TAKEN, State.CAME},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    task = models.ForeignKey(Task, models.PROTECT, related_name="duties", verbose_name=_("task"))
    evening = models.ForeignKey(Evening, models.PROTECT, related_name="duties", verbose_name=_("evening"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="duties", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.TAKEN, editable=False)
    changes = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        constraints = [models.UniqueConstraint(fields=["evening", "volunteer"], name="one_duty_per_evening")]

    def __str__(self) -> str:
        return self.get_state_display()

    def settle(self, *, came: bool, by) -> None:
        """When the evening is closed, or corrected: came, or did not come. Nobody is blamed."""
        state = self.State.CAME if came else self.State.MISSED
        if self.state != state:
            move(self, state, by=by)
