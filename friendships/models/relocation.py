"""A citizen moves: to a house or to a home of his own, and his friendship goes with him if the two would like that."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import ShortText
from citizens.models import Attachment, Citizen, Consent, Home
from citizens.models.attachments import ChildQuerySet
from friendships.models.journal_notice import JournalNotice
from history.moves import NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, first_change, last_change
from institutions.models import Institution, Project
from institutions.postcodes import kilometres
from matching.models import Match

ONE_AHEAD = _("A relocation stands already that has not happened. Put that right.")
CALLED_OFF = _("This relocation has been called off.")
A_DAY = timedelta(days=1)


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

    def ahead(self) -> "RelocationQuerySet":
        return self.standing().filter(from_on__gt=timezone.localdate())

    def with_homes(self) -> "RelocationQuerySet":
        """Each with the home and its house, and the friend, in the same query."""
        return self.select_related("home__institution", "match__volunteer", "project")

    def to_talk_about(self) -> "RelocationQuerySet":
        """Nobody knows yet whether the friendship goes on, or how the two find each other; from the day it is known."""
        unknown = Q(goes_on__in=Relocation.UNSETTLED) | Q(travel__in=Relocation.FAR)
        unknown |= Q(journal=Journal.NOT_ASKED)
        return self.standing().filter(unknown, match__state__in=Relocation.FOLLOWED).order_by("from_on", "pk")


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
    home = models.OneToOneField(Home, models.SET_NULL, null=True, related_name="+", editable=False)
    from_on = models.DateField(_("moves on"))
    goes_on = models.CharField(_("does the friendship go on?"), max_length=9, choices=GoesOn, blank=True)
    travel = models.CharField(_("the way between the two"), max_length=9, choices=Travel, blank=True)
    journal = models.CharField(_("may the new house's journal say it?"), max_length=9, choices=Journal, blank=True)
    bridges = ShortText(_("good places in the new neighbourhood"), max_length=200, blank=True)
    # What ends and begins with it, so that it can be moved and called off as one.
    ends = ArrayField(models.UUIDField(), default=list, editable=False)
    begins = models.ForeignKey(Attachment, models.SET_NULL, null=True, related_name="+", editable=False)
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
        not_asked = self.journal == Journal.NOT_ASKED
        return self.goes_on in self.UNSETTLED or self.travel in self.FAR or not_asked

    @classmethod
    def write(
        cls,
        citizen: Citizen,
        *,
        to: dict,
        from_on: date,
        ends: Iterable[Attachment],
        knows: Institution | None,
        by,
        **said,
    ) -> "Relocation":
        """He lives in a new home from a day on: what ends and begins there, in one transaction.

        `to` is a house or a municipality, `ends` the attachments that end the day before, `knows` the house there whose
        lead may know, on his yes. The friendship that runs stays with its project.
        """
        with gates():
            if cls.objects.about(citizen).ahead().exists():
                raise NotPossible(by_whom(ONE_AHEAD, first_change(cls.objects.about(citizen).ahead()[0])))
            match = Match.objects.of(citizen).filter(state__in=cls.FOLLOWED).first()
            citizen.live_at(**to, from_on=from_on)
            begins = citizen.attach(knows, kind="lives_here", from_on=from_on, heard_by=by) if knows else None
            relocation = cls.objects.create(
                citizen=citizen,
                project_id=citizen.project_id,
                match=match,
                home=citizen.homes.current().get(),
                from_on=from_on,
                ends=[one.pk for one in ends],
                begins=begins,
                by=by,
                **said,
            )
            relocation._tell_the_journal(by)
            relocation._let_go(from_on - A_DAY)
        return relocation

    def settle(self, *, by, **said) -> None:
        """What the two have said of it since."""
        with gates():
            if not Relocation.objects.standing().filter(pk=self.pk).update(**said):
                raise NotPossible(by_whom(CALLED_OFF, last_change(self)))
            for name, value in said.items():
                setattr(self, name, value)
            self._tell_the_journal(by)

    def put_off(self, from_on: date) -> None:
        """It is another day: home and houses follow."""
        with gates():
            if not Relocation.objects.standing().filter(pk=self.pk).update(from_on=from_on):
                raise NotPossible(by_whom(CALLED_OFF, last_change(self)))
            self.from_on = from_on
            if home := self.home:
                home.put_right(institution=home.institution, municipality=home.municipality, from_on=from_on)
            if self.begins:
                self.begins.put_right(from_on=from_on)
            self._let_go(from_on - A_DAY)

    def call_off(self) -> None:
        """He does not move after all: home and houses are as they were."""
        with gates():
            still = Relocation.objects.standing().filter(pk=self.pk, from_on__gte=timezone.localdate())
            if not still.update(called_off_on=timezone.localdate(), begins=None, home=None):
                raise NotPossible(by_whom(_("It has happened, or was called off already."), last_change(self)))
            self._let_go(None)
            if self.begins:
                self.begins.call_off()
            if self.home:
                self.home.call_off()

    def _tell_the_journal(self, by) -> None:
        """A yes to the journal of the new house waits there to be written in; once."""
        house = self.home.institution if self.home else None
        if self.journal != Journal.YES or not self.match or not house:
            return
        if not JournalNotice.objects.open().of(self.match).filter(institution=house).exists():
            JournalNotice.say_yes(self.match, house, given=Consent.Given.SPOKEN, by=by)

    def _let_go(self, last_day: date | None) -> None:
        """The houses that he leaves know him until this day; of one that has just begun, that day."""
        for attachment in Attachment.objects.filter(pk__in=self.ends):
            attachment.put_right(until_on=last_day and max(last_day, attachment.from_on))
