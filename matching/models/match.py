"""A match joins one citizen and one volunteer, as equals. Both say yes before anything starts."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from citizens.models import Citizen, attached_citizens
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import events_of, tracked
from history.who import by_whom, first_change
from institutions.models import Project
from institutions.vocabulary import OPEN_MATCH
from matching.models.answering import ANSWERED_WITHIN, Answering
from matching.models.choice_note import ChoiceNote
from matching.models.running import Running
from volunteers.models import Volunteer

SENTENCES["one_open_match_per_citizen"] = _("The citizen has an open match or proposal already.")
SENTENCES["volunteer_has_room_for_one_more"] = _("The volunteer has no room for one more friend just now.")
SENTENCES["no_less_room_than_friends"] = _(
    "The volunteer has more friends or proposals than that. End one first, or choose a higher number."
)
SENTENCES["a_pair_is_not_proposed_again_by_accident"] = _(
    "These two have been proposed to each other before. It can be done again, but only on purpose."
)
SENTENCES["a_match_rests_on_consent"] = _("The citizen has not said yes to having a friend.")


class Origin(models.TextChoices):
    """Where a pair comes from: a suggestion, or that they met by themselves."""

    SUGGESTION = "suggestion", _("suggested")
    EVENING = "evening", _("a food-club evening")
    INFORMAL = "informal", _("an informal event")
    COURSE = "course", _("a course or meeting")
    RUNNING = "running", _("they were friends before it was entered here")


class MatchQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MatchQuerySet":
        """The project's coordinators, the lead while the citizen is attached, the secretariat (state and dates)."""
        return self if user.is_secretariat else self.known_to(user)

    def known_to(self, user) -> "MatchQuerySet":
        """Those whose citizen the user may know by name: not by being the secretariat."""
        return self.filter(Q(project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))

    def visible_through(self, link) -> "MatchQuerySet":
        """Through a link: one's own."""
        return self.filter(volunteer=link.volunteer_id)

    def of(self, citizen: Citizen) -> "MatchQuerySet":
        return self.filter(citizen=citizen)

    def open(self) -> "MatchQuerySet":
        """Proposed, accepted, trial, active, paused or ending."""
        return self.filter(state__in=Match.OPEN)

    def running(self) -> "MatchQuerySet":
        """Both have said yes and it has not ended."""
        return self.filter(state__in=Match.RUNNING)

    def ended(self) -> "MatchQuerySet":
        """No longer open, the newest first."""
        return self.exclude(state__in=Match.OPEN)

    def for_list(self) -> "MatchQuerySet":
        """With what a list shows: the two names and the house."""
        return self.select_related("citizen__known_as", "volunteer", "project__institution")

    def for_rows(self) -> "MatchQuerySet":
        """With the names, the house and the state alone."""
        shown = (
            "state",
            "proposed_at",
            "started_on",
            "citizen__known_as__called_name",
            "citizen__number",
            "volunteer__name",
        )
        return self.for_list().only(*shown, "project__institution__name")

    def standing(self, which: str) -> "MatchQuerySet":
        """Those proposed, those where both said yes, those that have ended; else all that are open."""
        if which == "afsluttede":
            return self.ended()
        return {"forslag": self.proposed(), "loeber": self.running()}.get(which, self.open())

    def for_link(self) -> "MatchQuerySet":
        """With what a link may show: the volunteer and the house. A join with the citizen would hide the row."""
        return self.select_related("volunteer", "project__institution")

    def proposed(self) -> "MatchQuerySet":
        return self.filter(state=Match.State.PROPOSED)

    def out_of_time(self) -> "MatchQuerySet":
        """Proposed more than 14 days ago and not answered by both: expired, also before a job has said so."""
        return self.proposed().filter(proposed_at__lte=timezone.now() - ANSWERED_WITHIN)

    def in_time(self) -> "MatchQuerySet":
        """Proposed, and both can still answer."""
        return self.proposed().filter(proposed_at__gt=timezone.now() - ANSWERED_WITHIN)

    def awaiting_the_volunteer(self) -> "MatchQuerySet":
        """Proposed, in time, not answered by the volunteer, and not reminded of."""
        return self.in_time().filter(volunteer_yes_at=None, reminded_at=None)

    def awaiting_the_citizen(self) -> "MatchQuerySet":
        """Proposed, in time, and the citizen has not been asked, or has not answered."""
        return self.in_time().filter(citizen_yes_at=None)

    def expired_and_not_told(self) -> "MatchQuerySet":
        """Not answered in time, though the volunteer had said yes; and nobody has written so."""
        over = self.filter(state=Match.State.EXPIRED, volunteer_yes_at__isnull=False, volunteer_told_on=None)
        return over.order_by("proposed_at")

    def with_since(self) -> "MatchQuerySet":
        """Each with the moment at which it came into its state."""
        return self.annotate(in_state_since=_in_state_since())

    def never_again(self) -> "MatchQuerySet":
        """Pairs that ended or became a no: not proposed again by accident."""
        return self.filter(state__in=[Match.State.ENDED, Match.State.DECLINED])


def _in_state_since() -> Subquery:
    """Of a match of the query: when it came into the state that it is in."""
    events: models.QuerySet[Any] = events_of(Match).objects.all()
    came = events.filter(pgh_obj=OuterRef("pk"), state=OuterRef("state")).order_by("pgh_id")
    return Subquery(came.values("pgh_created_at")[:1])


@tracked(quiet=("volunteer_told_on",))
class Match(Answering, Running):
    """The pair: proposed → accepted by both → trial → active ⇄ paused → ending → ended; or it came to nothing."""

    PERSONAL = {"state": ("following the friendship", "6 months after it ended")}

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("both said yes")
        TRIAL = "trial", _("getting to know each other")
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        ENDING = "ending", _("ending")
        ENDED = "ended", _("ended")
        DECLINED = "declined", _("no thank you")
        EXPIRED = "expired", _("not answered in time")
        WITHDRAWN = "withdrawn", _("called back")

    S = State
    OPEN = OPEN_MATCH
    RUNNING = (S.ACCEPTED, S.TRIAL, S.ACTIVE, S.PAUSED, S.ENDING)
    ALIVE = (S.TRIAL, S.ACTIVE)  # they meet
    BEGUN = (S.TRIAL, S.ACTIVE, S.PAUSED, S.ENDING)
    CAME_TO_NOTHING = (S.DECLINED, S.EXPIRED, S.WITHDRAWN)
    MOVES = {
        S.PROPOSED: {S.ACCEPTED, S.ACTIVE, S.DECLINED, S.EXPIRED, S.WITHDRAWN},
        S.ACCEPTED: {S.TRIAL, S.DECLINED, S.WITHDRAWN},
        S.TRIAL: {S.ACTIVE, S.PAUSED, S.ENDING},
        S.ACTIVE: {S.PAUSED, S.ENDING},
        S.PAUSED: {S.TRIAL, S.ACTIVE, S.ENDING},
        S.ENDING: {S.ACTIVE, S.ENDED},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="matches", verbose_name=_("project"))
    citizen = models.ForeignKey(Citizen, models.PROTECT, related_name="matches", verbose_name=_("citizen"))
    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="matches", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin, default=Origin.SUGGESTION, db_default="suggestion", editable=False
    )
    origin_on = models.DateField(_("they met on"), null=True, editable=False)
    again_on_purpose = models.BooleanField(_("again, on purpose"), default=False, db_default=False, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    volunteer_yes_at = models.DateTimeField(_("the volunteer's yes"), null=True, editable=False)
    citizen_yes_at = models.DateTimeField(_("the citizen's yes"), null=True, editable=False)
    citizen_yes_heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    # Who had said yes to what came to nothing is told: the volunteer by mail, the citizen by somebody.
    volunteer_told_on = models.DateField(null=True, editable=False)  # of what was not answered in time; the jobs' alone
    citizen_told_on = models.DateField(_("the citizen was told"), null=True, editable=False)
    started_on = models.DateField(_("started"), null=True, editable=False)
    look_back_on = models.DateField(_("to look back at the trial"), null=True, editable=False)

    # After `with_since` only:
    in_state_since: datetime

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["citizen"], condition=Q(state__in=OPEN_MATCH), name="one_open_match_per_citizen"
            ),
            models.CheckConstraint(
                name="a_spontaneous_match_has_its_day",
                condition=Q(origin="suggestion", origin_on=None) | ~Q(origin="suggestion") & ~Q(origin_on=None),
            ),
            models.CheckConstraint(
                name="a_trial_has_a_day_to_look_back",
                condition=~Q(state="trial") | Q(look_back_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_match_starts_with_two_yeses",
                condition=Q(state__in=["proposed", "declined", "expired", "withdrawn"])
                | Q(volunteer_yes_at__isnull=False, citizen_yes_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_citizens_yes_was_heard_by_somebody",
                condition=Q(citizen_yes_at__isnull=True, citizen_yes_heard_by__isnull=True)
                | Q(citizen_yes_at__isnull=False, citizen_yes_heard_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Match of %(date)s") % {"date": f"{timezone.localdate(self.proposed_at):%d.%m.%Y}"})

    @staticmethod
    def to_see_to(today: date) -> Q:
        """Proposed or agreed, to be told to the citizen, a trial to look back at."""
        untold = Q(state__in=Match.CAME_TO_NOTHING, citizen_yes_at__isnull=False, citizen_told_on=None)
        due = Q(state=Match.State.TRIAL, look_back_on__lte=today)
        return Q(state__in=[Match.State.PROPOSED, Match.State.ACCEPTED]) | untold | due

    @property
    def is_running(self) -> bool:
        return self.state in self.RUNNING

    @classmethod
    def propose(cls, volunteer: Volunteer, citizen: Citizen, *, by, note: str = "", **how) -> "Match":
        """Propose one volunteer to one citizen, suggested or met; `how` is an origin, or again on purpose.

        The database asks ready, assigned, room, consent, a living wish, a new pair, and no proposal but those too late.
        """
        with gates():
            for late in cls.objects.out_of_time().filter(citizen=citizen):
                late.expire(by=by)
            _refuse_second(citizen)
            made = {"project_id": citizen.project_id, "citizen": citizen, "volunteer": volunteer, "proposed_by": by}
            match = cls.objects.create(**made, **how)
            ChoiceNote.write(match, note)
        return match


def _refuse_second(citizen: Citizen) -> None:
    """A citizen has one open match: whoever comes second is told who proposed it."""
    if standing := Match.objects.open().filter(citizen=citizen).first():
        raise NotPossible(by_whom(SENTENCES["one_open_match_per_citizen"], first_change(standing)))
