"""Record checks: that one was asked for and seen, by whom, and what came of it. Nothing of what it says is kept."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, first_change, last_change
from volunteers.models.records import RecordQuerySet
from volunteers.models.roles import RecordKind
from volunteers.models.volunteer import Volunteer

KEPT = "12 months after leaving"
TWO_YEARS = timedelta(days=730)
REMINDED = (60, 30, 7)  # days before it is due again
SENTENCES["a_childrens_check_only_where_the_role_says"] = _(
    "The children's record check is asked only of those whose role is with children."
)
SENTENCES["a_decided_check_stands"] = _("This check has been decided: ask for a new one.")
SENTENCES["one_check_waits_at_a_time"] = _("This check has been asked for already.")


class RecordCheckQuerySet(RecordQuerySet):
    def with_viewers(self) -> "RecordCheckQuerySet":
        """Each with who asked for it and who saw it, in the same query."""
        return self.select_related("requested_by", "seen_by")

    def waiting(self) -> "RecordCheckQuerySet":
        """Asked for, and nobody has seen them yet."""
        return self.filter(seen_on=None)

    def to_see_to(self, today: date) -> "RecordCheckQuerySet":
        """Of those who have begun: due again within the notice or overdue, or asked for and not decided.

        Of whoever is on the way, the way itself says what is missing.
        """
        due = self.due_by(today + timedelta(days=max(REMINDED))).values("pk")
        open_ = Q(pk__in=due) | Q(seen_on=None) | Q(outcome="under_discussion")
        return self.filter(open_, volunteer__state__in=["ready", "resting"])

    def due_by(self, last) -> "RecordCheckQuerySet":
        """The newest of its kind that counts, due again by then or overdue; none that is followed by another."""
        newer = RecordCheck.objects.filter(
            volunteer=models.OuterRef("volunteer"),
            kind=models.OuterRef("kind"),
            requested_on__gt=models.OuterRef("seen_on"),
        )
        return self.filter(~models.Exists(newer), outcome__in=["ok", "assessed_ok"], next_due_on__lte=last)


# The outcome is no choice that the history keeps: "under discussion" is gone once it is decided.
@tracked(quiet=("outcome",))
class RecordCheck(models.Model):
    """One check of the police's records: its kind, its dates, who saw it, what came of it. No upload, no text."""

    PERSONAL = {
        "outcome": ("whether the role asks for more", KEPT),
        "seen_on": ("when to ask again", KEPT),
        "kind": ("what the role asks for", KEPT),
    }
    Kind = RecordKind

    class Outcome(models.TextChoices):
        OK = "ok", _("nothing on it")
        ASSESSED_OK = "assessed_ok", _("something on it, assessed as no hindrance")
        UNDER_DISCUSSION = "under_discussion", _("under discussion")
        NOT_OK = "not_ok", _("not for this role")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="record_checks", verbose_name=_("volunteer"))
    kind = models.CharField(_("kind"), max_length=15, choices=RecordKind)
    requested_on = models.DateField(_("asked for"), default=timezone.localdate)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by")
    )
    seen_on = models.DateField(_("seen"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("seen by")
    )
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome, blank=True)
    next_due_on = models.DateField(_("due again"), null=True, blank=True)
    # The fewest days left of which we have reminded; the jobs' alone.
    reminded_of = models.PositiveSmallIntegerField(null=True, editable=False)

    objects = RecordCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("record check")
        verbose_name_plural = _("record checks")
        ordering = ["-requested_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "kind"], condition=Q(seen_on=None), name="one_check_waits_at_a_time"
            ),
            models.CheckConstraint(
                name="seen_by_somebody_with_an_outcome",
                condition=Q(seen_on=None, seen_by=None, outcome="")
                | (Q(seen_on__isnull=False, seen_by__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="due_again_after_it_was_seen",
                condition=Q(next_due_on=None) | Q(next_due_on__gt=F("seen_on")),
                violation_error_message=_("It is to be asked for again after it was seen."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def notice(self, today: date) -> int:
        """The days before it is due at which we speak of it, of which the last has come; 0 once it is overdue."""
        left = (self.next_due_on - today).days if self.next_due_on else max(REMINDED)
        return min(step for step in (0, *REMINDED) if left <= step)

    @property
    def is_waiting(self) -> bool:
        """Not seen yet, or not decided."""
        return self.seen_on is None or self.outcome == self.Outcome.UNDER_DISCUSSION

    def refuse_if_decided(self) -> None:
        """What was seen and decided is not written down once more; the next check is asked for anew."""
        if not self.is_waiting:
            raise NotPossible(by_whom(SENTENCES["a_decided_check_stands"], last_change(self)))

    @classmethod
    def ask(cls, volunteer: Volunteer, *, kind: str, by) -> "RecordCheck":
        """Write down that a check was asked for today."""
        volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
        with gates():
            if waiting := cls.objects.filter(volunteer=volunteer, kind=kind, seen_on=None).first():
                raise NotPossible(by_whom(SENTENCES["one_check_waits_at_a_time"], first_change(waiting)))
            return cls.objects.create(volunteer=volunteer, kind=kind, requested_by=by)

    def see(self, *, seen_on, outcome, next_due_on, by) -> None:
        """Write down that it was seen and what came of it; what was under discussion is then decided."""
        with gates():
            self.seen_on, self.outcome, self.next_due_on, self.seen_by = seen_on, outcome, next_due_on, by
            self.save(update_fields=["seen_on", "outcome", "next_due_on", "seen_by"])
