"""Where a citizen lives: a house, or an own home in a municipality, which has no lead."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from citizens.models.attachments import ChildQuerySet
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Institution, Project
from institutions.municipalities import Municipality

SENTENCES["one_home_at_a_time"] = _("Somebody else has just written down a home. Look at it first.")


class HomeQuerySet(ChildQuerySet):
    def current(self) -> "HomeQuerySet":
        """The one that has not ended."""
        return self.filter(until_on=None)

    def in_force(self, today=None) -> "HomeQuerySet":
        """Where he lives on a day, also where the next home is written down already."""
        return self.filter(in_force(today))

    def with_houses(self) -> "HomeQuerySet":
        """Each with its house and the relocation with which it came, in the same query."""
        return self.select_related("institution", "relocation")

    def before(self, home: "Home") -> "HomeQuerySet":
        """The homes that he had until then, the last first."""
        return self.filter(citizen=home.citizen_id, from_on__lte=home.from_on).exclude(pk=home.pk)


@tracked()
class Home(models.Model):
    """Where he lives from a date, until the next: a house, or an own home, of which only the municipality is kept."""

    PERSONAL = {
        "institution": ("which house to ask", "6 months after the last match ended"),
        "municipality": ("where good places nearby are", "6 months after the last match ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey("citizens.Citizen", models.CASCADE, related_name="homes", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("house")
    )
    municipality = models.CharField(
        _("own home in the municipality of"), max_length=4, choices=Municipality, blank=True
    )
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = HomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("home")
        verbose_name_plural = _("homes")
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="a_home_is_a_house_or_in_a_municipality",
                condition=Q(institution__isnull=False, municipality="")
                | Q(institution__isnull=True) & ~Q(municipality=""),
            ),
            models.CheckConstraint(
                name="a_home_ends_after_it_began", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
            ),
            models.UniqueConstraint(fields=["citizen"], condition=Q(until_on=None), name="one_home_at_a_time"),
        ]

    def __str__(self) -> str:
        if self.institution:
            return str(self.institution)
        return str(_("own home, %(where)s") % {"where": self.get_municipality_display()})

    @property
    def came_with(self):
        """The relocation with which he came to live here, if it is known as one."""
        return getattr(self, "relocation", None)

    @property
    def is_ahead(self) -> bool:
        return self.from_on > timezone.localdate()

    def put_right(self, *, institution: Institution | None, municipality: str, from_on) -> None:
        """It was another house, another municipality or another day; the home before ends the day before."""
        former = Home.objects.before(self).first()
        with gates():
            said = {"institution": institution, "municipality": municipality, "from_on": from_on}
            if not Home.objects.current().filter(pk=self.pk).update(**said):
                raise NotPossible(by_whom(_("There is a newer home. Put that right."), last_change(self)))
            if former:
                Home.objects.filter(pk=former.pk).update(until_on=max(former.from_on, from_on - timedelta(days=1)))

    def call_off(self) -> None:
        """He does not move there after all: the home before goes on."""
        former = Home.objects.before(self).first()
        with gates():
            if not Home.objects.current().filter(pk=self.pk, from_on__gte=timezone.localdate()).delete()[0]:
                raise NotPossible(by_whom(_("He or she lives there already."), last_change(self)))
            if former:
                Home.objects.filter(pk=former.pk).update(until_on=None)
