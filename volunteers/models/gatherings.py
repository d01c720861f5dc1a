"""Courses and meetings of volunteers, and who came."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import houses_of, projects_of
from access.text import ShortText
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked
from institutions.models import Institution
from volunteers.models.roles import OwnRecordQuerySet
from volunteers.models.volunteer import Volunteer
from volunteers.places import take_place

TICKED_FROM = timedelta(hours=6)
FEW = 4  # places left, less than which a course is nearly full
SENTENCES["gathering_has_room"] = _("There is no place left.")
SENTENCES["one_place_per_volunteer"] = _("She has a place already.")


class GatheringQuerySet(models.QuerySet):
    def visible_to(self, user) -> "GatheringQuerySet":
        """The secretariat and every coordinator see all; a lead those at the house."""
        if user.is_secretariat or projects_of(user):
            return self
        return self.filter(institution__in=houses_of(user))

    def visible_through(self, link) -> "GatheringQuerySet":
        """Through a link: those one is invited to."""
        return self.filter(attendances__volunteer=link.volunteer_id)

    def introductions(self) -> "GatheringQuerySet":
        return self.filter(kind=Gathering.Kind.INTRODUCTION)

    def upcoming(self, now=None) -> "GatheringQuerySet":
        return self.filter(starts_at__gte=now or timezone.now()).order_by("starts_at")

    def past(self, now=None) -> "GatheringQuerySet":
        return self.filter(starts_at__lt=now or timezone.now()).order_by("-starts_at")

    def nearly_full(self) -> "GatheringQuerySet":
        """Few places left, or none."""
        return self.filter(taken__gt=F("places") - FEW)

    def not_ticked(self, now=None) -> "GatheringQuerySet":
        """Over, and of somebody with a place it is not said whether she came."""
        booked = Attendance.objects.filter(gathering=OuterRef("pk"), state=Attendance.State.BOOKED)
        return self.past(now).filter(Exists(booked))

    def with_room(self) -> "GatheringQuerySet":
        return self.filter(taken__lt=F("places"))


class Gathering(models.Model):
    """An introduction course, a network meeting or another coming together of volunteers."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        INTRODUCTION = "introduction", _("introduction course")
        NETWORK = "network", _("network meeting")
        AFTER_WORK = "after_work", _("after-work meeting")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = ShortText(_("title"), max_length=100)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = ShortText(_("place"), max_length=120)
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gatherings",
        verbose_name=_("house"),
        help_text=_("Only for something that belongs to one house."),
    )
    places = models.PositiveSmallIntegerField(_("places"))
    taken = models.PositiveSmallIntegerField(_("taken"), default=0, editable=False)

    objects = GatheringQuerySet.as_manager()

    class Meta:
        verbose_name = _("course or meeting")
        verbose_name_plural = _("courses and meetings")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(name="gathering_has_room", condition=Q(taken__lte=F("places"))),
            models.CheckConstraint(
                name="a_gathering_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It must end after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def places_left(self) -> int:
        return self.places - self.taken

    @property
    def can_be_ticked(self) -> bool:
        """From some hours before it begins, so that nobody is ticked at a course that is still ahead."""
        return self.starts_at <= timezone.now() + TICKED_FROM

    def book(self, volunteer: Volunteer) -> "Attendance":
        """Give a volunteer one of the places; the last one goes to exactly one of two."""
        volunteer.refuse_unless(volunteer.is_taken_in)
        return Attendance(pk=take_place("gathering", self, volunteer), gathering=self, volunteer=volunteer)


class AttendanceQuerySet(OwnRecordQuerySet):
    def with_volunteers(self) -> "AttendanceQuerySet":
        """Each with its volunteer, by name, in the same query."""
        return self.select_related("volunteer__role__project__institution").order_by("volunteer__sorted_as", "pk")

    def with_gatherings(self) -> "AttendanceQuerySet":
        """Each with its course or meeting, the newest first, in the same query."""
        return self.select_related("gathering").order_by("-gathering__starts_at")


@tracked()
class Attendance(models.Model):
    """One volunteer's place at a gathering, and whether she came."""

    PERSONAL = {"state": ("the mandatory course", "12 months after leaving")}

    class State(models.TextChoices):
        BOOKED = "booked", _("has a place")
        ATTENDED = "attended", _("came")
        MISSED = "missed", _("did not come")

    MOVES = {
        State.BOOKED: {State.ATTENDED, State.MISSED},
        State.MISSED: {State.ATTENDED},
        State.ATTENDED: {State.MISSED},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    gathering = models.ForeignKey(
        Gathering, models.PROTECT, related_name="attendances", verbose_name=_("course or meeting")
    )
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="attendances", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.BOOKED, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [models.UniqueConstraint(fields=["gathering", "volunteer"], name="one_place_per_volunteer")]

    def __str__(self) -> str:
        return self.get_state_display()

    def tick(self, *, came: bool, by) -> None:
        """Say whether she came; with the course, nothing may be missing any more, and she is ready."""
        if not self.gathering.can_be_ticked:
            raise NotPossible(_("It has not been held yet."))
        state = self.State.ATTENDED if came else self.State.MISSED
        if self.state == state:  # ticked twice is ticked once
            return
        with gates():
            move(self, state, by=by)
            self.volunteer.become_ready_if_complete(by=by)
