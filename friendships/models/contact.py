"""Whether two have met: a day, a kind and what they did, each ticked. What they talk about stands nowhere."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.models.asked import Asked
from friendships.models.pause import Pause
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, first_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["one_contact_a_day"] = _("Something is noted for this day already. Put that right instead.")
SENTENCES["a_contact_is_of_two_who_are_friends"] = _("This can be noted while the two are friends.")
SENTENCES["a_contact_is_on_a_day_that_has_been"] = _("Choose a day between the first meeting and today.")
TOO_LATE = _("This can no longer be changed by link. Tell the coordinator.")
CORRECTED_WITHIN = timedelta(days=7)  # by the volunteer who ticked it; the policies ask it too


class ContactQuerySet(OwnProjectsQuerySet):
    def visible_through(self, link) -> "ContactQuerySet":
        """Through a link: what is noted of one's own friendships."""
        return self.filter(match__volunteer=link.volunteer_id)

    def ticked_by_link(self, link) -> "ContactQuerySet":
        """What she has ticked herself and may still put right."""
        fresh = timezone.now() - CORRECTED_WITHIN
        return self.visible_through(link).filter(by_volunteer=True, ticked_at__gt=fresh)

    def with_match(self) -> "ContactQuerySet":
        return self.select_related("match")

    def of_day(self, match: Match, day: date) -> "ContactQuerySet":
        return self.filter(match=match, happened_on=day)

    def asking_for_a_rest(self) -> "ContactQuerySet":
        """The volunteer has ticked that they would rest, and no rest, other tick or talk about it has come since."""
        later = Contact.objects.filter(match=OuterRef("match"), happened_on__gt=OuterRef("happened_on"))
        rested = Pause.objects.filter(match=OuterRef("match"), began_on__gte=OuterRef("happened_on"))
        asked = self.filter(kind=Contact.Kind.PAUSE, by_volunteer=True)
        talked = Asked.objects.filter(match=OuterRef("match"), asked_on__gte=OuterRef("happened_on"))
        return asked.exclude(Exists(later)).exclude(Exists(rested)).exclude(Exists(talked))


@tracked()
class Contact(models.Model):
    """What became of one day: they met, did not, moved it, or would rest. It has no text, and never gets one."""

    PERSONAL = {
        "kind": ("to see that nobody is left alone with it", "6 months after it ended"),
        "activity": ("to see that nobody is left alone with it", "6 months after it ended"),
    }

    class Kind(models.TextChoices):
        MET = "met", _("they met")
        NOT = "not", _("they did not meet")
        MOVED = "moved", _("moved to another day")
        PAUSE = "pause", _("they would like to rest")

    class Activity(models.TextChoices):
        COFFEE = "coffee", _("coffee")
        WALK = "walk", _("a walk")
        FOOD_CLUB = "food_club", _("the food club")
        TRIP = "trip", _("a trip or something cultural")
        PHONE = "phone", _("a talk by phone")
        HOME = "home", _("at home")
        OTHER = "other", _("something else")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="contacts", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    happened_on = models.DateField(_("day"), default=timezone.localdate)
    kind = models.CharField(_("what came of it"), max_length=5, choices=Kind)
    activity = models.CharField(_("what they did"), max_length=9, choices=Activity, blank=True)
    by_volunteer = models.BooleanField(_("ticked by the volunteer"), default=False, editable=False)
    ticked_at = models.DateTimeField(_("ticked"), default=timezone.now, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-happened_on"]
        constraints = [
            models.UniqueConstraint(fields=["match", "happened_on"], name="one_contact_a_day"),
            models.CheckConstraint(
                name="only_who_met_did_something_together", condition=Q(kind="met") | Q(activity="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on:%d.%m.%Y}"

    @property
    def have_met(self) -> bool:
        return self.kind == self.Kind.MET

    @classmethod
    def is_rest_wished(cls, match: Match, user) -> bool:
        """Does the volunteer wish for a rest of which nobody has talked with them yet?"""
        return cls.objects.visible_to(user).asking_for_a_rest().of(match).exists()

    @classmethod
    def tick(cls, match: Match, *, happened_on: date, by_volunteer: bool = False, **said) -> "Contact":
        """What became of a day, once: whoever comes second is told who noted it."""
        with gates():
            if standing := cls.objects.of_day(match, happened_on).first():
                raise NotPossible(by_whom(SENTENCES["one_contact_a_day"], first_change(standing)))
            made = {"match": match, "project_id": match.project_id, "by_volunteer": by_volunteer}
            return cls.objects.create(happened_on=happened_on, **made, **said)

    def say(self, **said) -> None:
        """It was another day, or came out otherwise; the volunteer has a week for it."""
        with gates():
            if not Contact.objects.filter(pk=self.pk).update(**said):
                raise NotPossible(TOO_LATE)
        for name, value in said.items():
            setattr(self, name, value)

    def take_back(self) -> None:
        """It was ticked by mistake; the volunteer has a week for it."""
        if not Contact.objects.filter(pk=self.pk).delete()[0]:
            raise NotPossible(TOO_LATE)
