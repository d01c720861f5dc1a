"""Emergency access: the secretariat breaks the glass for one citizen for an hour, and a colleague looks at it after."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import connection, models
from django.db.models import F, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongText
from accounts.models import MayBeSecond
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from history.witness import witnessed

SHORTEST_REASON = 20
LASTS = timedelta(minutes=60)

SENTENCES["a_second_person_of_the_secretariat"] = _(
    "Emergency access needs a second person of the secretariat, who looks at it afterwards: there for 30 days or made"
    " on the server, and not made by you. There is none."
)
SENTENCES["one_emergency_at_a_time"] = _("You have emergency access to another citizen. End it first.")
SENTENCES["an_emergency_has_a_reason"] = _("Say why, with at least 20 characters.")
SENTENCES["an_emergency_is_not_prolonged"] = _("It is over. If it is still needed, begin again with a new reason.")
SENTENCES["an_emergency_is_reviewed_by_somebody_else"] = _(
    "A second person of the secretariat must look at it: there for 30 days or made on the server, and neither of you"
    " has made the other."
)
SENTENCES["an_emergency_is_reviewed_once_it_is_over"] = _("It is not over yet. Look at it when it has ended.")
SENTENCES["an_emergency_is_reviewed_once"] = _("Somebody has looked at it already.")


def second_to_them(user) -> MayBeSecond:
    """May the user be the second person to whoever used it?"""
    return MayBeSecond(Value(user.pk, models.UUIDField()), "user", Value(None, models.UUIDField()))


class BreakGlassQuerySet(models.QuerySet):
    def visible_to(self, user) -> "BreakGlassQuerySet":
        """The secretariat's: whose it was, and whoever looks at it."""
        return self if user.is_secretariat else self.none()

    def in_force(self) -> "BreakGlassQuerySet":
        """By the clock of the transaction, as the policies."""
        return self.filter(until__gt=TransactionNow())

    def of(self, user) -> "BreakGlassQuerySet":
        """Those of one user."""
        return self.filter(user=user)

    def to_be_reviewed_by(self, user) -> "BreakGlassQuerySet":
        """What nobody has looked at and the user may, as a second person; the oldest first."""
        return self.filter(second_to_them(user), reviewed_at=None).order_by("opened_at")

    def to_show(self, user):
        """What every page of the user says: the own one in force, else one that waits for the user's eyes."""
        over = Q(until__lte=TransactionNow())
        mine, to_look_at = Q(user=user) & ~over, Q(second_to_them(user), reviewed_at=None) & over
        return self.filter(mine | to_look_at).order_by("-until").first()

    def for_page(self) -> "BreakGlassQuerySet":
        """With what the pages show."""
        return self.select_related("citizen__known_as", "project__institution", "user", "reviewed_by").order_by(
            "-opened_at"
        )


@tracked()
class BreakGlass(models.Model):
    """That somebody of the secretariat opened one citizen in an emergency: why, until when, and what another found."""

    PERSONAL = {
        "reason": ("why somebody saw what was not theirs", "24 months"),
        "user": ("proof of who read what", "24 months"),
    }

    class Outcome(models.TextChoices):
        RIGHT = "right", _("it was right")
        TALK = "talk", _("we talk about it")
        WRONG = "wrong", _("it should not have happened")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.CASCADE, related_name="emergencies", verbose_name=_("citizen")
    )
    project = models.ForeignKey("institutions.Project", models.PROTECT, related_name="+", verbose_name=_("project"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("user"))
    reason = LongText(_("reason"), max_length=500)
    opened_at = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"))
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("looked at by")
    )
    reviewed_at = models.DateTimeField(_("looked at"), null=True)
    outcome = models.CharField(_("what was found"), max_length=10, choices=Outcome, blank=True)

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        verbose_name = _("emergency access")
        verbose_name_plural = _("emergency accesses")
        indexes = [models.Index(fields=["user", "until"], name="glass_of_a_user_until")]
        constraints = [
            models.CheckConstraint(
                name="an_emergency_is_reviewed_by_somebody_else",
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("user")),
            ),
            models.CheckConstraint(
                name="a_review_says_who_when_and_what",
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True, outcome="")
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False) & ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.opened_at):%d.%m.%Y %H:%M}"

    @property
    def is_in_force(self) -> bool:
        """Does it still open anything?"""
        return self.until > timezone.now()

    def end(self, *, by) -> None:
        """End it before its hour is over."""
        with gates():
            BreakGlass.objects.in_force().filter(pk=self.pk).update(until=TransactionNow())

    def may_be_reviewed_by(self, user) -> bool:
        """It is over, nobody has looked at it, and the user is a second person; the database asks the same."""
        return not self.is_in_force and BreakGlass.objects.to_be_reviewed_by(user).filter(pk=self.pk).exists()

    def review(self, outcome: str, *, by) -> None:
        """Close the task: somebody else has looked at what was opened. Once, and only when it is over."""
        with gates():
            changed = BreakGlass.objects.filter(pk=self.pk, reviewed_at=None).update(
                outcome=outcome, reviewed_by=by, reviewed_at=timezone.now()
            )
        if not changed:
            raise NotPossible(by_whom(SENTENCES["an_emergency_is_reviewed_once"], last_change(self)))


def break_glass(citizen, reason: str, *, by) -> BreakGlass:
    """Open one citizen for an hour.

    One function of the database does all of it: it asks that `by` is of the secretariat, that there is a second person
    and that no other emergency is in force; it writes the row that waits for the second person's eyes, has the worker
    tell coordinators and colleagues, and adds to the log. Nobody has the one without the others.
    """
    glass = BreakGlass(citizen=citizen, project_id=citizen.project_id, user=by)
    with gates(), connection.cursor() as cursor, witnessed():
        cursor.execute("SELECT app.break_glass(%s, %s, %s)", [glass.pk, citizen.pk, reason])
    return glass


def broken_citizens(user):
    """The citizen whom the user of the secretariat may see in an emergency, while it lasts."""
    return BreakGlass.objects.visible_to(user).in_force().of(user).values("citizen")
