"""What two friends have used of money and tickets: an amount against the pair, and never a name in the accounts."""

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.models.activity import Activity
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

MOST_KRONER, MOST_TICKETS = 5_000, 20
SENTENCES["an_outing_is_of_two_who_are_friends"] = _("This can be noted while the two are friends.")
SENTENCES["an_outing_is_on_a_day_of_the_friendship"] = _("Choose a day between the first meeting and today.")
SENTENCES["there_is_a_budget"] = _("The project has no activity budget for that year. Frivilligindsatsen sets it.")
SENTENCES["within_the_budget"] = lambda left: _("That is more than the budget has left: %(left)s kr.") % {"left": left}
SENTENCES["there_are_tickets_left"] = lambda left: _("So many tickets are not left: %(left)s.") % {"left": left}
SENTENCES["something_was_used"] = _("Write an amount, or a number of tickets.")


class OutingQuerySet(OwnProjectsQuerySet):
    """The coordinators' alone, as they note it; the accounts are sums that the database makes (`accounts_of`)."""

    def with_activities(self) -> "OutingQuerySet":
        return self.select_related("activity", "match")


@tracked()
class Outing(models.Model):
    """On a day two friends used an amount, or tickets. What they did there stands nowhere."""

    PERSONAL = {"kroner": ("the accounts of the project", "6 months after it ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="outings", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="outings", verbose_name=_("activity"))
    used_on = models.DateField(_("day"), default=timezone.localdate)
    kroner = models.PositiveSmallIntegerField(_("amount in kroner"), default=0)
    tickets = models.PositiveSmallIntegerField(_("tickets"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)

    objects = OutingQuerySet.as_manager()

    class Meta:
        verbose_name = _("outing")
        verbose_name_plural = _("outings")
        ordering = ["-used_on"]
        constraints = [models.CheckConstraint(name="something_was_used", condition=Q(kroner__gt=0) | Q(tickets__gt=0))]

    def __str__(self) -> str:
        return f"{self.used_on:%d.%m.%Y}"

    @classmethod
    def note(cls, match: Match, *, activity: Activity, used_on: date, kroner: int, tickets: int, by) -> "Outing":
        """What the two have used; the database asks that budget and tickets are there."""
        used = {"activity": activity, "used_on": used_on, "kroner": kroner, "tickets": tickets, "by": by}
        with gates():
            return cls.objects.create(match=match, project_id=match.project_id, **used)

    def say(self, **said) -> None:
        """It was another amount, activity or day."""
        with gates():
            if not Outing.objects.filter(pk=self.pk).update(**said):
                raise NotPossible(by_whom(_("This cannot be changed any more."), last_change(self)))
        for name, value in said.items():
            setattr(self, name, value)

    def take_back(self) -> None:
        """It was noted by mistake: budget and tickets are there again."""
        if not Outing.objects.filter(pk=self.pk).delete()[0]:
            raise NotPossible(_("It has been taken back already."))


def accounts_of(year: int) -> list[tuple]:
    """Of the projects whose accounts one reads: project, month, kind, how often, kroner, tickets. No pair, no name."""
    return _ask("SELECT project_id, month, kind, number, kroner, tickets FROM app.activity_accounts(%s)", year)


def tickets_used(activities: list[Activity]) -> None:
    """Beside each activity how many of its tickets are used, by whichever project."""
    asked = [activity.pk for activity in activities if activity.tickets is not None]
    used = dict(_ask("SELECT activity_id, used FROM app.tickets_used(%s::uuid[])", asked))
    for activity in activities:
        activity.used = used.get(activity.pk, 0)


def _ask(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
