"""One volunteer at a course or meeting: asked, waiting, with a place, and whether she came."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.gatherings import Gathering
from history.moves import SENTENCES, NotPossible, gates, move, refuse_if_changed
from history.tracking import tracked
from history.who import became, by_whom
from volunteers.models.records import OwnRecordQuerySet
from volunteers.models.volunteer import Volunteer, become_ready

OFFERED_FOR = timedelta(days=3)
# The jobs run once a day: so a reminder comes between a day and a half and two days and a half before, on the
# average after 48 hours, and never on the day itself.
REMINDED_BEFORE = timedelta(hours=60)
NOT_HELD_YET = _("It has not been held yet.")
SENTENCES["one_place_per_volunteer"] = _("She has a place or stands on the waiting list already.")


class AttendanceQuerySet(OwnRecordQuerySet):
    def with_volunteers(self) -> "AttendanceQuerySet":
        """Each with its volunteer, by name, in the same query."""
        return self.select_related("volunteer__role__project__institution").order_by("volunteer__sorted_as", "pk")

    def with_gatherings(self) -> "AttendanceQuerySet":
        """Each with its course or meeting, the newest first, in the same query."""
        return self.select_related("gathering").order_by("-gathering__starts_at")

    def on_the_list(self) -> "AttendanceQuerySet":
        """With a place, offered one, or waiting for one."""
        return self.filter(state__in=Attendance.ON_THE_LIST)

    def with_a_place(self) -> "AttendanceQuerySet":
        """With a place, ticked or not."""
        return self.filter(state__in=Attendance.WITH_A_PLACE)

    def tick_all_as_having_come(self, *, by) -> int:
        """Tick everybody with a place who has not been ticked, and give how many; who lacks nothing more is ready."""
        rest = list(self.booked().select_related("gathering", "volunteer"))
        if not rest:
            ticked = self.with_a_place().first()
            raise NotPossible(by_whom(_("Nobody is left to tick."), became(ticked) if ticked else None))
        if not all(one.gathering.can_be_ticked for one in rest):
            raise NotPossible(NOT_HELD_YET)
        with gates():
            for attendance in rest:
                move(attendance, Attendance.State.ATTENDED, by=by)
            become_ready([one.volunteer for one in rest], by=by)
        return len(rest)

    def booked(self) -> "AttendanceQuerySet":
        """With a place, and not ticked yet."""
        return self.filter(state=Attendance.State.BOOKED)

    def to_be_reminded(self, now, until) -> "AttendanceQuerySet":
        """With a place at what begins between two moments, and not reminded yet."""
        return self.filter(
            state=Attendance.State.BOOKED,
            reminded_at=None,
            gathering__starts_at__gt=now,
            gathering__starts_at__lte=until,
        )

    def for_letters(self) -> "AttendanceQuerySet":
        """Each with all that a letter about it says, in the same query."""
        return self.select_related("gathering", "volunteer__role__project")

    def in_the_calendar(self) -> "AttendanceQuerySet":
        """With a place, or with one that was given back or called off."""
        return self.filter(state__in=Attendance.IN_THE_CALENDAR)

    def told(self) -> "AttendanceQuerySet":
        """Who has a mail about it and has not said no; if it is called off, those who had."""
        return self.filter(state__in=[*Attendance.TOLD, Attendance.State.CALLED_OFF])

    def offered_and_not_told(self) -> "AttendanceQuerySet":
        """To whom a place has come that no letter has told of."""
        return self.filter(state=Attendance.State.OFFERED, told_at=None)


@tracked(quiet=("reminded_at", "told_at", "changes"))
class Attendance(models.Model):
    """One volunteer at a gathering: asked, with a place, on the waiting list, and whether she came.

    Whoever waits moves up by herself when a place comes free: it is kept for her until she says yes by a click, or
    until the offer lapses. The database does this (`app.take_place`, `app.leave_gathering`), since nobody sees the
    whole list but the secretariat. Once it has begun nobody waits: whoever came is put on the list.
    """

    PERSONAL = {"state": ("the mandatory course", "12 months after leaving")}

    class State(models.TextChoices):
        INVITED = "invited", _("invited")
        WAITING = "waiting", _("on the waiting list")
        OFFERED = "offered", _("offered a place")
        BOOKED = "booked", _("has a place")
        DECLINED = "declined", _("cannot come")
        LAPSED = "lapsed", _("did not answer the offer")
        ATTENDED = "attended", _("came")
        MISSED = "missed", _("did not come")
        CALLED_OFF = "called_off", _("called off")

    S = State
    WITH_A_PLACE = (S.BOOKED, S.ATTENDED, S.MISSED)
    ON_THE_LIST = (S.WAITING, S.OFFERED, *WITH_A_PLACE)
    TOLD = (S.INVITED, S.WAITING, S.OFFERED, S.BOOKED)  # have a mail about it, and have not said no
    IN_THE_CALENDAR = (*WITH_A_PLACE, S.DECLINED, S.CALLED_OFF)
    MOVES = {
        S.INVITED: {S.BOOKED, S.WAITING, S.DECLINED, S.CALLED_OFF},
        S.WAITING: {S.OFFERED, S.BOOKED, S.DECLINED, S.CALLED_OFF},
        S.OFFERED: {S.BOOKED, S.DECLINED, S.LAPSED, S.CALLED_OFF},
        S.BOOKED: {S.ATTENDED, S.MISSED, S.DECLINED, S.CALLED_OFF},
        S.DECLINED: {S.BOOKED, S.WAITING},
        S.LAPSED: {S.BOOKED, S.WAITING},
        # Ticked beforehand, and then it was moved or called off.
        S.MISSED: {S.ATTENDED, S.BOOKED, S.CALLED_OFF},
        S.ATTENDED: {S.MISSED, S.BOOKED, S.CALLED_OFF},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    gathering = models.ForeignKey(
        Gathering, models.PROTECT, related_name="attendances", verbose_name=_("course or meeting")
    )
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="attendances", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.BOOKED, editable=False)
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    offered_until = models.DateTimeField(_("kept until"), null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    changes = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(fields=["gathering", "volunteer"], name="one_place_per_volunteer"),
            models.CheckConstraint(
                name="an_offer_says_how_long_it_stands",
                condition=Q(state="offered", offered_until__isnull=False)
                | ~Q(state="offered") & Q(offered_until__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def can_be_ticked(self) -> bool:
        """Has a place, and so either came or did not."""
        return self.state in self.WITH_A_PLACE

    @property
    def can_give_back(self) -> bool:
        return self.state in {self.State.INVITED, self.State.WAITING, self.State.OFFERED, self.State.BOOKED}

    def give_back(self) -> None:
        """She cannot come: the place, or the wait for one, ends, and whoever waits longest is offered it."""
        with gates(), connection.cursor() as cursor:
            cursor.execute("SELECT app.leave_gathering(%s)", [self.pk])
        self.refresh_from_db(fields=["state", "offered_until"])

    def tick(self, *, came: bool, shown: str = "", by) -> None:
        """Say whether she came; with the course, nothing may be missing any more, and she is ready.

        `shown` is what the page said: somebody else's tick is not turned round by a page that was opened before it.
        """
        if not self.gathering.can_be_ticked:
            raise NotPossible(NOT_HELD_YET)
        state = self.State.ATTENDED if came else self.State.MISSED
        refuse_if_changed(self, shown)
        if self.state == state:  # ticked twice is ticked once
            return
        with gates():
            move(self, state, by=by)
            become_ready([self.volunteer], by=by)
