"""Somebody who works here is away, and who has it meanwhile."""

from collections.abc import Iterable
from copy import copy
from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, F, Func, Q
from django.db.models.functions import Greatest, TruncDate
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.roles import houses_of, memberships_of, projects_of
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change

SOON = timedelta(days=14)
OVER = _("This absence is over, or has been called off.")
SENTENCES["one_absence_at_a_time"] = _("An absence stands already on some of these days. Put that one right.")
SENTENCES["the_deputy_has_the_role"] = _("Choose a deputy who has the same role there on the first day.")
SENTENCES["one_is_away_from_a_role"] = _("There is no such role on these days.")


class AbsenceQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AbsenceQuerySet":
        """One's own, those of the projects one coordinates and of the houses one leads; all for the secretariat."""
        if user.is_secretariat:
            return self
        houses = houses_of(user)
        there = Q(project__in=projects_of(user)) | Q(institution__in=houses) | Q(project__institution__in=houses)
        return self.filter(there | Q(user=user))

    def standing(self) -> "AbsenceQuerySet":
        return self.filter(called_off_at=None)

    def in_force(self, today: date | None = None) -> "AbsenceQuerySet":
        return self.standing().filter(in_force(today))

    def not_over(self) -> "AbsenceQuerySet":
        """In force or ahead, of somebody who has the role as it begins, or today."""
        running = self.standing().filter(Q(until_on=None) | Q(until_on__gte=timezone.localdate()))
        return running.filter(_asked("app.has_role", "user", "project", "institution"))

    def soon(self) -> "AbsenceQuerySet":
        """In force, or within a fortnight."""
        return self.not_over().filter(from_on__lte=timezone.localdate() + SOON)

    def without_anybody(self) -> "AbsenceQuerySet":
        """Now or within a fortnight, and there is nobody instead: neither the deputy nor another with the role."""
        return self.soon().exclude(_asked("app.somebody_is_there", "project", "institution"))

    def for_good(self) -> "AbsenceQuerySet":
        """Nobody comes back, and the role stands: Frivilligindsatsen ends it."""
        return self.not_over().filter(until_on=None)

    def from_roles(self, roles: Iterable) -> "AbsenceQuerySet":
        """Those from some roles, by whom and where; whoever has none is away from none."""
        found = Q(pk=None)
        for role in roles:
            found |= Q(user=role.user_id, project=role.project_id, institution=role.institution_id)
        return self.filter(found)

    def of(self, user) -> "AbsenceQuerySet":
        return self.filter(user=user)

    def for_page(self) -> "AbsenceQuerySet":
        """Each with who is away, who has it and where, in the same query; the first to begin first."""
        return self.select_related("user", "deputy", "project", "institution").order_by("from_on", "user__name")


def _asked(function: str, *fields: str) -> Func:
    """A question to the database, about the first day of an absence that lies ahead or about today."""
    return Func(*fields, Greatest("from_on", timezone.localdate()), function=function, output_field=BooleanField())


def is_there(who: str, projects: str | Func, moment: str) -> Func:
    """Of a row: is somebody there for these projects on the day of a moment? The names of the three fields."""
    return Func(who, projects, TruncDate(moment), function="app.is_there", output_field=BooleanField())


def holds(who: str, projects: str, moment: str) -> Func:
    """The same of whoever must coordinate one of them, or be of Frivilligindsatsen."""
    return Func(who, projects, TruncDate(moment), function="app.holds", output_field=BooleanField())


def is_away_from_all(user, today: date) -> bool:
    """From each role that somebody has today: such a one gets no daily mail, and finds it all on coming back."""
    away = set(Absence.objects.of(user).in_force(today).values_list("project", "institution"))
    roles = {(role.project_id, role.institution_id) for role in memberships_of(user)} if away else set()
    return bool(roles) and roles <= away and not user.is_secretariat


def array_of(project: str) -> Func:
    """The one project of a row, where several are asked about."""
    return Func(project, template="ARRAY[%(expressions)s]")


@tracked()
class Absence(models.Model):
    """A role on some days without the one who has it; without a last day nobody comes back to it.

    Meanwhile mails go to the deputy, who has the same role there, and so do the dates of those days.
    """

    PERSONAL = {
        "user": ("who has it meanwhile", "24 months after it ended"),
        "deputy": ("who has it meanwhile", "24 months after it ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences", verbose_name=_("user"))
    project = models.ForeignKey(
        "institutions.Project", models.PROTECT, null=True, related_name="+", verbose_name=_("project")
    )
    institution = models.ForeignKey(
        "institutions.Institution", models.PROTECT, null=True, related_name="+", verbose_name=_("house")
    )
    from_on = models.DateField(_("away from"))
    until_on = models.DateField(_("last day away"), null=True)
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("deputy")
    )
    # The role that the deputy was given for it, if they had none: it follows the absence.
    given = models.ForeignKey("institutions.Membership", models.PROTECT, null=True, editable=False, related_name="+")
    noted_at = models.DateTimeField(_("noted"), default=timezone.now, editable=False)
    called_off_at = models.DateTimeField(_("called off"), null=True, editable=False)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                name="one_is_away_from_a_project_or_a_house",
                condition=Q(project=None, institution__isnull=False) | Q(project__isnull=False, institution=None),
            ),
            models.CheckConstraint(
                name="an_absence_ends_after_it_begins", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.where}"

    @property
    def where(self):
        """The project or the house; one of the two stands."""
        return self.project or self.institution

    @property
    def is_called_off(self) -> bool:
        return self.called_off_at is not None

    @property
    def has_begun(self) -> bool:
        return self.from_on <= timezone.localdate()

    @property
    def is_over(self) -> bool:
        """It can be put right no more."""
        return self.is_called_off or (self.until_on is not None and self.until_on < timezone.localdate())

    @property
    def in_words(self) -> str:
        """Its days, as people say them."""
        said = {
            "first": date_format(self.from_on, "MONTH_DAY_FORMAT"),
            "last": self.until_on and date_format(self.until_on),
        }
        return (_("from %(first)s to %(last)s") if self.until_on else _("from %(first)s, and for good")) % said

    @classmethod
    def begin(cls, role, *, from_on: date, until_on: date | None, deputy, given=None) -> "Absence":
        """Somebody is away from a role; the page tells whoever has it meanwhile (`send_away`)."""
        place = {"project": role.project, "institution": role.institution}
        with gates():
            return cls.objects.create(
                user=role.user, **place, from_on=from_on, until_on=until_on, deputy=deputy, given=given
            )

    def put_right(self, *, from_on: date, until_on: date | None, deputy, given=None) -> "Absence":
        """Other days, or another deputy, as long as it is not over; gives it as it was.

        A role given for it follows the days; with another deputy it ends, and the new one's follows from then on.
        """
        was = copy(self)
        self._change(from_on=from_on, until_on=until_on, deputy=deputy)
        if deputy != was.deputy:
            self._change(given=given)  # the former deputy's has just ended, and never follows again
        return was

    def come_back(self) -> None:
        """Back today: it ends with yesterday; one that begins today or later is called off."""
        today = timezone.localdate()
        if self.from_on < today:
            self._change(until_on=today - timedelta(days=1))
        else:
            self._change(called_off_at=timezone.now())

    def is_news_after(self, was: "Absence") -> bool:
        """Does it say other days or another deputy than it did?"""
        now, before = ((one.from_on, one.until_on, one.deputy_id) for one in (self, was))
        return now != before

    def _change(self, **said) -> None:
        with gates():
            running = Q(until_on=None) | Q(until_on__gte=timezone.localdate())
            if not Absence.objects.standing().filter(running, pk=self.pk).update(**said):
                raise NotPossible(by_whom(OVER, last_change(self)))
        for name, value in said.items():
            setattr(self, name, value)
