"""A citizen moves: to a house or to a home of his own, and his friendship goes with him if the two would like that."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import ShortText
from citizens.models import Attachment, Citizen, Home
from citizens.models.attachments import ChildQuerySet
from friendships.models.journal_notice import JournalNotice
from history.tracking import tracked
from institutions.models import Project
from institutions.postcodes import kilometres
from matching.models import Match


class GoesOn(models.TextChoices):
    """Whether the friendship goes on after it."""

    YES = "yes", _("yes, they go on")
    NOT_ASKED = "not_asked", _("they have not been asked yet")
    NO = "no", _("no, they say goodbye")


class Travel(models.TextChoices):
    """How the two find each other."""

    FINE = "fine", _("the way is no problem")
    ARRANGED = "arranged", _("a place to meet or another way is arranged")
    NOT_ASKED = "not_asked", _("they have not been asked yet")
    TOO_FAR = "too_far", _("too far: it must be talked about")


class Journal(models.TextChoices):
    """What he says to the journal of the new house."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    NOT_ASKED = "not_asked", _("has not been asked yet")


class RelocationQuerySet(ChildQuerySet):
    def standing(self) -> "RelocationQuerySet":
        """Those that were not called off."""
        return self.filter(called_off_on=None)

    def about(self, citizen: Citizen) -> "RelocationQuerySet":
        return self.filter(citizen=citizen)

    def not_happened(self) -> "RelocationQuerySet":
        """Ahead or of today: it can still be called off, and another one is written after that."""
        return self.standing().filter(from_on__gte=timezone.localdate())

    def with_homes(self) -> "RelocationQuerySet":
        """Each with the home and its house, and the friend, in the same query."""
        return self.select_related("home__institution", "match__volunteer", "project")

    def to_talk_about(self) -> "RelocationQuerySet":
        """Nobody knows yet whether the friendship goes on, how the two find each other, or of the new house's journal.

        From the day it is known, and until he moves again.
        """
        there = Attachment.objects.going_on().filter(
            citizen=OuterRef("citizen"), institution=OuterRef("home__institution")
        )
        later = Relocation.objects.standing().filter(citizen=OuterRef("citizen"), from_on__gt=OuterRef("from_on"))
        of_the_two = Q(goes_on__in=Relocation.UNSETTLED) | Q(travel__in=Relocation.FAR)
        of_the_journal = Q(Exists(there), journal=Journal.NOT_ASKED)
        followed = self.standing().filter(~Exists(later), match__state__in=Relocation.FOLLOWED)
        followed = followed.filter(of_the_two | of_the_journal)
        return followed.order_by("from_on", "pk")


@tracked()
class Relocation(models.Model):
    """One move: the day, whether the friendship goes on, the way between the two, good places in the new quarter."""

    PERSONAL = {
        "goes_on": ("that the friendship follows him", "6 months after it ended"),
        "travel": ("that the two still find each other", "6 months after it ended"),
        "journal": ("that the new house knows of the friendship", "6 months after it ended"),
        "bridges": ("good places in the new neighbourhood", "6 months after it ended"),
    }

    UNSETTLED = (GoesOn.NOT_ASKED, GoesOn.NO)
    FAR = (Travel.NOT_ASKED, Travel.TOO_FAR)
    FOLLOWED = (Match.State.TRIAL, Match.State.ACTIVE, Match.State.PAUSED)

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.CASCADE, related_name="relocations", verbose_name=_("citizen")
    )
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, models.CASCADE, null=True, related_name="relocations", editable=False)
    home = models.OneToOneField(Home, models.SET_NULL, null=True, related_name="relocation", editable=False)
    from_on = models.DateField(_("moves on"))
    goes_on = models.CharField(_("does the friendship go on?"), max_length=9, choices=GoesOn, blank=True)
    travel = models.CharField(_("the way between the two"), max_length=9, choices=Travel, blank=True)
    journal = models.CharField(_("may the new house's journal say it?"), max_length=9, choices=Journal, blank=True)
    bridges = ShortText(_("good places in the new neighbourhood"), max_length=200, blank=True)
    # What ends and begins with it, so that it can be moved and called off as one.
    ends = ArrayField(models.UUIDField(), default=list, editable=False)
    ended_before = ArrayField(models.DateField(null=True), default=list, editable=False)  # what stood there as last day
    begins = models.ForeignKey(Attachment, models.SET_NULL, null=True, related_name="+", editable=False)
    notice = models.ForeignKey(JournalNotice, models.SET_NULL, null=True, related_name="+", editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    called_off_on = models.DateField(_("called off"), null=True, editable=False)

    objects = RelocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relocation")
        verbose_name_plural = _("relocations")
        ordering = ["-from_on"]

    def __str__(self) -> str:
        return f"{self.from_on:%d.%m.%Y}"

    @property
    def is_ahead(self) -> bool:
        return self.from_on > timezone.localdate()

    @property
    def may_be_called_off(self) -> bool:
        """It has not happened before today, and was not called off."""
        return self.called_off_on is None and self.from_on >= timezone.localdate()

    @property
    def kilometres(self) -> int | None:
        """Between the volunteer's postcode and that of the new house; of an own home nobody knows."""
        house = self.home.institution if self.home else None
        return kilometres(self.match.volunteer.postcode, house.postcode) if self.match and house else None

    @property
    def is_unsettled(self) -> bool:
        """Somebody must still talk with the two."""
        not_asked = self.asks_about_the_two or self.journal == Journal.NOT_ASKED
        return self.match is not None and self.match.state in self.FOLLOWED and not_asked

    @property
    def asks_about_the_two(self) -> bool:
        return self.goes_on in self.UNSETTLED or self.travel in self.FAR
