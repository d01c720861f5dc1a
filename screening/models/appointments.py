"""The introducing conversation is agreed: the times offered, the one chosen, and who holds it."""

from copy import copy
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.links import Purpose
from access.text import ShortText
from history.moves import CHANGED_MEANWHILE, SENTENCES, NotPossible, gates, move, why_not
from history.tracking import tracked
from institutions.models.absences import holds
from volunteers.models.records import OwnRecordQuerySet
from volunteers.models.volunteer import Volunteer

LASTS = timedelta(hours=1)
PASSED = _("This time has passed. Please choose another.")
SENTENCES["a_time_that_was_offered_and_is_ahead"] = PASSED
SENTENCES["one_open_appointment_per_volunteer"] = CHANGED_MEANWHILE
SENTENCES["one_to_five_times_are_offered"] = _("Offer one to five times.")
SENTENCES["who_holds_the_talk_is_there"] = _(
    "Whoever holds the conversation is away on that day, or is not at the project."
)


class AppointmentQuerySet(OwnRecordQuerySet):
    def visible_through(self, link) -> "AppointmentQuerySet":
        """Through a link: her own; of them it asks about one."""
        if link.purpose in {Purpose.OWN_PAGE, Purpose.FEED, Purpose.CONVERSATION}:
            return self.filter(volunteer=link.volunteer_id)
        return self.none()

    def open(self) -> "AppointmentQuerySet":
        """Waiting for the applicant's choice, or chosen."""
        return self.filter(state__in=["offered", "booked"])

    def booked(self) -> "AppointmentQuerySet":
        return self.filter(state="booked")

    def unheld(self) -> "AppointmentQuerySet":
        """Agreed and ahead, and whoever was to hold it is away on the day or works there no more; the next first."""
        ahead = self.booked().filter(chosen__gt=timezone.now()).with_people().order_by("chosen")
        return ahead.exclude(holds("by", "volunteer__project_ids", "chosen"))

    def chosen_after(self, moment) -> "AppointmentQuerySet":
        """Of which a time after this moment was chosen, with when others were offered in its place, if they were."""
        next_ones = Appointment.objects.filter(volunteer=OuterRef("volunteer"), offered_at__gt=OuterRef("offered_at"))
        replaced_at = Subquery(next_ones.order_by("offered_at").values("offered_at")[:1])
        chosen = self.filter(state__in=Appointment.WITH_A_TIME, chosen__gt=moment)
        return chosen.annotate(replaced_at=replaced_at)

    def for_calendar(self):
        """The one that is agreed; else the last that was, which the file takes out of the calendar."""
        agreed = self.booked().first()
        return agreed or self.filter(state__in=Appointment.WITH_A_TIME, chosen__isnull=False).first()

    def with_people(self) -> "AppointmentQuerySet":
        """Each with its applicant and whoever offered it, in the same query."""
        return self.select_related("volunteer__role__project__institution", "by")


@tracked(quiet=("changes",))
class Appointment(models.Model):
    """Some times for the conversation, of which the applicant chooses one by link."""

    PERSONAL = {
        "place": ("where we meet", "6 months after the decision"),
        "times": ("when we meet", "6 months after the decision"),
    }

    class State(models.TextChoices):
        OFFERED = "offered", _("times offered")
        BOOKED = "booked", _("time chosen")
        NONE_FITS = "none_fits", _("no time fits")
        REPLACED = "replaced", _("offered anew")
        CALLED_OFF = "called_off", _("called off")

    MOVES = {
        State.OFFERED: {State.BOOKED, State.NONE_FITS, State.REPLACED},
        State.BOOKED: {State.NONE_FITS, State.REPLACED, State.CALLED_OFF},
    }

    WITH_A_TIME = (State.BOOKED, State.REPLACED, State.CALLED_OFF)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="appointments", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OFFERED, editable=False)
    times = ArrayField(models.DateTimeField(), size=5, verbose_name=_("times offered"))
    place = ShortText(_("place"), max_length=120)
    chosen = models.DateTimeField(_("time chosen"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    offered_at = models.DateTimeField(_("offered"), default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("offered by"))
    changes = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)  # counted by the database
    replaced_at: datetime | None = None  # after `chosen_after` only
    replaces: "Appointment | None" = None  # after `offer` only

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment for the conversation")
        verbose_name_plural = _("appointments for the conversation")
        ordering = ["-offered_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer"],
                condition=Q(state__in=["offered", "booked"]),
                name="one_open_appointment_per_volunteer",
            ),
            models.CheckConstraint(
                name="booked_means_a_time_is_chosen", condition=~Q(state="booked") | Q(chosen__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def is_open(self) -> bool:
        """Can still be answered: not chosen yet, or chosen and given back."""
        return self.state in {self.State.OFFERED, self.State.BOOKED}

    @property
    def ends_at(self):
        return self.chosen + LASTS if self.chosen else None

    @property
    def is_called_off(self) -> bool:
        """Not held at the time that was agreed; one that was held stays as it was, though there is a next one."""
        was_held = self.chosen and self.replaced_at and self.replaced_at >= self.chosen
        return self.state == self.State.CALLED_OFF or (self.state == self.State.REPLACED and not was_held)

    @property
    def is_ahead(self) -> bool:
        """A time is chosen, and it is not over."""
        return self.state == self.State.BOOKED and self.ends_at >= timezone.now()

    @classmethod
    def offer(cls, volunteer: Volunteer, *, times: list, place: str, by) -> "Appointment":
        """Offer an applicant some times, in place of those offered before; `replaces` is the one agreed till now."""
        volunteer.refuse_unless(volunteer.is_on_the_way)
        replaces = None
        with gates():
            for former in volunteer.appointments.open().with_people():
                replaces = former if former.is_ahead else None
                move(former, cls.State.REPLACED, by=by)
            offered = cls.objects.create(volunteer=volunteer, times=sorted(set(times)), place=place, by=by)
        offered.replaces = replaces
        return offered

    def times_ahead(self, now=None) -> list:
        """Those that can still be chosen."""
        return [time for time in sorted(self.times) if time > (now or timezone.now())]

    def choose(self, time, *, by) -> None:
        """The applicant chooses one of the times; twice is once, and the first choice stands."""
        if time not in self.times_ahead():
            raise NotPossible(PASSED)
        move(self, self.State.BOOKED, by=by, chosen=time, answered_at=timezone.now())

    def move_to(self, time: datetime, *, place: str, holder) -> "Appointment":
        """Another time, place or holder for what is agreed, since the two have spoken; gives it as it was."""
        return self._put_right("is_ahead", chosen=time, place=place, by=holder)

    def hand_to(self, holder) -> "Appointment":
        """Somebody else holds it, also while the applicant has chosen no time; gives it as it was."""
        return self._put_right("is_open", by=holder)

    def _put_right(self, while_it: str, **said) -> "Appointment":
        with gates():
            self.refresh_from_db(from_queryset=Appointment.objects.with_people().select_for_update(of=("self",)))
            if not getattr(self, while_it):
                raise NotPossible(why_not(self))
            was = copy(self)
            if any(getattr(was, name) != value for name, value in said.items()):
                Appointment.objects.filter(pk=self.pk).update(**said)
        for name, value in said.items():
            setattr(self, name, value)
        return was

    def is_news_after(self, was: "Appointment") -> bool:
        return (self.chosen, self.place, self.by_id) != (was.chosen, was.place, was.by_id)

    def call_off(self, *, by) -> None:
        """What was agreed is not held; other times can be offered."""
        if self.state == self.State.BOOKED and not self.is_ahead:
            raise NotPossible(why_not(self))
        move(self, self.State.CALLED_OFF, by=by)

    def take_back(self, *, by) -> None:
        """Times of which none was chosen are offered no more."""
        move(self, self.State.REPLACED, by=by)

    def none_fits(self, *, by) -> datetime | None:
        """No time fits, or not any more: others are to be offered. Gives the one that was agreed, if one was."""
        agreed = self.chosen
        move(self, self.State.NONE_FITS, by=by, chosen=None, answered_at=timezone.now())
        return agreed
