"""The food club and its evenings: planned, open, held; or called off."""

from copy import copy
from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Count, F, Min, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.roles import houses_of, projects_of
from access.text import ShortText
from foodclubs.models.closing import COUNTED_ONCE_BEGUN, Held
from history.moves import SENTENCES, NotPossible, gates, move, why_not
from history.tracking import tracked
from institutions.models import Project
from pages.steps import Owner, Step, with_current

SENTENCES["evening_has_room"] = _("All places are taken.")
SENTENCES["evening_is_open_for_sign_up"] = _(
    "Nobody can be signed up for this evening: it is not open, has begun or is called off."
)
SENTENCES["a_closed_evening_is_not_changed"] = _(
    "The evening is closed or called off, and nothing is changed any more."
)
SENTENCES["an_evening_opens_in_an_open_project"] = _("The food club is not open yet, or it is paused.")
SENTENCES["a_move_meets_no_other_task"] = _(
    "Somebody who has a task this evening has one at another food club at that time. Give the task back first, or"
    " choose another time."
)
SENTENCES["an_evening_is_counted_once_it_has_begun"] = COUNTED_ONCE_BEGUN
SENTENCES["an_evening_opens_before_it_is_over"] = _("The day of this evening has passed.")


def at_work(user) -> Q:
    """What belongs to the projects the user coordinates and to the houses where the user is the lead."""
    return Q(project__in=projects_of(user)) | Q(project__institution__in=houses_of(user))


class FoodClubQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FoodClubQuerySet":
        """Everybody may know where there is a food club."""
        return self

    def at_work(self, user) -> "FoodClubQuerySet":
        return self.filter(at_work(user))

    def coordinated_by(self, user) -> "FoodClubQuerySet":
        return self.filter(project__in=projects_of(user))


class FoodClub(models.Model):
    """A food club at one house: its name, its day of the week and what a meal costs."""

    PERSONAL: dict = {}

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(
        Project,
        models.PROTECT,
        related_name="food_clubs",
        limit_choices_to={"kind": Project.Kind.FOOD_CLUB},
        verbose_name=_("project"),
    )
    name = Name(_("name"), max_length=80)
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    price = models.PositiveSmallIntegerField(_("price in kroner"), default=15, help_text=_("For two courses."))

    objects = FoodClubQuerySet.as_manager()

    class Meta:
        verbose_name = _("food club")
        verbose_name_plural = _("food clubs")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class EveningQuerySet(models.QuerySet):
    def visible_to(self, user) -> "EveningQuerySet":
        """Everybody sees the open ones and those called off; the own project or house, and the secretariat, all."""
        if user.is_authenticated and user.is_secretariat:
            return self
        return self.filter(Q(state__in=Evening.PUBLIC) | at_work(user))

    def visible_through(self, link) -> "EveningQuerySet":
        """Through a link: the evening it is about, those where one has a task, and what everybody sees."""
        helping = Evening.objects.filter(duties__volunteer=link.volunteer_id).values("pk")
        return self.filter(Q(state__in=Evening.PUBLIC) | Q(pk=link.object_id) | Q(pk__in=helping))

    def known_to(self, user) -> "EveningQuerySet":
        """Those of the user's own projects or house: whose guests and tasks the user may see."""
        return self.filter(at_work(user)).with_house()

    def with_house(self) -> "EveningQuerySet":
        return self.select_related("food_club", "project__institution")

    def upcoming(self, now: datetime | None = None) -> "EveningQuerySet":
        """Open and not yet begun, the next one first."""
        evenings = self.filter(state=Evening.State.OPEN, starts_at__gt=now or timezone.now())
        return evenings.with_house().order_by("starts_at")

    def at(self, house) -> "EveningQuerySet":
        """Those of a house's food clubs."""
        return self.filter(food_club__project__institution=house)

    def to_come(self) -> "EveningQuerySet":
        """Planned or open, the next one first; one that has begun stays until it is closed."""
        return self.filter(state__in=[Evening.State.PLANNED, Evening.State.OPEN]).order_by("starts_at")

    def awaiting_the_house(self, now: datetime | None = None) -> "EveningQuerySet":
        """Begun, and to be closed or counted; or with guests who wait: how many (`waiting`), and since when."""
        waiting = Q(signups__state="waiting")
        evenings = self.filter(state__in=Evening.AHEAD).annotate(
            waiting=Count("signups", filter=waiting), waits_since=Min("signups__waits_since", filter=waiting)
        )
        due = evenings.filter(Q(starts_at__lte=now or timezone.now()) | Q(waiting__gt=0))
        return due.select_related("food_club").order_by("starts_at")

    def past(self) -> "EveningQuerySet":
        """Held or called off, the latest first."""
        return self.filter(state__in=Evening.CLOSED).order_by("-starts_at")

    def for_list(self) -> "EveningQuerySet":
        """With what a list shows: also how many volunteers are still needed."""
        shown = ("state", "starts_at", "menu", "taken", "places", "guests_came", "income", "food_club__name")
        evenings = self.select_related(None).select_related("food_club").only(*shown)
        return evenings.annotate(open_tasks=Sum(F("tasks__needed") - F("tasks__taken"), default=0))


@tracked(quiet=("taken", "changes"))
class Evening(Held):
    """One evening of a food club: planned → open → held, or cancelled; held too if it was never opened."""

    PERSONAL: dict = {}

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        OPEN = "open", _("open")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("called off")

    AHEAD, CLOSED, PUBLIC = (State.PLANNED, State.OPEN), (State.HELD, State.CANCELLED), (State.OPEN, State.CANCELLED)
    MOVES = {
        State.PLANNED: {State.OPEN, State.HELD, State.CANCELLED},
        State.OPEN: {State.HELD, State.CANCELLED},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    food_club = models.ForeignKey(FoodClub, models.PROTECT, related_name="evenings", verbose_name=_("food club"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="evenings", verbose_name=_("project"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PLANNED, editable=False)
    starts_at = models.DateTimeField(_("begins"))
    place = ShortText(_("where"), max_length=120, blank=True)
    menu = ShortText(_("menu"), max_length=200, blank=True)
    price = models.PositiveSmallIntegerField(_("price in kroner"))
    places = models.PositiveSmallIntegerField(_("places for guests"))
    taken = models.PositiveSmallIntegerField(_("places taken"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), null=True, editable=False)
    moved_at = models.DateTimeField(_("moved"), null=True, editable=False)  # to another time or place, once open
    # Counted by the database, for the calendars that have the date already.
    changes = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)

    objects = EveningQuerySet.as_manager()

    class Meta:
        verbose_name = _("food-club evening")
        verbose_name_plural = _("food-club evenings")
        ordering = ["-starts_at"]
        indexes = [
            models.Index(fields=["starts_at"], name="open_evenings", condition=Q(state="open")),
            models.Index(fields=["project", "-starts_at"], name="evenings_of_a_project"),
        ]
        constraints = [
            models.CheckConstraint(name="evening_has_room", condition=Q(taken__lte=F("places"))),
            *Held.CONSTRAINTS,
        ]

    def __str__(self) -> str:
        return f"{self.food_club}, {timezone.localtime(self.starts_at):%d.%m.%Y}"

    @property
    def places_left(self) -> int:
        return self.places - self.taken

    @property
    def where(self) -> str:
        """The place if one is named, else the house and its address."""
        house = self.project.institution
        return self.place or f"{house.name}, {house.address}, {house.postcode} {house.city}"

    @property
    def takes_guests(self) -> bool:
        """May anybody sign up? Open, not begun, and there is room."""
        return self.state == self.State.OPEN and not self.has_begun and self.places_left > 0

    @property
    def takes_helpers(self) -> bool:
        """May a volunteer take a task by link? Open and not begun."""
        return self.state == self.State.OPEN and not self.has_begun

    @property
    def is_over(self) -> bool:
        """Held or called off: nothing is changed any more."""
        return self.state in self.CLOSED

    @property
    def may_be_opened(self) -> bool:
        """Planned, and its day is not over; the database says the same."""
        return self.state == self.State.PLANNED and timezone.localdate(self.starts_at) >= timezone.localdate()

    def is_news_after(self, was: "Evening") -> bool:
        """Is something else now that was told: the time, the place, or a menu that was known?"""
        told = [(self.starts_at, was.starts_at), (self.where, was.where), (self.menu, was.menu or self.menu)]
        return any(now != before for now, before in told)

    def steps(self, *, helpers_missing: int) -> list[Step]:
        """The evening's way: planned, open, enough volunteers, a guest, held; once begun, only closing is left."""
        held = self.state == self.State.HELD
        way = [
            ("planned", _("planned"), True),
            ("open", _("open for sign-up"), held or self.state == self.State.OPEN),
            ("helpers", _("enough volunteers"), held or not helpers_missing),
            ("guests", _("guests on the list"), held or self.taken > 0),
            ("held", _("held and closed"), held),
        ]
        left = [step for step in way if step[2] or step[0] == "held" or not self.has_begun]
        return with_current([Step(code, label, done, Owner.COORDINATOR) for code, label, done in left])

    @classmethod
    def plan(cls, food_club: FoodClub, *, tasks: dict[str, int], by, **fields) -> "Evening":
        """A new evening at the club's price, with how many volunteers each task needs (none: no such task)."""
        with gates():
            evening = cls.objects.create(
                food_club=food_club, project_id=food_club.project_id, price=food_club.price, **fields
            )
            for kind, needed in tasks.items():
                if needed:
                    evening.tasks.create(project_id=evening.project_id, kind=kind, needed=needed)
        return evening

    def open(self, *, by) -> None:
        """Let guests sign up and volunteers take tasks; the database asks that the project is open."""
        move(self, self.State.OPEN, by=by)

    def cancel(self, *, by) -> None:
        """Call the evening off; sign-ups and tasks stay as they were, and nothing is changed any more."""
        move(self, self.State.CANCELLED, by=by)

    def change(self, *, tasks: dict[str, int], by, **said) -> "Evening":
        """Say otherwise what is ahead, and give the evening as it was; its tasks only while it is planned.

        A guest on the list has no address: `moved_at` shows who signed up for another time or place.
        """
        with gates():
            self.refresh_from_db(from_queryset=Evening.objects.with_house().select_for_update(of=("self",)))
            if self.state not in self.AHEAD or (tasks and self.state != self.State.PLANNED):
                raise NotPossible(why_not(self))
            was = copy(self)
            changes = {name: value for name, value in said.items() if getattr(self, name) != value}
            if self.state == self.State.OPEN and changes.keys() & {"starts_at", "place"}:
                changes["moved_at"] = timezone.now()
            if self._need(tasks) or changes:
                changes["changed_at"] = timezone.now()
            Evening.objects.filter(pk=self.pk).update(**changes)
        for name, value in changes.items():
            setattr(self, name, value)
        return was

    def _need(self, tasks: dict[str, int]) -> bool:
        """So many volunteers for each task; gives whether that is anything new."""
        stands = dict(self.tasks.values_list("kind", "needed"))
        new = {kind: needed for kind, needed in tasks.items() if stands.get(kind, 0) != needed}
        for kind, needed in new.items():
            if not needed:
                self.tasks.filter(kind=kind).delete()
            elif kind in stands:
                self.tasks.filter(kind=kind).update(needed=needed)
            else:
                self.tasks.create(project_id=self.project_id, kind=kind, needed=needed)
        return bool(new)
