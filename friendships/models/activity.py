"""Something that two friends can do together: offered by a house, or by Frivilligindsatsen to all."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.names import Name
from access.roles import houses_of, memberships_of
from access.text import ShortText
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Institution

NOTED_WITHIN = timedelta(weeks=8)
SENTENCES["an_activity_ends_after_it_begins"] = _("The last day comes after the first.")


class ActivityQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ActivityQuerySet":
        """What is offered to all, and at the houses where one works; all for the secretariat."""
        if user.is_secretariat:
            return self
        projects = [one.project.institution_id for one in memberships_of(user) if one.project_id]
        return self.filter(Q(institution=None) | Q(institution__in=[*projects, *houses_of(user)]))

    def visible_through(self, link) -> "ActivityQuerySet":
        """Through a link: the database answers with what is offered where she comes."""
        return self if link.volunteer_id else self.none()

    def offered(self, today: date | None = None) -> "ActivityQuerySet":
        """On offer that day."""
        return self.filter(in_force(today))

    def at(self, house_id: int) -> "ActivityQuerySet":
        """Those of all, and of one house: a pair uses no other house's, whose coordinators would not see it."""
        return self.filter(Q(institution=None) | Q(institution=house_id))

    def used_lately(self) -> "ActivityQuerySet":
        """On offer today, or until a few weeks ago: what was used is noted afterwards."""
        today = timezone.localdate()
        return self.filter(Q(until_on=None) | Q(until_on__gte=today - NOTED_WITHIN), from_on__lte=today)

    def offered_or(self, one: "Activity") -> "ActivityQuerySet":
        """The same, and the one that was noted."""
        return self.used_lately() | self.filter(pk=one.pk)

    def not_over(self) -> "ActivityQuerySet":
        return self.filter(Q(until_on=None) | Q(until_on__gte=timezone.localdate()))

    def for_page(self) -> "ActivityQuerySet":
        """Each with its house, in the same query: those of all first, then by name."""
        return self.select_related("institution").order_by(F("institution__name").asc(nulls_first=True), "name")


@tracked()
class Activity(models.Model):
    """Coffee, the cinema, Tivoli: what it costs for two, how many tickets there are, and from when to when."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        CAFE = "cafe", _("a café")
        CINEMA = "cinema", _("the cinema")
        CULTURE = "culture", _("a museum, a concert or the theatre")
        OUTING = "outing", _("an outing")
        SPORT = "sport", _("sports and exercise")
        OTHER = "other", _("something else")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("house")
    )
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    name = Name(_("name"), max_length=60)
    how = ShortText(_("how one gets it"), max_length=200, blank=True)
    price = models.PositiveSmallIntegerField(_("price for two in kroner"), default=0)
    tickets = models.PositiveSmallIntegerField(_("tickets"), null=True, blank=True)
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    used: int = 0  # of the tickets; after `tickets_used` only

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="an_activity_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tickets_left(self) -> int | None:
        """How many there are beside those that were used; none where it has no tickets."""
        if self.tickets is None:
            return None
        return max(0, self.tickets - self.used)

    def put_right(self, **said) -> None:
        """It costs something else, there are more tickets, or it is offered for other days."""
        with gates():
            if not Activity.objects.filter(pk=self.pk).update(**said):
                raise NotPossible(by_whom(_("This cannot be changed any more."), last_change(self)))
        for name, value in said.items():
            setattr(self, name, value)
