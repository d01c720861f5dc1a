"""Courses and meetings of volunteers, and who came."""

from copy import copy
from datetime import timedelta
from functools import partial
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.links import Purpose
from access.names import Name
from access.roles import houses_of, projects_of
from access.text import ShortText
from courses.places import take_place
from history.moves import SENTENCES, NotPossible, gates, move, why_not
from history.tracking import tracked
from institutions.models import Institution
from volunteers.models.volunteer import Volunteer

TICKED_FROM = timedelta(hours=6)
ADDED_TO_FOR = timedelta(days=30)
FEW = 4  # places left, less than which a course is nearly full
BEGUN = _("It has begun: what is ahead alone is changed and called off.")
SENTENCES["a_gathering_is_not_called_off"] = _("It is called off. Choose another.")
SENTENCES["a_gathering_that_has_begun_is_not_called_off"] = BEGUN
SENTENCES["gathering_has_room"] = _("There is no place left.")
SENTENCES["a_gathering_is_still_ahead"] = _("It is over, so nobody can sign up any more.")


class Module(models.TextChoices):
    """What an introduction course goes through; whoever has been through all of them has taken the course."""

    TARGET_GROUP = "target_group", _("the people we meet")
    DILEMMAS = "dilemmas", _("dilemmas")
    STAFF = "staff", _("working together with the staff")
    ROLE = "role", _("the role")
    CONFIDENTIALITY = "confidentiality", _("the duty of confidentiality")
    NOTIFY = "duty_to_notify", _("the duty to notify about children")


# A course of one session goes through everything. A migration writes the codes down, and imports nothing of ours.
all_modules: partial[list[str]] = partial(list, Module.values)


def names_of_modules(codes) -> list[str]:
    """Their names, in the order of the course."""
    return [str(module.label) for module in Module if module.value in codes]


def modules_missing(volunteer) -> list[str]:
    """The modules that a volunteer has not been through, in their order; the database's gate asks the same."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.modules_missing_seen(%s)", [volunteer.pk])
        return cursor.fetchone()[0] or []


class GatheringQuerySet(models.QuerySet):
    def visible_to(self, user) -> "GatheringQuerySet":
        """The secretariat and every coordinator see all; a lead those at the house."""
        if user.is_secretariat or projects_of(user):
            return self
        return self.filter(institution__in=houses_of(user))

    def visible_through(self, link) -> "GatheringQuerySet":
        """Through a link: those one is invited to, and where courses are chosen the introductions ahead."""
        own = Q(pk__in=self.filter(attendances__volunteer=link.volunteer_id).values("pk"))
        if link.purpose in {Purpose.COURSES, Purpose.OWN_PAGE}:
            own |= Q(kind=Gathering.Kind.INTRODUCTION, starts_at__gt=timezone.now())
        return self.filter(own)

    def introductions(self) -> "GatheringQuerySet":
        return self.filter(kind=Gathering.Kind.INTRODUCTION)

    def ahead(self, now=None) -> "GatheringQuerySet":
        """Not begun yet, the next one first; those called off are among them."""
        return self.filter(starts_at__gte=now or timezone.now()).order_by("starts_at")

    def upcoming(self, now=None) -> "GatheringQuerySet":
        """Ahead, and not called off."""
        return self.ahead(now).filter(state=Gathering.State.PLANNED)

    def past(self, now=None) -> "GatheringQuerySet":
        return self.filter(starts_at__lt=now or timezone.now()).order_by("-starts_at")

    def nearly_full(self) -> "GatheringQuerySet":
        """Few places left, or none."""
        return self.filter(taken__gt=F("places") - FEW)

    def not_ticked(self, now=None) -> "GatheringQuerySet":
        """Over, and of somebody with a place it is not said whether she came."""
        return self.past(now).filter(attendances__state="booked").distinct()

    def with_room(self) -> "GatheringQuerySet":
        return self.filter(taken__lt=F("places"))

    def covering(self, modules) -> "GatheringQuerySet":
        """Those that go through at least one of the modules."""
        return self.filter(modules__overlap=modules)


@tracked(quiet=("taken", "changes"))
class Gathering(models.Model):
    """An introduction course, a network meeting or another coming together of volunteers: planned, or called off."""

    PERSONAL: dict = {}

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        CALLED_OFF = "called_off", _("called off")

    MOVES = {State.PLANNED: {State.CALLED_OFF}}

    class Kind(models.TextChoices):
        INTRODUCTION = "introduction", _("introduction course")
        NETWORK = "network", _("network meeting")
        AFTER_WORK = "after_work", _("after-work meeting")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.PLANNED, editable=False)
    title = Name(_("title"), max_length=100)
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
    modules = ArrayField(
        models.CharField(max_length=20, choices=Module),
        default=all_modules,
        blank=True,
        verbose_name=_("modules"),
        help_text=_("Of an introduction course: what this session goes through. A course may have several sessions."),
    )
    places = models.PositiveSmallIntegerField(_("places"))
    taken = models.PositiveSmallIntegerField(_("taken"), default=0, editable=False)
    # Counted by the database, for the calendars that have the date already.
    changes = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)

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
        return not self.is_called_off and self.starts_at <= timezone.now() + TICKED_FROM

    @property
    def can_be_added_to(self) -> bool:
        """Some weeks after it was held nobody is put on its list any more; the database says the same."""
        return not self.is_called_off and self.starts_at > timezone.now() - ADDED_TO_FOR

    @property
    def is_called_off(self) -> bool:
        return self.state == self.State.CALLED_OFF

    @property
    def can_be_changed(self) -> bool:
        """On its page: neither begun nor called off."""
        return not self.is_called_off and not self.has_begun

    @property
    def is_introduction(self) -> bool:
        return self.kind == self.Kind.INTRODUCTION

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def module_names(self) -> list[str]:
        """What an introduction course goes through, as it is said."""
        return names_of_modules(self.modules) if self.is_introduction else []

    def change(self, *, by, **said) -> "Gathering":
        """Say otherwise when, where or for how many, and give it as it was; the database offers new places."""
        with gates():
            self.refresh_from_db(from_queryset=Gathering.objects.select_for_update())
            if self.is_called_off:
                raise NotPossible(why_not(self))
            was = copy(self)
            changes = {name: value for name, value in said.items() if getattr(self, name) != value}
            if changes:
                Gathering.objects.filter(pk=self.pk).update(**changes)
        for name, value in changes.items():
            setattr(self, name, value)
        return was

    def is_news_after(self, was: "Gathering") -> bool:
        """Is it ahead, at another time or place than was told?"""
        now, before = ((one.starts_at, one.ends_at, one.place) for one in (self, was))
        return now != before and not self.has_begun

    def call_off(self, *, by) -> None:
        """It is not held: nobody has, is offered or waits for a place there any more, and the calendars say so."""
        if not self.is_called_off and self.has_begun:
            raise NotPossible(BEGUN)
        move(self, self.State.CALLED_OFF, by=by)

    def book(self, volunteer: Volunteer):
        """Give a volunteer one of the places, or the last on the waiting list, and give her attendance.

        Once it has begun she sits there: full or not, she is on the list, and may be ticked.
        """
        volunteer.refuse_unless(volunteer.is_taken_in)
        return self._attendance(take_place("gathering", self, volunteer))

    def invite(self, volunteer: Volunteer):
        """Ask a volunteer whether she comes; nothing happens if she has been asked, or has a place, already."""
        volunteer.refuse_unless(volunteer.is_taken_in)
        if self.is_called_off:
            raise NotPossible(why_not(self))
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.invite_to_gathering(%s, %s)", [self.pk, volunteer.pk])
            (invited,) = cursor.fetchone()
        return self._attendance(invited) if invited else None

    def _attendance(self, pk):
        attendance = self.attendances.select_related("volunteer").get(pk=pk)
        attendance.gathering = self
        return attendance
